//! The code of a part of the module, which comes when it is asked for.

use article_widget::widget::{Code, Effect, Msg};

/// What the widget is told then.
pub(crate) fn fetched(effect: &Effect) -> Option<Msg> {
    match effect {
        Effect::Fetch(part) => Some(Msg::Fetched(Code::of(*part))),
        _ => None,
    }
}
