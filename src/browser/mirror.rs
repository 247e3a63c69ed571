//! The mirror: the mirror of everything that is kept, in IndexedDB, over one connection for the whole page.

use std::rc::Rc;

use super::mirror_ask::Ask;
use super::{mirror_gathering, mirror_line};
use crate::store::copy::request::{CopyId, Request, Response};

/// The page's mirror; all widgets share it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mirror;

impl Mirror {
    /// Carries out a request to [`CopyId::Mirror`] and responds later, never before this returns. Others are ignored.
    ///
    /// [`StoreError::Blocked`](crate::store::copy::store_error::StoreError::Blocked) says that this page has no mirror, at least now;
    /// the next request tries again. A request that waits for another page (which holds the database) gets its response when that page
    /// lets go, if ever.
    pub fn run(request: Request, respond: Rc<dyn Fn(Response)>) {
        if request.copy() != CopyId::Mirror {
            return;
        }
        let ask = Ask { request, respond };
        if matches!(ask.request, Request::Write { .. }) {
            mirror_gathering::gather(ask);
        } else {
            // What was asked for before happens before.
            mirror_gathering::flush();
            mirror_line::start(vec![ask]);
        }
    }
}
