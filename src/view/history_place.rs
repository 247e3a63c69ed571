//! The place of a comment's earlier texts, once they are looked at: what draws the differences between them comes then.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::history::history;
use super::page_language::PageLanguage;
use crate::app::App;
use crate::domain::comment::Comment;
use crate::widget::Msg;

/// Draws the earlier texts of a comment.
pub type DrawHistory = fn(&App, &PageLanguage, &Rc<Comment>, &Callback<Msg>) -> Html;

thread_local! {
    static HERE: Cell<Option<DrawHistory>> = const { Cell::new(None) };
}

/// From now on histories are drawn by this.
pub fn draw_histories_by(draw: DrawHistory) {
    HERE.set(Some(draw));
}

/// Draws the earlier texts of a comment, if they are looked at and what draws them is here.
pub(super) fn history_place(
    app: &App,
    page: &PageLanguage,
    comment: &Rc<Comment>,
    dispatch: &Callback<Msg>,
) -> Option<Html> {
    let draw = if cfg!(feature = "split") { HERE.get() } else { Some(history as DrawHistory) };
    draw.filter(|_| app.actions.histories().shows(comment.id)).map(|draw| draw(app, page, comment, dispatch))
}
