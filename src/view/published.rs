//! What is said of the file that the page publishes, and of a comment that stands in it.

use yew::prelude::*;

use super::action_wording::TRY_AGAIN;
use super::button::button;
use super::published_wording as wording;
use super::submission_wording::SENT;
use crate::app::App;
use crate::app::msg::PublishedMsg;
use crate::app::published::Trouble;
use crate::domain::article_error::ArticleError;
use crate::domain::comment::Comment;
use crate::domain::strings::Strings;
use crate::widget::Msg;

/// One line about what is wrong with the file, if anything is.
pub(super) fn published_notice(app: &App, dispatch: &Callback<Msg>) -> Html {
    let Some(trouble) = app.published.trouble() else {
        return Html::default();
    };
    let strings = &app.config.strings;
    let may_help = matches!(trouble, Trouble::Fetch(error) if error != ArticleError::Address);
    html! {
        <p class="notice" part="notice" data-notice="published">
            { wording::trouble(strings, trouble) }
            if may_help {
                { " " }{ button("retry-published", "quiet", TRY_AGAIN.say(strings), PublishedMsg::PressedRetry, dispatch) }
            }
        </p>
    }
}

/// Whether others see a comment, where that is known.
pub(super) fn standing(strings: &Strings, comment: &Comment) -> Html {
    html! {
        if comment.published {
            <span class="standing" data-standing="published">{ wording::PUBLISHED.show(strings) }</span>
        } else if comment.sent {
            <span class="standing" data-standing="sent">{ SENT.show(strings) }</span>
        }
    }
}
