//! The drafts of a discussion.

use super::state::Discussion;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::domain::written::Written;
use crate::replica::drafts::OtherDraft;
use crate::replica::{Env, Output, Replica};

impl Discussion {
    /// Keeps the text of a composer while the engine is not there; gives the key and the value for the primary copy.
    pub fn write_early(&mut self, composer: ComposerId, written: Written, env: &mut Env) -> Option<(String, String)> {
        self.shown.write_early(composer, written, env)
    }

    /// Takes note of the text in a composer.
    pub fn typed(&mut self, composer: ComposerId, written: Written, env: &mut Env) -> Vec<Output> {
        let number = self.number_of_composer(composer);
        let outputs = self.at(number).typed(composer, written, env);
        self.pass_on(outputs, number.is_none())
    }

    /// Takes note that a composer was closed with a text in it.
    pub fn closed(&mut self, composer: ComposerId, written: Written, env: &mut Env) -> Vec<Output> {
        let number = self.number_of_composer(composer);
        let outputs = self.at(number).closed(composer, written, env);
        self.pass_on(outputs, number.is_none())
    }

    /// Writes all drafts into the copy that responds before the page is gone.
    pub fn flush_drafts(&mut self) -> Vec<Output> {
        self.each(&mut Replica::flush_drafts)
    }

    /// Writes the drafts and records that may be lost with the page.
    pub fn hide(&mut self) -> Vec<Output> {
        self.each(&mut Replica::hide)
    }

    /// Does in each replica what is due.
    pub fn tick(&mut self, env: &mut Env) -> Vec<Output> {
        let mut outputs = Vec::new();
        for number in 0..self.others.len() {
            let Some(other) = self.others.get_mut(number) else {
                continue;
            };
            // Of the drafts under another id of the discussion only edits have a composer here.
            let ticked = other.tick(&self.comments, |composer| matches!(composer, ComposerId::Edit(_)), env);
            outputs.extend(self.pass_on(ticked, false));
        }
        let ticked = self.shown.tick(&self.comments, |_| true, env);
        outputs.extend(self.pass_on(ticked, true));
        outputs
    }

    /// Says which drafts of a thread are this page's.
    pub fn answer_for_drafts(&self, thread: &ThreadKey) -> Vec<Output> {
        let mut outputs = Vec::new();
        self.all().filter(|replica| replica.key() == *thread).for_each(|it| outputs.extend(it.answer_for_drafts()));
        outputs
    }

    /// The texts of other pages that are offered for a composer: for an edit only those of its comment's thread, for a new comment
    /// also edits under another id, whose own composer may be gone or taken.
    pub fn offered_drafts(&self, composer: ComposerId) -> impl Iterator<Item = (OperationId, &OtherDraft)> {
        let mut offered: Vec<_> = self.of_composer(composer).drafts().offered().collect();
        if composer == ComposerId::New {
            for elsewhere in &self.others {
                let changes = elsewhere.drafts().offered();
                offered.extend(changes.filter(|(_, other)| matches!(other.composer, ComposerId::Edit(_))));
            }
        }
        offered.into_iter()
    }

    /// The composer beside which a text is offered.
    pub fn home_of(&self, other: &OtherDraft) -> ComposerId {
        self.of_composer(other.composer).home_of(other, &self.comments)
    }

    /// Puts a text that another page wrote into its composer, and says into which; `None` if there is no such text.
    pub fn use_draft(&mut self, name: OperationId, env: &mut Env) -> Option<(ComposerId, Vec<Output>)> {
        let mut number = self.number_of_draft(name);
        if let Some(other) = number.and_then(|number| self.others.get_mut(number))
            && other.drafts().get_other(name).is_some_and(|it| other.home_of(it, &self.comments) == ComposerId::New)
        {
            // The composer for a new comment is of the thread that the page names: from here on the text is a new comment there.
            self.shown.inherit_draft(other, name);
            number = None;
        }
        let replica = number.and_then(|number| self.others.get_mut(number)).unwrap_or(&mut self.shown);
        let (composer, outputs) = replica.use_draft(name, &self.comments, env)?;
        Some((composer, self.pass_on(outputs, number.is_none())))
    }

    /// Discards a draft that another page left, and says whether there was one.
    pub fn discard_draft(&mut self, name: OperationId) -> (bool, Vec<Output>) {
        let number = self.number_of_draft(name);
        number.and_then(|number| self.others.get_mut(number)).unwrap_or(&mut self.shown).discard_draft(name)
    }

    /// Takes the discarded draft back, and gives its name.
    pub fn bring_back_draft(&mut self) -> Option<OperationId> {
        self.shown.bring_back_draft().or_else(|| self.others.iter_mut().find_map(Replica::bring_back_draft))
    }

    /// Removes the discarded draft from the copies: it cannot be taken back any more.
    pub fn forget_discarded(&mut self) -> Vec<Output> {
        self.each(&mut Replica::forget_discarded)
    }

    /// Whether there are texts of other pages.
    pub fn has_other_drafts(&self) -> bool {
        self.all().any(|replica| replica.drafts().has_others())
    }

    /// Whether the reader has just discarded a draft, and may want it back.
    pub fn is_discarded(&self, name: OperationId) -> bool {
        self.all().any(|replica| replica.drafts().discarded() == Some(name))
    }

    /// Whether the other pages have been asked which drafts are theirs, and still have time to answer.
    pub fn asks_for_drafts(&self) -> bool {
        self.all().any(|replica| replica.drafts().is_asking())
    }

    fn number_of_draft(&self, name: OperationId) -> Option<usize> {
        self.others.iter().position(|other| other.drafts().has_other(name))
    }
}
