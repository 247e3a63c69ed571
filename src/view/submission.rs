//! A comment on its way to the page's author: what is sent, word for word, and whether it was.

use yew::prelude::*;

use super::action_wording as actions;
use super::button::button;
use super::file_wording::size;
use super::sentence::Sentence;
use super::submission_wording as wording;
use crate::app::App;
use crate::app::submission::{Submission, SubmissionMsg, Way};
use crate::domain::mailto::{mailbox, mailto};
use crate::domain::operation_id::OperationId;
use crate::domain::strings::Strings;
use crate::replica::Storage;
use crate::widget::Msg;

/// Draws the submission with this comment, if it is open.
pub(super) fn submission(app: &App, id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let Some(submission) = app.submission.open().filter(|submission| submission.id == id) else {
        return Html::default();
    };
    let strings = &app.config.strings;
    let button = |action, class, label: &Sentence, msg| button(action, class, label.say(strings), msg, dispatch);
    html! {
        <div class="letter panel-box" tabindex="-1" role="group" aria-label={wording::SEND.say(strings)}>
            if let Some(way) = submission.way {
                <p>{ wording::question(way).show(strings) }</p>
                <div class="panel-row">
                    { button("letter-sent", "outlined", wording::YES, SubmissionMsg::Sent) }
                    { button("letter-close", "quiet", wording::NO, SubmissionMsg::Closed) }
                </div>
            } else {
                { unsent(app, submission, dispatch) }
            }
        </div>
    }
}

fn unsent(app: &App, submission: &Submission, dispatch: &Callback<Msg>) -> Html {
    let strings = &app.config.strings;
    let button = |action, class, label: &Sentence, msg| button(action, class, label.say(strings), msg, dispatch);
    let contact = app.config.contact.as_deref();
    let subject = wording::subject(strings, &app.config.title);
    let words = wording::mail(strings, &app.config.url, &submission.file);
    let mail = contact.and_then(|contact| Some((mailbox(contact), mailto(contact, &subject, &words)?)));
    let blocked = matches!(app.storage(), Storage::Blocked);
    html! {
        <>
            <p>{ if mail.is_some() { wording::BY_MAIL } else { wording::BY_FILE }.show(strings) }{ " " }{ wording::MAY_BE_PUBLISHED.show(strings) }</p>
            if let Some((mailbox, _)) = &mail {
                <p class="panel-facts"><bdi>{ mailbox.to_string() }</bdi>{ " · " }<bdi>{ subject.clone() }</bdi></p>
                { contents(strings, words.clone()) }
            } else {
                <p><bdi class="file-name">{ submission.name.clone() }</bdi>{ " " }
                    <span class="file-size">{ size(strings, u64::try_from(submission.file.len()).unwrap_or(u64::MAX)) }</span></p>
                { contents(strings, submission.file.clone()) }
                if let Some(contact) = contact {
                    <p>{ wording::ATTACH.with(strings, &[("mailbox", mailbox(contact))]) }</p>
                }
            }
            <div class="panel-row">
                if let Some((_, link)) = &mail {
                    <a class="filled button-like" data-action="letter-mail" href={link.clone()}
                        onclick={dispatch.reform(|_: MouseEvent| SubmissionMsg::Took(Way::Mail).into())}>{ wording::WRITE.show(strings) }</a>
                    { button("letter-file", "quiet", wording::DOWNLOAD_INSTEAD, SubmissionMsg::Took(Way::File)) }
                } else {
                    { button("letter-file", "filled", actions::DOWNLOAD, SubmissionMsg::Took(Way::File)) }
                }
                if blocked {
                    // A frame that may keep nothing may often download nothing either.
                    { button("letter-copy", "quiet", actions::COPY_INSTEAD, SubmissionMsg::Copied) }
                }
                { button("letter-close", "quiet", actions::CANCEL, SubmissionMsg::Closed) }
            </div>
        </>
    }
}

/// Can be reached by the keyboard, because it may have to be scrolled.
fn contents(strings: &Strings, text: String) -> Html {
    html! { <pre class="letter-contents" dir="ltr" tabindex="0" role="region" aria-label={wording::CONTENTS.say(strings)}>{ text }</pre> }
}
