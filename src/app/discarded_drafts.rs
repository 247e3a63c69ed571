//! A draft that the reader has thrown away, which can be taken back for a while.

use super::drafting::withdraw;
use super::effect::{Effect, FocusTarget};
use super::model::Model;
use crate::domain::operation_id::OperationId;

/// Throws away a text that another page left. It can be taken back until the next one, or until the page is left.
pub(super) fn discard(model: &mut Model, name: OperationId) -> Vec<Effect> {
    let mut effects = forget_discarded(model);
    if model.drafts.others.get(&name).is_none_or(|other| other.live) {
        return effects;
    }
    model.drafts.discarded = model.drafts.others.remove(&name).map(|other| (name, other));
    model.drafts.here.retain(|_, writing| writing.name != name);
    effects.push(Effect::Focus(FocusTarget::Draft(name)));
    effects
}

/// Takes that back.
pub(super) fn bring_back(model: &mut Model) -> Vec<Effect> {
    let Some((name, other)) = model.drafts.discarded.take() else {
        return Vec::new();
    };
    model.drafts.others.insert(name, other);
    vec![Effect::Focus(FocusTarget::Draft(name))]
}

/// Removes for good what was thrown away.
pub(super) fn forget_discarded(model: &mut Model) -> Vec<Effect> {
    let keys = model.drafts.discarded.take().map(|(_, other)| other.keys);
    withdraw(model, keys.into_iter().flatten().collect())
}
