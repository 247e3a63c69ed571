//! What follows from what a room did. A room changes nothing but itself and the discussion; what concerns others it says here.

use super::effect::Effect;
use crate::domain::operation_id::OperationId;
use crate::port::announced::Announced;
use crate::replica::Output;

/// Something that follows, in its order.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Something is to be done.
    Do(Effect),
    /// The discussion has said something.
    Out(Vec<Output>),
    /// Something is to be said aloud.
    Say(Announced),
    /// The list is to follow the discussion and the open boxes.
    List,
    /// The list is to be shown from its beginning.
    Turn,
    /// This comment is to be drawn.
    Reveal(OperationId),
}

/// What follows where one thing may be to be done.
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
