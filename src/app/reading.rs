//! How a thread is opened, and what another page says of it.

use super::carrying_out::carry_out;
use super::effect::Effect;
use super::model::Model;
use super::publishing;
use crate::domain::author::AuthorName;
use crate::replica::Env;
use crate::store::order::Found;
use crate::store::stored_text::StoredText;

/// The key of the remembered name, which is told between pages like a record.
pub(super) const NAME_KEY: &str = "aw1p:name";

/// Forgets the thread in memory and orders the configured one to be read.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    model.undoable.clear();
    // What waits for room was written for the thread that is left; it is a draft there.
    model.waiting_for_room = None;
    model.emptying.keep_quiet();
    model.confirming = None;
    model.letter = None;
    let mut effects = publishing::leave(model);
    let opened = model.discussion.open(model.config.thread.clone(), &model.config.aliases, model.now);
    model.list();
    effects.extend(carry_out(model, opened));
    effects
}

/// Takes a record that another tab or widget wrote while this one is shown.
pub(super) fn heard(model: &mut Model, found: &Found, env: &mut Env) -> Vec<Effect> {
    if found.key == NAME_KEY {
        if let StoredText::Text(name) = &found.value
            && AuthorName::new(name).is_ok()
        {
            model.name.clone_from(name);
        }
        return Vec::new();
    }
    let outputs = model.discussion.heard(found, env);
    carry_out(model, outputs)
}
