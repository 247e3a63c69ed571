//! What the copies that keep a thread answer.

use super::carrying_out::carry_out;
use super::effect::Effect;
use super::model::Model;
use super::{emptying, import_writing};
use crate::replica::Env;
use crate::store::order::{Answer, Place};

/// Takes an answer.
pub(super) fn answered(model: &mut Model, answer: Answer, env: &mut Env) -> Vec<Effect> {
    match answer {
        Answer::Listed { place, thread, result } => {
            let outputs = model.discussion.listed(place, &thread, result, env);
            carry_out(model, outputs)
        }
        Answer::Fetched { place, thread, records, end } => {
            let outputs = model.discussion.fetched(place, &thread, records, end, env);
            carry_out(model, outputs)
        }
        Answer::Wrote { place, key, result } => {
            let is_awaited = model.discussion.all().any(|replica| replica.awaits(&key));
            if place == Place::Local
                && !is_awaited
                && let Some(effects) = import_writing::wrote(model, &key, result, env)
            {
                return effects;
            }
            let outputs = model.discussion.wrote(place, &key, result);
            let room = emptying::make_room(model, &key);
            let mut effects = carry_out(model, outputs);
            effects.extend(room);
            effects
        }
        Answer::Checked { key, result } => {
            let outputs = model.discussion.checked(&key, result);
            carry_out(model, outputs)
        }
        Answer::Removed { place, thread, keys, result } => {
            let outputs = model.discussion.removed(place, &thread, &keys, result);
            emptying::removed(model, place, &thread, &keys, result);
            let mut effects = carry_out(model, outputs);
            if place == Place::Local && model.is_full() {
                effects.push(Effect::MeasureRoom);
            }
            effects
        }
    }
}
