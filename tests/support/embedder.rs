//! What the embedder of a test page asked for: nothing but a thread.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::config::{Config, Keeping};
use article_widget::domain::sort::Sort;
use article_widget::domain::thread_id::ThreadId;

/// The attributes of the page.
pub(super) fn config() -> Config {
    Config {
        thread: ThreadId::explicit("demo").unwrap(),
        title: "A page".to_owned(),
        url: "https://page.example/".to_owned(),
        aliases: Vec::new(),
        comments: None,
        contact: None,
        src: None,
        placeholder: false,
        storage: Keeping::Browser,
        sort: Sort::Oldest,
        form_below: false,
        readonly: false,
        max_depth: None,
    }
}
