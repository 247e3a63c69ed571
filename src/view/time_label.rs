//! A point in time as an age, with the date written out as its title; and the same as the link to a comment.

use yew::prelude::*;

use super::messages::{age as age_text, comment as comment_text};
use super::page_language::PageLanguage;
use crate::domain::age::Age;
use crate::domain::comment::Comment;
use crate::domain::messages::Messages;
use crate::domain::timestamp::Timestamp;

/// `<time>`: "2 minutes ago", and the full date for machines and for those who point at it.
pub(super) fn time_label(page: &PageLanguage, messages: &Messages, at: Timestamp, age: Age) -> Html {
    let said = age_text::age(page, messages, at, age);
    html! { <time datetime={at.to_string()} title={title(page, at, age)} lang={lang(page, age)}>{ said }</time> }
}

/// The full date, unless that is what stands there.
fn title(page: &PageLanguage, at: Timestamp, age: Age) -> Option<String> {
    (age != Age::Claimed).then(|| (page.dates)(at))
}

/// The language of an age, where it is another than that of the messages around it.
fn lang(page: &PageLanguage, age: Age) -> Option<AttrValue> {
    page.readers.clone().filter(|_| age != Age::Claimed)
}

/// The time of a comment, which is the link to it. To those who hear it, it says whose comment that is.
pub(super) fn permalink(page: &PageLanguage, messages: &Messages, comment: &Comment, age: Age) -> Html {
    let at = comment.created_at;
    let said = age_text::age(page, messages, at, age);
    let spoken =
        comment_text::LINK.with(messages, &[("name", &comment_text::name(messages, &comment.author)), ("age", &said)]);
    html! { <a class="permalink" href={format!("#comment-{}", comment.id)} aria-label={spoken} title={title(page, at, age)} lang={lang(page, age)}><time datetime={at.to_string()}>{ said }</time></a> }
}

/// What a [`TimeLabel`] shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TimeLabelProps {
    /// The point in time.
    pub at: Timestamp,
    /// Its age, so that a label is drawn again only when its words change.
    pub age: Age,
    /// The page's own messages.
    pub messages: Messages,
}

/// The same in "Your comments", whose views find the languages and dates of the page in its context.
#[component]
pub(super) fn TimeLabel(props: &TimeLabelProps) -> Html {
    time_label(&use_context::<PageLanguage>().unwrap_or_default(), &props.messages, props.at, props.age)
}
