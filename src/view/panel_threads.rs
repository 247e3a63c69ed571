//! All threads of the site, and what can be done with everything at once.

use yew::prelude::*;

use super::button::{button, button_about};
use super::messages::Message;
use super::messages::action::{DELETE, KEEP};
use super::messages::file::size;
use super::messages::{panel as text, thread::beginning};
use super::panel_files::answer;
use super::panel_question::Question;
use super::time_label::TimeLabel;
use crate::app::App;
use crate::domain::age::Age;
use crate::domain::messages::Messages;
use crate::manage::msg::{FileMsg, PanelMsg};
use crate::manage::panel::{Deletion, Panel};
use crate::store::file::inventory::{Inventory, ThreadSummary};
use crate::widget::Msg;

/// Draws the threads, newest first.
pub(super) fn panel_threads(app: &App, panel: &Panel, inventory: &Inventory, dispatch: &Callback<Msg>) -> Html {
    let here = app.config.thread.key();
    // The inventory was read a while ago; of the thread that is shown the page knows what holds now.
    let emptied = |thread: &ThreadSummary| {
        thread.key == here
            && app.thread().comments().next().is_none()
            && app.discussion().shown().unreadable().is_empty()
    };
    let items: Vec<Html> = inventory
        .threads
        .iter()
        .filter(|thread| !emptied(thread))
        .map(|thread| item(app, panel, thread, dispatch))
        .collect();
    html! {
        if items.is_empty() {
            <p class="panel-note">{ text::NO_THREADS.show(&app.config.messages) }</p>
        } else {
            <ul class="panel-list threads" role="list">{ for items }</ul>
        }
    }
}

fn item(app: &App, panel: &Panel, thread: &ThreadSummary, dispatch: &Callback<Msg>) -> Html {
    let here = thread.key == app.config.thread.key();
    let messages = &app.config.messages;
    // The inventory has no name for a thread of which only an import is kept; the page names the one that is shown.
    let name = match &thread.name {
        None if here => Some(app.config.thread_name()),
        name => name.clone(),
    };
    let title = beginning(&text::thread(messages, name.as_ref()));
    let comments = if here { app.thread().count() } else { thread.comments };
    let deletion = Deletion::Thread(thread.key.clone());
    let asked = !here && panel.confirming.as_ref() == Some(&deletion);
    html! {
        <li key={thread.key.as_str().to_owned()} data-thread={thread.key.as_str().to_owned()}>
            <div class="panel-item">
                <div>
                    <p><bdi class="thread-title">{ title.clone() }</bdi>
                        if here {
                            { " " }<span class="this-one">{ text::THIS_ONE.show(messages) }</span>
                        }
                    </p>
                    <p class="panel-facts">{ text::COMMENTS.count(messages, comments) }{ " · " }{ size(messages, thread.units) }
                        if let Some(at) = thread.newest {
                            { " · " }<TimeLabel {at} age={Age::between(at, app.now)} messages={messages.clone()} />
                        }
                    </p>
                </div>
                if !here && !asked {
                    { button_about(messages, ("delete-thread", "quiet"), text::DELETE_THREAD.say(messages), &title,
                        PanelMsg::AskedToDelete(deletion), dispatch) }
                }
            </div>
            if asked {
                <Question text={text::DELETE_THREAD_QUESTION.count_with(messages, comments, ("title", &title))} yes={DELETE.say(messages)}
                    no={KEEP.say(messages)} on_answer={answer(dispatch)} />
            }
        </li>
    }
}

/// Draws what concerns everything on the site.
pub(super) fn panel_everything(messages: &Messages, panel: &Panel, dispatch: &Callback<Msg>) -> Html {
    let button = |action, class, label: &Message, msg: Msg| button(action, class, label.say(messages), msg, dispatch);
    html! {
        <>
            <div class="panel-row">
                { button("backup-all", "outlined", text::BACKUP_ALL, FileMsg::AskedForBackup { everything: true }.into()) }
                { button("publish-all", "outlined", text::PUBLISH_ALL, FileMsg::AskedForPublication { everything: true }.into()) }
                { button("persist", "outlined", text::PERSIST, PanelMsg::AskedToPersist.into()) }
            </div>
            <p class="panel-note" role="status">{ panel.asked_to_persist.then(|| text::ASKED.say(messages)) }</p>
            if panel.unfinished {
                <p class="panel-warning" data-note="unfinished">{ text::UNFINISHED.show(messages) }</p>
            }
            if panel.confirming == Some(Deletion::Everything) {
                <Question text={text::FORGET_QUESTION.say(messages)} yes={text::FORGET_YES.say(messages)} no={KEEP.say(messages)}
                    on_answer={answer(dispatch)} />
            } else {
                <div class="panel-row">
                    { button("forget", "quiet danger", text::FORGET, PanelMsg::AskedToDelete(Deletion::Everything).into()) }
                </div>
            }
        </>
    }
}
