//! The boxes a reader writes in: one for a new comment, and one for each reply or edit that is open.

use litemap::LiteMap;

use crate::domain::body::BodyError;
pub use crate::domain::form_id::FormId;
use crate::domain::operation_id::OperationId;
use crate::domain::text_length::TooLong;
use crate::store::copy::store_error::StoreError;

/// Why a form could not be taken. The text is still in the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormProblem {
    /// The text.
    Body(BodyError),
    /// The name.
    Name(TooLong),
    /// The browser's storage.
    Store(StoreError),
    /// So much is kept already that what was accepted could be lost.
    NoRoom,
}

/// A box and what is known of it. The text itself lives in the page's text field until it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Grows when the box is to be drawn anew, empty.
    pub revision: u32,
    /// The text the box opens with.
    pub initial: String,
    /// What is wrong with what was sent.
    pub problem: Option<FormProblem>,
}

/// All boxes. The one for a new comment is always open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    open: LiteMap<FormId, Form>,
    set_aside: LiteMap<FormId, String>,
}

impl Default for Forms {
    fn default() -> Self {
        let mut open = LiteMap::new();
        open.insert(FormId::New, Form::default());
        Self { open, set_aside: LiteMap::new() }
    }
}

impl Forms {
    /// The box, if it is open.
    pub fn get(&self, id: FormId) -> Option<&Form> {
        self.open.get(&id)
    }

    /// The comments that have an open box.
    pub fn comments(&self) -> impl Iterator<Item = OperationId> {
        self.open.keys().filter_map(|form| form.comment())
    }

    /// Opens a box with the text that was set aside in it, else with `text`. One that is open stays as it is.
    pub fn open(&mut self, id: FormId, text: &str) {
        let initial = self.set_aside.remove(&id);
        self.open
            .entry(id)
            .or_insert_with(|| Form { initial: initial.unwrap_or_else(|| text.to_owned()), ..Form::default() });
    }

    /// Closes a box and keeps its text for the next time it is opened.
    pub fn set_aside(&mut self, id: FormId, text: String) {
        self.open.remove(&id);
        self.set_aside.insert(id, text);
    }

    /// Closes a box whose text has been taken; the box for a new comment becomes an empty one.
    pub fn finish(&mut self, id: FormId) {
        self.set_aside.remove(&id);
        match self.open.remove(&id) {
            Some(form) if id == FormId::New => {
                self.open.insert(id, Form { revision: form.revision.wrapping_add(1), ..Form::default() });
            }
            _ => {}
        }
    }

    /// Closes the boxes of single comments, with what is set aside in them, and empties the one for a new comment: a text
    /// belongs to the thread it was written in.
    pub fn leave_thread(&mut self) {
        self.open.retain(|id, _| *id == FormId::New);
        self.set_aside.clear();
        self.finish(FormId::New);
    }

    /// Shows a problem in a box, or none.
    pub fn set_problem(&mut self, id: FormId, problem: Option<FormProblem>) {
        if let Some(form) = self.open.get_mut(&id) {
            form.problem = problem;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::{Actor, Lamport};

    const REPLY: FormId = FormId::Reply(OperationId { lamport: Lamport::MAX, actor: Actor(1) });

    #[test]
    fn a_text_set_aside_is_there_again_once() {
        let mut forms = Forms::default();
        forms.open(REPLY, "");
        forms.set_aside(REPLY, "half a thought".to_owned());
        assert_eq!(forms.get(REPLY), None);
        forms.open(REPLY, "");
        assert_eq!(forms.get(REPLY).unwrap().initial, "half a thought");
        forms.finish(REPLY);
        forms.open(REPLY, "");
        assert_eq!(forms.get(REPLY).unwrap().initial, "");
    }

    #[test]
    fn opening_an_open_box_leaves_it_alone() {
        let mut forms = Forms::default();
        forms.open(REPLY, "a");
        forms.set_problem(REPLY, Some(FormProblem::Body(BodyError::Empty)));
        forms.open(REPLY, "b");
        assert_eq!(forms.get(REPLY).unwrap().initial, "a");
        assert_eq!(forms.get(REPLY).unwrap().problem, Some(FormProblem::Body(BodyError::Empty)));
        assert_eq!(forms.comments().collect::<Vec<_>>(), [REPLY.comment().unwrap()]);
    }

    #[test]
    fn the_box_for_a_new_comment_never_closes() {
        let mut forms = Forms::default();
        forms.finish(FormId::New);
        assert_eq!(forms.get(FormId::New).unwrap().revision, 1);
    }
}
