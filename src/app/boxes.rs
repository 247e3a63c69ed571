//! The texts that stand in the forms of a page, and the drafts of other pages that are offered beside them.

use super::composer::form::FormId;
use super::state::App;
use crate::domain::operation_id::OperationId;
use crate::replica::drafts::OtherDraft;

impl App {
    /// The text that the reader is writing in a form of this page, as far as the program was told of it; `None` without one.
    pub fn draft(&self, form: FormId) -> Option<&str> {
        self.discussion.of_form(form).drafts().text(form)
    }

    /// The text that a form is drawn with: what the reader was writing in it, else what it was opened with. It matters for a form that was
    /// out of the drawn range and comes back.
    pub fn box_text(&self, form: FormId) -> &str {
        let initial = || self.composer.forms().get(form).map(|open| open.initial.as_str());
        self.draft(form).or_else(initial).unwrap_or_default()
    }

    /// The drafts of other pages that are shown beside a form, each under its name. A draft for a form that is closed here is shown beside
    /// the form for a new comment.
    pub fn other_drafts(&self, form: FormId) -> impl Iterator<Item = (OperationId, &OtherDraft)> {
        self.discussion.offered_drafts(form).filter(move |(_, other)| self.beside(other) == form)
    }

    fn beside(&self, other: &OtherDraft) -> FormId {
        let home = self.discussion.home_of(other);
        if self.composer.forms().get(home).is_some() { home } else { FormId::New }
    }

    /// Whether the form that a draft of another page would go into is free: nobody is writing in it.
    pub fn has_place_for(&self, other: &OtherDraft) -> bool {
        let home = self.discussion.home_of(other);
        !self.discussion.of_form(home).drafts().is_writing(home)
    }
}
