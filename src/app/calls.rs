//! What scripts of the page wait for. A room: it knows nothing of the others.

use super::effect::Effect;
use super::request::Reply;
use crate::discussion::Discussion;
use crate::replica::{Replica, epoch_key};

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
        let key = |replica: &Replica| epoch_key(&replica.key(), replica.set().epoch());
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

#[cfg(test)]
mod tests {
    use super::super::samples::{World, own, post};
    use super::super::step::Step;
    use super::*;

    #[test]
    fn a_script_that_clears_is_answered_once_its_record_is_kept() {
        let (mut world, mut calls) = (World::reading(&[own(1, post())]), Calls::default());
        let outputs = world.discussion.delete_everything();
        calls.wait_for_clearing(4, &world.discussion);
        assert_eq!(calls.fulfilled(&world.discussion, false), []);
        world.keep(vec![Step::Out(outputs)]);
        let cleared = Effect::Reply { ticket: 4, reply: Reply::Cleared };
        // The article may be on its way: what is cleared does not wait for it.
        assert_eq!(calls.fulfilled(&world.discussion, true), [cleared]);
        assert_eq!(calls.fulfilled(&world.discussion, false), [], "and only once");
    }

    #[test]
    fn a_later_deletion_does_not_keep_an_earlier_request_waiting() {
        let (mut world, mut calls) = (World::reading(&[own(1, post())]), Calls::default());
        let outputs = world.discussion.delete_everything();
        calls.wait_for_clearing(1, &world.discussion);
        world.keep(vec![Step::Out(outputs)]);
        world.discussion.delete_everything();
        calls.wait_for_clearing(2, &world.discussion);
        let answered = calls.fulfilled(&world.discussion, false);
        assert_eq!(answered, [Effect::Reply { ticket: 1, reply: Reply::Cleared }]);
    }

    #[test]
    fn whoever_has_all_read_again_waits_for_both_copies_the_article_and_the_published_file() {
        let mut calls = Calls::default();
        calls.wait_for_reading(1);
        calls.wait_for_reading(2);
        assert_eq!(calls.fulfilled(&World::unread().discussion, false), [], "the copies are being read");
        let world = World::reading(&[]);
        assert_eq!(calls.fulfilled(&world.discussion, true), [], "something is on its way");
        let obeyed = [1, 2].map(|ticket| Effect::Reply { ticket, reply: Reply::Obeyed });
        assert_eq!(calls.fulfilled(&world.discussion, false), obeyed);
        assert_eq!(calls.fulfilled(&world.discussion, false), []);
    }
}
