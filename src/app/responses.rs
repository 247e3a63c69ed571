//! The responses of the copies that keep a thread.

use super::effect::Effect;
use super::state::App;
use super::step::Step;
use crate::domain::thread_id::ThreadKey;
use crate::port::ToManage;
use crate::replica::Env;
use crate::store::copy::request::{CopyId, Response};
use crate::store::copy::store_error::StoreError;

/// Takes a response.
pub(super) fn take(app: &mut App, response: Response, env: &mut Env) -> Vec<Step> {
    let outputs = match response {
        Response::Listed { copy, thread, result } => app.discussion.listed(copy, &thread, result, env),
        Response::Fetched { copy, thread, records, end } => app.discussion.fetched(copy, &thread, records, end, env),
        Response::Wrote { copy, key, result } => app.discussion.wrote(copy, &key, result),
        Response::Checked { key, result } => app.discussion.checked(&key, result),
        Response::Removed { copy, thread, keys, result } => {
            let mut steps = removed(app, copy, &thread, &keys, result);
            if copy == CopyId::Primary && result.is_ok() {
                steps.push(Effect::ToManage(ToManage::FreedSpace).into());
            }
            return steps;
        }
    };
    vec![Step::Out(outputs)]
}

/// Takes note that keys are gone from a copy: there may be space now.
pub(super) fn removed(
    app: &mut App,
    copy: CopyId,
    thread: &ThreadKey,
    keys: &[String],
    result: Result<(), StoreError>,
) -> Vec<Step> {
    let mut steps = vec![Step::Out(app.discussion.removed(copy, thread, keys, result))];
    if copy == CopyId::Primary && app.is_full() {
        steps.push(Effect::MeasureUsage.into());
    }
    steps
}
