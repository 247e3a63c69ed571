//! The reader's deleted comments, and the imports of the thread that is shown: what can be taken back.

use yew::prelude::*;

use super::button::button_about;
use super::messages::Message;
use super::messages::action::{ERASE, KEEP, RESTORE, UNDO};
use super::messages::comment::ERASE_QUESTION;
use super::messages::panel as panel_text;
use super::messages::thread::beginning;
use super::panel_files::answer;
use super::panel_question::Question;
use crate::app::App;
use crate::app::msg::ActionMsg;
use crate::domain::comment::Comment;
use crate::domain::messages::Messages;
use crate::domain::thread_id::ThreadKey;
use crate::manage::Manage;
use crate::manage::msg::{ImportMsg, PanelMsg};
use crate::manage::panel::{Deletion, Panel};
use crate::store::file::inventory::{ImportSummary, Inventory};
use crate::widget::Msg;

/// The reader's own deleted comments of this thread.
pub(super) fn deleted(app: &App) -> Vec<&Comment> {
    app.thread().comments().filter(|comment| comment.own && comment.deleted).map(|comment| &**comment).collect()
}

/// Draws the reader's deleted comments, with buttons that erase or restore each.
pub(super) fn panel_deleted(app: &App, panel: &Panel, deleted: &[&Comment], dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let item = |comment: &&Comment| {
        let id = comment.id;
        let text = beginning(comment.current.body.as_str());
        // The focus finds a comment by its `data-id`, which only one element may have: its row in the thread, if that is drawn.
        let drawn = app.drawn().any(|row| row.comment.id == id);
        let button = |action, label: &Message, msg: Msg| {
            button_about(messages, action, label.say(messages), &text, msg, dispatch)
        };
        let deletion = Deletion::Comment(id);
        let asked = panel.confirming.as_ref() == Some(&deletion);
        html! {
            <li key={id.to_string()} data-id={(!drawn).then(|| id.to_string())}>
                <div class="panel-item">
                    <p class="deleted-text" dir="auto">{ text.clone() }</p>
                    if !asked {
                        <div class="panel-actions">
                            { button(("erase", "quiet"), panel_text::ERASE, PanelMsg::AskedToDelete(deletion).into()) }
                            { button(("undo", "quiet accent"), RESTORE, ActionMsg::PressedUndo(id).into()) }
                        </div>
                    }
                </div>
                if asked {
                    <Question text={ERASE_QUESTION.say(messages)} yes={ERASE.say(messages)} no={KEEP.say(messages)} on_answer={answer(dispatch)} />
                }
            </li>
        }
    };
    html! {
        <>
            <p class="panel-note">{ panel_text::DELETED_NOTE.show(messages) }</p>
            <ul class="panel-list" role="list">{ for deleted.iter().map(item) }</ul>
        </>
    }
}

/// The imports of the discussion, under whichever of its ids they were made.
pub(super) fn imports<'a>(manage: &Manage, inventory: &'a Inventory) -> Vec<(&'a ThreadKey, &'a ImportSummary)> {
    let mut all = Vec::new();
    for thread in inventory.threads.iter().filter(|thread| manage.here.ids.contains(&thread.key)) {
        all.extend(thread.imports.iter().map(|import| (&thread.key, import)));
    }
    all
}

/// Draws the imports, with a button that undoes each.
pub(super) fn panel_imports(
    messages: &Messages,
    imports: &[(&ThreadKey, &ImportSummary)],
    dispatch: &Callback<Msg>,
) -> Html {
    let item = |(thread, import): &(&ThreadKey, &ImportSummary)| {
        let unnamed = || AttrValue::from(import.label.clone());
        let label = if import.label.is_empty() { panel_text::UNNAMED_FILE.say(messages) } else { unnamed() };
        let undo = ImportMsg::Undid { batches: vec![((*thread).clone(), import.batch)] };
        html! {
            <li key={import.batch.to_string()} data-batch={import.batch.to_string()}>
                <div class="panel-item">
                    <div>
                        <p><bdi>{ label.clone() }</bdi></p>
                        <p class="panel-facts">{ panel_text::ENTRIES.count(messages, import.count) }</p>
                    </div>
                    { button_about(messages, ("undo-batch", "quiet accent"), UNDO.say(messages), &label, undo, dispatch) }
                </div>
            </li>
        }
    };
    html! { <ul class="panel-list" role="list">{ for imports.iter().map(item) }</ul> }
}
