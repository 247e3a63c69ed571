//! What of a file finds no room: counted, and on request to be read without being saved.

use std::rc::Rc;

use yew::prelude::*;

use super::avatar::avatar;
use super::body_text::body_text;
use super::panel_wording;
use super::thread::more;
use super::time_label::TimeLabel;
use super::wording;
use crate::app::import::Shown;
use crate::app::panel::PanelMsg;
use crate::app::unsaved::Unsaved;
use crate::app::{Model, Msg};
use crate::domain::age::Age;
use crate::store::over_room::UnsavedText;

/// Draws the count and, once the reader has asked for them, the texts; nothing where everything finds room.
pub(super) fn panel_unsaved(model: &Model, shown: &Shown, unsaved: Option<&Unsaved>, dispatch: &Callback<Msg>) -> Html {
    let (all, texts) = (shown.over_room(), shown.unsaved_texts());
    if all == 0 {
        return Html::default();
    }
    let onclick = dispatch.reform(|_: MouseEvent| Msg::Panel(PanelMsg::ToggledUnsaved));
    let open = unsaved.is_some();
    html! {
        <>
            <p class="panel-warning" data-figure="over-room">{ panel_wording::over_room(all) }</p>
            if texts == 0 {
                <p class="panel-note">{ panel_wording::not_listed(all) }</p>
            } else {
                <div class="panel-row">
                    <button type="button" class="outlined" data-action="unsaved" aria-expanded={open.to_string()}
                        aria-controls={open.then_some("panel-unsaved")} {onclick}>{ panel_wording::show_unsaved(open, all) }</button>
                </div>
            }
            if let Some(unsaved) = unsaved {
                { list(model, shown, unsaved, dispatch) }
            }
        </>
    }
}

fn list(model: &Model, shown: &Shown, unsaved: &Unsaved, dispatch: &Callback<Msg>) -> Html {
    let here = model.config.thread.key();
    let items = unsaved.texts.iter().enumerate().map(|(number, (thread, text))| {
        let thread = shown.threads.get(*thread).filter(|thread| thread.key != here);
        let elsewhere = thread.map(|it| wording::beginning(panel_wording::thread(it.name.as_ref())));
        html! {
            <UnsavedRow {number} text={Rc::clone(text)} age={Age::between(text.at, model.now)}
                elsewhere={elsewhere.map(AttrValue::from)} />
        }
    });
    let left = shown.unsaved_texts().saturating_sub(unsaved.seen);
    let others = shown.over_room().saturating_sub(shown.unsaved_texts());
    let label = panel_wording::more_unsaved(left);
    html! {
        <div class="unsaved" id="panel-unsaved" role="group" aria-label={panel_wording::UNSAVED}>
            <p class="panel-note">{ panel_wording::UNSAVED_NOTE }</p>
            <ol role="list">{ for items }</ol>
            { more("more-unsaved", label, left, Msg::Panel(PanelMsg::AskedForMoreUnsaved), dispatch) }
            if others > 0 {
                <p class="panel-note" data-figure="not-listed">{ panel_wording::not_listed(others) }</p>
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
}

/// A text that is not saved. Nothing can be done with it but read it.
#[component]
fn UnsavedRow(props: &UnsavedRowProps) -> Html {
    let author = &props.text.author;
    let nameless = author.name.is_none().then_some("nameless");
    html! {
        <li data-unsaved={props.number.to_string()} tabindex="-1">
            { avatar(&author.id) }
            <div>
                <div class="comment-header">
                    <bdi class={classes!("comment-name", nameless)}>{ wording::name(author) }</bdi>
                    <TimeLabel at={props.text.at} age={props.age} />
                    if props.text.edit {
                        <span class="edit-mark">{ panel_wording::EDIT }</span>
                    }
                    if let Some(title) = &props.elsewhere {
                        <span>{ "in " }<bdi>{ title.clone() }</bdi></span>
                    }
                </div>
                <div class="comment-body">{ body_text(&props.text.body) }</div>
            </div>
        </li>
    }
}
