//! What is shown of a thread before anything can follow from what happens: what the primary copy holds, in the order that the
//! reader has chosen. The code that keeps and compares the copies may come later.

use super::composer::composers::ComposerId;
use super::config::Persistence;
use super::effect::Effect;
use super::msg::ArticleMsg;
use super::state::App;
use crate::domain::author::AuthorId;
use crate::domain::sort::Sort;
use crate::replica::Env;
use crate::store::copy::request::Found;

impl App {
    /// Whether a first look shows what the thread is: all of it stands under one id, in a storage of the browser.
    pub fn may_look_first(&self) -> bool {
        self.config.aliases.is_empty() && self.config.storage != Persistence::Nowhere
    }

    /// Whether published comments are still to come.
    pub fn awaits_published(&self) -> bool {
        self.published.is_coming() || self.config.comments.is_some() && !self.is_ready()
    }

    /// Takes what the browser remembers of the reader.
    pub fn remember(&mut self, name: Option<String>, author: Option<AuthorId>, sort: Option<Sort>) {
        self.composer.remembered(name, author);
        self.list.remembered(sort);
    }

    /// Takes note that the tab remembers folded branches of the thread, which the engine reads.
    pub fn has_folds(&mut self) {
        self.list.branches_mut().is_to_read = true;
    }

    /// Asks for the article, which waits for no engine.
    pub fn begin_article(&mut self) -> Option<Effect> {
        self.article.start(self.config.src.as_ref())
    }

    /// Follows what happened to the article.
    pub fn follow_article(&mut self, msg: ArticleMsg) -> Option<Effect> {
        self.article.follow(msg, &self.config)
    }

    /// Keeps the text of a composer while the engine is not there; gives the key and the value for the primary copy.
    pub fn write_early(&mut self, composer: ComposerId, text: String, env: &mut Env) -> Option<(String, String)> {
        let written = self.composer.written(composer, text, &self.config);
        self.discussion.write_early(composer, written, env)
    }

    /// Takes records of the thread's that the primary copy holds. `end`: those were all.
    pub fn look_first(&mut self, records: &[Found], end: bool) {
        self.discussion.look_first(records);
        if end {
            self.discussion.looked();
            self.bring_list(true);
        }
    }
}
