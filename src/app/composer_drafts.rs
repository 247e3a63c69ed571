//! The texts that stand in the composers of a page, and the drafts of other pages that are offered beside them.

use super::composer::composers::ComposerId;
use super::state::App;
use crate::domain::operation_id::OperationId;
use crate::replica::drafts::OtherDraft;

impl App {
    /// The text that the reader is writing in a composer of this page, as far as the program was told of it; `None` without one.
    pub fn draft(&self, composer: ComposerId) -> Option<&str> {
        self.discussion.of_composer(composer).drafts().text(composer)
    }

    /// The text that a composer is drawn with: what the reader was writing in it, else what it was opened with. It matters for a
    /// composer that was out of the drawn range and comes back.
    pub fn composer_text(&self, composer: ComposerId) -> &str {
        let initial = || self.composer.composers().get(composer).map(|open| open.initial.as_str());
        self.draft(composer).or_else(initial).unwrap_or_default()
    }

    /// The drafts of other pages that are shown beside a composer, each under its name. A draft for a composer that is closed here
    /// is shown beside the composer for a new comment.
    pub fn other_drafts(&self, composer: ComposerId) -> impl Iterator<Item = (OperationId, &OtherDraft)> {
        self.discussion.offered_drafts(composer).filter(move |(_, other)| self.beside(other) == composer)
    }

    fn beside(&self, other: &OtherDraft) -> ComposerId {
        let home = self.discussion.home_of(other);
        if self.composer.composers().get(home).is_some() { home } else { ComposerId::New }
    }

    /// Whether the composer that a draft of another page would go into is free: nobody is writing in it.
    pub fn has_place_for(&self, other: &OtherDraft) -> bool {
        let home = self.discussion.home_of(other);
        !self.discussion.of_composer(home).drafts().is_writing(home)
    }
}
