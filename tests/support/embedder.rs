//! What the embedder of a test page asked for: nothing but a thread.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::config::Config;
use article_widget::domain::thread_id::ThreadId;

/// The attributes of the page.
pub(super) fn config() -> Config {
    Config::plain(ThreadId::explicit("demo").unwrap(), "A page", "https://page.example/")
}
