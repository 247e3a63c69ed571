//! What stands in the article's place while it is on its way, and when it did not come.

use yew::prelude::*;

use super::messages::article as article_text;
use crate::domain::article_error::ArticleError;
use crate::domain::messages::Messages;

/// What an [`ArticleNotice`] shows.
#[derive(Properties, PartialEq)]
pub struct ArticleNoticeProps {
    /// What went wrong.
    pub error: ArticleError,
    /// The page's own messages.
    #[prop_or_default]
    pub messages: Messages,
    /// Called when the reader asks for the article again.
    pub on_retry: Callback<MouseEvent>,
}

/// Says that the article could not be shown, and offers to try again. The thread below stays usable.
#[component]
pub fn ArticleNotice(props: &ArticleNoticeProps) -> Html {
    html! {
        <div class="article-notice notice" role="alert">
            <p>{ article_text::failure(props.error).show(&props.messages) }</p>
            <button type="button" class="outlined" data-action="retry-article" onclick={props.on_retry.clone()}>{ article_text::RETRY.show(&props.messages) }</button>
        </div>
    }
}

/// What an [`ArticleSkeleton`] shows.
#[derive(Default, Properties, PartialEq)]
pub struct ArticleSkeletonProps {
    /// The page's own messages.
    #[prop_or_default]
    pub messages: Messages,
}

/// Holds the place of an article that is on its way: a screen's height, so that the thread does not jump when it comes.
#[component]
pub fn ArticleSkeleton(props: &ArticleSkeletonProps) -> Html {
    html! {
        <div class="article-skeleton" part="skeleton" aria-busy="true">
            <p class="article-skeleton-note">{ article_text::LOADING.show(&props.messages) }</p>
            <div class="article-skeleton-lines" aria-hidden="true">
                <span class="headline"></span><span class="headline short"></span><span class="facts"></span>
                <span></span><span></span><span></span><span class="short"></span>
            </div>
        </div>
    }
}
