//! A point in time as an age, with the date written out behind it.

use std::rc::Rc;

use yew::prelude::*;

use super::comment_wording;
use crate::domain::age::Age;
use crate::domain::strings::Strings;
use crate::domain::timestamp::Timestamp;

/// How dates are written out: by the browser, in the reader's language and time zone; plainly in UTC where there is none.
#[derive(Clone)]
pub struct LocalDates(pub Rc<dyn Fn(Timestamp) -> String>);

impl PartialEq for LocalDates {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a [`TimeLabel`] shows.
#[derive(Clone, PartialEq, Properties)]
pub struct TimeLabelProps {
    /// The point in time.
    pub at: Timestamp,
    /// Its age, so that a label is drawn again only when its words change.
    pub age: Age,
    /// The page's own sentences.
    #[prop_or_default]
    pub strings: Strings,
}

/// `<time>`: "2 minutes ago", and the full date for machines and for those who point at it.
#[component]
pub fn TimeLabel(props: &TimeLabelProps) -> Html {
    let dates = use_context::<LocalDates>();
    let title = dates.map_or_else(|| props.at.to_string(), |dates| (dates.0)(props.at));
    html! { <time datetime={props.at.to_string()} {title}>{ comment_wording::age(&props.strings, props.age) }</time> }
}
