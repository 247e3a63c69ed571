//! The article: asked for, and what comes of it. A room: it knows nothing of the others.

use std::rc::Rc;

use super::config::Config;
use super::dispatching::dispatch;
use super::effect::Effect;
use super::host_event::HostEvent;
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;

/// Where the article is.
#[derive(Clone, Debug, PartialEq)]
pub enum ArticleStatus {
    /// In the page already; nothing to do.
    OnPage,
    /// On its way.
    Loading,
    /// Here.
    Ready(Rc<Article>),
    /// Not to be had.
    Failed(ArticleError),
}

/// The article and its way here.
#[derive(Clone, Debug)]
pub struct ArticleRoom {
    status: ArticleStatus,
    /// Whether it was asked for and has not come.
    is_coming: bool,
    /// Tells responses to earlier attempts apart.
    attempt: u32,
    losses: u32,
}

/// What happened to the article.
#[derive(Clone, Debug, PartialEq)]
pub enum ArticleMsg {
    /// It came, or did not.
    Loaded {
        /// The attempt that this is the response to: responses to earlier ones are told apart by it.
        attempt: u32,
        /// The article.
        result: Result<Rc<Article>, ArticleError>,
    },
    /// A script of the page took the drawn article out of its element.
    Lost,
    /// The reader pressed "Retry" where it should be.
    PressedRetry,
}

impl ArticleRoom {
    /// Before anything was asked for: the one that `src` names, or the page's own.
    pub(super) fn new(src: Option<&String>) -> Self {
        let status = if src.is_some() { ArticleStatus::Loading } else { ArticleStatus::OnPage };
        Self { status, is_coming: false, attempt: 0, losses: 0 }
    }

    /// Where it is.
    pub fn status(&self) -> &ArticleStatus {
        &self.status
    }

    /// Whether it was asked for and has not come.
    pub(super) fn is_coming(&self) -> bool {
        self.is_coming
    }

    /// Follows what happened.
    pub(super) fn follow(&mut self, msg: ArticleMsg, config: &Config) -> Option<Effect> {
        match msg {
            ArticleMsg::Loaded { attempt, result } => {
                let error = self.ended(attempt, result).err()?;
                Some(dispatch(config, HostEvent::Failed { code: "article", message: error.to_string() }))
            }
            ArticleMsg::Lost => {
                self.losses = self.losses.wrapping_add(1);
                None
            }
            ArticleMsg::PressedRetry => self.begin(config.src.as_ref()),
        }
    }

    /// Asks for the article that the embedder named, and shows that it is on its way.
    pub(super) fn begin(&mut self, src: Option<&String>) -> Option<Effect> {
        let effect = self.ask(src);
        self.status = if self.is_coming { ArticleStatus::Loading } else { ArticleStatus::OnPage };
        effect
    }

    /// Asks for it at the start, unless that was done before the engine was there.
    pub(super) fn start(&mut self, src: Option<&String>) -> Option<Effect> {
        if self.attempt > 0 { None } else { self.begin(src) }
    }

    /// Asks for it again. What is shown stays until another comes.
    pub(super) fn again(&mut self, src: Option<&String>) -> Option<Effect> {
        if matches!(self.status, ArticleStatus::Ready(_)) { self.ask(src) } else { self.begin(src) }
    }

    fn ask(&mut self, src: Option<&String>) -> Option<Effect> {
        self.attempt = self.attempt.wrapping_add(1);
        self.is_coming = src.is_some();
        src.map(|src| Effect::FetchArticle { src: src.clone(), attempt: self.attempt })
    }

    /// How often the drawn article was lost: it is then drawn anew, so that nothing is expected of what was drawn before.
    pub fn losses(&self) -> u32 {
        self.losses
    }

    /// Takes the article, or why there is none, unless it is the response to an earlier attempt.
    ///
    /// # Errors
    /// What the page is to be told.
    fn ended(&mut self, attempt: u32, result: Result<Rc<Article>, ArticleError>) -> Result<(), ArticleError> {
        if attempt != self.attempt {
            return Ok(());
        }
        self.is_coming = false;
        match result {
            Ok(article) => self.status = ArticleStatus::Ready(article),
            Err(error) => {
                if !matches!(self.status, ArticleStatus::Ready(_)) {
                    self.status = ArticleStatus::Failed(error);
                }
                return Err(error);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::World;
    use super::*;

    fn asked() -> (ArticleRoom, String) {
        let src = "/article.html".to_owned();
        let mut room = ArticleRoom::new(Some(&src));
        assert!(matches!(room.begin(Some(&src)), Some(Effect::FetchArticle { attempt: 1, .. })));
        (room, src)
    }

    #[test]
    fn without_an_address_the_pages_own_stays_and_nothing_is_asked_for() {
        let mut room = ArticleRoom::new(None);
        assert_eq!(room.begin(None), None);
        assert_eq!((room.status(), room.is_coming()), (&ArticleStatus::OnPage, false));
    }

    #[test]
    fn the_response_to_an_earlier_attempt_is_not_taken() {
        let (mut room, src) = asked();
        room.begin(Some(&src));
        assert_eq!(room.ended(1, Err(ArticleError::Status(503))), Ok(()));
        assert!(room.is_coming() && *room.status() == ArticleStatus::Loading);
    }

    #[test]
    fn an_old_article_is_better_than_none() {
        let (mut room, src) = asked();
        let article = Rc::new(Article::default());
        assert_eq!(room.ended(1, Ok(Rc::clone(&article))), Ok(()));
        room.again(Some(&src));
        assert_eq!(*room.status(), ArticleStatus::Ready(Rc::clone(&article)), "it is shown until another comes");
        assert_eq!(room.ended(2, Err(ArticleError::Status(503))), Err(ArticleError::Status(503)));
        assert_eq!(*room.status(), ArticleStatus::Ready(article));
    }

    #[test]
    fn what_was_lost_is_drawn_as_another() {
        let (mut room, _) = asked();
        let article = Rc::new(Article::default());
        room.ended(1, Ok(Rc::clone(&article))).expect("an article");
        assert_eq!(room.losses(), 0);
        assert_eq!(room.follow(ArticleMsg::Lost, &World::unread().config), None);
        assert_eq!((room.losses(), room.status()), (1, &ArticleStatus::Ready(article)));
    }
}
