//! A row of the thread as data.

use super::Page;
use crate::fail::{OrFail, fail};
use serde::Deserialize;
use serde_json::json;

/// One comment as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// The comment's id.
    pub id: String,
    /// How many replies deep it stands.
    pub depth: u32,
    /// The name shown.
    pub name: String,
    /// The paragraphs' texts, line breaks as `\n`, paragraphs joined by an empty line.
    pub text: String,
    /// "edited" and the like.
    pub facts: String,
    /// Whether the row stands for a deleted comment.
    pub deleted: bool,
    /// The buttons' actions.
    pub actions: Vec<String>,
}

impl Row {
    /// A selector for something inside this row.
    #[must_use]
    pub fn inside(&self, selector: &str) -> String {
        format!("li.comment[data-id='{}'] {selector}", self.id)
    }
}

impl Page<'_> {
    /// The rows that are drawn, in order.
    #[track_caller]
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let rows = self.script(include_str!("../script/rows.js"), json!([]));
        serde_json::from_value(rows).or_fail("the rows")
    }

    /// The rows' texts, in order.
    #[track_caller]
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.rows().into_iter().map(|row| row.text).collect()
    }

    /// The row with exactly this text.
    #[track_caller]
    #[must_use]
    pub fn row(&self, text: &str) -> Row {
        let rows = self.rows();
        match rows.iter().find(|row| row.text == text) {
            Some(row) => row.clone(),
            None => fail(format!("no row reads {text:?}; there are {rows:#?}")),
        }
    }

    /// Waits for a row with exactly this text.
    #[track_caller]
    pub fn wait_for_row(&self, text: &str) -> Row {
        self.session.wait_for(&format!("a row that reads {text:?}"), || {
            let rows = self.rows();
            rows.iter().find(|row| row.text == text).cloned().ok_or_else(|| format!("{rows:#?}"))
        })
    }

    /// Waits until the heading reads like this.
    #[track_caller]
    pub fn wait_for_count(&self, text: &str) {
        self.session.wait_for(&format!("the heading {text:?}"), || match self.count() {
            seen if seen == text => Ok(()),
            seen => Err(seen),
        });
    }

    /// The heading's text: "0 Comments".
    #[track_caller]
    #[must_use]
    pub fn count(&self) -> String {
        self.text_of(".heading")
    }
}
