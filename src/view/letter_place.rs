//! The place of a letter to the author, below its comment: what draws letters comes when a reader first wants one.

use std::cell::Cell;

use yew::prelude::*;

use super::button::button;
use super::messages::action::TRY_AGAIN;
use super::messages::thread::PART_MISSING;
use super::part_notice::{coming, missing};
use super::submission::submission;
use crate::app::App;
use crate::app::submission::{Submission, SubmissionMsg};
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// Draws a letter that is open.
pub type DrawLetter = fn(&App, &Submission, &Callback<Msg>) -> Html;

thread_local! {
    static HERE: Cell<Option<DrawLetter>> = const { Cell::new(None) };
}

/// From now on letters are drawn by this.
pub fn draw_letters_by(draw: DrawLetter) {
    HERE.set(Some(draw));
}

/// Draws the letter of this comment, if it is open; where it waits for its part, that is said.
pub(super) fn letter_place(app: &App, id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    if let Some(awaited) = app.submission.awaited().filter(|awaited| awaited.id == id) {
        return if awaited.is_missing {
            let retry = button("retry-letter", "quiet", TRY_AGAIN.say(messages), SubmissionMsg::Asked(id), dispatch);
            missing(messages, "letter", PART_MISSING, retry)
        } else {
            coming(messages, "letter")
        };
    }
    let draw = if cfg!(feature = "split") { HERE.get() } else { Some(submission as DrawLetter) };
    let open = app.submission.open().filter(|open| open.id == id);
    open.zip(draw).map(|(open, draw)| draw(app, open, dispatch)).unwrap_or_default()
}
