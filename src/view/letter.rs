//! A comment on its way to the page's author: what is sent, word for word, and whether it was.

use yew::prelude::*;

use super::button::button;
use super::letter_wording as wording;
use super::panel_wording::size;
use crate::app::letter::{Letter, LetterMsg, Way};
use crate::app::model::Storage;
use crate::app::{Model, Msg};
use crate::domain::mailto::{mailbox, mailto};
use crate::domain::operation_id::OperationId;

/// Draws the letter with this comment, if it is open.
pub(super) fn letter(model: &Model, id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let Some(letter) = model.letter.as_ref().filter(|letter| letter.id == id) else {
        return Html::default();
    };
    let button = |action, class, label, message| button(action, class, label, Msg::Letter(message), dispatch);
    html! {
        <div class="letter panel-box" tabindex="-1" role="group" aria-label={wording::SEND}>
            if let Some(way) = letter.way {
                <p>{ wording::question(way) }</p>
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
    let button = |action, class, label, message| button(action, class, label, Msg::Letter(message), dispatch);
    let contact = model.config.contact.as_deref();
    let subject = wording::subject(&model.config.title);
    let words = wording::mail(&model.config.url, &letter.file);
    let mail = contact.and_then(|contact| Some((mailbox(contact), mailto(contact, &subject, &words)?)));
    let blocked = matches!(model.storage, Storage::Blocked);
    html! {
        <>
            <p>{ if mail.is_some() { wording::BY_MAIL } else { wording::BY_FILE } }{ " " }{ wording::MAY_BE_PUBLISHED }</p>
            if let Some((mailbox, _)) = &mail {
                <p class="panel-facts"><bdi>{ mailbox.to_string() }</bdi>{ " · " }<bdi>{ subject.clone() }</bdi></p>
                { contents(words.clone()) }
            } else {
                <p><bdi class="file-name">{ letter.name.clone() }</bdi>{ " " }
                    <span class="file-size">{ size(u64::try_from(letter.file.len()).unwrap_or(u64::MAX)) }</span></p>
                { contents(letter.file.clone()) }
                if let Some(contact) = contact {
                    <p>{ wording::attach(mailbox(contact)) }</p>
                }
            }
            <div class="panel-row">
                if let Some((_, link)) = &mail {
                    <a class="filled button-like" data-action="letter-mail" href={link.clone()}
                        onclick={dispatch.reform(|_: MouseEvent| Msg::Letter(LetterMsg::Took(Way::Mail)))}>{ wording::WRITE }</a>
                    { button("letter-file", "quiet", wording::DOWNLOAD_INSTEAD, LetterMsg::Took(Way::File)) }
                } else {
                    { button("letter-file", "filled", wording::DOWNLOAD, LetterMsg::Took(Way::File)) }
                }
                if blocked {
                    // A frame that may keep nothing may often download nothing either.
                    { button("letter-copy", "quiet", wording::COPY, LetterMsg::Copied) }
                }
                { button("letter-close", "quiet", wording::CANCEL, LetterMsg::Closed) }
            </div>
        </>
    }
}

/// Can be reached by the keyboard, because it may have to be scrolled.
fn contents(text: String) -> Html {
    html! { <pre class="letter-contents" dir="ltr" tabindex="0" role="region" aria-label={wording::CONTENTS}>{ text }</pre> }
}
