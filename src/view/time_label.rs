//! A point in time as an age, with the date written out as its title.

use yew::prelude::*;

use super::messages::comment as comment_text;
use super::page_language::PageLanguage;
use crate::domain::age::Age;
use crate::domain::messages::Messages;
use crate::domain::timestamp::Timestamp;

/// What a [`TimeLabel`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct TimeLabelProps {
    /// The point in time.
    pub at: Timestamp,
    /// Its age, so that a label is drawn again only when its words change.
    pub age: Age,
    /// The page's own messages.
    #[prop_or_default]
    pub messages: Messages,
}

/// `<time>`: "2 minutes ago", and the full date for machines and for those who point at it.
#[component]
pub fn TimeLabel(props: &TimeLabelProps) -> Html {
    time_label(use_context::<PageLanguage>().as_ref(), &props.messages, props.at, props.age)
}

/// The same, where `page` is known. Its date is in UTC where no [`PageLanguage`] says how dates are written out.
pub(super) fn time_label(page: Option<&PageLanguage>, messages: &Messages, at: Timestamp, age: Age) -> Html {
    let title = page.map_or_else(|| at.to_string(), |page| (page.dates)(at));
    html! { <time datetime={at.to_string()} {title}>{ comment_text::age(messages, age) }</time> }
}
