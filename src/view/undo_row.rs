//! A quiet row about what was done to a comment here last, with what undoes it or does it again, where the comment stands.

use yew::prelude::*;

use super::button::button;
use super::messages::Message;
use super::messages::action::{REDO, UNDO};
use super::messages::comment::ERASE_FOR_GOOD;
use super::messages::undo as text;
use crate::app::actions::{Beside, Deed};
use crate::app::msg::ActionMsg;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

/// Below a comment: what was undone last, and what was done last. Nothing, if that was done to others.
pub(super) fn undo_row(messages: &Messages, beside: Beside, dispatch: &Callback<Msg>) -> Html {
    let undone = beside.redo.and_then(undone).map(|what| said(messages, what, redo(messages, dispatch)));
    let done = beside.undo.and_then(done).map(|what| {
        said(messages, what, button("undo", "quiet accent", UNDO.say(messages), ActionMsg::Undid, dispatch))
    });
    let overtaken = beside.is_overtaken.then(|| said(messages, text::OVERTAKEN, Html::default()));
    if undone.is_none() && done.is_none() && overtaken.is_none() {
        return Html::default();
    }
    html! { <div class="undo-row" data-undo="row">{ for overtaken.into_iter().chain(undone).chain(done) }</div> }
}

/// Where a comment was, if what would show it again was undone last: what does it again stands there in place of "Undo".
pub(super) fn redo_in_place(
    messages: &Messages,
    id: OperationId,
    beside: Beside,
    dispatch: &Callback<Msg>,
) -> Option<Html> {
    let what = match beside.redo? {
        Deed::Posted => text::POST_UNDONE,
        Deed::Restored => text::RESTORING_UNDONE,
        Deed::Edited { .. } | Deed::Deleted => return None,
    };
    Some(html! {
        <>
            <span>{ what.show(messages) }</span>
            <span class="gone-actions">
                { button("erase", "quiet", ERASE_FOR_GOOD.say(messages), ActionMsg::PressedErase(id), dispatch) }
                { redo(messages, dispatch) }
            </span>
        </>
    })
}

fn redo(messages: &Messages, dispatch: &Callback<Msg>) -> Html {
    button("redo", "quiet accent", REDO.say(messages), ActionMsg::Redid, dispatch)
}

fn said(messages: &Messages, what: &Message, button: Html) -> Html {
    html! { <span class="undo-said"><span>{ what.show(messages) }</span>{ button }</span> }
}

/// What is said where something was done. Where a comment was deleted, its place says it.
fn done(deed: Deed) -> Option<&'static Message> {
    match deed {
        Deed::Posted => Some(text::POSTED),
        Deed::Edited { .. } => Some(text::EDITED),
        Deed::Restored => Some(text::RESTORED),
        Deed::Deleted => None,
    }
}

/// The same where it was undone.
fn undone(deed: Deed) -> Option<&'static Message> {
    match deed {
        Deed::Edited { .. } => Some(text::EDIT_UNDONE),
        Deed::Deleted => Some(text::DELETION_UNDONE),
        Deed::Posted | Deed::Restored => None,
    }
}
