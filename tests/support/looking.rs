//! What can be seen of a page, and of the two copies in which its browser keeps things.

use article_widget::app;
use article_widget::app::composers::ComposerId;
use article_widget::app::groups::Placed;
use article_widget::app::host_event::HostEvent;
use article_widget::domain::filter::Filter;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::row::Row;
use article_widget::domain::rows::Rows;
use article_widget::manage;
use article_widget::manage::import::Import;
use article_widget::port::announced::Announced;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::{InMemory, KeyValue};
use article_widget::store::copy::request::Broadcast;
use article_widget::store::format::record_key::RecordKey;
use article_widget::store::format::stored_text::StoredText;
use article_widget::widget::Effect;

use super::Page;

impl Page {
    /// What the page was told since the last look.
    pub(crate) fn told_page(&mut self) -> Vec<HostEvent> {
        let thread = self.widget.app.config.thread.clone();
        let tell = |effect| match effect {
            app::Effect::DispatchEvent { thread: of, event } => {
                assert_eq!(of, thread);
                Some(event)
            }
            _ => None,
        };
        self.effects().into_iter().filter_map(tell).collect()
    }

    /// What a reader sees: a line for each row that is drawn, indented by its depth, deleted ones in brackets.
    pub(crate) fn shown(&self) -> Vec<String> {
        let line = |row: &Row| {
            let text = row.comment.current.body.as_str();
            let text = if row.comment.deleted { format!("[{text}]") } else { text.to_owned() };
            format!("{}{text}", "  ".repeat(usize::from(row.depth)))
        };
        self.widget.app.drawn().map(line).collect()
    }

    /// Which rows are drawn, from gap to gap: the first, and the one after the last.
    pub(crate) fn drawn_ranges(&self) -> Vec<(usize, usize)> {
        let mut drawn: Vec<(usize, usize)> = Vec::new();
        for range in self.widget.app.list.groups().map(Placed::range) {
            match drawn.last_mut() {
                Some((_, end)) if *end == range.start => *end = range.end,
                _ => drawn.push((range.start, range.end)),
            }
        }
        drawn
    }

    /// Whether the rows are those of the thread, but for what only a possible undoing keeps there. While a file is being read the
    /// thread is ahead of them: not every slice is listed.
    #[track_caller]
    pub(super) fn check_rows(&self) {
        let writes = matches!(self.widget.manage.import, Import::Writing(_));
        // What a filter leaves is tried in `tests/rows_properties.rs`, too.
        let is_filtered = self.widget.app.list.filter() != Filter::All;
        if !self.widget.app.is_ready() || self.widget.app.published.is_coming() || writes || is_filtered {
            return;
        }
        let visible = |rows: &Rows| {
            let rows = rows.iter().filter(|row| !row.comment.deleted);
            rows.map(|row| (row.comment, row.depth, row.parent)).collect::<Vec<_>>()
        };
        let anew = Rows::of(self.widget.app.thread(), self.widget.app.sort(), self.widget.app.now);
        let mut anew = visible(&anew);
        // Which rows are hidden in folded branches is tried in `tests/rows_properties.rs`.
        anew.retain(|(comment, ..)| self.widget.app.rows().folded_above(comment.id).is_empty());
        let mut shown = visible(self.widget.app.rows());
        shown.retain(|(comment, ..)| self.widget.app.rows().folded_above(comment.id).is_empty());
        assert_eq!(shown, anew, "the rows follow the thread");
    }

    /// How far what was written about a comment has got.
    pub(crate) fn save_state(&self, id: OperationId) -> Option<SaveState> {
        self.widget.app.discussion().save_state(id)
    }

    /// What was said aloud last.
    #[track_caller]
    pub(crate) fn said(&self) -> Announced {
        self.widget.app.notices.announcement().unwrap().what
    }

    /// The key of one of the reader's own operations.
    pub(crate) fn key(&self, id: OperationId) -> String {
        RecordKey::own(&self.widget.app.config.thread.key(), id).to_string()
    }

    /// Everything in the primary copy.
    pub(crate) fn stored(&self) -> Vec<(String, StoredText)> {
        all(&self.storage)
    }

    /// Everything in the mirror.
    pub(crate) fn mirrored(&self) -> Vec<(String, StoredText)> {
        all(&self.mirror)
    }

    /// The keys of the drafts in the primary copy.
    pub(crate) fn stored_drafts(&self) -> Vec<String> {
        drafts(&self.storage)
    }

    /// The keys of the drafts in the mirror.
    pub(crate) fn mirrored_drafts(&self) -> Vec<String> {
        drafts(&self.mirror)
    }

    /// The texts that were put into composers since the last look.
    pub(crate) fn filled(&mut self) -> Vec<(ComposerId, String)> {
        let fill = |effect| match effect {
            app::Effect::FillComposer { composer, text } => Some((composer, text)),
            _ => None,
        };
        self.effects().into_iter().filter_map(fill).collect()
    }

    /// The texts shown beside a composer.
    pub(crate) fn drafts_beside(&self, composer: ComposerId) -> Vec<&str> {
        self.widget.app.other_drafts(composer).map(|(_, other)| other.draft.text.as_str()).collect()
    }

    /// Whether a text stands in the primary copy.
    pub(crate) fn is_stored(&self, text: &str) -> bool {
        self.stored().iter().any(|(_, value)| matches!(value, StoredText::Text(held) if held.contains(text)))
    }

    /// Whether a text stands anywhere in the two copies.
    pub(crate) fn is_kept(&self, text: &str) -> bool {
        let says = |(_, value): &(String, StoredText)| matches!(value, StoredText::Text(held) if held.contains(text));
        self.stored().iter().chain(&self.mirrored()).any(says)
    }
}

fn all(copy: &InMemory) -> Vec<(String, StoredText)> {
    let keys = copy.keys("").unwrap();
    keys.into_iter().map(|key| (key.clone(), copy.get(&key).unwrap().unwrap())).collect()
}

fn drafts(copy: &InMemory) -> Vec<String> {
    copy.keys("aw1d:").unwrap()
}

/// What an effect tells the other pages, if it does.
pub(super) fn told(effect: &Effect) -> Option<&Broadcast> {
    match effect {
        Effect::App(app::Effect::Broadcast(broadcast)) | Effect::Manage(manage::Effect::Broadcast(broadcast)) => {
            Some(broadcast)
        }
        _ => None,
    }
}

/// What the thread asks the browser for by an effect, if it does.
pub(super) fn of_thread(effect: Effect) -> Option<app::Effect> {
    match effect {
        Effect::App(effect) => Some(effect),
        _ => None,
    }
}

/// What "Your comments" asks the browser for by an effect, if it does.
pub(super) fn of_manage(effect: Effect) -> Option<manage::Effect> {
    match effect {
        Effect::Manage(effect) => Some(effect),
        _ => None,
    }
}

/// Empties a copy, as a script that calls `clear()` does.
pub(crate) fn clear(copy: &InMemory) {
    copy.keys("").unwrap().iter().for_each(|key| copy.remove(key).unwrap());
}
