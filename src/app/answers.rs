//! What the copies that keep a thread answer.

use super::effect::Effect;
use super::state::App;
use super::step::Step;
use crate::domain::thread_id::ThreadKey;
use crate::port::ToManage;
use crate::replica::Env;
use crate::store::copy::order::{Answer, Place};
use crate::store::copy::store_error::StoreError;

/// Takes an answer.
pub(super) fn take(app: &mut App, answer: Answer, env: &mut Env) -> Vec<Step> {
    let outputs = match answer {
        Answer::Listed { place, thread, result } => app.discussion.listed(place, &thread, result, env),
        Answer::Fetched { place, thread, records, end } => app.discussion.fetched(place, &thread, records, end, env),
        Answer::Wrote { place, key, result } => app.discussion.wrote(place, &key, result),
        Answer::Checked { key, result } => app.discussion.checked(&key, result),
        Answer::Removed { place, thread, keys, result } => {
            let mut steps = removed(app, place, &thread, &keys, result);
            if place == Place::Local && result.is_ok() {
                steps.push(Effect::Say(ToManage::MadeRoom).into());
            }
            return steps;
        }
    };
    vec![Step::Out(outputs)]
}

/// Takes note that keys are gone from a copy: there may be room now.
pub(super) fn removed(
    app: &mut App,
    place: Place,
    thread: &ThreadKey,
    keys: &[String],
    result: Result<(), StoreError>,
) -> Vec<Step> {
    let mut steps = vec![Step::Out(app.discussion.removed(place, thread, keys, result))];
    if place == Place::Local && app.is_full() {
        steps.push(Effect::MeasureRoom.into());
    }
    steps
}
