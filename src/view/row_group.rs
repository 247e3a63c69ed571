//! A group of rows. It is drawn again only if something in it has changed, so what happens to one comment costs the same in a long thread.

use std::rc::Rc;

use yew::prelude::*;

use super::comment::CommentRow;
use crate::app::composers::Composer;
use crate::app::group::{Group, Line};
use crate::app::submission::may_be_sent;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::replica::save_state::SaveState;
use crate::widget::Msg;

/// What is said or done beside one comment, for a while.
#[derive(Clone, PartialEq)]
pub(super) struct Mark {
    /// The comment.
    pub id: OperationId,
    /// How far what the reader did last to the comment has got on its way to being kept, where that is to be said.
    pub saved: Option<SaveState>,
    /// Whether the reader is being asked if the comment shall be erased.
    pub confirming: bool,
    /// The reply composer, if open.
    pub reply: Option<Composer>,
    /// The edit composer, if open.
    pub edit: Option<Composer>,
    /// The remembered name, if the reply composer is open.
    pub name: Option<AttrValue>,
    /// What stands below the composers: drafts that other pages wrote for them, and a submission.
    pub others: Html,
}

/// What a [`RowGroup`] shows. Everything in it compares cheaply.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowGroupProps {
    /// The rows.
    pub group: Rc<Group>,
    /// What is said beside single rows of the group.
    pub marks: Vec<Mark>,
    /// Where not all rows of the list are in the document: how many come before the group, and how many there are.
    pub position: Option<(usize, usize)>,
    /// Whether comments are kept only as long as the tab is open.
    pub for_tab: bool,
    /// Whether nothing can be written.
    pub readonly: bool,
    /// How many levels replies are indented.
    pub max_depth: u16,
    /// Whether there is an author to send comments to.
    pub has_author: bool,
    /// The page's own messages.
    pub messages: Messages,
    /// Where `Msg`s go.
    pub dispatch: Callback<Msg>,
}

/// Items of the list.
#[component]
pub(super) fn RowGroup(props: &RowGroupProps) -> Html {
    html! { <>{ for props.group.lines.iter().enumerate().map(|(number, line)| item(props, number, line)) }</> }
}

fn item(props: &RowGroupProps, number: usize, line: &Line) -> Html {
    let (row, comment) = (&line.row, &line.row.comment);
    let depth = row.depth.min(props.max_depth);
    // A reply below the deepest indentation stands no deeper than the comment that it answers: its class says so.
    let deep = (row.depth > depth).then_some("deep");
    let deleted = comment.deleted.then_some("deleted");
    let ahead = props.group.is_ahead.then_some("ahead");
    let id = comment.id.to_string();
    let mark = props.marks.iter().find(|mark| mark.id == comment.id);
    let size = props.position.map(|(_, size)| size.to_string());
    let position = props.position.map(|(before, _)| (before + number + 1).to_string());
    html! {
        <li key={id.clone()} class={classes!("comment", format!("depth-{depth}"), deep, deleted, ahead)} part="comment" tabindex="-1"
            data-id={id} data-depth={row.depth.to_string()} aria-setsize={size} aria-posinset={position}>
            <CommentRow row={row.clone()} age={line.age} edited={line.edited} saved={mark.and_then(|mark| mark.saved)}
                confirming={mark.is_some_and(|mark| mark.confirming)} for_tab={props.for_tab} readonly={props.readonly}
                sends={props.has_author && may_be_sent(comment)} reply={mark.and_then(|mark| mark.reply.clone())}
                edit={mark.and_then(|mark| mark.edit.clone())} name={mark.and_then(|mark| mark.name.clone())}
                others={mark.map(|mark| mark.others.clone()).unwrap_or_default()}
                messages={props.messages.clone()} dispatch={props.dispatch.clone()} />
        </li>
    }
}
