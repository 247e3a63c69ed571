//! What is being written in the boxes of a discussion.

use super::state::Discussion;
use crate::domain::form_id::FormId;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::replica::drafts::OtherDraft;
use crate::replica::{Env, Output, Replica};

impl Discussion {
    /// Takes note of the text in a box.
    pub fn typed(&mut self, form: FormId, text: String, env: &mut Env) -> Vec<Output> {
        let number = self.number_of_form(form);
        let outputs = self.at(number).typed(form, text, env);
        self.pass_on(outputs, number.is_none())
    }

    /// Takes note that a box was closed with a text in it.
    pub fn closed(&mut self, form: FormId, text: &str, env: &mut Env) -> Vec<Output> {
        let number = self.number_of_form(form);
        let outputs = self.at(number).closed(form, text, env);
        self.pass_on(outputs, number.is_none())
    }

    /// Writes what is being written where it is kept before the page is gone.
    pub fn flush_drafts(&mut self) -> Vec<Output> {
        self.each(&mut Replica::flush_drafts)
    }

    /// Writes what may be lost with the page.
    pub fn hide(&mut self) -> Vec<Output> {
        self.each(&mut Replica::hide)
    }

    /// Does what is due.
    pub fn tick(&mut self, env: &mut Env) -> Vec<Output> {
        let mut outputs = Vec::new();
        for number in 0..self.others.len() {
            let Some(other) = self.others.get_mut(number) else {
                continue;
            };
            // Under another id of the discussion only what changes a comment has a box here.
            let ticked = other.tick(&self.comments, |form| matches!(form, FormId::Edit(_)), env);
            outputs.extend(self.pass_on(ticked, false));
        }
        let ticked = self.shown.tick(&self.comments, |_| true, env);
        outputs.extend(self.pass_on(ticked, true));
        outputs
    }

    /// Says which drafts of a thread are this page's.
    pub fn answer_for_drafts(&self, thread: &ThreadKey) -> Vec<Output> {
        self.all().filter(|replica| replica.key() == *thread).flat_map(Replica::answer_for_drafts).collect()
    }

    /// The texts that other pages wrote, to be offered for a box: where a change is made, only those of its comment's thread;
    /// beside the first box also what is a change under another id, whose own box may be gone or taken.
    pub fn offered_drafts(&self, form: FormId) -> impl Iterator<Item = (OperationId, &OtherDraft)> {
        let elsewhere = self.others.iter().filter(move |_| form == FormId::New).flat_map(|it| it.drafts().offered());
        let changes = elsewhere.filter(|(_, other)| matches!(other.form, FormId::Edit(_)));
        self.of_form(form).drafts().offered().chain(changes)
    }

    /// The box beside which a text is offered.
    pub fn home_of(&self, other: &OtherDraft) -> FormId {
        self.of_form(other.form).home_of(other, &self.comments)
    }

    /// Puts a text that another page wrote into its box, and says into which; `None` if there is no such text.
    pub fn use_draft(&mut self, name: OperationId, env: &mut Env) -> Option<(FormId, Vec<Output>)> {
        let mut number = self.number_of_draft(name);
        if let Some(other) = number.and_then(|number| self.others.get_mut(number))
            && other.drafts().get_other(name).is_some_and(|it| other.home_of(it, &self.comments) == FormId::New)
        {
            // The first box is of the thread that the page names: from here on the text is a new comment there.
            self.shown.inherit_draft(other, name);
            number = None;
        }
        let replica = number.and_then(|number| self.others.get_mut(number)).unwrap_or(&mut self.shown);
        let (form, outputs) = replica.use_draft(name, &self.comments, env)?;
        Some((form, self.pass_on(outputs, number.is_none())))
    }

    /// Throws away a text that another page wrote, and says whether there was one.
    pub fn discard_draft(&mut self, name: OperationId) -> (bool, Vec<Output>) {
        let number = self.number_of_draft(name);
        number.and_then(|number| self.others.get_mut(number)).unwrap_or(&mut self.shown).discard_draft(name)
    }

    /// Takes that back, and names what there is again.
    pub fn bring_back_draft(&mut self) -> Option<OperationId> {
        self.shown.bring_back_draft().or_else(|| self.others.iter_mut().find_map(Replica::bring_back_draft))
    }

    /// Removes for good what was thrown away.
    pub fn forget_discarded(&mut self) -> Vec<Output> {
        self.each(&mut Replica::forget_discarded)
    }

    /// Whether there are texts of other pages.
    pub fn has_other_drafts(&self) -> bool {
        self.all().any(|replica| replica.drafts().has_others())
    }

    /// Whether the reader has just thrown a text away, and may want it back.
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
