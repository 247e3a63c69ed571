//! What is in one row of the thread.

use yew::prelude::*;

use super::avatar::avatar;
use super::body_text::body_text;
use super::button::{button, button_spoken};
use super::composer::ComposerForm;
use super::messages::Message;
use super::messages::action as actions;
use super::messages::comment as text;
use super::messages::submission::{SEND, SEND_AGAIN, SEND_AGAIN_ALOUD};
use super::page_language::PageLanguage;
use super::published::standing;
use super::save_label::{at_risk, save_label};
use super::time_label::time_label;
use crate::app::composers::{Composer, ComposerId};
use crate::app::msg::{ActionMsg, ComposerMsg};
use crate::app::submission::SubmissionMsg;
use crate::domain::age::Age;
use crate::domain::comment::Comment;
use crate::domain::messages::Messages;
use crate::domain::row::Row;
use crate::replica::save_state::SaveState;
use crate::widget::Msg;

/// What a [`CommentRow`] shows. Everything in it compares cheaply, so that a row is drawn again only if it changed.
#[derive(Clone, PartialEq, Properties)]
pub struct CommentRowProps {
    /// The row.
    pub row: Row,
    /// The comment's age.
    pub age: Age,
    /// How long ago the comment was edited, if it was.
    pub edited: Option<Age>,
    /// How far what the reader did last to the comment has got on its way to being kept, where that is to be said.
    pub saved: Option<SaveState>,
    /// Whether comments are kept only as long as the tab is open.
    pub for_tab: bool,
    /// Whether nothing can be written.
    pub readonly: bool,
    /// Whether the reader is being asked if the comment shall be erased.
    pub confirming: bool,
    /// The reply composer, if open.
    pub reply: Option<Composer>,
    /// The edit composer, if open.
    pub edit: Option<Composer>,
    /// The remembered name, if the reply composer is open.
    pub name: Option<AttrValue>,
    /// Whether the comment can be sent to the page's author.
    #[prop_or_default]
    pub sends: bool,
    /// What stands below its composers: drafts that other pages wrote for them, and a submission.
    #[prop_or_default]
    pub others: Html,
    /// The page's own messages.
    #[prop_or_default]
    pub messages: Messages,
    /// Where `Msg`s go.
    pub dispatch: Callback<Msg>,
}

/// What is in a row: a comment with what can be done with it, or the place where one was.
#[component]
pub fn CommentRow(props: &CommentRowProps) -> Html {
    let (comment, messages) = (&props.row.comment, &props.messages);
    let page = use_context::<PageLanguage>();
    let lang = page.as_ref().and_then(|page| page.readers.clone());
    html! {
        <>
            if comment.deleted {
                { gone(messages, comment, props.confirming, &props.dispatch) }
            } else {
                { avatar(&comment.author.id) }
                <div class="comment-main">
                    { header(props, page.as_ref()) }
                    if props.edit.is_none() {
                        <div class="comment-body" part="comment-body" {lang}>{ body_text(&comment.current.body) }</div>
                    }
                    if props.saved == Some(SaveState::AtRisk) {
                        { at_risk(messages, comment.id, &props.dispatch) }
                    }
                    if props.edit.is_none() {
                        { actions(messages, comment, (props.readonly, props.sends), &props.dispatch) }
                    }
                </div>
            }
            { composers(props) }
        </>
    }
}

fn header(props: &CommentRowProps, page: Option<&PageLanguage>) -> Html {
    let lang = page.and_then(|page| page.readers.as_ref());
    let (comment, messages) = (&props.row.comment, &props.messages);
    let answered = props.row.parent.as_ref().map(|parent| text::name(messages, &parent.author));
    html! {
        <div class="comment-header" part="comment-header">
            <bdi class={classes!("comment-name", comment.author.name.is_none().then_some("nameless"))}>{ text::name(messages, &comment.author) }</bdi>
            if comment.own {
                <span class="you">{ text::YOU.show(messages) }</span>
            }
            if let Some(answered) = answered {
                <span class="in-reply">{ text::IN_REPLY.around(messages, "{name}", &html! { <bdi>{ answered }</bdi> }) }</span>
            } else if props.row.is_stray() {
                <span class="stray">{ text::STRAY.show(messages) }</span>
            }
            { time_label(page, messages, comment.created_at, props.age) }
            <span class="comment-facts">
                { standing(messages, comment) }
                if let Some(age) = props.edited {
                    { history(messages, comment, age, lang) }
                }
                if let Some(state) = props.saved {
                    { save_label(messages, state, props.for_tab) }
                }
            </span>
        </div>
    }
}

fn history(messages: &Messages, comment: &Comment, age: Age, lang: Option<&AttrValue>) -> Html {
    let versions = comment.earlier.iter().rev().map(|version| {
        html! { <li><div class="comment-body" lang={lang.cloned()}>{ body_text(&version.body) }</div></li> }
    });
    html! {
        <details class="history">
            <summary>{ text::EDITED.with(messages, &[("age", &text::age(messages, age))]) }</summary>
            <p class="history-title">{ text::BEFORE.show(messages) }</p>
            <ol>{ for versions }</ol>
        </details>
    }
}

/// The buttons below a comment. In a closed discussion only the reader's own comments have any: they can still be deleted and sent.
fn actions(messages: &Messages, comment: &Comment, (readonly, sends): (bool, bool), dispatch: &Callback<Msg>) -> Html {
    if readonly && !comment.own {
        return Html::default();
    }
    let id = comment.id;
    let name = text::name(messages, &comment.author);
    let button = |action, label: &Message, spoken: AttrValue, msg: Msg| {
        button_spoken((action, "quiet"), label.say(messages), spoken, msg, dispatch)
    };
    let (send, spoken) = if comment.sent { (SEND_AGAIN, SEND_AGAIN_ALOUD) } else { (SEND, SEND) };
    html! {
        <div class="actions">
            if !readonly {
                { button("reply", text::REPLY, actions::REPLY_TO.with(messages, &[("name", &name)]).into(), ComposerMsg::PressedReply(id).into()) }
            }
            if comment.own && !readonly {
                { button("edit", text::EDIT, actions::EDIT_YOURS.say(messages), ComposerMsg::PressedEdit(id).into()) }
            }
            if comment.own {
                { button("delete", actions::DELETE, text::DELETE_YOURS.say(messages), ActionMsg::PressedDelete(id).into()) }
            }
            if sends {
                { button("send", send, spoken.say(messages), SubmissionMsg::Asked(id).into()) }
            }
        </div>
    }
}

fn gone(messages: &Messages, comment: &Comment, confirming: bool, dispatch: &Callback<Msg>) -> Html {
    let id = comment.id;
    let button = |action, class, label: &Message, msg| button(action, class, label.say(messages), msg, dispatch);
    let what = if confirming { text::ERASE_QUESTION } else { text::DELETED };
    html! {
        <div class="gone">
            <span>{ what.show(messages) }</span>
            if comment.own && confirming {
                <span class="gone-actions">
                    { button("erase-no", "quiet", actions::KEEP, ActionMsg::AnsweredErase { id, sure: false }) }
                    { button("erase-yes", "quiet danger", actions::ERASE, ActionMsg::AnsweredErase { id, sure: true }) }
                </span>
            } else if comment.own {
                <span class="gone-actions">
                    { button("erase", "quiet", text::ERASE_FOR_GOOD, ActionMsg::PressedErase(id)) }
                    { button("undo", "quiet accent", actions::UNDO, ActionMsg::PressedUndo(id)) }
                </span>
            }
        </div>
    }
}

fn composers(props: &CommentRowProps) -> Html {
    let comment = &props.row.comment;
    let messages = &props.messages;
    let answered = text::name(messages, &comment.author);
    html! {
        <>
            if let Some(composer) = &props.edit {
                <ComposerForm id={ComposerId::Edit(comment.id)} composer={composer.clone()} messages={messages.clone()}
                    dispatch={props.dispatch.clone()} />
            }
            if let Some(composer) = &props.reply {
                <ComposerForm id={ComposerId::Reply(comment.id)} composer={composer.clone()} {answered} name={props.name.clone()}
                    messages={messages.clone()} dispatch={props.dispatch.clone()} />
            }
            { props.others.clone() }
        </>
    }
}
