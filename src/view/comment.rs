//! What is in one row of the thread.

use yew::prelude::*;

use super::avatar::avatar;
use super::branch;
use super::button::{button, button_spoken};
use super::formatting_place::Formatting;
use super::mark::Mark;
use super::messages::Message;
use super::messages::action as actions;
use super::messages::age::age as age_in_words;
use super::messages::comment as text;
use super::messages::reaction::REACT_TO;
use super::messages::submission::{SEND, SEND_AGAIN, SEND_AGAIN_ALOUD};
use super::nodes::nodes;
use super::page_language::PageLanguage;
use super::published::standing;
use super::reactions::{Reacted, reactions};
use super::span::span;
use super::time_label::permalink;
use crate::app;
use crate::app::group::Line;
use crate::app::msg::{ActionMsg, ComposerMsg};
use crate::app::submission::{SubmissionMsg, may_be_sent};
use crate::domain::age::Age;
use crate::domain::comment::Comment;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::domain::row::Branch;
use crate::domain::timestamp::Timestamp;
use crate::widget::Msg;

/// What all rows have in common.
pub(super) struct Around<'a> {
    /// The languages and dates of the page.
    pub page: &'a PageLanguage,
    /// Whether nothing can be written.
    pub readonly: bool,
    /// How many levels replies are indented at most.
    pub max_depth: u16,
    /// Whether there is an author to send comments to.
    pub has_author: bool,
    /// What becomes of formatting.
    pub formatting: Formatting,
    /// Whether there are reactions.
    pub reactions: bool,
    /// The page's own messages.
    pub messages: &'a Messages,
    /// Where `Msg`s go.
    pub dispatch: &'a Callback<Msg>,
}

impl Around<'_> {
    /// The language that readers write in.
    fn lang(&self) -> Option<AttrValue> {
        self.page.readers.clone()
    }
}

/// What is in a row: a comment with what can be done with it, or the place where one was.
pub(super) fn comment_row(line: &Line, around: &Around, mark: Option<&Mark>) -> Html {
    let comment = &line.row.comment;
    let is_edited = mark.is_some_and(|mark| mark.is_edited);
    let body = &comment.current.body;
    let formatting = around.formatting.of(body);
    let drawn = if mark.is_some_and(|mark| mark.as_typed) { Formatting::Off } else { formatting };
    let below = mark.and_then(|mark| mark.below.clone()).unwrap_or_default();
    if comment.deleted {
        let content = nodes(vec![fold(line, around), gone(comment, around, mark), ways(around, mark)]);
        return nodes(vec![html! { <div class="gone">{ content }</div> }, below]);
    }
    let (mut written, mut buttons) = Default::default();
    if !is_edited {
        written = html! { <div class="comment-body" part="comment-body" lang={around.lang()}>{ drawn.draw(body, around.messages) }</div> };
    }
    if !is_edited || line.row.branch != Branch::None {
        let actions = if is_edited { Html::default() } else { actions(comment, formatting, around, mark) };
        let all = nodes(vec![fold(line, around), actions, ways(around, mark)]);
        buttons = html! { <div class="actions">{ all }</div> };
    }
    let below_text = mark.map(|mark| (mark.views.below_text)(around.messages, mark, around.dispatch));
    let main = nodes(vec![header(line, around, mark), written, buttons, below_text.unwrap_or_default()]);
    let row = nodes(vec![avatar(&comment.author.id), html! { <div class="comment-main">{ main }</div> }]);
    nodes(vec![row, below])
}

/// The button that shows a formatted text as it was typed.
fn as_typed(comment: &Comment, formatting: Formatting, around: &Around, mark: Option<&Mark>) -> Option<Html> {
    let Formatting::Here(views) = formatting else { return None };
    let is_on = mark.is_some_and(|mark| mark.as_typed);
    Some((views.as_typed)(around.messages, comment.id, is_on, around.dispatch))
}

fn fold(line: &Line, around: &Around) -> Html {
    branch::fold(&line.row, around.messages, around.dispatch)
}

/// The ways on, where the reader was led here.
fn ways(around: &Around, mark: Option<&Mark>) -> Html {
    mark.map(|mark| (mark.views.ways)(around.messages, mark, around.dispatch)).unwrap_or_default()
}

fn header(line: &Line, around: &Around, mark: Option<&Mark>) -> Html {
    let (row, comment, messages) = (&line.row, &line.row.comment, around.messages);
    let odd = mark.and_then(|mark| (mark.views.name)(messages, mark, &comment.author));
    let name = odd.unwrap_or_else(|| {
        let class = if comment.author.name.is_none() { "comment-name nameless" } else { "comment-name" };
        html! { <bdi {class}>{ text::name(messages, &comment.author) }</bdi> }
    });
    let edited = comment.edited_at.zip(line.edited);
    let history = edited.map(|edited| history(comment, edited, around, mark));
    let marked = mark.map(|mark| (mark.views.facts)(messages, mark));
    let facts = nodes(vec![standing(messages, comment), history.unwrap_or_default(), marked.unwrap_or_default()]);
    let content = nodes(vec![
        name,
        if comment.own { span("you", text::YOU.show(messages)) } else { Html::default() },
        branch::in_reply(row, around.max_depth, messages, around.dispatch),
        permalink(around.page, messages, comment, line.age),
        span("comment-facts", facts),
    ]);
    html! { <div class="comment-header" part="comment-header">{ content }</div> }
}

/// The earlier texts of a comment, as they are: once they are looked at, what shows the differences between them takes their place.
fn history(comment: &Comment, (at, age): (Timestamp, Age), around: &Around, mark: Option<&Mark>) -> Html {
    let messages = around.messages;
    let versions = comment.earlier.iter().rev().map(|version| {
        html! { <li><div class="comment-body" lang={around.lang()}>{ around.formatting.of(&version.body).draw(&version.body, messages) }</div></li> }
    });
    html! {
        <details class="history">
            <summary>{ text::EDITED.with(messages, &[("age", &age_in_words(around.page, messages, at, age))]) }</summary>
            if let Some(history) = mark.and_then(|mark| mark.history.clone()) {
                { history }
            } else {
                <p class="history-title">{ text::BEFORE.show(messages) }</p>
                <ol>{ for versions }</ol>
            }
        </details>
    }
}

/// The buttons below a comment. In a closed discussion only the reader's own comments have any: they can still be deleted and sent.
fn actions(comment: &Comment, formatting: Formatting, around: &Around, mark: Option<&Mark>) -> Html {
    let Around { readonly, messages, dispatch, .. } = *around;
    let as_typed = as_typed(comment, formatting, around, mark);
    let name = text::name(messages, &comment.author);
    let to = actions::REPLY_TO.with(messages, &[("name", &name)]);
    let (send, spoken) = if comment.sent { (SEND_AGAIN, SEND_AGAIN_ALOUD) } else { (SEND, SEND) };
    let is_sendable = around.has_author && may_be_sent(comment);
    let button = |is_there: bool, action, label: &Message, spoken, wish| {
        let button =
            || button_spoken((action, "quiet"), label.say(messages), spoken, Wished(wish, comment.id), dispatch);
        if is_there { button() } else { Html::default() }
    };
    let (edit, delete) = (actions::EDIT_YOURS.say(messages), text::DELETE_YOURS.say(messages));
    nodes(vec![
        button(!readonly, "reply", text::REPLY, to, Wish::Reply),
        button(comment.own && !readonly, "edit", text::EDIT, edit, Wish::Edit),
        button(comment.own, "delete", actions::DELETE, delete, Wish::Delete),
        button(is_sendable, "send", send, spoken.say(messages), Wish::Send),
        as_typed.unwrap_or_default(),
        if around.reactions { reacting(comment, &name, around, mark) } else { Html::default() },
    ])
}

/// What a reader wants done with a comment.
#[derive(Clone, Copy)]
enum Wish {
    Reply,
    Edit,
    Delete,
    Send,
}

/// The same, and with which.
#[derive(Clone, Copy)]
struct Wished(Wish, OperationId);

impl From<Wished> for app::Msg {
    fn from(Wished(wish, id): Wished) -> Self {
        match wish {
            Wish::Reply => ComposerMsg::PressedReply(id).into(),
            Wish::Edit => ComposerMsg::PressedEdit(id).into(),
            Wish::Delete => ActionMsg::PressedDelete(id).into(),
            Wish::Send => SubmissionMsg::Asked(id).into(),
        }
    }
}

/// The reactions to a comment.
fn reacting(comment: &Comment, name: &str, around: &Around, mark: Option<&Mark>) -> Html {
    let Around { messages, dispatch, readonly, .. } = *around;
    let spoken = REACT_TO.with(messages, &[("name", name)]);
    let mark = mark.filter(|mark| mark.is_reacting);
    let signs = mark.map(|mark| (mark.views.signs)(comment.id, &comment.reactions, spoken.clone(), messages, dispatch));
    let reacted = Reacted { id: comment.id, reactions: &comment.reactions, spoken, signs, closed: readonly };
    reactions(reacted, messages, dispatch)
}

/// What stands in place of a deleted comment.
fn gone(comment: &Comment, around: &Around, mark: Option<&Mark>) -> Html {
    let Around { messages, dispatch, .. } = *around;
    if let Some(drawn) = mark.and_then(|mark| (mark.views.gone)(messages, mark, dispatch)) {
        return drawn;
    }
    let said = html! { <span>{ text::DELETED.show(messages) }</span> };
    if !comment.own {
        return said;
    }
    let id = comment.id;
    let button = |action, class, label: &Message, msg| button(action, class, label.say(messages), msg, dispatch);
    let erase = button("erase", "quiet", text::ERASE_FOR_GOOD, ActionMsg::PressedErase(id));
    let undo = button("undo", "quiet accent", actions::UNDO, ActionMsg::PressedUndo(id));
    nodes(vec![said, span("gone-actions", nodes(vec![erase, undo]))])
}
