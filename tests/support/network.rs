//! The files that a page can fetch, and how they come.

use std::collections::BTreeMap;
use std::rc::Rc;

use article_widget::app::effect::PublishedRequest;
use article_widget::app::msg::PublishedMsg;
use article_widget::domain::article_error::ArticleError;

/// What the network has, by address.
#[derive(Default)]
pub(crate) struct Network {
    pub(crate) files: BTreeMap<&'static str, Vec<u8>>,
    /// How many bytes come at once; all of them where it is 0.
    pub(crate) piece: usize,
    /// After how many pieces the connection ends, and how.
    pub(crate) ends: Option<(usize, ArticleError)>,
    /// Whether nothing comes of what is asked for.
    pub(crate) hangs: bool,
    /// What was asked for.
    pub(crate) asked: Vec<String>,
    /// What is being fetched: the attempt, what is left, and how many pieces were given.
    fetching: Option<(u32, Vec<u8>, usize)>,
}

impl Network {
    /// Carries out a request.
    pub(crate) fn carry_out(&mut self, request: &PublishedRequest) -> Vec<PublishedMsg> {
        match request {
            PublishedRequest::Fetch { address, attempt } => {
                self.asked.push(address.clone());
                let Some(file) = self.files.get(address.as_str()) else {
                    return vec![PublishedMsg::Read { attempt: *attempt, piece: Err(ArticleError::Status(404)) }];
                };
                self.fetching = Some((*attempt, file.clone(), 0));
            }
            PublishedRequest::More => {}
            PublishedRequest::Stop => self.fetching = None,
        }
        let Some((attempt, rest, given)) = self.fetching.as_mut().filter(|_| !self.hangs) else {
            return Vec::new();
        };
        let attempt = *attempt;
        if let Some((_, error)) = self.ends.filter(|(pieces, _)| pieces == given) {
            return vec![PublishedMsg::Read { attempt, piece: Err(error) }];
        }
        *given += 1;
        let size = if self.piece == 0 { rest.len() } else { self.piece.min(rest.len()) };
        let piece: Vec<u8> = rest.drain(..size).collect();
        let piece = (!piece.is_empty()).then(|| Rc::from(piece));
        vec![PublishedMsg::Read { attempt, piece: Ok(piece) }]
    }
}
