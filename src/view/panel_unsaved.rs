//! What of a file finds no space: counted, and on request to be read without being saved.

use std::rc::Rc;

use yew::prelude::*;

use super::avatar::avatar;
use super::body_text::body_text;
use super::messages::comment::name;
use super::messages::import as text;
use super::messages::panel::thread as title_of;
use super::messages::thread::beginning;
use super::more::more;
use super::page_language::PageLanguage;
use super::time_label::time_label;
use crate::app::App;
use crate::domain::age::Age;
use crate::domain::messages::Messages;
use crate::manage::import::ImportPreview;
use crate::manage::msg::ImportMsg;
use crate::manage::unsaved::Unsaved;
use crate::store::file::over_quota::UnsavedText;
use crate::widget::Msg;

/// Draws the count and, once the reader has asked for them, the texts; nothing where everything finds space.
pub(super) fn panel_unsaved(
    app: &App,
    shown: &ImportPreview,
    unsaved: Option<&Unsaved>,
    dispatch: &Callback<Msg>,
) -> Html {
    let (all, texts) = (shown.over_quota(), shown.unsaved_texts());
    if all == 0 {
        return Html::default();
    }
    let onclick = dispatch.reform(|_: MouseEvent| ImportMsg::ToggledUnsaved.into());
    let (open, messages) = (unsaved.is_some(), &app.config.messages);
    let toggle = if open { text::HIDE } else { text::SHOW };
    html! {
        <>
            <p class="panel-warning" data-figure="over-room">{ text::OVER_QUOTA.count(messages, all) }</p>
            if texts == 0 {
                <p class="panel-note">{ text::NOT_LISTED.count(messages, all) }</p>
            } else {
                <div class="panel-row">
                    <button type="button" class="outlined" data-action="unsaved" aria-expanded={open.to_string()}
                        aria-controls={open.then_some("panel-unsaved")} {onclick}>{ toggle.of(messages, all) }</button>
                </div>
            }
            if let Some(unsaved) = unsaved {
                { list(app, shown, unsaved, dispatch) }
            }
        </>
    }
}

fn list(app: &App, shown: &ImportPreview, unsaved: &Unsaved, dispatch: &Callback<Msg>) -> Html {
    let (here, messages) = (app.config.thread.key(), &app.config.messages);
    let items = unsaved.texts.iter().enumerate().map(|(number, (thread, text))| {
        let thread = shown.threads.get(*thread).filter(|thread| thread.key != here);
        let elsewhere = thread.map(|it| beginning(&title_of(messages, it.name.as_ref())));
        html! {
            <UnsavedRow {number} text={Rc::clone(text)} age={Age::between(text.at, app.now)}
                elsewhere={elsewhere.map(AttrValue::from)} messages={messages.clone()} />
        }
    });
    let left = shown.unsaved_texts().saturating_sub(unsaved.seen);
    let others = shown.over_quota().saturating_sub(shown.unsaved_texts());
    let label = text::more_unsaved(messages, left);
    html! {
        <div class="unsaved" id="panel-unsaved" role="group" aria-label={text::UNSAVED.say(messages)}>
            <p class="panel-note">{ text::UNSAVED_NOTE.show(messages) }</p>
            <ol role="list">{ for items }</ol>
            { more(messages, "more-unsaved", &label, left, ImportMsg::AskedForMoreUnsaved, dispatch) }
            if others > 0 {
                <p class="panel-note" data-figure="not-listed">{ text::NOT_LISTED.count(messages, others) }</p>
            }
        </div>
    }
}

/// What an [`UnsavedRow`] shows. It compares cheaply, so that a row is drawn again only when its age has changed.
#[derive(Clone, PartialEq, Properties)]
struct UnsavedRowProps {
    /// The row's number in the list, from 0.
    number: usize,
    /// The comment, or the new text of one.
    text: Rc<UnsavedText>,
    /// How old the text is.
    age: Age,
    /// What the discussion is called that it belongs to, if that is another one.
    elsewhere: Option<AttrValue>,
    /// The page's own messages.
    messages: Messages,
}

/// A text that is not saved. Nothing can be done with it but read it.
#[component]
fn UnsavedRow(props: &UnsavedRowProps) -> Html {
    let page = use_context::<PageLanguage>().unwrap_or_default();
    let (author, messages) = (&props.text.author, &props.messages);
    let nameless = author.name.is_none().then_some("nameless");
    html! {
        <li data-unsaved={props.number.to_string()} tabindex="-1">
            { avatar(&author.id) }
            <div>
                <div class="comment-header">
                    <bdi class={classes!("comment-name", nameless)}>{ name(messages, author) }</bdi>
                    { time_label(&page, messages, props.text.at, props.age) }
                    if props.text.edit {
                        <span class="edit-mark">{ text::EDIT.show(messages) }</span>
                    }
                    if let Some(title) = &props.elsewhere {
                        <span>{ text::ELSEWHERE.around(messages, "{title}", &html! { <bdi>{ title.clone() }</bdi> }) }</span>
                    }
                </div>
                <div class="comment-body">{ body_text(&props.text.body) }</div>
            </div>
        </li>
    }
}
