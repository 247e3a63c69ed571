//! What can be done with the thread that is shown: files to take along, an import, deleting all of it.

use std::rc::Rc;

use yew::prelude::*;

use super::body_text::body_text;
use super::button::button;
use super::panel_import::panel_import;
use super::panel_question::Question;
use super::panel_wording as wording;
use super::wording::name;
use crate::app::panel::{Deletion, Offer, Panel, PanelMsg};
use crate::app::{Model, Msg};
use crate::domain::comment::Comment;

/// Draws the files of a thread. Where nothing is kept, only the one that is made from memory.
pub(super) fn panel_files(model: &Model, panel: &Panel, kept: bool, dispatch: &Callback<Msg>) -> Html {
    let button = |action, label, message| button(action, "outlined", label, Msg::Panel(message), dispatch);
    html! {
        <>
            <div class="panel-row">
                if kept {
                    { button("backup", "Back up", PanelMsg::AskedForBackup { everything: false }) }
                }
                { button("publish", "File for others", PanelMsg::AskedForPublication { everything: false }) }
                if kept {
                    { chooser(dispatch) }
                }
            </div>
            <p class="panel-note">{ if kept { wording::FILES } else { wording::ONLY_FILE } }</p>
            if let Some(offer) = &panel.offer {
                { offered(offer, kept, dispatch) }
            }
            { panel_import(model, &panel.import, dispatch) }
            if kept && holds_something(model) {
                { delete(model, panel, dispatch) }
            }
        </>
    }
}

/// The field lies over its label, so that a press anywhere opens the browser's own dialog.
fn chooser(dispatch: &Callback<Msg>) -> Html {
    let onchange = dispatch.reform(|_: Event| Msg::Panel(PanelMsg::ChoseFile));
    html! {
        <span class="file">
            <input type="file" id="panel-file" accept=".jsonl,.json,.txt" {onchange} />
            <label class="outlined" for="panel-file">{ "Import a file…" }</label>
        </span>
    }
}

fn offered(offer: &Offer, kept: bool, dispatch: &Callback<Msg>) -> Html {
    let close = |label| button("close-offer", "quiet", label, Msg::Panel(PanelMsg::ClosedOffer), dispatch);
    html! {
        <div class="panel-box" id="panel-offer" tabindex="-1" role="group" aria-label="Your file">
            if let Some(text) = &offer.text {
                <p><bdi class="file-name">{ offer.name.clone() }</bdi>
                    { " " }<span class="file-size">{ wording::size(u64::try_from(text.len()).unwrap_or(u64::MAX)) }</span></p>
                <p>{ wording::offer(offer.kind, offer.comments, offer.again.is_some()) }</p>
                if offer.again.is_some() {
                    <p class="panel-warning">{ wording::IN_PART }</p>
                }
                { published(offer) }
                <div class="panel-row">
                    { button("take-offer", "filled", "Download", Msg::Panel(PanelMsg::TookOffer), dispatch) }
                    if let Some(again) = &offer.again {
                        { button("offer-again", "outlined", "Try again", Msg::Panel(again.clone()), dispatch) }
                    }
                    if !kept {
                        // A frame that may keep nothing may often download nothing either.
                        { button("copy-offer", "quiet", wording::COPY, Msg::Panel(PanelMsg::CopiedOffer), dispatch) }
                    }
                    { close("Not now") }
                </div>
            } else {
                <p class="panel-warning">{ wording::BROKEN }</p>
                <div class="panel-row">{ close("Close") }</div>
            }
        </div>
    }
}

/// What others will see, before it is given away.
fn published(offer: &Offer) -> Html {
    let item = |comment: &Rc<Comment>| {
        html! {
            <li>
                <bdi class="comment-name">{ name(&comment.author) }</bdi>
                <div class="comment-body">{ body_text(&comment.current.body) }</div>
            </li>
        }
    };
    let more = offer.comments.saturating_sub(offer.published.len());
    html! {
        if !offer.published.is_empty() {
            <details class="reasons published">
                <summary>{ wording::PUBLISHED }</summary>
                <ul class="panel-list" role="list">
                    { for offer.published.iter().map(item) }
                    if more > 0 {
                        <li>{ wording::more(more) }</li>
                    }
                </ul>
            </details>
        }
    }
}

fn holds_something(model: &Model) -> bool {
    model.thread.comments().next().is_some() || !model.unreadable.is_empty()
}

fn delete(model: &Model, panel: &Panel, dispatch: &Callback<Msg>) -> Html {
    let this = Deletion::Thread(model.config.thread.key());
    html! {
        if panel.confirming.as_ref() == Some(&this) {
            <Question text={wording::delete_question(None, model.thread.count())} yes="Delete everything here"
                on_answer={answer(dispatch)} />
        } else {
            <div class="panel-row">
                { button("delete-all", "quiet danger", "Delete everything here…",
                    Msg::Panel(PanelMsg::AskedToDelete(this)), dispatch) }
            </div>
        }
    }
}

/// Takes the answer to the question about a deletion.
pub(super) fn answer(dispatch: &Callback<Msg>) -> Callback<bool> {
    dispatch.reform(|sure: bool| Msg::Panel(PanelMsg::AnsweredDelete { sure }))
}
