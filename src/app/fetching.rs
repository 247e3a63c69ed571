//! The article: asked for, and what comes of it.

use std::rc::Rc;

use super::effect::Effect;
use super::host_event::HostEvent;
use super::model::{ArticleStatus, Model};
use super::telling;
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;

/// Asks for the article that the embedder named, and shows that it is on its way.
pub(super) fn begin(model: &mut Model) -> Vec<Effect> {
    let effect = ask(model);
    model.article = if model.fetching { ArticleStatus::Loading } else { ArticleStatus::OnPage };
    effect.into_iter().collect()
}

/// Asks for it again. What is shown stays until another comes.
pub(super) fn again(model: &mut Model) -> Vec<Effect> {
    if matches!(model.article, ArticleStatus::Ready(_)) { ask(model).into_iter().collect() } else { begin(model) }
}

/// Has the article drawn anew: as another one, so that nothing is expected of what was drawn before.
pub(super) fn lost(model: &mut Model) {
    if let ArticleStatus::Ready(article) = &mut model.article {
        *article = Rc::new(Article::clone(article));
    }
}

fn ask(model: &mut Model) -> Option<Effect> {
    model.attempt = model.attempt.wrapping_add(1);
    model.fetching = model.config.src.is_some();
    model.config.src.clone().map(|src| Effect::FetchArticle { src, attempt: model.attempt })
}

/// Takes the article, or why there is none, unless it answers an earlier question.
pub(super) fn ended(model: &mut Model, attempt: u32, result: Result<Rc<Article>, ArticleError>) -> Option<Effect> {
    if attempt != model.attempt {
        return None;
    }
    model.fetching = false;
    match result {
        Ok(article) => {
            model.article = ArticleStatus::Ready(article);
            None
        }
        Err(error) => {
            if !matches!(model.article, ArticleStatus::Ready(_)) {
                model.article = ArticleStatus::Failed(error);
            }
            Some(telling::tell(model, HostEvent::Failed { code: "article", message: error.to_string() }))
        }
    }
}
