//! What is said of the file that the page publishes, and of a comment that stands in it.

use yew::prelude::*;

use super::button::button;
use super::messages::action::TRY_AGAIN;
use super::messages::published as text;
use super::messages::submission::SENT;
use crate::app::App;
use crate::app::msg::PublishedMsg;
use crate::app::published::PublishedError;
use crate::domain::article_error::ArticleError;
use crate::domain::comment::Comment;
use crate::domain::messages::Messages;
use crate::widget::Msg;

/// One line about what is wrong with the published file, if anything is.
pub(super) fn published_notice(app: &App, dispatch: &Callback<Msg>) -> Html {
    let Some(error) = app.published.error() else {
        return Html::default();
    };
    let messages = &app.config.messages;
    let may_retry = matches!(error, PublishedError::Fetch(error) if error != ArticleError::Address);
    html! {
        <p class="notice" part="notice" data-notice="published">
            { text::error(messages, error) }
            if may_retry {
                { " " }{ button("retry-published", "quiet", TRY_AGAIN.say(messages), PublishedMsg::PressedRetry, dispatch) }
            }
        </p>
    }
}

/// Says that a comment is published, or else that the reader has sent it to the author.
pub(super) fn standing(messages: &Messages, comment: &Comment) -> Html {
    let (name, words) = match comment {
        Comment { published: true, .. } => ("published", text::PUBLISHED),
        Comment { sent: true, .. } => ("sent", SENT),
        _ => return Html::default(),
    };
    html! { <span class="standing" data-standing={name}>{ words.show(messages) }</span> }
}
