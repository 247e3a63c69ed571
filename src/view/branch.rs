//! What a row says of its place in a conversation: what it answers, and the replies below it.

use yew::prelude::*;

use super::button::{Facts, drawn};
use super::icon::{SQUARE, icon};
use super::messages::comment as text;
use super::nodes::nodes;
use super::span::span;
use crate::app::msg::ListMsg;
use crate::domain::messages::Messages;
use crate::domain::row::{Branch, Row};
use crate::widget::Msg;

/// As many levels are indented however narrow the thread is. `styles/comment.css` says how many more where there is room.
const ALWAYS_INDENTED: u16 = 2;

/// What a reply answers. Where it may not be seen by how it stands there is a link as well; the style sheet shows one of the two.
/// `max_depth`: how many levels are indented at most.
pub(super) fn in_reply(row: &Row, max_depth: u16, messages: &Messages, dispatch: &Callback<Msg>) -> Html {
    let Some(parent) = &row.parent else {
        return if row.is_stray() { span("stray", text::STRAY.show(messages)) } else { Html::default() };
    };
    let name = html! { <bdi>{ text::name(messages, &parent.author) }</bdi> };
    let words = text::IN_REPLY.around(messages, "{name}", &name);
    let id = row.comment.id;
    let onclick = dispatch.reform(move |_: MouseEvent| ListMsg::PressedAnswered(id).into());
    let said = span("in-reply", words.clone());
    // A reply that has a row without what it answers stands at no depth.
    if row.depth > 0 && row.depth <= max_depth.min(ALWAYS_INDENTED) {
        return said;
    }
    let facts = Facts { answers: Some(parent.id.to_string().into()), ..Facts::default() };
    nodes(vec![said, drawn(("answered", "answered"), words, facts, onclick)])
}

/// The button that folds the branch below a comment and opens it, if there is one.
pub(super) fn fold(row: &Row, messages: &Messages, dispatch: &Callback<Msg>) -> Html {
    let (id, author) = (row.comment.id, &row.comment.author);
    let (sign, spoken, hidden) = match row.branch {
        Branch::None => return Html::default(),
        Branch::Open => {
            let name = text::name(messages, author);
            ("M4 8h8", Some(text::REPLIES_TO.with(messages, &[("name", &name)])), None)
        }
        Branch::Folded(count) => ("M4 8h8M8 4v8", None, Some(text::HIDDEN.count(messages, count))),
    };
    let onclick = dispatch.reform(move |_: MouseEvent| ListMsg::PressedFold(id).into());
    let expanded = if hidden.is_none() { "true" } else { "false" };
    let content = nodes(vec![icon(None, SQUARE, sign.into()), hidden.unwrap_or_default().into()]);
    let facts = Facts { spoken, expanded: Some(expanded), ..Facts::default() };
    drawn(("fold", "quiet fold"), content, facts, onclick)
}
