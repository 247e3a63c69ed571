//! A group of rows. It is drawn again only if something in it has changed, so what happens to one comment costs the same in a long thread.

use std::rc::Rc;

use yew::prelude::*;

use super::comment::{Around, comment_row};
use super::formatting_place::Formatting;
use super::mark::Mark;
use super::page_language::PageLanguage;
use crate::app::group::{Group, Line};
use crate::app::list::Led;
use crate::domain::messages::Messages;
use crate::widget::Msg;

/// What a [`RowGroup`] shows. Everything in it compares cheaply.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowGroupProps {
    /// The rows.
    pub group: Rc<Group>,
    /// What is said beside single rows of the group.
    pub marks: Vec<Mark>,
    /// Where not all rows of the list are in the document: how many come before the group, and how many there are.
    pub position: Option<(usize, usize)>,
    /// Whether nothing can be written.
    pub readonly: bool,
    /// How many levels replies are indented.
    pub max_depth: u16,
    /// Whether there is an author to send comments to.
    pub has_author: bool,
    /// What becomes of formatting.
    pub formatting: Formatting,
    /// Whether there are reactions.
    pub reactions: bool,
    /// The languages and dates of the page.
    pub page: PageLanguage,
    /// The page's own messages.
    pub messages: Messages,
    /// Where `Msg`s go.
    pub dispatch: Callback<Msg>,
}

/// Items of the list.
#[component]
pub(super) fn RowGroup(props: &RowGroupProps) -> Html {
    let around = Around {
        page: &props.page,
        readonly: props.readonly,
        max_depth: props.max_depth,
        has_author: props.has_author,
        formatting: props.formatting,
        reactions: props.reactions,
        messages: &props.messages,
        dispatch: &props.dispatch,
    };
    html! { <>{ for props.group.lines.iter().enumerate().map(|(number, line)| item(props, &around, number, line)) }</> }
}

fn item(props: &RowGroupProps, around: &Around, number: usize, line: &Line) -> Html {
    let (row, comment) = (&line.row, &line.row.comment);
    let depth = row.depth.min(props.max_depth);
    // A reply below the deepest indentation stands no deeper than the comment that it answers: its class says so.
    let deep = (row.depth > depth).then_some("deep");
    let deleted = comment.deleted.then_some("deleted");
    let ahead = props.group.is_ahead.then_some("ahead");
    let id = comment.id.to_string();
    let mark = props.marks.iter().find(|mark| mark.id == comment.id);
    let size = props.position.map(|(_, size)| size.to_string());
    let pointed_at = mark.is_some_and(|mark| mark.led != Led::Not).then_some("pointed-at");
    let new = mark.is_some_and(|mark| mark.is_new).then_some("new");
    // The list is flat, and screen readers say how deep an item of a list stands.
    let level = (row.depth > 0).then(|| (row.depth + 1).to_string());
    let position = props.position.map(|(before, _)| (before + number + 1).to_string());
    html! {
        <li key={id.clone()} class={classes!("comment", format!("depth-{depth}"), deep, pointed_at, new, deleted, ahead)} part="comment" tabindex="-1"
            data-id={id} data-depth={row.depth.to_string()} aria-level={level} aria-setsize={size} aria-posinset={position}>
            { comment_row(line, around, mark) }
        </li>
    }
}
