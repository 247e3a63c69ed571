//! The end of an import, whether all is written or the reader stopped it.

use super::effect::Effect;
use super::host_call::HostResult;
use super::import::Import;
use super::state::Manage;
use crate::port::ToThread;

/// Ends the import where it is. What is written stays; whoever imports the same file again goes on with the rest.
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
