//! What stands in the boxes of a page, and beside them.

use super::composer::form::FormId;
use super::state::App;
use crate::domain::operation_id::OperationId;
use crate::replica::drafts::OtherDraft;

impl App {
    /// The text in a box of this page, as far as it was noticed.
    pub fn draft(&self, form: FormId) -> Option<&str> {
        self.discussion.of_form(form).drafts().text(form)
    }

    /// The text that a box is drawn with: what was last written in it, for a box that was out of sight.
    pub fn box_text(&self, form: FormId) -> &str {
        let initial = || self.composer.forms().get(form).map(|open| open.initial.as_str());
        self.draft(form).or_else(initial).unwrap_or_default()
    }

    /// The texts that other pages wrote, to be shown beside a box, by the name of the draft. Where their own box is closed
    /// they stand beside the one for a new comment.
    pub fn other_drafts(&self, form: FormId) -> impl Iterator<Item = (OperationId, &OtherDraft)> {
        self.discussion.offered_drafts(form).filter(move |(_, other)| self.beside(other) == form)
    }

    fn beside(&self, other: &OtherDraft) -> FormId {
        let home = self.discussion.home_of(other);
        if self.composer.forms().get(home).is_some() { home } else { FormId::New }
    }

    /// Whether the box that a text would go to is free.
    pub fn has_place_for(&self, other: &OtherDraft) -> bool {
        let home = self.discussion.home_of(other);
        !self.discussion.of_form(home).drafts().is_writing(home)
    }
}
