//! An import as the reader sees it: how far it is, what it would bring, what came of it.

use yew::prelude::*;

use super::button::button;
use super::panel_question::Question;
use super::panel_unsaved::panel_unsaved;
use super::panel_wording as wording;
use super::wording::{beginning, grouped};
use crate::app::import::{Done, Import, Progress, Shown};
use crate::app::panel::PanelMsg;
use crate::app::unsaved::Unsaved;
use crate::app::{Model, Msg};
use crate::store::file_contents::Refused;
use crate::store::import_preview::ImportMode;
use crate::store::thread_file::FileKind;

/// How many lines and threads of a file are listed.
const LISTED: usize = 50;

/// Draws the import, if there is one.
pub(super) fn panel_import(model: &Model, import: &Import, dispatch: &Callback<Msg>) -> Html {
    let what = match import {
        Import::None => return Html::default(),
        Import::Reading(_, progress) => under_way("Reading the file", *progress, dispatch),
        Import::Comparing(_, progress) => under_way("Comparing with what is here", *progress, dispatch),
        Import::Writing(writing) => under_way("Importing", writing.progress, dispatch),
        Import::Shown(shown, unsaved) => preview(model, shown, unsaved.as_ref(), dispatch),
        Import::Asking(shown) => sure(shown, dispatch),
        Import::Done(done) => ended(done, dispatch),
        Import::Refused(error) => html! {
            <>
                <p>{ wording::file_error(*error) }</p>
                <div class="panel-row">{ close("Close", dispatch) }</div>
            </>
        },
    };
    html! { <div class="panel-box" id="panel-import" tabindex="-1" role="group" aria-label="Import">{ what }</div> }
}

fn close(label: &str, dispatch: &Callback<Msg>) -> Html {
    button("close-import", "quiet", label, Msg::Panel(PanelMsg::StoppedImport), dispatch)
}

fn under_way(doing: &'static str, progress: Progress, dispatch: &Callback<Msg>) -> Html {
    html! {
        <>
            <p>{ wording::progress(doing, progress) }</p>
            <progress max={progress.all.max(1).to_string()} value={progress.done.to_string()} aria-label={doing}></progress>
            <div class="panel-row">{ button("stop-import", "outlined", "Stop", Msg::Panel(PanelMsg::StoppedImport), dispatch) }</div>
        </>
    }
}

fn preview(model: &Model, shown: &Shown, unsaved: Option<&Unsaved>, dispatch: &Callback<Msg>) -> Html {
    let mut refused = shown.file.refused.clone();
    refused.extend(shown.threads.iter().flat_map(|thread| &thread.preview.refused).copied());
    refused.sort();
    let new = shown.new_records();
    html! {
        <>
            if !shown.file.whole {
                <p class="panel-warning">{ wording::NOT_WHOLE }</p>
            }
            <dl class="figures">
                <div data-figure="new"><dt>{ "New" }</dt><dd>{ grouped(new) }</dd></div>
                <div data-figure="already"><dt>{ "Already here" }</dt><dd>{ grouped(shown.already()) }</dd></div>
                <div data-figure="refused"><dt>{ "Refused" }</dt><dd>{ grouped(refused.len()) }</dd></div>
            </dl>
            { threads(model, shown) }
            { panel_unsaved(model, shown, unsaved, dispatch) }
            { reasons(&refused) }
            if shown.file.kind == FileKind::Backup {
                { whose(shown.mode, dispatch) }
            }
            if new == 0 {
                if shown.over_room() == 0 {
                    <p>{ wording::NOTHING_NEW }</p>
                }
                <div class="panel-row">{ close("Close", dispatch) }</div>
            } else {
                <div class="panel-row">
                    { button("import", "filled", "Import", Msg::Panel(PanelMsg::Imported), dispatch) }
                    { close("Cancel", dispatch) }
                </div>
            }
        </>
    }
}

/// Where the entries go, unless they all go here.
fn threads(model: &Model, shown: &Shown) -> Html {
    let here = model.config.thread.key();
    if shown.threads.iter().all(|thread| thread.key == here) {
        return Html::default();
    }
    let items = shown.threads.iter().take(LISTED).map(|thread| {
        let title = beginning(wording::thread(thread.name.as_ref()));
        html! { <li><bdi>{ title }</bdi>{ ": " }{ wording::new_entries(thread.preview.new.len()) }</li> }
    });
    let more = shown.threads.len().saturating_sub(LISTED);
    html! {
        <ul class="panel-list" role="list">
            { for items }
            if more > 0 {
                <li>{ wording::more(more) }</li>
            }
        </ul>
    }
}

fn reasons(refused: &[Refused]) -> Html {
    let items = refused.iter().take(LISTED).map(|line| html! { <li>{ wording::refused(line.line, line.reason) }</li> });
    let more = refused.len().saturating_sub(LISTED);
    html! {
        if !refused.is_empty() {
            <details class="reasons">
                <summary>{ wording::REASONS }</summary>
                <ul class="panel-list" role="list">
                    { for items }
                    if more > 0 {
                        <li>{ wording::more(more) }</li>
                    }
                </ul>
            </details>
        }
    }
}

fn whose(chosen: ImportMode, dispatch: &Callback<Msg>) -> Html {
    let choice = |mode: ImportMode, id: &'static str, (label, note): (&'static str, &'static str)| {
        let onchange = dispatch.reform(move |_: Event| Msg::Panel(PanelMsg::ChoseMode(mode)));
        html! {
            <label class="choice">
                <input type="radio" name="panel-mode" data-mode={id} checked={chosen == mode} {onchange} />
                <span>{ label }<small>{ note }</small></span>
            </label>
        }
    };
    html! {
        <fieldset class="whose">
            <legend>{ wording::WHOSE }</legend>
            { choice(ImportMode::AsForeign, "foreign", wording::SOMEBODYS) }
            { choice(ImportMode::AsOwn, "own", wording::MY_OWN) }
        </fieldset>
    }
}

fn sure(shown: &Shown, dispatch: &Callback<Msg>) -> Html {
    let on_answer = dispatch.reform(|sure: bool| Msg::Panel(PanelMsg::AnsweredRestore { sure }));
    html! { <Question text={wording::restore_question(shown.new_records())} yes="Restore" no="Not now" {on_answer} /> }
}

fn ended(done: &Done, dispatch: &Callback<Msg>) -> Html {
    let undo = Msg::Panel(PanelMsg::UndidImport { batches: done.batches.clone() });
    html! {
        <>
            <p>{ wording::done(done.written) }{ done.batches.is_empty().then_some(wording::RESTORED) }</p>
            if done.left_out > 0 {
                <p class="panel-warning">{ wording::left_out(done.left_out) }</p>
            }
            <div class="panel-row">
                if !done.batches.is_empty() {
                    { button("undo-import", "outlined", "Undo the import", undo, dispatch) }
                }
                { close("Close", dispatch) }
            </div>
        </>
    }
}
