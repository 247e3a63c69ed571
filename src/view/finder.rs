//! The search: a field, what was found, and the choice of comments. It is a part of the module.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::button::{Facts, button, drawn};
use super::icon::{SQUARE, icon};
use super::input_method;
use super::messages::Message;
use super::messages::comment::name;
use super::messages::finding as text;
use super::messages::number::grouped;
use super::messages::thread::beginning;
use crate::app::App;
use crate::app::finding::Search;
use crate::app::msg::{FindingMsg, SearchMsg};
use crate::domain::filter::Filter;
use crate::domain::messages::Messages;
use crate::widget::Msg;

/// Draws it.
pub fn finder(app: &App, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(SearchMsg::Typed(field.value()).into());
            }
        })
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if input_method::takes(&event) {
                return;
            }
            match event.key().as_str() {
                "Escape" => {
                    event.prevent_default();
                    dispatch.emit(FindingMsg::Closed.into());
                }
                "Enter" if event.target_dyn_into::<HtmlInputElement>().is_some() => {
                    event.prevent_default();
                    dispatch.emit(
                        (if event.shift_key() { SearchMsg::PressedPrevious } else { SearchMsg::PressedNext }).into(),
                    );
                }
                _ => {}
            }
        })
    };
    let search = app.finding.searched();
    let is_any = search.count() > 0;
    let step = |action, label: &Message, lines: &'static str, msg: FindingMsg| {
        let onclick = dispatch.reform(move |_: MouseEvent| msg.clone().into());
        let facts = Facts { spoken: Some(label.say(messages)), ..Facts::default() };
        drawn((action, "quiet glass"), icon(None, SQUARE, lines.into()), facts, onclick)
    };
    html! {
        <div class="finder" part="search" role="search" aria-label={text::FIELD.say(messages)} {onkeydown}>
            <div class="finder-row">
                <input type="search" data-action="search-field" aria-label={text::FIELD.say(messages)} placeholder={text::FIELD.say(messages)}
                    autocomplete="off" spellcheck="false" enterkeyhint="search" dir="auto" {oninput} />
                <span class="finder-count" role="status">{ found(app, search, messages) }</span>
                if is_any {
                    { step("search-before", text::BEFORE, "M3.5 10.5 8 6l4.5 4.5", SearchMsg::PressedPrevious.into()) }
                    { step("search-next", text::NEXT, "M3.5 5.5 8 10l4.5-4.5", SearchMsg::PressedNext.into()) }
                }
                { step("search-close", text::CLOSE, "M4 4l8 8M12 4l-8 8", FindingMsg::Closed) }
            </div>
            { choice(app, dispatch) }
        </div>
    }
}

/// How much was found, and where the reader is in it. Who does not see the page hears whose comment it is, and how it begins.
fn found(app: &App, search: &Search, messages: &Messages) -> Html {
    if search.words().is_empty() {
        return Html::default();
    }
    let (count, goes_on) = (search.count(), search.goes_on());
    if count == 0 {
        return if goes_on { Html::from("…") } else { text::NOTHING.show(messages) };
    }
    let all = text::FOUND.count(messages, count);
    let Some((id, number)) = search.current() else {
        return if goes_on { text::GOES_ON.with(messages, &[("found", &all)]).into() } else { all.into() };
    };
    let (number, count) = (grouped(messages, number), grouped(messages, count));
    let at = text::AT.with(messages, &[("number", &number), ("count", &count)]);
    let comment = app.thread().get(id);
    let spoken = comment
        .map(|comment| format!("{}: {}", name(messages, &comment.author), beginning(comment.current.body.as_str())));
    html! { <>{ at }<span class="unseen">{ " " }{ spoken }</span></> }
}

/// Which comments are shown. What would show none is not offered, unless it is what is shown.
fn choice(app: &App, dispatch: &Callback<Msg>) -> Html {
    let (messages, chosen) = (&app.config.messages, app.list.filter());
    let has_new = !app.finding.new_comments().is_empty();
    let (mut has_own, mut has_published) = (false, false);
    for comment in app.thread().comments() {
        has_own |= comment.own;
        has_published |= comment.published;
        if has_own && has_published {
            break;
        }
    }
    let is_offered = |filter: &Filter| match filter {
        _ if *filter == chosen => true,
        Filter::All => has_own || has_new || has_published,
        Filter::Own => has_own,
        Filter::New => has_new,
        Filter::Published => has_published,
    };
    let button_of = |filter: Filter| {
        let onclick = dispatch.reform(move |_: MouseEvent| FindingMsg::Chose(filter).into());
        html! {
            <button type="button" class="quiet choice" data-action="filter" data-filter={filter.as_str()}
                aria-pressed={(filter == chosen).to_string()} {onclick}>{ text::filter(filter).show(messages) }</button>
        }
    };
    html! {
        <div class="finder-row">
            <span class="choices" role="group" aria-label={text::CHOICE.say(messages)}>
                { for Filter::ALL.into_iter().filter(is_offered).map(button_of) }
            </span>
            if chosen == Filter::New && has_new {
                { button("all-seen", "quiet", text::ALL_SEEN.say(messages), FindingMsg::PressedAllSeen, dispatch) }
            }
            if app.rows().is_empty() {
                <span role="status">{ text::NONE.show(messages) }</span>
            }
        </div>
    }
}
