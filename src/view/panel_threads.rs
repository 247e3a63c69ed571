//! All threads of the site, and what can be done with everything at once.

use yew::prelude::*;

use super::action_wording::{DELETE, KEEP};
use super::button::{button, button_about};
use super::file_wording::size;
use super::panel_files::answer;
use super::panel_question::Question;
use super::sentence::Sentence;
use super::time_label::TimeLabel;
use super::{panel_wording as wording, wording::beginning};
use crate::app::App;
use crate::domain::age::Age;
use crate::domain::strings::Strings;
use crate::manage::msg::{FileMsg, PanelMsg};
use crate::manage::panel::{Deletion, Panel};
use crate::store::file::survey::{Survey, ThreadSummary};
use crate::widget::Msg;

/// Draws the threads, newest first.
pub(super) fn panel_threads(app: &App, panel: &Panel, survey: &Survey, dispatch: &Callback<Msg>) -> Html {
    let here = app.config.thread.key();
    // What is shown knows more of itself than what was read a while ago.
    let emptied = |thread: &ThreadSummary| {
        thread.key == here
            && app.thread().comments().next().is_none()
            && app.discussion().shown().unreadable().is_empty()
    };
    let items: Vec<Html> = survey
        .threads
        .iter()
        .filter(|thread| !emptied(thread))
        .map(|thread| item(app, panel, thread, dispatch))
        .collect();
    html! {
        if items.is_empty() {
            <p class="panel-note">{ wording::NO_THREADS.show(&app.config.strings) }</p>
        } else {
            <ul class="panel-list threads" role="list">{ for items }</ul>
        }
    }
}

fn item(app: &App, panel: &Panel, thread: &ThreadSummary, dispatch: &Callback<Msg>) -> Html {
    let here = thread.key == app.config.thread.key();
    let strings = &app.config.strings;
    // An import alone does not name a thread; the page does.
    let name = match &thread.name {
        None if here => Some(app.config.thread_name()),
        name => name.clone(),
    };
    let title = beginning(&wording::thread(strings, name.as_ref()));
    let comments = if here { app.thread().count() } else { thread.comments };
    let deletion = Deletion::Thread(thread.key.clone());
    let asked = !here && panel.confirming.as_ref() == Some(&deletion);
    html! {
        <li key={thread.key.as_str().to_owned()} data-thread={thread.key.as_str().to_owned()}>
            <div class="panel-item">
                <div>
                    <p><bdi class="thread-title">{ title.clone() }</bdi>
                        if here {
                            { " " }<span class="this-one">{ wording::THIS_ONE.show(strings) }</span>
                        }
                    </p>
                    <p class="panel-facts">{ wording::COMMENTS.count(strings, comments) }{ " · " }{ size(strings, thread.units) }
                        if let Some(at) = thread.newest {
                            { " · " }<TimeLabel {at} age={Age::between(at, app.now)} strings={strings.clone()} />
                        }
                    </p>
                </div>
                if !here && !asked {
                    { button_about(strings, ("delete-thread", "quiet"), wording::DELETE_THREAD.say(strings), &title,
                        PanelMsg::AskedToDelete(deletion), dispatch) }
                }
            </div>
            if asked {
                <Question text={wording::DELETE_THREAD_QUESTION.count_with(strings, comments, ("title", &title))} yes={DELETE.say(strings)}
                    no={KEEP.say(strings)} on_answer={answer(dispatch)} />
            }
        </li>
    }
}

/// Draws what concerns everything on the site.
pub(super) fn panel_everything(strings: &Strings, panel: &Panel, dispatch: &Callback<Msg>) -> Html {
    let button = |action, class, label: &Sentence, msg: Msg| button(action, class, label.say(strings), msg, dispatch);
    html! {
        <>
            <div class="panel-row">
                { button("backup-all", "outlined", wording::BACKUP_ALL, FileMsg::AskedForBackup { everything: true }.into()) }
                { button("publish-all", "outlined", wording::PUBLISH_ALL, FileMsg::AskedForPublication { everything: true }.into()) }
                { button("persist", "outlined", wording::PERSIST, PanelMsg::AskedToPersist.into()) }
            </div>
            <p class="panel-note" role="status">{ panel.asked_to_persist.then(|| wording::ASKED.say(strings)) }</p>
            if panel.unfinished {
                <p class="panel-warning" data-note="unfinished">{ wording::UNFINISHED.show(strings) }</p>
            }
            if panel.confirming == Some(Deletion::Everything) {
                <Question text={wording::FORGET_QUESTION.say(strings)} yes={wording::FORGET_YES.say(strings)} no={KEEP.say(strings)}
                    on_answer={answer(dispatch)} />
            } else {
                <div class="panel-row">
                    { button("forget", "quiet danger", wording::FORGET, PanelMsg::AskedToDelete(Deletion::Everything).into()) }
                </div>
            }
        </>
    }
}
