//! A comment on its way to the page's author: what is sent, word for word, and whether it was.

use yew::prelude::*;

use super::action_wording as actions;
use super::button::button;
use super::file_wording::size;
use super::letter_wording as wording;
use super::sentence::Sentence;
use crate::app::letter::{Letter, LetterMsg, Way};
use crate::app::model::Storage;
use crate::app::{Model, Msg};
use crate::domain::mailto::{mailbox, mailto};
use crate::domain::operation_id::OperationId;
use crate::domain::strings::Strings;

/// Draws the letter with this comment, if it is open.
pub(super) fn letter(model: &Model, id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let Some(letter) = model.letter.as_ref().filter(|letter| letter.id == id) else {
        return Html::default();
    };
    let strings = &model.config.strings;
    let button = |action, class, label: &Sentence, message| {
        button(action, class, label.say(strings), Msg::Letter(message), dispatch)
    };
    html! {
        <div class="letter panel-box" tabindex="-1" role="group" aria-label={wording::SEND.say(strings)}>
            if let Some(way) = letter.way {
                <p>{ wording::question(way).show(strings) }</p>
                <div class="panel-row">
                    { button("letter-sent", "outlined", wording::YES, LetterMsg::Sent) }
                    { button("letter-close", "quiet", wording::NO, LetterMsg::Closed) }
                </div>
            } else {
                { unsent(model, letter, dispatch) }
            }
        </div>
    }
}

fn unsent(model: &Model, letter: &Letter, dispatch: &Callback<Msg>) -> Html {
    let strings = &model.config.strings;
    let button = |action, class, label: &Sentence, message| {
        button(action, class, label.say(strings), Msg::Letter(message), dispatch)
    };
    let contact = model.config.contact.as_deref();
    let subject = wording::subject(strings, &model.config.title);
    let words = wording::mail(strings, &model.config.url, &letter.file);
    let mail = contact.and_then(|contact| Some((mailbox(contact), mailto(contact, &subject, &words)?)));
    let blocked = matches!(model.storage(), Storage::Blocked);
    html! {
        <>
            <p>{ if mail.is_some() { wording::BY_MAIL } else { wording::BY_FILE }.show(strings) }{ " " }{ wording::MAY_BE_PUBLISHED.show(strings) }</p>
            if let Some((mailbox, _)) = &mail {
                <p class="panel-facts"><bdi>{ mailbox.to_string() }</bdi>{ " · " }<bdi>{ subject.clone() }</bdi></p>
                { contents(strings, words.clone()) }
            } else {
                <p><bdi class="file-name">{ letter.name.clone() }</bdi>{ " " }
                    <span class="file-size">{ size(strings, u64::try_from(letter.file.len()).unwrap_or(u64::MAX)) }</span></p>
                { contents(strings, letter.file.clone()) }
                if let Some(contact) = contact {
                    <p>{ wording::ATTACH.with(strings, &[("mailbox", mailbox(contact))]) }</p>
                }
            }
            <div class="panel-row">
                if let Some((_, link)) = &mail {
                    <a class="filled button-like" data-action="letter-mail" href={link.clone()}
                        onclick={dispatch.reform(|_: MouseEvent| Msg::Letter(LetterMsg::Took(Way::Mail)))}>{ wording::WRITE.show(strings) }</a>
                    { button("letter-file", "quiet", wording::DOWNLOAD_INSTEAD, LetterMsg::Took(Way::File)) }
                } else {
                    { button("letter-file", "filled", actions::DOWNLOAD, LetterMsg::Took(Way::File)) }
                }
                if blocked {
                    // A frame that may keep nothing may often download nothing either.
                    { button("letter-copy", "quiet", actions::COPY_INSTEAD, LetterMsg::Copied) }
                }
                { button("letter-close", "quiet", actions::CANCEL, LetterMsg::Closed) }
            </div>
        </>
    }
}

/// Can be reached by the keyboard, because it may have to be scrolled.
fn contents(strings: &Strings, text: String) -> Html {
    html! { <pre class="letter-contents" dir="ltr" tabindex="0" role="region" aria-label={wording::CONTENTS.say(strings)}>{ text }</pre> }
}
