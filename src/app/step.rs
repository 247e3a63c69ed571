//! What follows from what a room did. A room changes only its own state and the discussion; what is to happen elsewhere it returns
//! as steps, which `events.rs` carries out in their order.

use super::effect::Effect;
use crate::domain::filter::Filter;
use crate::domain::operation_id::OperationId;
use crate::port::announced::Announced;
use crate::replica::Output;

/// One thing that follows.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The browser is to do this.
    Do(Effect),
    /// The discussion has put this out: requests to the copies, broadcasts, and events, from which more may follow.
    Out(Vec<Output>),
    /// This is to be said aloud by screen readers.
    Say(Announced),
    /// The list of rows is to be brought up to date with the discussion and the open composers.
    List,
    /// The list is to be shown from its beginning.
    Turn,
    /// The branch below this comment was folded or opened: the list is to be brought up to date, and what is folded remembered.
    Fold(OperationId),
    /// The range of drawn rows is to be moved to this comment, and the branches that hide it are to be opened.
    Reveal(OperationId),
    /// The same, and the comment is marked as the one to which the reader was led.
    Led(OperationId),
    /// The same for what a search has found. The branches that are opened for it are folded again after the search.
    Found(OperationId),
    /// The search is over: these branches are to be folded again, and all comments to have rows.
    Close(Vec<OperationId>),
    /// These comments alone are to have rows.
    Filter(Filter),
}

/// The steps for an effect, if there is one.
pub(in crate::app) fn only(effect: Option<Effect>) -> Vec<Step> {
    let mut steps = Vec::new();
    steps.extend(effect.map(Step::Do));
    steps
}

impl From<Effect> for Step {
    fn from(effect: Effect) -> Self {
        Self::Do(effect)
    }
}
