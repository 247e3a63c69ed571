//! The responses of the copies that keep a thread.

use super::effect::Effect;
use super::state::App;
use super::step::Step;
use crate::domain::thread_id::ThreadKey;
use crate::port::ToManage;
use crate::replica::Env;
use crate::store::copy::request::{Place, Response};
use crate::store::copy::store_error::StoreError;

/// Takes a response.
pub(super) fn take(app: &mut App, response: Response, env: &mut Env) -> Vec<Step> {
    let outputs = match response {
        Response::Listed { place, thread, result } => app.discussion.listed(place, &thread, result, env),
        Response::Fetched { place, thread, records, end } => app.discussion.fetched(place, &thread, records, end, env),
        Response::Wrote { place, key, result } => app.discussion.wrote(place, &key, result),
        Response::Checked { key, result } => app.discussion.checked(&key, result),
        Response::Removed { place, thread, keys, result } => {
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
