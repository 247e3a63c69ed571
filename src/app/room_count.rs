//! When the room there is is counted again.

use super::config::Keeping;
use super::effect::Effect;
use super::model::Model;

/// For how long a count is good enough, in milliseconds: a page that is looked at again is woken by several events.
const GOOD_FOR: u64 = 1_000;

/// Counts the room anew, now that somebody else may have taken or made some.
pub(super) fn again(model: &mut Model) -> Option<Effect> {
    let old = model.now < model.counted_at || model.now.since(model.counted_at) >= GOOD_FOR;
    let due = old && model.config.storage == Keeping::Browser;
    due.then(|| {
        model.counted_at = model.now;
        Effect::MeasureRoom
    })
}
