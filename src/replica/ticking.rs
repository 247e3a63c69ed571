//! What a replica does when time has passed, and when the page is about to go.

use super::drafts::{ANSWER_WITHIN, MIRROR_WITHIN};
use super::env::Env;
use super::output::Output;
use super::state::{KEPT_SHOWN, Replica};
use crate::domain::composer_id::ComposerId;
use crate::domain::thread::Thread;
use crate::domain::timestamp::Timestamp;

impl Replica {
    /// Does what is due: repeats attempts, writes drafts that have waited long enough, and adopts drafts that no page claims into
    /// the composers that there are. `shown` are the comments of the whole discussion.
    pub fn tick(&mut self, shown: &Thread, has_composer: fn(ComposerId) -> bool, env: &mut Env) -> Vec<Output> {
        let now = self.now;
        let mut outputs = self.send_due();
        outputs.extend(self.write_due_drafts());
        if self.drafts.waiting.is_some_and(|since| now.since(since) >= MIRROR_WITHIN || since > now) {
            self.drafts.waiting = None;
            outputs.extend(self.ask_for_drafts(true));
        }
        if self.drafts.asked.is_some_and(|asked| now.since(asked) >= ANSWER_WITHIN || asked > now) {
            self.drafts.asked = None;
            if std::mem::take(&mut self.drafts.adopts) {
                outputs.extend(self.adopt_drafts(shown, has_composer, env));
                outputs.extend(self.keep_unclaimed());
            }
        }
        outputs
    }

    /// When a request, a draft or an adoption is next due, or "Saved" and "Kept" are no longer shown.
    pub fn next_change(&self) -> Option<Timestamp> {
        let due = self.outbox.next_change(self.now);
        let drafts = self.drafts.next_change(self.rest());
        let kept = self.acknowledged.map(|(_, _, since)| since.plus(KEPT_SHOWN)).filter(|end| *end > self.now);
        [due, drafts, kept].into_iter().flatten().min()
    }

    /// Asks the copies to keep the records that are due.
    pub(super) fn send_due(&mut self) -> Vec<Output> {
        self.outbox.due(self.now).into_iter().map(Output::Ask).collect()
    }

    /// Makes all records due that are on their way.
    pub fn hurry(&mut self) {
        self.outbox.hurry(self.now);
    }

    /// Makes all records due that are on their way, and asks the copies at once.
    pub fn send_again(&mut self) -> Vec<Output> {
        self.hurry();
        self.send_due()
    }

    /// Takes note that there may be space now for records that were refused.
    pub fn has_space(&mut self) -> Vec<Output> {
        if self.outbox.is_refused() { self.send_again() } else { Vec::new() }
    }

    /// Writes the drafts and records that may be lost with the page.
    pub fn hide(&mut self) -> Vec<Output> {
        let mut outputs = self.flush_drafts();
        outputs.extend(self.forget_discarded());
        outputs.extend(self.outbox.leave().into_iter().map(Output::Ask));
        outputs
    }

    /// Gives up the records that are on their way: comments are to be kept in another storage from now on.
    pub fn give_up_sending(&mut self) {
        self.outbox = Default::default();
    }

    /// Takes over the records that another replica has on their way; that replica is dropped.
    pub fn absorb(&mut self, other: Self) {
        self.outbox.absorb(other.outbox);
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;
    use crate::store::copy::request::{CopyId, Found, Request};

    /// A replica that has this record on its way to the mirror first.
    fn sending(found: &Found) -> Replica {
        let mut replica = read(&[], &[]);
        replica.send(found.key.clone(), value(found));
        replica
    }

    #[test]
    fn what_is_on_its_way_is_tried_again_in_its_time_or_when_it_is_asked_for() {
        let deletion = deleted_everything(1);
        let mut replica = sending(&deletion);
        assert_eq!((replica.next_change(), replica.send_due()), (Some(at(2_000)), Vec::new()));
        assert_eq!(replica.send_again(), [write(CopyId::Mirror, &deletion)]);
        for (now, due) in [(2_999, vec![]), (3_000, vec![write(CopyId::Mirror, &deletion)])] {
            replica.is_now(at(now));
            assert_eq!(replica.tick(&Thread::default(), |_| true, &mut env()), due);
        }
    }

    #[test]
    fn a_page_that_is_left_waits_for_nothing() {
        let deletion = deleted_everything(1);
        let mut replica = sending(&deletion);
        replica.typed(ComposerId::New, "text".into(), &mut env());
        let outputs = replica.hide();
        assert!(outputs.contains(&write(CopyId::Primary, &deletion)));
        let puts = outputs.iter().filter(|output| matches!(output, Output::Ask(Request::Put { .. })));
        assert_eq!(puts.count(), 2);
    }

    #[test]
    fn what_is_to_be_kept_elsewhere_is_asked_for_no_more() {
        let deletion = deleted_everything(1);
        let mut replica = sending(&deletion);
        replica.give_up_sending();
        assert!(!replica.is_sending(&deletion.key));
        assert_eq!((replica.send_again(), replica.hide(), replica.next_change()), (Vec::new(), Vec::new(), None));
    }

    #[test]
    fn what_a_replica_that_goes_has_on_its_way_stays_so() {
        let (one, other) = (deleted_everything(1), deleted_everything(2));
        let mut replica = sending(&one);
        replica.absorb(sending(&other));
        assert_eq!(replica.send_again(), [write(CopyId::Mirror, &one), write(CopyId::Mirror, &other)]);
    }
}
