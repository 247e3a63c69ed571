//! What stands in the article's place while it is on its way, and when it did not come.

use yew::prelude::*;

use super::messages::Message;
use super::messages::article as article_text;
use crate::domain::messages::Messages;

/// Says that the article could not be shown, and offers to try again, of which `on_retry` hears. The thread below stays usable. `failure`:
/// the part that knows articles says what happened; where it could not be had, nobody need.
pub fn article_notice(failure: Option<&Message>, messages: &Messages, on_retry: Callback<MouseEvent>) -> Html {
    html! {
        <div class="article-notice notice" role="alert">
            <p>{ failure.unwrap_or(article_text::NETWORK).show(messages) }</p>
            <button type="button" class="outlined" data-action="retry-article" onclick={on_retry}>{ article_text::RETRY.show(messages) }</button>
        </div>
    }
}

/// Holds the place of an article that is on its way: a screen's height, so that the thread does not jump when it comes.
pub fn article_skeleton(messages: &Messages) -> Html {
    html! {
        <div class="article-skeleton" part="skeleton" aria-busy="true">
            <p class="article-skeleton-note">{ article_text::LOADING.show(messages) }</p>
            <div class="article-skeleton-lines" aria-hidden="true">
                <span class="headline"></span><span class="headline short"></span><span class="facts"></span>
                <span></span><span></span><span></span><span class="short"></span>
            </div>
        </div>
    }
}
