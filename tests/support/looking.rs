//! What can be seen of a page, and of the two places in which its browser keeps things.

use article_widget::app::Effect;
use article_widget::app::form::FormId;
use article_widget::app::host_event::HostEvent;
use article_widget::app::import::Import;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::row::Row;
use article_widget::domain::rows::Rows;
use article_widget::store::key_value::{InMemory, KeyValue};
use article_widget::store::record_key::RecordKey;
use article_widget::store::stored_text::StoredText;

use super::Page;

impl Page {
    /// What the page was told since the last look.
    pub(crate) fn told_page(&mut self) -> Vec<HostEvent> {
        let thread = self.model.config.thread.clone();
        let tell = |effect| match effect {
            Effect::TellPage { thread: of, event } => {
                assert_eq!(of, thread);
                Some(event)
            }
            _ => None,
        };
        self.orders().into_iter().filter_map(tell).collect()
    }

    /// What a reader sees: a line for each row that is drawn, indented by its depth, deleted ones in brackets.
    pub(crate) fn shown(&self) -> Vec<String> {
        let line = |row: Row| {
            let text = row.comment.current.body.as_str();
            let text = if row.comment.deleted { format!("[{text}]") } else { text.to_owned() };
            format!("{}{text}", "  ".repeat(usize::from(row.depth)))
        };
        self.model.drawn().map(line).collect()
    }

    /// Whether the rows are those of the thread, but for what only a possible undoing keeps there. While a file is being read the
    /// thread is ahead of them: not every slice is listed.
    #[track_caller]
    pub(super) fn check_rows(&self) {
        let writes = self.model.panel.as_ref().is_some_and(|panel| matches!(panel.import, Import::Writing(_)));
        if !self.model.is_ready() || self.model.published.is_coming || writes {
            return;
        }
        let visible = |rows: &Rows| rows.iter().filter(|row| !row.comment.deleted).collect::<Vec<_>>();
        let anew = Rows::of(self.model.thread(), self.model.sort(), self.model.now);
        assert_eq!(visible(self.model.rows()), visible(&anew), "the rows follow the thread");
    }

    /// The key of one of the reader's own operations.
    pub(crate) fn key(&self, id: OperationId) -> String {
        RecordKey::own(&self.model.config.thread.key(), id).to_string()
    }

    /// Everything in storage.
    pub(crate) fn stored(&self) -> Vec<(String, StoredText)> {
        all(&self.storage)
    }

    /// Everything in the second copy.
    pub(crate) fn mirrored(&self) -> Vec<(String, StoredText)> {
        all(&self.mirror)
    }

    /// The keys of the drafts in storage.
    pub(crate) fn stored_drafts(&self) -> Vec<String> {
        drafts(&self.storage)
    }

    /// The keys of the drafts in the second copy.
    pub(crate) fn mirrored_drafts(&self) -> Vec<String> {
        drafts(&self.mirror)
    }

    /// The texts that were put into boxes since the last look.
    pub(crate) fn filled(&mut self) -> Vec<(FormId, String)> {
        let fill = |effect| match effect {
            Effect::FillForm { form, text } => Some((form, text)),
            _ => None,
        };
        self.orders().into_iter().filter_map(fill).collect()
    }

    /// The texts shown beside a box.
    pub(crate) fn drafts_beside(&self, form: FormId) -> Vec<&str> {
        self.model.other_drafts(form).map(|(_, other)| other.draft.text.as_str()).collect()
    }

    /// Whether a text stands in storage.
    pub(crate) fn is_stored(&self, text: &str) -> bool {
        self.stored().iter().any(|(_, value)| matches!(value, StoredText::Text(held) if held.contains(text)))
    }

    /// Whether a text stands anywhere in the two copies.
    pub(crate) fn is_kept(&self, text: &str) -> bool {
        let says = |(_, value): &(String, StoredText)| matches!(value, StoredText::Text(held) if held.contains(text));
        self.stored().iter().chain(&self.mirrored()).any(says)
    }
}

fn all(place: &InMemory) -> Vec<(String, StoredText)> {
    let keys = place.keys("").unwrap();
    keys.into_iter().map(|key| (key.clone(), place.get(&key).unwrap().unwrap())).collect()
}

fn drafts(place: &InMemory) -> Vec<String> {
    place.keys("aw1d:").unwrap()
}

/// Empties a place, as a script that calls `clear()` does.
pub(crate) fn clear(place: &InMemory) {
    place.keys("").unwrap().iter().for_each(|key| place.remove(key).unwrap());
}
