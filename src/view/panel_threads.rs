//! All threads of the site, and what can be done with everything at once.

use yew::prelude::*;

use super::button::{button, button_about};
use super::panel_files::answer;
use super::panel_question::Question;
use super::time_label::TimeLabel;
use super::{panel_wording as wording, wording::beginning};
use crate::app::panel::{Deletion, Panel, PanelMsg};
use crate::app::{Model, Msg};
use crate::domain::age::Age;
use crate::store::survey::{Survey, ThreadSummary};

/// Draws the threads, newest first.
pub(super) fn panel_threads(model: &Model, panel: &Panel, survey: &Survey, dispatch: &Callback<Msg>) -> Html {
    let here = model.config.thread.key();
    // What is shown knows more of itself than what was read a while ago.
    let emptied = |thread: &ThreadSummary| {
        thread.key == here && model.thread.comments().next().is_none() && model.unreadable.is_empty()
    };
    let items: Vec<Html> = survey
        .threads
        .iter()
        .filter(|thread| !emptied(thread))
        .map(|thread| item(model, panel, thread, dispatch))
        .collect();
    html! {
        if items.is_empty() {
            <p class="panel-note">{ wording::NO_THREADS }</p>
        } else {
            <ul class="panel-list threads" role="list">{ for items }</ul>
        }
    }
}

fn item(model: &Model, panel: &Panel, thread: &ThreadSummary, dispatch: &Callback<Msg>) -> Html {
    let here = thread.key == model.config.thread.key();
    // An import alone does not name a thread; the page does.
    let name = match &thread.name {
        None if here => Some(model.config.thread_name()),
        name => name.clone(),
    };
    let title = beginning(wording::thread(name.as_ref()));
    let comments = if here { model.thread.count() } else { thread.comments };
    let deletion = Deletion::Thread(thread.key.clone());
    let asked = !here && panel.confirming.as_ref() == Some(&deletion);
    html! {
        <li key={thread.key.as_str().to_owned()} data-thread={thread.key.as_str().to_owned()}>
            <div class="panel-item">
                <div>
                    <p><bdi class="thread-title">{ title.clone() }</bdi>
                        if here {
                            { " " }<span class="this-one">{ "this discussion" }</span>
                        }
                    </p>
                    <p class="panel-facts">{ wording::comments(comments) }{ " · " }{ wording::size(thread.units) }
                        if let Some(at) = thread.newest {
                            { " · " }<TimeLabel {at} age={Age::between(at, model.now)} />
                        }
                    </p>
                </div>
                if !here && !asked {
                    { button_about(("delete-thread", "quiet"), "Delete…", &title,
                        Msg::Panel(PanelMsg::AskedToDelete(deletion)), dispatch) }
                }
            </div>
            if asked {
                <Question text={wording::delete_question(Some(&title), comments)} yes="Delete" on_answer={answer(dispatch)} />
            }
        </li>
    }
}

/// Draws what concerns everything on the site.
pub(super) fn panel_everything(panel: &Panel, dispatch: &Callback<Msg>) -> Html {
    let button = |action, class, label, message| button(action, class, label, Msg::Panel(message), dispatch);
    html! {
        <>
            <div class="panel-row">
                { button("backup-all", "outlined", "Back up everything", PanelMsg::AskedForBackup { everything: true }) }
                { button("publish-all", "outlined", "Everything for others", PanelMsg::AskedForPublication { everything: true }) }
                { button("persist", "outlined", "Ask this browser to keep it", PanelMsg::AskedToPersist) }
            </div>
            <p class="panel-note" role="status">{ panel.asked_to_persist.then_some(wording::ASKED) }</p>
            if panel.unfinished {
                <p class="panel-warning" data-note="unfinished">{ wording::UNFINISHED }</p>
            }
            if panel.confirming == Some(Deletion::Everything) {
                <Question text={wording::FORGET_QUESTION} yes="Forget me here" on_answer={answer(dispatch)} />
            } else {
                <div class="panel-row">
                    { button("forget", "quiet danger", "Forget me here…", PanelMsg::AskedToDelete(Deletion::Everything)) }
                </div>
            }
        </>
    }
}
