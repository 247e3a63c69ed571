//! An import as the reader sees it: how far it is, what it would bring, what came of it.

use yew::prelude::*;

use super::action_wording as actions;
use super::button::button;
use super::file_wording::MORE;
use super::import_wording as wording;
use super::number::grouped;
use super::panel_question::Question;
use super::panel_unsaved::panel_unsaved;
use super::panel_wording::thread as title_of;
use super::sentence::Sentence;
use super::wording::beginning;
use crate::app::App;
use crate::domain::strings::Strings;
use crate::manage::import::{Done, Import, Progress, Shown};
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
    let strings = &app.config.strings;
    let what = match import {
        Import::None => return Html::default(),
        Import::Reading(_, progress) => under_way(strings, wording::READING, *progress, dispatch),
        Import::Comparing(_, progress) => under_way(strings, wording::COMPARING, *progress, dispatch),
        Import::Writing(writing) => under_way(strings, wording::IMPORTING, writing.progress, dispatch),
        Import::Shown(shown, unsaved) => preview(app, shown, unsaved.as_ref(), dispatch),
        Import::Asking(shown) => sure(strings, shown, dispatch),
        Import::Done(done) => ended(strings, done, dispatch),
        Import::Refused(error) => html! {
            <>
                <p>{ wording::file_error(*error).show(strings) }</p>
                <div class="panel-row">{ close(strings, actions::CLOSE, dispatch) }</div>
            </>
        },
    };
    html! { <div class="panel-box" id="panel-import" tabindex="-1" role="group" aria-label={wording::IMPORT.say(strings)}>{ what }</div> }
}

fn close(strings: &Strings, label: &Sentence, dispatch: &Callback<Msg>) -> Html {
    button("close-import", "quiet", label.say(strings), ImportMsg::Stopped, dispatch)
}

fn under_way(strings: &Strings, doing: &Sentence, progress: Progress, dispatch: &Callback<Msg>) -> Html {
    let doing = doing.say(strings);
    html! {
        <>
            <p>{ wording::progress(strings, &doing, progress) }</p>
            <progress max={progress.all.max(1).to_string()} value={progress.done.to_string()} aria-label={doing}></progress>
            <div class="panel-row">{ button("stop-import", "outlined", wording::STOP.say(strings), ImportMsg::Stopped, dispatch) }</div>
        </>
    }
}

fn preview(app: &App, shown: &Shown, unsaved: Option<&Unsaved>, dispatch: &Callback<Msg>) -> Html {
    let strings = &app.config.strings;
    let mut refused = shown.file.refused.clone();
    refused.extend(shown.threads.iter().flat_map(|thread| &thread.preview.refused).copied());
    refused.sort();
    let new = shown.new_records();
    html! {
        <>
            if !shown.file.whole {
                <p class="panel-warning">{ wording::NOT_WHOLE.show(strings) }</p>
            }
            <dl class="figures">
                <div data-figure="new"><dt>{ wording::NEW.show(strings) }</dt><dd>{ grouped(strings, new) }</dd></div>
                <div data-figure="already"><dt>{ wording::ALREADY.show(strings) }</dt><dd>{ grouped(strings, shown.already()) }</dd></div>
                <div data-figure="refused"><dt>{ wording::REFUSED.show(strings) }</dt><dd>{ grouped(strings, refused.len()) }</dd></div>
            </dl>
            { threads(app, shown) }
            { panel_unsaved(app, shown, unsaved, dispatch) }
            { reasons(strings, &refused) }
            if shown.file.kind == FileKind::Backup {
                { whose(strings, shown.mode, dispatch) }
            }
            if new == 0 {
                if shown.over_room() == 0 {
                    <p>{ wording::NOTHING_NEW.show(strings) }</p>
                }
                <div class="panel-row">{ close(strings, actions::CLOSE, dispatch) }</div>
            } else {
                <div class="panel-row">
                    { button("import", "filled", wording::IMPORT.say(strings), ImportMsg::Imported, dispatch) }
                    { close(strings, actions::CANCEL, dispatch) }
                </div>
            }
        </>
    }
}

/// Where the entries go, unless they all go here.
fn threads(app: &App, shown: &Shown) -> Html {
    let (here, strings) = (app.config.thread.key(), &app.config.strings);
    if shown.threads.iter().all(|thread| thread.key == here) {
        return Html::default();
    }
    let items = shown.threads.iter().take(LISTED).map(|thread| {
        let title = beginning(&title_of(strings, thread.name.as_ref()));
        html! { <li><bdi>{ title }</bdi>{ ": " }{ wording::NEW_HERE.count(strings, thread.preview.new.len()) }</li> }
    });
    let more = shown.threads.len().saturating_sub(LISTED);
    html! {
        <ul class="panel-list" role="list">
            { for items }
            if more > 0 {
                <li>{ MORE.count(strings, more) }</li>
            }
        </ul>
    }
}

fn reasons(strings: &Strings, refused: &[Refused]) -> Html {
    let item = |line: &Refused| html! { <li>{ wording::refused(strings, line.line, line.reason) }</li> };
    let items = refused.iter().take(LISTED).map(item);
    let more = refused.len().saturating_sub(LISTED);
    html! {
        if !refused.is_empty() {
            <details class="reasons">
                <summary>{ wording::REASONS.show(strings) }</summary>
                <ul class="panel-list" role="list">
                    { for items }
                    if more > 0 {
                        <li>{ MORE.count(strings, more) }</li>
                    }
                </ul>
            </details>
        }
    }
}

fn whose(strings: &Strings, chosen: ImportMode, dispatch: &Callback<Msg>) -> Html {
    let choice = |mode: ImportMode, id: &'static str, label: &Sentence, note: &Sentence| {
        let onchange = dispatch.reform(move |_: Event| ImportMsg::ChoseMode(mode).into());
        html! {
            <label class="choice">
                <input type="radio" name="panel-mode" data-mode={id} checked={chosen == mode} {onchange} />
                <span>{ label.show(strings) }<small>{ note.show(strings) }</small></span>
            </label>
        }
    };
    html! {
        <fieldset class="whose">
            <legend>{ wording::WHOSE.show(strings) }</legend>
            { choice(ImportMode::AsForeign, "foreign", wording::SOMEBODYS, wording::SOMEBODYS_NOTE) }
            { choice(ImportMode::AsOwn, "own", wording::MY_OWN, wording::MY_OWN_NOTE) }
        </fieldset>
    }
}

fn sure(strings: &Strings, shown: &Shown, dispatch: &Callback<Msg>) -> Html {
    let on_answer = dispatch.reform(|sure: bool| ImportMsg::AnsweredRestore { sure }.into());
    html! {
        <Question text={wording::RESTORE_QUESTION.count(strings, shown.new_records())} yes={actions::RESTORE.say(strings)}
            no={actions::NOT_NOW.say(strings)} {on_answer} />
    }
}

fn ended(strings: &Strings, done: &Done, dispatch: &Callback<Msg>) -> Html {
    let undo = ImportMsg::Undid { batches: done.batches.clone() };
    html! {
        <>
            <p>{ wording::DONE.count(strings, done.written) }
                if done.batches.is_empty() { { " " }{ wording::RESTORED.show(strings) } }</p>
            if done.left_out > 0 {
                <p class="panel-warning">{ wording::LEFT_OUT.count(strings, done.left_out) }</p>
            }
            <div class="panel-row">
                if !done.batches.is_empty() {
                    { button("undo-import", "outlined", wording::UNDO.say(strings), undo, dispatch) }
                }
                { close(strings, actions::CLOSE, dispatch) }
            </div>
        </>
    }
}
