//! What a reader does in a thread.

use super::{EDIT_FORM, NEW_FORM, Page, REPLY_FORM, Row};
use crate::fail::OrFail;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;

/// Where the keyboard's focus is, inside the shadow root if it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Focus {
    /// Lower-case element name.
    pub element: String,
    /// The `name` of a field.
    pub name: String,
    /// The `data-action` of a button.
    pub action: String,
    /// The `data-form` of the form around it.
    pub form: String,
    /// The `data-id` of the row around it.
    pub row: String,
    /// Its text.
    pub text: String,
}

impl Page<'_> {
    /// Writes and sends a comment and waits for its row.
    #[track_caller]
    pub fn post(&self, name: &str, text: &str) -> Row {
        let before = self.ids();
        self.send(name, text);
        self.new_row(&before)
    }

    /// Writes and sends a comment without waiting for anything.
    #[track_caller]
    pub fn send(&self, name: &str, text: &str) {
        // A page that is ready may be about to draw its form anew.
        self.wait_for(&format!("{NEW_FORM} input[name=name]"));
        if self.value(&format!("{NEW_FORM} input[name=name]")) != name {
            self.fill(&format!("{NEW_FORM} input[name=name]"), name);
        }
        self.fill(&format!("{NEW_FORM} textarea[name=body]"), text);
        self.click(&format!("{NEW_FORM} button[type=submit]"));
    }

    /// Opens a row's reply form. A press while the page was still scrolling may have met nothing, so a reader presses again.
    #[track_caller]
    pub fn open_reply(&self, row: &Row) {
        self.session.wait_for("the form of the reply", || {
            self.click(&row.inside("button[data-action=reply]"));
            self.session.let_two_frames_pass();
            self.find(REPLY_FORM).map(drop).ok_or_else(|| self.visible_text())
        });
    }

    /// Replies to a row and waits for the reply's row.
    #[track_caller]
    pub fn reply(&self, row: &Row, text: &str) -> Row {
        let before = self.ids();
        self.open_reply(row);
        self.fill(&format!("{REPLY_FORM} textarea[name=body]"), text);
        self.click(&format!("{REPLY_FORM} button[type=submit]"));
        self.new_row(&before)
    }

    /// Opens a row's edit form.
    #[track_caller]
    pub fn open_edit(&self, row: &Row) {
        self.click(&row.inside("button[data-action=edit]"));
        self.wait_for(EDIT_FORM);
    }

    /// Changes a row's text and waits until it is shown.
    #[track_caller]
    pub fn edit(&self, row: &Row, text: &str) -> Row {
        self.open_edit(row);
        self.fill(&format!("{EDIT_FORM} textarea[name=body]"), text);
        self.click(&format!("{EDIT_FORM} button[type=submit]"));
        self.wait_until_gone(EDIT_FORM);
        self.row_with_id(&row.id)
    }

    /// Deletes a row and waits until it says so.
    #[track_caller]
    pub fn delete(&self, row: &Row) {
        self.click(&row.inside("button[data-action=delete]"));
        self.wait_for(&format!("li.comment.deleted[data-id='{}']", row.id));
    }

    /// Takes a deletion back and waits until the comment is there again.
    #[track_caller]
    pub fn undo(&self, row: &Row) {
        self.click(&row.inside("button[data-action=undo]"));
        self.wait_for(&format!("li.comment:not(.deleted)[data-id='{}']", row.id));
    }

    /// The row of a comment.
    #[track_caller]
    #[must_use]
    pub fn row_with_id(&self, id: &str) -> Row {
        self.rows().into_iter().find(|row| row.id == id).or_fail(&format!("no row has the id {id}"))
    }

    /// Where the focus is.
    #[track_caller]
    #[must_use]
    pub fn focus(&self) -> Focus {
        serde_json::from_value(self.script(include_str!("../script/focus.js"), json!([]))).or_fail("the focus")
    }

    /// Waits until the focus satisfies a condition.
    #[track_caller]
    pub fn wait_for_focus(&self, what: &str, condition: impl Fn(&Focus) -> bool) -> Focus {
        self.session.wait_for(what, || match self.focus() {
            focus if condition(&focus) => Ok(focus),
            focus => Err(format!("{focus:?}")),
        })
    }

    #[track_caller]
    fn ids(&self) -> BTreeSet<String> {
        self.rows().into_iter().map(|row| row.id).collect()
    }

    #[track_caller]
    fn new_row(&self, before: &BTreeSet<String>) -> Row {
        self.session.wait_for("a new row", || {
            self.rows().into_iter().find(|row| !before.contains(&row.id)).ok_or_else(|| self.visible_text())
        })
    }
}
