//! Which of the two programs of a page has asked a copy for something: its answers go to that one, as in a browser.

use std::collections::VecDeque;

use article_widget::store::copy::order::{Answer, Order, Place};

/// What tells one order from another.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sign {
    Write(Place, String),
    Check(String),
    Remove(Place, Vec<String>),
}

/// What was asked and is not answered, the oldest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Askers(VecDeque<(Sign, bool)>);

impl Askers {
    /// Takes note of an order, by "Your comments" or by the thread. Only the thread asks for lists and for what they name, and drafts are
    /// put without a word.
    pub(crate) fn ask(&mut self, order: &Order, by_manage: bool) {
        let sign = match order {
            Order::Write { place, key, .. } => Sign::Write(*place, key.clone()),
            Order::Check { key, .. } => Sign::Check(key.clone()),
            Order::Remove { place, keys, .. } => Sign::Remove(*place, keys.clone()),
            Order::List { .. } | Order::Fetch { .. } | Order::Put { .. } => return,
        };
        self.0.push_back((sign, by_manage));
    }

    /// Whether an answer is for "Your comments".
    pub(crate) fn is_for_manage(&mut self, answer: &Answer) -> bool {
        let sign = match answer {
            Answer::Wrote { place, key, .. } => Sign::Write(*place, key.clone()),
            Answer::Checked { key, .. } => Sign::Check(key.clone()),
            Answer::Removed { place, keys, .. } => Sign::Remove(*place, keys.clone()),
            Answer::Listed { .. } | Answer::Fetched { .. } => return false,
        };
        let number = self.0.iter().position(|(asked, _)| *asked == sign);
        number.and_then(|number| self.0.remove(number)).is_some_and(|(_, by_manage)| by_manage)
    }
}
