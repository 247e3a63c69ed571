//! What of a file finds no room: counted, and on request to be read without being saved.

use std::rc::Rc;

use yew::prelude::*;

use super::avatar::avatar;
use super::body_text::body_text;
use super::comment_wording::name;
use super::import_wording as wording;
use super::more::more;
use super::panel_wording::thread as title_of;
use super::time_label::TimeLabel;
use super::wording::beginning;
use crate::app::App;
use crate::domain::age::Age;
use crate::domain::strings::Strings;
use crate::manage::import::Shown;
use crate::manage::msg::ImportMsg;
use crate::manage::unsaved::Unsaved;
use crate::store::file::over_room::UnsavedText;
use crate::widget::Msg;

/// Draws the count and, once the reader has asked for them, the texts; nothing where everything finds room.
pub(super) fn panel_unsaved(app: &App, shown: &Shown, unsaved: Option<&Unsaved>, dispatch: &Callback<Msg>) -> Html {
    let (all, texts) = (shown.over_room(), shown.unsaved_texts());
    if all == 0 {
        return Html::default();
    }
    let onclick = dispatch.reform(|_: MouseEvent| ImportMsg::ToggledUnsaved.into());
    let (open, strings) = (unsaved.is_some(), &app.config.strings);
    let toggle = if open { wording::HIDE } else { wording::SHOW };
    html! {
        <>
            <p class="panel-warning" data-figure="over-room">{ wording::OVER_ROOM.count(strings, all) }</p>
            if texts == 0 {
                <p class="panel-note">{ wording::NOT_LISTED.count(strings, all) }</p>
            } else {
                <div class="panel-row">
                    <button type="button" class="outlined" data-action="unsaved" aria-expanded={open.to_string()}
                        aria-controls={open.then_some("panel-unsaved")} {onclick}>{ toggle.of(strings, all) }</button>
                </div>
            }
            if let Some(unsaved) = unsaved {
                { list(app, shown, unsaved, dispatch) }
            }
        </>
    }
}

fn list(app: &App, shown: &Shown, unsaved: &Unsaved, dispatch: &Callback<Msg>) -> Html {
    let (here, strings) = (app.config.thread.key(), &app.config.strings);
    let items = unsaved.texts.iter().enumerate().map(|(number, (thread, text))| {
        let thread = shown.threads.get(*thread).filter(|thread| thread.key != here);
        let elsewhere = thread.map(|it| beginning(&title_of(strings, it.name.as_ref())));
        html! {
            <UnsavedRow {number} text={Rc::clone(text)} age={Age::between(text.at, app.now)}
                elsewhere={elsewhere.map(AttrValue::from)} strings={strings.clone()} />
        }
    });
    let left = shown.unsaved_texts().saturating_sub(unsaved.seen);
    let others = shown.over_room().saturating_sub(shown.unsaved_texts());
    let label = wording::more_unsaved(strings, left);
    html! {
        <div class="unsaved" id="panel-unsaved" role="group" aria-label={wording::UNSAVED.say(strings)}>
            <p class="panel-note">{ wording::UNSAVED_NOTE.show(strings) }</p>
            <ol role="list">{ for items }</ol>
            { more(strings, "more-unsaved", &label, left, ImportMsg::AskedForMoreUnsaved, dispatch) }
            if others > 0 {
                <p class="panel-note" data-figure="not-listed">{ wording::NOT_LISTED.count(strings, others) }</p>
            }
        </div>
    }
}

/// What an [`UnsavedRow`] shows. It compares cheaply, so that a row is drawn again only when its age has changed.
#[derive(Clone, PartialEq, Properties)]
struct UnsavedRowProps {
    /// Its number in the list, from 0.
    number: usize,
    /// The comment, or the new text of one.
    text: Rc<UnsavedText>,
    /// How old it is.
    age: Age,
    /// What the discussion is called that it belongs to, if that is another one.
    elsewhere: Option<AttrValue>,
    /// The page's own sentences.
    strings: Strings,
}

/// A text that is not saved. Nothing can be done with it but read it.
#[component]
fn UnsavedRow(props: &UnsavedRowProps) -> Html {
    let (author, strings) = (&props.text.author, &props.strings);
    let nameless = author.name.is_none().then_some("nameless");
    html! {
        <li data-unsaved={props.number.to_string()} tabindex="-1">
            { avatar(&author.id) }
            <div>
                <div class="comment-header">
                    <bdi class={classes!("comment-name", nameless)}>{ name(strings, author) }</bdi>
                    <TimeLabel at={props.text.at} age={props.age} strings={strings.clone()} />
                    if props.text.edit {
                        <span class="edit-mark">{ wording::EDIT.show(strings) }</span>
                    }
                    if let Some(title) = &props.elsewhere {
                        <span>{ wording::ELSEWHERE.around(strings, "{title}", &html! { <bdi>{ title.clone() }</bdi> }) }</span>
                    }
                </div>
                <div class="comment-body">{ body_text(&props.text.body) }</div>
            </div>
        </li>
    }
}
