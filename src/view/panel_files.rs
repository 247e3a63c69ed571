//! What can be done with the thread that is shown: files to take along, an import, deleting all of it.

use std::rc::Rc;

use yew::prelude::*;

use super::body_text::body_text;
use super::button::button;
use super::messages::Message;
use super::messages::action as actions;
use super::messages::comment::name;
use super::messages::file as text;
use super::messages::import::CHOOSE;
use super::messages::panel as panel_text;
use super::panel_import::panel_import;
use super::panel_question::Question;
use crate::app::App;
use crate::domain::comment::Comment;
use crate::domain::messages::Messages;
use crate::manage::Manage;
use crate::manage::msg::{FileMsg, ImportMsg, PanelMsg};
use crate::manage::offer::Offer;
use crate::manage::panel::Deletion;
use crate::widget::Msg;

/// Draws what can be done with the thread that is shown. Where its comments are not `kept` in the browser, that is only the file
/// for others, which is made from memory.
pub(super) fn panel_files(app: &App, manage: &Manage, kept: bool, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let button = |action, label: &Message, msg| button(action, "outlined", label.say(messages), msg, dispatch);
    html! {
        <>
            <div class="panel-row">
                if kept {
                    { button("backup", text::BACKUP, FileMsg::AskedForBackup { everything: false }) }
                }
                { button("publish", text::PUBLISH, FileMsg::AskedForPublication { everything: false }) }
                if kept {
                    { chooser(messages, dispatch) }
                }
            </div>
            <p class="panel-note">{ if kept { text::FILES } else { text::ONLY_FILE }.show(messages) }</p>
            if let Some(offer) = &manage.offer {
                { offered(messages, offer, kept, dispatch) }
            }
            { panel_import(app, &manage.import, dispatch) }
            if kept && holds_something(app) {
                { delete(app, manage, dispatch) }
            }
        </>
    }
}

/// The button for a file to import. The file field lies over its label, so that a press anywhere opens the browser's own dialog.
fn chooser(messages: &Messages, dispatch: &Callback<Msg>) -> Html {
    let onchange = dispatch.reform(|_: Event| ImportMsg::ChoseFile.into());
    html! {
        <span class="file">
            <input type="file" id="panel-file" accept=".jsonl,.json,.txt" {onchange} />
            <label class="outlined" for="panel-file">{ CHOOSE.show(messages) }</label>
        </span>
    }
}

fn offered(messages: &Messages, offer: &Offer, kept: bool, dispatch: &Callback<Msg>) -> Html {
    let button = |action, class, label: &Message, msg| button(action, class, label.say(messages), msg, dispatch);
    let close = |label| button("close-offer", "quiet", label, FileMsg::Closed);
    html! {
        <div class="panel-box" id="panel-offer" tabindex="-1" role="group" aria-label={text::YOURS.say(messages)}>
            if let Some(text) = &offer.text {
                <p><bdi class="file-name">{ offer.name.clone() }</bdi>
                    { " " }<span class="file-size">{ text::size(messages, u64::try_from(text.len()).unwrap_or(u64::MAX)) }</span></p>
                <p>{ text::offer(messages, offer.kind, offer.comments, offer.again.is_some()) }</p>
                if offer.again.is_some() {
                    <p class="panel-warning">{ text::IN_PART.show(messages) }</p>
                }
                { published(messages, offer) }
                <div class="panel-row">
                    { button("take-offer", "filled", actions::DOWNLOAD, FileMsg::Took) }
                    if let Some(again) = &offer.again {
                        { button("offer-again", "outlined", actions::TRY_AGAIN, *again) }
                    }
                    if !kept {
                        // A frame that may keep nothing may often download nothing either.
                        { button("copy-offer", "quiet", actions::COPY_INSTEAD, FileMsg::Copied) }
                    }
                    { close(actions::NOT_NOW) }
                </div>
            } else {
                <p class="panel-warning">{ text::BROKEN.show(messages) }</p>
                <div class="panel-row">{ close(actions::CLOSE) }</div>
            }
        </div>
    }
}

/// What others will see of a file for others, before the reader gives it away.
fn published(messages: &Messages, offer: &Offer) -> Html {
    let item = |comment: &Rc<Comment>| {
        html! {
            <li>
                <bdi class="comment-name">{ name(messages, &comment.author) }</bdi>
                <div class="comment-body">{ body_text(&comment.current.body) }</div>
            </li>
        }
    };
    let more = offer.comments.saturating_sub(offer.published.len());
    html! {
        if !offer.published.is_empty() {
            <details class="reasons published">
                <summary>{ text::CONTENTS.show(messages) }</summary>
                <ul class="panel-list" role="list">
                    { for offer.published.iter().map(item) }
                    if more > 0 {
                        <li>{ text::MORE.count(messages, more) }</li>
                    }
                </ul>
            </details>
        }
    }
}

fn holds_something(app: &App) -> bool {
    app.thread().comments().next().is_some() || !app.discussion().shown().unreadable().is_empty()
}

fn delete(app: &App, manage: &Manage, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let this = Deletion::Thread(app.config.thread.key());
    html! {
        if manage.panel.as_ref().is_some_and(|panel| panel.confirming.as_ref() == Some(&this)) {
            <Question text={panel_text::DELETE_HERE_QUESTION.count(messages, app.thread().count())}
                yes={panel_text::DELETE_HERE_YES.say(messages)} no={actions::KEEP.say(messages)} on_answer={answer(dispatch)} />
        } else {
            <div class="panel-row">
                { button("delete-all", "quiet danger", panel_text::DELETE_HERE.say(messages),
                    PanelMsg::AskedToDelete(this), dispatch) }
            </div>
        }
    }
}

/// Where the reader's answer to the question about a deletion goes.
pub(super) fn answer(dispatch: &Callback<Msg>) -> Callback<bool> {
    dispatch.reform(|sure: bool| PanelMsg::AnsweredDelete { sure }.into())
}
