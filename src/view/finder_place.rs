//! What leads to the search and to what is new, and the place of the search: what draws it comes when a reader first wants it.

use std::cell::Cell;

use yew::prelude::*;

use super::button::{Facts, button, drawn};
use super::finder::finder;
use super::icon::{SQUARE, icon};
use super::messages::action::TRY_AGAIN;
use super::messages::finding as text;
use super::messages::thread::PART_MISSING;
use super::part_notice::{coming, missing};
use crate::app::App;
use crate::app::finding::SearchStatus;
use crate::app::msg::FindingMsg;
use crate::widget::Msg;

/// Draws an open search.
pub type DrawFinder = fn(&App, &Callback<Msg>) -> Html;

thread_local! {
    static HERE: Cell<Option<DrawFinder>> = const { Cell::new(None) };
}

/// From now on searches are drawn by this.
pub fn draw_finder_by(draw: DrawFinder) {
    HERE.set(Some(draw));
}

/// The buttons: the next new comment, if there is one, and the search, once there is something to search.
pub(super) fn finding_buttons(app: &App, dispatch: &Callback<Msg>) -> Html {
    let (messages, new) = (&app.config.messages, app.finding.new_comments().len());
    let next = dispatch.reform(|_: MouseEvent| FindingMsg::PressedNextNew(None).into());
    let count = text::COUNT_NEW.count(messages, new);
    // Whoever asks for it by voice says what is to be seen.
    let spoken = format!("{count}. {}", text::NEXT_NEW.say(messages));
    let is_open = app.finding.searched().status() != SearchStatus::Closed;
    let toggle = dispatch.reform(|_: MouseEvent| FindingMsg::Toggled.into());
    let expanded = if is_open { "true" } else { "false" };
    let facts = Facts { spoken: Some(text::SEARCH.say(messages)), expanded: Some(expanded), ..Facts::default() };
    html! {
        <>
            if new > 0 {
                { drawn(("next-new", "quiet new-count"), count.into(), Facts { spoken: Some(spoken.into()), ..Facts::default() }, next) }
            }
            if is_open || app.rows().len() > 1 {
                { drawn(("search", "quiet glass"), icon(None, SQUARE, "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5l3.5 3.5".into()), facts, toggle) }
            }
        </>
    }
}

/// The search, if it is open; where it waits for its part, that is said.
pub(super) fn finder_place(app: &App, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    match app.finding.searched().status() {
        SearchStatus::Closed => Html::default(),
        SearchStatus::Coming => coming(messages, "search"),
        SearchStatus::Missing => {
            let retry = button("retry-search", "quiet", TRY_AGAIN.say(messages), FindingMsg::Toggled, dispatch);
            missing(messages, "search", PART_MISSING, retry)
        }
        SearchStatus::Open => {
            let draw = if cfg!(feature = "split") { HERE.get() } else { Some(finder as DrawFinder) };
            draw.map(|draw| draw(app, dispatch)).unwrap_or_default()
        }
    }
}
