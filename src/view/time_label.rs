//! A point in time as an age, with the date written out as its title; and the same as the link to a comment.

use yew::prelude::*;

use super::messages::comment as comment_text;
use super::page_language::PageLanguage;
use crate::domain::age::Age;
use crate::domain::comment::Comment;
use crate::domain::messages::Messages;
use crate::domain::timestamp::Timestamp;

/// `<time>`: "2 minutes ago", and the full date for machines and for those who point at it.
pub(super) fn time_label(page: &PageLanguage, messages: &Messages, at: Timestamp, age: Age) -> Html {
    html! { <time datetime={at.to_string()} title={(page.dates)(at)}>{ comment_text::age(messages, age) }</time> }
}

/// The time of a comment, which is the link to it. To those who hear it, it says whose comment that is.
pub(super) fn permalink(page: &PageLanguage, messages: &Messages, comment: &Comment, age: Age) -> Html {
    let time = time_label(page, messages, comment.created_at, age);
    let said = comment_text::age(messages, age);
    let spoken =
        comment_text::LINK.with(messages, &[("name", &comment_text::name(messages, &comment.author)), ("age", &said)]);
    html! { <a class="permalink" href={format!("#comment-{}", comment.id)} aria-label={spoken}>{ time }</a> }
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
