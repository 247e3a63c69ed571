//! What scripts of the page wait for. A room: it knows nothing of the others.

use super::effect::Effect;
use super::request::Reply;
use crate::discussion::Discussion;
use crate::replica::{Replica, generation_key};

/// Requests that wait for something.
#[derive(Clone, Debug, Default)]
pub(super) struct Calls {
    /// Requests to clear, each with the keys of the records that say so.
    clearing: Vec<(u32, Vec<String>)>,
    /// Requests to read everything again.
    reloading: Vec<u32>,
}

impl Calls {
    /// Has a request wait until what is deleted now is said to be so wherever it is kept.
    pub(super) fn wait_for_clearing(&mut self, ticket: u32, discussion: &Discussion) {
        let key = |replica: &Replica| generation_key(&replica.key(), replica.set().generation());
        self.clearing.push((ticket, discussion.all().map(key).collect()));
    }

    /// Has a request wait until everything was read.
    pub(super) fn wait_for_reading(&mut self, ticket: u32) {
        self.reloading.push(ticket);
    }

    /// Answers the requests for which that is done, as far as it can be, for which the page waits. `is_coming`: the article or the
    /// published file is on its way.
    pub(super) fn fulfilled(&mut self, discussion: &Discussion, is_coming: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut reply = |ticket, reply| effects.push(Effect::Reply { ticket, reply });
        self.clearing.retain(|(ticket, keys)| {
            let waits = keys.iter().any(|key| discussion.all().any(|replica| replica.outbox().holds(key)));
            if !waits {
                reply(*ticket, Reply::Cleared);
            }
            waits
        });
        if !is_coming && !discussion.all().any(Replica::is_reading) {
            std::mem::take(&mut self.reloading).into_iter().for_each(|ticket| reply(ticket, Reply::Obeyed));
        }
        effects
    }
}
