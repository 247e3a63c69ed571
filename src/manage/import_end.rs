//! The end of an import.

use super::effect::Effect;
use super::import::Import;
use super::requests::Reply;
use super::state::Manage;
use crate::port::ToThread;

/// Leaves the import where it is. What is written stands; the same file goes on with the rest.
pub(super) fn give_up(manage: &mut Manage) -> Vec<Effect> {
    let Import::Writing(writing) = std::mem::take(&mut manage.import) else {
        return Vec::new();
    };
    let (written, left_out) = writing.counts();
    let mut effects = vec![Effect::Say(ToThread::ImportEnded)];
    let reply = |ticket| Effect::Reply { ticket, reply: Reply::Done { written, left_out } };
    effects.extend(writing.ticket.map(reply));
    effects
}
