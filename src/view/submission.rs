//! A comment on its way to the page's author: what is sent, word for word, and whether it was.

use yew::prelude::*;

use super::button::button;
use super::messages::Message;
use super::messages::action as actions;
use super::messages::file::size;
use super::messages::submission as text;
use crate::app::App;
use crate::app::submission::{Submission, SubmissionMsg, Way};
use crate::domain::mailto::{mailbox, mailto};
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::replica::Storage;
use crate::widget::Msg;

/// Draws a submission that is open.
pub fn submission(app: &App, submission: &Submission, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let button = |action, class, label: &Message, msg| button(action, class, label.say(messages), msg, dispatch);
    html! {
        <div class="submission panel-box" tabindex="-1" role="group" aria-label={text::SEND.say(messages)}>
            if let Some(way) = submission.way {
                <p>{ text::question(way).show(messages) }</p>
                <div class="panel-row">
                    { button("submission-sent", "outlined", text::YES, SubmissionMsg::Sent) }
                    { button("submission-close", "quiet", text::NO, SubmissionMsg::Closed) }
                </div>
            } else {
                { unsent(app, submission, dispatch) }
            }
        </div>
    }
}

fn unsent(app: &App, submission: &Submission, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    let button = |action, class, label: &Message, msg| button(action, class, label.say(messages), msg, dispatch);
    let contact = app.config.contact.as_deref();
    let subject = text::subject(messages, &app.config.title);
    let words = text::mail(messages, &app.config.url, &submission.file);
    let mail = contact.and_then(|contact| Some((mailbox(contact), mailto(contact, &subject, &words)?)));
    let published = if submission.id == OperationId::ARTICLE { text::MAY_BE_COUNTED } else { text::MAY_BE_PUBLISHED };
    let blocked = matches!(app.storage(), Storage::Blocked);
    html! {
        <>
            <p>{ if mail.is_some() { text::BY_MAIL } else { text::BY_FILE }.show(messages) }{ " " }{ published.show(messages) }</p>
            if let Some((mailbox, _)) = &mail {
                <p class="panel-facts"><bdi>{ mailbox.to_string() }</bdi>{ " · " }<bdi>{ subject.clone() }</bdi></p>
                { contents(messages, words.clone()) }
            } else {
                <p><bdi class="file-name">{ submission.name.clone() }</bdi>{ " " }
                    <span class="file-size">{ size(messages, u64::try_from(submission.file.len()).unwrap_or(u64::MAX)) }</span></p>
                { contents(messages, submission.file.clone()) }
                if let Some(contact) = contact {
                    <p>{ text::ATTACH.with(messages, &[("mailbox", mailbox(contact))]) }</p>
                }
            }
            <div class="panel-row">
                if let Some((_, link)) = &mail {
                    <a class="filled button-like" data-action="submission-mail" href={link.clone()}
                        onclick={dispatch.reform(|_: MouseEvent| SubmissionMsg::Took(Way::Mail).into())}>{ text::WRITE.show(messages) }</a>
                    { button("submission-file", "quiet", text::DOWNLOAD_INSTEAD, SubmissionMsg::Took(Way::File)) }
                } else {
                    { button("submission-file", "filled", actions::DOWNLOAD, SubmissionMsg::Took(Way::File)) }
                }
                if blocked {
                    // A frame that may keep nothing may often download nothing either.
                    { button("submission-copy", "quiet", actions::COPY_INSTEAD, SubmissionMsg::Copied) }
                }
                { button("submission-close", "quiet", actions::CANCEL, SubmissionMsg::Closed) }
            </div>
        </>
    }
}

/// What is sent, word for word. The keyboard can reach it, because it may have to be scrolled.
fn contents(messages: &Messages, text: String) -> Html {
    html! { <pre class="submission-contents" dir="ltr" tabindex="0" role="region" aria-label={text::CONTENTS.say(messages)}>{ text }</pre> }
}
