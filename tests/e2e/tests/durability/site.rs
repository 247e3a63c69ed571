//! The pages of these tests: a thread each, with a reader who can be told to write.

use article_widget_e2e::{Page, Reply, Server, Story, html};
use serde_json::Value;

/// The head of a page with the reader in it.
pub(crate) const READER: &str = "<script src=\"/reader.js\"></script>";

/// Serves the reader, and a page of the thread "story".
pub(crate) fn furnish(server: &Server) {
    server.put("/reader.js", Reply::script(include_str!("script/reader.js")));
    thread(server, "/story.html", "story", "");
}

/// Serves a page of a thread, with more in its head before the widget.
pub(crate) fn thread(server: &Server, path: &str, thread: &str, head: &str) {
    let widget = html::widget(&format!("thread=\"{thread}\""), html::ARTICLE);
    server.page(path, &html::page_with_head(&format!("{head}{READER}"), &widget));
}

/// A story on such a site.
#[track_caller]
pub(crate) fn story() -> Story {
    let story = Story::begin();
    furnish(&story.server);
    story
}

/// What an expression comes to in the page, where `reader` is at hand; the expression may be a promise.
#[track_caller]
pub(crate) fn ask(page: &Page<'_>, expression: &str) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; Promise.resolve({expression}).then(done, (error) => done(String(error)))"
    );
    page.session().script_with_callback(&script, Vec::new())
}

/// The same as a list of texts.
#[track_caller]
pub(crate) fn texts(page: &Page<'_>, expression: &str) -> Vec<String> {
    let value = ask(page, expression);
    let list = value.as_array().cloned().unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
