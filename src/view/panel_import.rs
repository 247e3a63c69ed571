//! An import as the reader sees it: how far it is, what it would bring, what came of it.

use yew::prelude::*;

use super::button::button;
use super::messages::Message;
use super::messages::action as actions;
use super::messages::file::MORE;
use super::messages::import as text;
use super::messages::number::grouped;
use super::messages::panel::thread as title_of;
use super::messages::thread::{SAY_UNDID_IMPORT, beginning};
use super::panel_question::Question;
use super::panel_unsaved::panel_unsaved;
use crate::app::App;
use crate::domain::messages::Messages;
use crate::domain::sorting::sorted;
use crate::manage::import::{Done, Import, ImportPreview, Progress};
use crate::manage::msg::ImportMsg;
use crate::manage::unsaved::Unsaved;
use crate::store::file::file_contents::Refused;
use crate::store::file::import_preview::ImportMode;
use crate::store::file::thread_file::FileKind;
use crate::widget::Msg;

/// How many lines and threads of a file are listed.
const LISTED: usize = 50;

/// Draws the import, if there is one.
pub(super) fn panel_import(app: &App, import: &Import, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let what = match import {
        Import::None => return Html::default(),
        Import::Reading(_, progress) => under_way(messages, text::READING, *progress, dispatch),
        Import::Comparing(_, progress) => under_way(messages, text::COMPARING, *progress, dispatch),
        Import::Writing(writing) => under_way(messages, text::IMPORTING, writing.progress, dispatch),
        Import::Shown(shown, unsaved) => preview(app, shown, unsaved.as_ref(), dispatch),
        Import::Asking(shown) => sure(messages, shown, dispatch),
        Import::Done(done) => ended(messages, done, dispatch),
        Import::Undone => undone(messages, dispatch),
        Import::Refused(error) => html! {
            <>
                <p>{ text::file_error(*error).show(messages) }</p>
                <div class="panel-row">{ close(messages, actions::CLOSE, dispatch) }</div>
            </>
        },
    };
    html! { <div class="panel-box" id="panel-import" tabindex="-1" role="group" aria-label={text::IMPORT.say(messages)}>{ what }</div> }
}

fn close(messages: &Messages, label: &Message, dispatch: &Callback<Msg>) -> Html {
    button("close-import", "quiet", label.say(messages), ImportMsg::Stopped, dispatch)
}

fn under_way(messages: &Messages, doing: &Message, progress: Progress, dispatch: &Callback<Msg>) -> Html {
    let doing = doing.say(messages);
    html! {
        <>
            <p>{ text::progress(messages, &doing, progress) }</p>
            <progress max={progress.all.max(1).to_string()} value={progress.done.to_string()} aria-label={doing}></progress>
            <div class="panel-row">{ button("stop-import", "outlined", text::STOP.say(messages), ImportMsg::Stopped, dispatch) }</div>
        </>
    }
}

fn preview(app: &App, shown: &ImportPreview, unsaved: Option<&Unsaved>, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let mut refused = shown.file.refused.clone();
    refused.extend(shown.threads.iter().flat_map(|thread| &thread.preview.refused).copied());
    let refused = sorted(refused, &Ord::cmp);
    let new = shown.new_records();
    html! {
        <>
            if !shown.file.whole {
                <p class="panel-warning">{ text::NOT_WHOLE.show(messages) }</p>
            }
            <dl class="figures">
                <div data-figure="new"><dt>{ text::NEW.show(messages) }</dt><dd>{ grouped(messages, new) }</dd></div>
                <div data-figure="already"><dt>{ text::ALREADY.show(messages) }</dt><dd>{ grouped(messages, shown.already()) }</dd></div>
                <div data-figure="refused"><dt>{ text::REFUSED.show(messages) }</dt><dd>{ grouped(messages, refused.len()) }</dd></div>
            </dl>
            { threads(app, shown) }
            { panel_unsaved(app, shown, unsaved, dispatch) }
            { reasons(messages, &refused) }
            if shown.file.kind == FileKind::Backup {
                { whose(messages, shown.mode, dispatch) }
            }
            if new == 0 {
                if shown.over_quota() == 0 {
                    <p>{ text::NOTHING_NEW.show(messages) }</p>
                }
                <div class="panel-row">{ close(messages, actions::CLOSE, dispatch) }</div>
            } else {
                <div class="panel-row">
                    { button("import", "filled", text::IMPORT.say(messages), ImportMsg::Imported, dispatch) }
                    { close(messages, actions::CANCEL, dispatch) }
                </div>
            }
        </>
    }
}

/// To which threads the entries go, unless all go to the one that is shown.
fn threads(app: &App, shown: &ImportPreview) -> Html {
    let (here, messages) = (app.config.thread.key(), &app.config.messages);
    if shown.threads.iter().all(|thread| thread.key == here) {
        return Html::default();
    }
    let items = shown.threads.iter().take(LISTED).map(|thread| {
        let title = beginning(&title_of(messages, thread.name.as_ref()));
        html! { <li><bdi>{ title }</bdi>{ ": " }{ text::NEW_HERE.count(messages, thread.preview.new.len()) }</li> }
    });
    let more = shown.threads.len().saturating_sub(LISTED);
    html! {
        <ul class="panel-list" role="list">
            { for items }
            if more > 0 {
                <li>{ MORE.count(messages, more) }</li>
            }
        </ul>
    }
}

fn reasons(messages: &Messages, refused: &[Refused]) -> Html {
    let item = |line: &Refused| html! { <li>{ text::refused(messages, line.line, line.reason) }</li> };
    let items = refused.iter().take(LISTED).map(item);
    let more = refused.len().saturating_sub(LISTED);
    html! {
        if !refused.is_empty() {
            <details class="reasons">
                <summary>{ text::REASONS.show(messages) }</summary>
                <ul class="panel-list" role="list">
                    { for items }
                    if more > 0 {
                        <li>{ MORE.count(messages, more) }</li>
                    }
                </ul>
            </details>
        }
    }
}

fn whose(messages: &Messages, chosen: ImportMode, dispatch: &Callback<Msg>) -> Html {
    let choice = |mode: ImportMode, id: &'static str, label: &Message, note: &Message| {
        let onchange = dispatch.reform(move |_: Event| ImportMsg::ChoseMode(mode).into());
        html! {
            <label class="choice">
                <input type="radio" name="panel-mode" data-mode={id} checked={chosen == mode} {onchange} />
                <span>{ label.show(messages) }<small>{ note.show(messages) }</small></span>
            </label>
        }
    };
    html! {
        <fieldset class="whose">
            <legend>{ text::WHOSE.show(messages) }</legend>
            { choice(ImportMode::AsForeign, "foreign", text::SOMEBODYS, text::SOMEBODYS_NOTE) }
            { choice(ImportMode::AsOwn, "own", text::MY_OWN, text::MY_OWN_NOTE) }
        </fieldset>
    }
}

fn sure(messages: &Messages, shown: &ImportPreview, dispatch: &Callback<Msg>) -> Html {
    let on_answer = dispatch.reform(|sure: bool| ImportMsg::AnsweredRestore { sure }.into());
    html! {
        <Question text={text::RESTORE_QUESTION.count(messages, shown.new_records())} yes={actions::RESTORE.say(messages)}
            no={actions::NOT_NOW.say(messages)} {on_answer} />
    }
}

fn undone(messages: &Messages, dispatch: &Callback<Msg>) -> Html {
    html! {
        <>
            <p>{ SAY_UNDID_IMPORT.show(messages) }</p>
            <div class="panel-row">
                { button("redo-import", "outlined", actions::REDO.say(messages), ImportMsg::DidAgain, dispatch) }
                { close(messages, actions::CLOSE, dispatch) }
            </div>
        </>
    }
}

fn ended(messages: &Messages, done: &Done, dispatch: &Callback<Msg>) -> Html {
    let undo = ImportMsg::Undid { batches: done.batches.clone() };
    html! {
        <>
            <p>{ text::DONE.count(messages, done.written) }
                if done.batches.is_empty() { { " " }{ text::RESTORED.show(messages) } }</p>
            if done.left_out > 0 {
                <p class="panel-warning">{ text::LEFT_OUT.count(messages, done.left_out) }</p>
            }
            <div class="panel-row">
                if !done.batches.is_empty() {
                    { button("undo-import", "outlined", text::UNDO.say(messages), undo, dispatch) }
                }
                { close(messages, actions::CLOSE, dispatch) }
            </div>
        </>
    }
}
