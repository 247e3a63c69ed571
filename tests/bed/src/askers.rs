//! Which of the two programs of a page has asked a copy for something: its responses go to that one, as in a browser.

use std::collections::VecDeque;

use article_widget::store::copy::request::{CopyId, Request, Response};

/// What tells one request from another.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sign {
    Write(CopyId, String),
    Check(String),
    Remove(CopyId, Vec<String>),
}

/// What was asked for and has no response yet, and whether "Your comments" asked for it; the oldest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Askers(VecDeque<(Sign, bool)>);

impl Askers {
    /// Takes note of a request, by "Your comments" or by the thread. Not of lists and of what they name, for which only the thread
    /// asks, and not of a put, which has no response.
    pub(crate) fn ask(&mut self, request: &Request, by_manage: bool) {
        let sign = match request {
            Request::Write { copy, key, .. } => Sign::Write(*copy, key.clone()),
            Request::Check { key, .. } => Sign::Check(key.clone()),
            Request::Remove { copy, keys, .. } => Sign::Remove(*copy, keys.clone()),
            Request::List { .. } | Request::Fetch { .. } | Request::Put { .. } => return,
        };
        self.0.push_back((sign, by_manage));
    }

    /// Whether a response is for "Your comments".
    pub(crate) fn is_for_manage(&mut self, response: &Response) -> bool {
        let sign = match response {
            Response::Wrote { copy, key, .. } => Sign::Write(*copy, key.clone()),
            Response::Checked { key, .. } => Sign::Check(key.clone()),
            Response::Removed { copy, keys, .. } => Sign::Remove(*copy, keys.clone()),
            Response::Listed { .. } | Response::Fetched { .. } => return false,
        };
        let at = self.0.iter().position(|(asked, _)| *asked == sign);
        at.and_then(|at| self.0.remove(at)).is_some_and(|(_, by_manage)| by_manage)
    }
}
