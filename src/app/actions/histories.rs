//! The comments whose earlier texts a reader looks at. What draws the differences between them is fetched when somebody first looks. Part
//! of the room of what is done to comments.

use crate::app::effect::Effect;
use crate::app::step::{Step, only};
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;

/// What is looked at.
#[derive(Clone, Debug, Default)]
pub struct Histories {
    open: SortedSet<OperationId>,
    /// Whether what draws differences was asked for, or is here.
    asked: bool,
    is_here: bool,
}

/// What happened to the history of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryMsg {
    /// The reader opened it.
    Opened(OperationId),
    /// They closed it.
    Closed(OperationId),
    /// What draws differences is here.
    Came,
    /// It could not be had.
    Missed,
}

impl Histories {
    /// The comments whose histories are open, once what draws them is here.
    pub fn shown(&self) -> impl Iterator<Item = OperationId> {
        self.open.iter().copied().filter(|_| self.is_here)
    }

    /// Whether the history of this comment is open, and what draws it is here.
    pub fn shows(&self, id: OperationId) -> bool {
        self.is_here && self.open.contains(&id)
    }

    /// Takes what draws differences, where all code is always there.
    pub(in crate::app) fn take_code(&mut self) {
        self.is_here = true;
    }

    /// The same where nothing is looked at.
    pub(super) fn emptied(&self) -> Self {
        Self { open: SortedSet::new(), ..*self }
    }

    /// Follows what happened. Where what draws differences could not be had, the texts stand there without, and whoever opens another
    /// history asks again.
    pub(in crate::app) fn follow(&mut self, msg: HistoryMsg) -> Vec<Step> {
        match msg {
            HistoryMsg::Opened(id) => {
                self.open.insert(id);
                let asks = !self.is_here && !std::mem::replace(&mut self.asked, true);
                return only(asks.then_some(Effect::FetchHistory));
            }
            HistoryMsg::Closed(id) => drop(self.open.remove(&id)),
            HistoryMsg::Came => self.is_here = true,
            HistoryMsg::Missed => self.asked = false,
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::id;

    #[test]
    fn what_draws_differences_is_fetched_once_and_again_after_a_failure() {
        let mut histories = Histories::default();
        let fetch = || vec![Step::from(Effect::FetchHistory)];
        assert_eq!(histories.follow(HistoryMsg::Opened(id(1))), fetch());
        assert_eq!(histories.follow(HistoryMsg::Opened(id(2))), [], "it is on its way");
        assert_eq!((histories.follow(HistoryMsg::Missed), histories.shown().count()), (Vec::new(), 0));
        assert_eq!(histories.follow(HistoryMsg::Opened(id(1))), fetch());
        histories.follow(HistoryMsg::Came);
        assert_eq!(histories.shown().collect::<Vec<_>>(), [id(1), id(2)]);
        histories.follow(HistoryMsg::Closed(id(1)));
        assert_eq!((histories.shows(id(1)), histories.shows(id(2))), (false, true));
        assert_eq!(histories.follow(HistoryMsg::Opened(id(1))), [], "it is here");
    }
}
