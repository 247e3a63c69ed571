//! What is new since the reader's last visit. What they have seen is kept in this browser alone.

use crate::discussion::Discussion;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::rows::Rows;
use crate::domain::seen::Seen;
use crate::domain::sorted_set::SortedSet;

/// What the reader saw before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Before {
    /// The browser has not been asked yet, or keeps nothing.
    #[default]
    Unknown,
    /// Nothing: they have not been here. Then nothing is new.
    Nothing,
    /// This.
    Seen(Seen),
}

/// One visit.
#[derive(Clone, Debug, Default)]
pub(super) struct Visit {
    before: Before,
    /// The comments that have come since the last visit. They stay new as long as this one lasts.
    pub(super) new: SortedSet<OperationId>,
    /// Those of them that the reader has had in view.
    met: SortedSet<OperationId>,
    /// Where the reader was led last.
    at: Option<OperationId>,
    /// What was kept last.
    kept: String,
}

impl Visit {
    /// Takes what the browser remembers, and looks at what there is.
    pub(super) fn remembered(&mut self, seen: Option<Seen>, discussion: &Discussion) {
        self.before = seen.map_or(Before::Nothing, Before::Seen);
        self.look(discussion, None);
    }

    /// Looks at these comments, which have come or changed, or at all. Whether that changed anything.
    pub(super) fn look(&mut self, discussion: &Discussion, ids: Option<&SortedSet<OperationId>>) -> bool {
        let Before::Seen(seen) = &self.before else { return false };
        let is_new = |comment: &Comment| !comment.own && !comment.deleted && !seen.contains(comment.id);
        let thread = discussion.comments();
        let Some(ids) = ids else {
            let new = thread.comments().filter(|comment| is_new(comment)).map(|comment| comment.id).collect();
            let before = std::mem::replace(&mut self.new, new);
            return before != self.new;
        };
        let mut is_changed = false;
        for id in ids {
            is_changed |= match thread.get(*id) {
                Some(comment) if is_new(comment) => self.new.insert(*id),
                _ => self.new.remove(id),
            };
        }
        is_changed
    }

    /// These new comments have come into view.
    pub(super) fn met(&mut self, ids: Vec<OperationId>) {
        self.met.extend(ids);
    }

    /// Whether a new comment has not come into view yet.
    pub(super) fn has_unmet(&self) -> bool {
        self.new.iter().any(|id| !self.met.contains(id))
    }

    /// The next new comment below one, else below the one to which the reader was led last; after the last comes the first.
    pub(super) fn next(&mut self, after: Option<OperationId>, rows: &Rows) -> Option<OperationId> {
        let after = after.or(self.at).and_then(|id| rows.place_of(id));
        let places = || self.new.iter().filter_map(|id| Some((rows.place_of(*id)?, *id)));
        let is_below = |(place, _): &(usize, OperationId)| after.is_none_or(|after| *place > after);
        let next = places().filter(is_below).min().or_else(|| places().min());
        self.at = next.map(|(_, id)| id);
        self.met.extend(self.at);
        self.at
    }

    /// Nothing is new any more.
    pub(super) fn all_seen(&mut self) {
        self.met.extend(std::mem::take(&mut self.new));
    }

    /// What is to be remembered of what the reader has seen, if it has changed.
    pub(super) fn keep(&mut self, discussion: &Discussion) -> Option<String> {
        let before = match &self.before {
            Before::Unknown => return None,
            Before::Nothing => None,
            Before::Seen(seen) => Some(seen),
        };
        let is_seen = |id: &OperationId| !self.new.contains(id) || self.met.contains(id);
        let ids = discussion.comments().comments().map(|comment| comment.id).filter(is_seen);
        let text = Seen::of(ids, before).to_text();
        if text == self.kept {
            return None;
        }
        self.kept.clone_from(&text);
        Some(text)
    }
}
