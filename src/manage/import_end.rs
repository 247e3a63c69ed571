//! The end of an import.

use super::effect::Effect;
use super::host_call::HostResult;
use super::import::Import;
use super::state::Manage;
use crate::port::ToThread;

/// Leaves the import where it is. What is written stands; the same file goes on with the rest.
pub(super) fn give_up(manage: &mut Manage) -> Vec<Effect> {
    let Import::Writing(writing) = std::mem::take(&mut manage.import) else {
        return Vec::new();
    };
    let (written, left_out) = writing.counts();
    let mut effects = vec![Effect::ToThread(ToThread::ImportEnded)];
    let settle = |ticket| Effect::Settle { ticket, result: HostResult::Done { written, left_out } };
    effects.extend(writing.ticket.map(settle));
    effects
}
