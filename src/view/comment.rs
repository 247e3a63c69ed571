//! One row of the thread.

use yew::prelude::*;

use super::avatar::avatar;
use super::body_text::body_text;
use super::comment_form::CommentForm;
use super::time_label::TimeLabel;
use super::wording;
use crate::app::Msg;
use crate::app::form::{Form, FormId};
use crate::domain::age::Age;
use crate::domain::comment::Comment;
use crate::domain::thread::Row;

/// Visual nesting ends here; deeper replies say whom they answer instead.
const DEEPEST: u16 = 7;

/// What a [`CommentRow`] shows. Everything in it compares cheaply, so that a row is drawn again only if it changed.
#[derive(Clone, PartialEq, Properties)]
pub struct CommentRowProps {
    /// The row.
    pub row: Row,
    /// The comment's age.
    pub age: Age,
    /// How long ago it was edited.
    pub edited: Option<Age>,
    /// Whether the words about where it is kept stand beside it.
    pub kept: bool,
    /// The reply form, if open.
    pub reply: Option<Form>,
    /// The edit form, if open.
    pub edit: Option<Form>,
    /// The remembered name, if the reply form is open.
    pub name: Option<AttrValue>,
    /// Where messages go.
    pub dispatch: Callback<Msg>,
}

/// A comment with what can be done with it, or the place where one was.
#[component]
pub fn CommentRow(props: &CommentRowProps) -> Html {
    let comment = &props.row.comment;
    let depth = props.row.depth.min(DEEPEST);
    let deleted = comment.deleted.then_some("deleted");
    html! {
        <li class={classes!("comment", format!("depth-{depth}"), deleted)} part="comment" tabindex="-1"
            data-id={comment.id.to_string()} data-depth={props.row.depth.to_string()}>
            if comment.deleted {
                { gone(comment, &props.dispatch) }
            } else {
                { avatar(&comment.author.id) }
                <div class="comment-main">
                    { header(props) }
                    if props.edit.is_none() {
                        <div class="comment-body" part="comment-body">{ body_text(&comment.current.body) }</div>
                        { actions(comment, &props.dispatch) }
                    }
                </div>
            }
            { forms(props) }
        </li>
    }
}

fn header(props: &CommentRowProps) -> Html {
    let comment = &props.row.comment;
    let answered = props.row.parent.as_ref().map(|parent| wording::name(&parent.author).to_owned());
    html! {
        <div class="comment-header" part="comment-header">
            <bdi class={classes!("comment-name", comment.author.name.is_none().then_some("nameless"))}>{ wording::name(&comment.author) }</bdi>
            if comment.own {
                <span class="you">{ "you" }</span>
            }
            if let Some(answered) = answered {
                <span class="in-reply">{ "in reply to " }<bdi>{ answered }</bdi></span>
            } else if props.row.is_stray() {
                <span class="stray">{ "in reply to a comment that is not here" }</span>
            }
            <TimeLabel at={comment.created_at} age={props.age} />
            <span class="comment-facts">
                if let Some(age) = props.edited {
                    { history(comment, age) }
                }
                if props.kept {
                    <span class="kept">{ wording::KEPT }</span>
                }
            </span>
        </div>
    }
}

fn history(comment: &Comment, age: Age) -> Html {
    let versions = comment.earlier.iter().rev().map(|version| {
        html! { <li><div class="comment-body">{ body_text(&version.body) }</div></li> }
    });
    html! {
        <details class="history">
            <summary>{ format!("edited {}", wording::age(age)) }</summary>
            <p class="history-title">{ "Before, newest first:" }</p>
            <ol>{ for versions }</ol>
        </details>
    }
}

fn actions(comment: &Comment, dispatch: &Callback<Msg>) -> Html {
    let id = comment.id;
    let name = wording::name(&comment.author);
    let button = |action: &'static str, label: &'static str, about: String, message: Msg| {
        let dispatch = dispatch.clone();
        let part = (action == "reply").then_some("reply-button");
        html! {
            <button type="button" class="quiet" {part} data-action={action} aria-label={about}
                onclick={move |_: MouseEvent| dispatch.emit(message.clone())}>{ label }</button>
        }
    };
    html! {
        <div class="actions">
            { button("reply", "Reply", format!("Reply to {name}"), Msg::PressedReply(id)) }
            if comment.own {
                { button("edit", "Edit", "Edit your comment".to_owned(), Msg::PressedEdit(id)) }
                { button("delete", "Delete", "Delete your comment".to_owned(), Msg::PressedDelete(id)) }
            }
        </div>
    }
}

fn gone(comment: &Comment, dispatch: &Callback<Msg>) -> Html {
    let message = Msg::PressedUndo(comment.id);
    let dispatch = dispatch.clone();
    html! {
        <div class="gone">
            <span>{ "Comment deleted." }</span>
            if comment.own {
                <button type="button" class="quiet accent" data-action="undo"
                    onclick={move |_: MouseEvent| dispatch.emit(message.clone())}>{ "Undo" }</button>
            }
        </div>
    }
}

fn forms(props: &CommentRowProps) -> Html {
    let comment = &props.row.comment;
    let answered = AttrValue::from(wording::name(&comment.author).to_owned());
    html! {
        <>
            if let Some(form) = &props.edit {
                <CommentForm id={FormId::Edit(comment.id)} form={form.clone()} dispatch={props.dispatch.clone()} />
            }
            if let Some(form) = &props.reply {
                <CommentForm id={FormId::Reply(comment.id)} form={form.clone()} {answered} name={props.name.clone()}
                    dispatch={props.dispatch.clone()} />
            }
        </>
    }
}
