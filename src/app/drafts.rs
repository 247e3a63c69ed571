//! What the reader does with a text that another page left.

use super::carrying_out::carry_out;
use super::effect::{Effect, FocusTarget};
use super::model::Model;
use crate::domain::operation_id::OperationId;
use crate::replica::Env;

/// Puts a text into its box because the reader asked for it.
pub(super) fn use_it(model: &mut Model, name: OperationId, env: &mut Env) -> Vec<Effect> {
    let Some((form, adopted)) = model.discussion.use_draft(name, env) else {
        return Vec::new();
    };
    let mut effects = carry_out(model, adopted);
    effects.push(Effect::Focus(FocusTarget::Form(form)));
    effects
}

/// Throws away a text. It can be taken back until the next one, or until the page is left.
pub(super) fn discard(model: &mut Model, name: OperationId) -> Vec<Effect> {
    let (is_gone, outputs) = model.discussion.discard_draft(name);
    let mut effects = carry_out(model, outputs);
    effects.extend(is_gone.then_some(Effect::Focus(FocusTarget::Draft(name))));
    effects
}

/// Takes that back.
pub(super) fn bring_back(model: &mut Model) -> Vec<Effect> {
    model.discussion.bring_back_draft().map(|name| Effect::Focus(FocusTarget::Draft(name))).into_iter().collect()
}
