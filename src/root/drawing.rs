//! Which drawing of the article is on the page.

use std::rc::Rc;

use crate::app::App;
use crate::app::article::ArticleStatus;
use crate::domain::article::Article;
use crate::domain::messages::Messages;

/// Counts the drawings of the article. A script of the page may have changed its elements, so each new drawing replaces them as a
/// whole and is never compared with them.
#[derive(Default)]
pub(super) struct Drawing {
    number: u32,
    article: Option<Rc<Article>>,
    losses: u32,
    messages: Messages,
}

impl Drawing {
    /// The number of the drawing.
    pub(super) fn number(&self) -> u32 {
        self.number
    }

    /// Follows the article and the page's own messages.
    pub(super) fn follow(&mut self, app: &App) {
        let article = match app.article.status() {
            ArticleStatus::Ready(article) => Some(article),
            _ => None,
        };
        let losses = app.article.losses();
        let is_same = article.map(Rc::as_ptr) == self.article.as_ref().map(Rc::as_ptr)
            && losses == self.losses
            && app.config.messages == self.messages;
        if !is_same {
            (self.article, self.losses, self.messages) = (article.cloned(), losses, app.config.messages.clone());
            self.number = self.number.wrapping_add(1);
        }
    }
}
