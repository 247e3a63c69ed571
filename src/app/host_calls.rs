//! The host API calls whose promises are not settled yet. A room: it knows nothing of the others.

use super::effect::Effect;
use super::host_call::HostResult;
use crate::discussion::Discussion;
use crate::replica::{Replica, epoch_key};

/// Host API calls that wait for something.
#[derive(Clone, Debug, Default)]
pub(super) struct HostCalls {
    /// Calls to clear, each with the keys of the records that delete everything.
    clearing: Vec<(u32, Vec<String>)>,
    /// Calls to read everything again.
    reloading: Vec<u32>,
}

impl HostCalls {
    /// Has a call wait until both copies keep the records that say what is deleted now.
    pub(super) fn wait_for_clearing(&mut self, ticket: u32, discussion: &Discussion) {
        let key = |replica: &Replica| epoch_key(&replica.key(), replica.set().epoch());
        self.clearing.push((ticket, discussion.all().map(key).collect()));
    }

    /// Has a call wait until everything was read.
    pub(super) fn wait_for_reading(&mut self, ticket: u32) {
        self.reloading.push(ticket);
    }

    /// Settles the calls for which what the page waits for is done, as far as it can be. `is_coming`: the article or the
    /// published file is on its way.
    pub(super) fn fulfilled(&mut self, discussion: &Discussion, is_coming: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut settle = |ticket, result| effects.push(Effect::Settle { ticket, result });
        self.clearing.retain(|(ticket, keys)| {
            let waits = keys.iter().any(|key| discussion.all().any(|replica| replica.outbox().holds(key)));
            if !waits {
                settle(*ticket, HostResult::Cleared);
            }
            waits
        });
        if !is_coming && !discussion.all().any(Replica::is_reading) {
            std::mem::take(&mut self.reloading).into_iter().for_each(|ticket| settle(ticket, HostResult::Done));
        }
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{World, own, post};
    use super::super::step::Step;
    use super::*;

    #[test]
    fn the_call_of_a_script_that_clears_is_settled_once_its_record_is_kept() {
        let (mut world, mut calls) = (World::reading(&[own(1, post())]), HostCalls::default());
        let outputs = world.discussion.delete_everything();
        calls.wait_for_clearing(4, &world.discussion);
        assert_eq!(calls.fulfilled(&world.discussion, false), []);
        world.keep(vec![Step::Out(outputs)]);
        let cleared = Effect::Settle { ticket: 4, result: HostResult::Cleared };
        // The article may be on its way: what is cleared does not wait for it.
        assert_eq!(calls.fulfilled(&world.discussion, true), [cleared]);
        assert_eq!(calls.fulfilled(&world.discussion, false), [], "and only once");
    }

    #[test]
    fn a_later_deletion_does_not_keep_an_earlier_request_waiting() {
        let (mut world, mut calls) = (World::reading(&[own(1, post())]), HostCalls::default());
        let outputs = world.discussion.delete_everything();
        calls.wait_for_clearing(1, &world.discussion);
        world.keep(vec![Step::Out(outputs)]);
        world.discussion.delete_everything();
        calls.wait_for_clearing(2, &world.discussion);
        let answered = calls.fulfilled(&world.discussion, false);
        assert_eq!(answered, [Effect::Settle { ticket: 1, result: HostResult::Cleared }]);
    }

    #[test]
    fn whoever_has_all_read_again_waits_for_both_copies_the_article_and_the_published_file() {
        let mut calls = HostCalls::default();
        calls.wait_for_reading(1);
        calls.wait_for_reading(2);
        assert_eq!(calls.fulfilled(&World::unread().discussion, false), [], "the copies are being read");
        let world = World::reading(&[]);
        assert_eq!(calls.fulfilled(&world.discussion, true), [], "something is on its way");
        let done = [1, 2].map(|ticket| Effect::Settle { ticket, result: HostResult::Done });
        assert_eq!(calls.fulfilled(&world.discussion, false), done);
        assert_eq!(calls.fulfilled(&world.discussion, false), []);
    }
}
