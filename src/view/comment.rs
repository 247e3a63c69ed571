//! What is in one row of the thread.

use yew::prelude::*;

use super::avatar::avatar;
use super::branch;
use super::button::{button, button_spoken};
use super::formatting_place::Formatting;
use super::mark::Mark;
use super::messages::Message;
use super::messages::action as actions;
use super::messages::comment as text;
use super::messages::submission::{SEND, SEND_AGAIN, SEND_AGAIN_ALOUD};
use super::page_language::PageLanguage;
use super::published::standing;
use super::time_label::time_label;
use crate::app::group::Line;
use crate::app::msg::{ActionMsg, ComposerMsg};
use crate::app::submission::{SubmissionMsg, may_be_sent};
use crate::domain::age::Age;
use crate::domain::comment::Comment;
use crate::domain::messages::Messages;
use crate::domain::row::Branch;
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
    html! {
        <>
            if comment.deleted {
                <div class="gone">{ fold(line, around) }{ gone(comment, around, mark) }{ back(comment, around, mark) }</div>
            } else {
                { avatar(&comment.author.id) }
                <div class="comment-main">
                    { header(line, around, mark) }
                    if !is_edited {
                        <div class="comment-body" part="comment-body" lang={around.lang()}>{ drawn.draw(body, around.messages) }</div>
                    }
                    if !is_edited || line.row.branch != Branch::None {
                        <div class="actions">
                            { fold(line, around) }
                            if !is_edited {
                                { actions(comment, formatting, around, mark) }
                            }
                            { back(comment, around, mark) }
                        </div>
                    }
                    if let Some(mark) = mark {
                        { (mark.views.below_text)(around.messages, mark, around.dispatch) }
                    }
                </div>
            }
            { mark.and_then(|mark| mark.below.clone()).unwrap_or_default() }
        </>
    }
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

/// The way back to a reply, if the reader came from one.
fn back(comment: &Comment, around: &Around, mark: Option<&Mark>) -> Html {
    let mark = mark.filter(|mark| mark.has_way_back);
    mark.map(|mark| (mark.views.back)(around.messages, comment.id, around.dispatch)).unwrap_or_default()
}

fn header(line: &Line, around: &Around, mark: Option<&Mark>) -> Html {
    let (row, comment, messages) = (&line.row, &line.row.comment, around.messages);
    html! {
        <div class="comment-header" part="comment-header">
            if let Some(odd) = mark.and_then(|mark| (mark.views.name)(messages, mark, &comment.author)) {
                { odd }
            } else {
                <bdi class={classes!("comment-name", comment.author.name.is_none().then_some("nameless"))}>{ text::name(messages, &comment.author) }</bdi>
            }
            if comment.own {
                <span class="you">{ text::YOU.show(messages) }</span>
            }
            { branch::in_reply(row, around.max_depth, messages, around.dispatch) }
            { time_label(around.page, messages, comment.created_at, line.age) }
            <span class="comment-facts">
                { standing(messages, comment) }
                if let Some(age) = line.edited {
                    { history(comment, age, around, mark) }
                }
                if let Some((mark, state)) = mark.and_then(|mark| Some((mark, mark.saved?))) {
                    { (mark.views.saved)(messages, state, mark.for_tab) }
                }
            </span>
        </div>
    }
}

/// The earlier texts of a comment, as they are: once they are looked at, what shows the differences between them takes their place.
fn history(comment: &Comment, age: Age, around: &Around, mark: Option<&Mark>) -> Html {
    let messages = around.messages;
    let versions = comment.earlier.iter().rev().map(|version| {
        html! { <li><div class="comment-body" lang={around.lang()}>{ around.formatting.of(&version.body).draw(&version.body, messages) }</div></li> }
    });
    html! {
        <details class="history">
            <summary>{ text::EDITED.with(messages, &[("age", &text::age(messages, age))]) }</summary>
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
    if readonly && !comment.own && as_typed.is_none() {
        return Html::default();
    }
    let id = comment.id;
    let name = text::name(messages, &comment.author);
    let (send, spoken) = if comment.sent { (SEND_AGAIN, SEND_AGAIN_ALOUD) } else { (SEND, SEND) };
    html! {
        <>
            if !readonly {
                { button_spoken(("reply", "quiet"), text::REPLY.say(messages), actions::REPLY_TO.with(messages, &[("name", &name)]).into(),
                    ComposerMsg::PressedReply(id), dispatch) }
            }
            if comment.own && !readonly {
                { button_spoken(("edit", "quiet"), text::EDIT.say(messages), actions::EDIT_YOURS.say(messages),
                    ComposerMsg::PressedEdit(id), dispatch) }
            }
            if comment.own {
                { button_spoken(("delete", "quiet"), actions::DELETE.say(messages), text::DELETE_YOURS.say(messages),
                    ActionMsg::PressedDelete(id), dispatch) }
            }
            if around.has_author && may_be_sent(comment) {
                { button_spoken(("send", "quiet"), send.say(messages), spoken.say(messages), SubmissionMsg::Asked(id), dispatch) }
            }
            { as_typed.unwrap_or_default() }
        </>
    }
}

/// What stands in place of a deleted comment.
fn gone(comment: &Comment, around: &Around, mark: Option<&Mark>) -> Html {
    let Around { messages, dispatch, .. } = *around;
    if let Some(drawn) = mark.and_then(|mark| (mark.views.gone)(messages, mark, dispatch)) {
        return drawn;
    }
    let id = comment.id;
    let button = |action, class, label: &Message, msg| button(action, class, label.say(messages), msg, dispatch);
    html! {
        <>
            <span>{ text::DELETED.show(messages) }</span>
            if comment.own {
                <span class="gone-actions">
                    { button("erase", "quiet", text::ERASE_FOR_GOOD, ActionMsg::PressedErase(id)) }
                    { button("undo", "quiet accent", actions::UNDO, ActionMsg::PressedUndo(id)) }
                </span>
            }
        </>
    }
}
