//! Fetches the file that a page publishes, and gives it out piece by piece, each when it is asked for.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::fetching::{self, Load, Pieces, TimeLimit};
use crate::domain::article_error::ArticleError;

/// How long the response may take, and each piece of it, in milliseconds.
pub(super) const TIME_LIMIT: u32 = 20_000;

/// Hears of a piece, or that there is none any more, or why it could not be had.
pub type HearPiece = Rc<dyn Fn(Result<Option<Rc<[u8]>>, ArticleError>)>;

/// A file that comes piece by piece, for those who do not reach the code of it. Dropping it ends the request.
pub trait Coming {
    /// Reports the next piece.
    fn more(&self);
}

/// A published file on its way. Dropping this ends the request, and nothing more is reported.
#[must_use = "dropping it ends the request"]
pub struct PublishedLoad {
    load: Load,
    pieces: Rc<RefCell<Option<Pieces>>>,
    hear: HearPiece,
}

impl PublishedLoad {
    /// Asks for the file at `address` (relative to the page), and reports its first piece.
    pub fn begin(address: String, hear: HearPiece) -> Self {
        let this = Self { load: Load::new(), pieces: Rc::default(), hear };
        let (dropped, controller) = (this.load.dropped(), this.load.controller());
        let (pieces, hear) = (Rc::clone(&this.pieces), Rc::clone(&this.hear));
        spawn_local(async move {
            let limit = TimeLimit::new(controller.as_ref(), TIME_LIMIT);
            let piece = match fetching::ask(&address, true, controller.as_ref()).await {
                Ok((_, response)) => {
                    let body = Pieces::of(&response);
                    pieces.replace(Some(body.clone()));
                    next(&body).await
                }
                Err(error) => Err(error),
            };
            if !dropped.get() {
                hear(piece.map_err(|error| limit.name(error)));
            }
        });
        this
    }
}

impl Coming for PublishedLoad {
    fn more(&self) {
        let Some(pieces) = self.pieces.borrow().clone() else { return };
        let (dropped, controller, hear) = (self.load.dropped(), self.load.controller(), Rc::clone(&self.hear));
        spawn_local(async move {
            let limit = TimeLimit::new(controller.as_ref(), TIME_LIMIT);
            let piece = next(&pieces).await.map_err(|error| limit.name(error));
            if !dropped.get() {
                hear(piece);
            }
        });
    }
}

async fn next(pieces: &Pieces) -> Result<Option<Rc<[u8]>>, ArticleError> {
    Ok(pieces.next().await?.map(|piece| Rc::from(piece.to_vec())))
}
