//! The attributes of the tests' page.

use article_widget::app::config::{Config, Keeping};
use article_widget::domain::thread_id::ThreadId;

/// None but the thread.
pub(super) fn none() -> Config {
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
    }
}
