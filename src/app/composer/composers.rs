//! The composers a reader writes in: one for a new comment, and one for each reply or edit that is open.

use litemap::LiteMap;

use crate::domain::body::BodyError;
pub use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::syntax::Syntax;
use crate::domain::text_length::TooLong;
use crate::store::copy::store_error::StoreError;

/// Why what was sent from a composer could not be taken. The text still stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComposerProblem {
    /// The text is empty or too long.
    Body(BodyError),
    /// The name is too long.
    Name(TooLong),
    /// The browser's storage did not take it.
    Store(StoreError),
    /// So much is kept already that what was accepted could be lost.
    OverQuota,
}

/// A composer and what is known of it. The text itself lives in the page's text field until it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composer {
    /// Grows when the composer is to be drawn anew, empty.
    pub revision: u32,
    /// The text the composer opens with.
    pub initial: String,
    /// In which syntax its text is sent; `None` for what the page gives new texts.
    pub syntax: Option<Syntax>,
    /// What is wrong with what was sent.
    pub problem: Option<ComposerProblem>,
}

/// All composers. The one for a new comment is always open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composers {
    open: LiteMap<ComposerId, Composer>,
    /// The texts of composers that were closed with one in them.
    set_aside: LiteMap<ComposerId, (String, Option<Syntax>)>,
}

impl Default for Composers {
    fn default() -> Self {
        let mut open = LiteMap::new();
        open.insert(ComposerId::New, Composer::default());
        Self { open, set_aside: LiteMap::new() }
    }
}

impl Composers {
    /// The composer, if it is open.
    pub fn get(&self, id: ComposerId) -> Option<&Composer> {
        self.open.get(&id)
    }

    /// The comments that have an open composer.
    pub fn comments(&self) -> impl Iterator<Item = OperationId> {
        self.open.keys().filter_map(|composer| composer.comment())
    }

    /// The same as a set.
    pub fn open_comments(&self) -> SortedSet<OperationId> {
        let mut open = SortedSet::new();
        open.extend(self.comments());
        open
    }

    /// Opens a composer with the text that was set aside in it, else with `text`. One that is open stays as it is.
    pub fn open(&mut self, id: ComposerId, text: &str, syntax: Option<Syntax>) {
        let aside = self.set_aside.remove(&id);
        let (initial, syntax) = aside.unwrap_or_else(|| (text.to_owned(), syntax));
        self.open.entry(id).or_insert_with(|| Composer { initial, syntax, ..Composer::default() });
    }

    /// Sends the text of a composer in this syntax from now on.
    pub fn choose(&mut self, id: ComposerId, syntax: Syntax) {
        if let Some(composer) = self.open.get_mut(&id) {
            composer.syntax = Some(syntax);
        }
    }

    /// Closes a composer and keeps its text for the next time it is opened.
    pub fn set_aside(&mut self, id: ComposerId, text: String) {
        let syntax = self.open.remove(&id).and_then(|composer| composer.syntax);
        self.set_aside.insert(id, (text, syntax));
    }

    /// Closes a composer whose text has been taken; the composer for a new comment becomes an empty one.
    pub fn finish(&mut self, id: ComposerId) {
        self.set_aside.remove(&id);
        match self.open.remove(&id) {
            Some(composer) if id == ComposerId::New => {
                self.open.insert(id, Composer { revision: composer.revision.wrapping_add(1), ..Composer::default() });
            }
            _ => {}
        }
    }

    /// Closes the composers of single comments, with what is set aside in them, and empties the one for a new comment: a text
    /// belongs to the thread it was written in.
    pub fn leave_thread(&mut self) {
        self.open.retain(|id, _| *id == ComposerId::New);
        self.set_aside.clear();
        self.finish(ComposerId::New);
    }

    /// Shows a problem in a composer, or none.
    pub fn set_problem(&mut self, id: ComposerId, problem: Option<ComposerProblem>) {
        if let Some(composer) = self.open.get_mut(&id) {
            composer.problem = problem;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::{Actor, Lamport};

    const REPLY: ComposerId = ComposerId::Reply(OperationId { lamport: Lamport::MAX, actor: Actor(1) });

    #[test]
    fn a_text_set_aside_is_there_again_once() {
        let mut composers = Composers::default();
        composers.open(REPLY, "", None);
        composers.set_aside(REPLY, "half a thought".to_owned());
        assert_eq!(composers.get(REPLY), None);
        composers.open(REPLY, "", None);
        assert_eq!(composers.get(REPLY).unwrap().initial, "half a thought");
        composers.finish(REPLY);
        composers.open(REPLY, "", None);
        assert_eq!(composers.get(REPLY).unwrap().initial, "");
    }

    #[test]
    fn opening_an_open_composer_leaves_it_alone() {
        let mut composers = Composers::default();
        composers.open(REPLY, "a", None);
        composers.set_problem(REPLY, Some(ComposerProblem::Body(BodyError::Empty)));
        composers.open(REPLY, "b", None);
        assert_eq!(composers.get(REPLY).unwrap().initial, "a");
        assert_eq!(composers.get(REPLY).unwrap().problem, Some(ComposerProblem::Body(BodyError::Empty)));
        assert_eq!(composers.comments().collect::<Vec<_>>(), [REPLY.comment().unwrap()]);
    }

    #[test]
    fn the_composer_for_a_new_comment_never_closes() {
        let mut composers = Composers::default();
        composers.finish(ComposerId::New);
        assert_eq!(composers.get(ComposerId::New).unwrap().revision, 1);
    }
}
