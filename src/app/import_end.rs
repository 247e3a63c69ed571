//! The end of an import in the panel.

use super::effect::Effect;
use super::import::Import;
use super::model::Model;
use super::requests::Reply;

/// Leaves the import in the panel where it is. What is written stands; the same file goes on with the rest.
pub(super) fn give_up(model: &mut Model) -> Vec<Effect> {
    let left = model.panel.as_mut().map(|panel| std::mem::take(&mut panel.import));
    let Some(Import::Writing(writing)) = left else {
        return Vec::new();
    };
    model.list();
    let (written, left_out) = writing.counts();
    let reply = |ticket| Effect::Reply { ticket, reply: Reply::Done { written, left_out } };
    writing.ticket.map(reply).into_iter().collect()
}
