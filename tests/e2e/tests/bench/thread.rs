//! The thread that every page shows, in each of the forms in which it is kept.

use article_widget_e2e::Seeds;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The id of the thread.
pub(crate) const ID: &str = "bench";
/// Who has written all of it.
pub(crate) const NAME: &str = "Ada";
/// When.
pub(crate) const AT: &str = "2025-08-22T12:00:00Z";
/// The same in milliseconds since 1970.
pub(crate) const AT_MILLIS: i64 = 1_755_864_000_000;

/// What comments are made of: with fewer words they would pack to nothing.
const WORDS: [&str; 48] = [
    "tide", "boat", "harbour", "evening", "nobody", "sand", "rain", "before", "crate", "rope", "quay", "morning",
    "light", "letter", "window", "market", "winter", "answer", "question", "picture", "bridge", "station", "garden",
    "colour", "silence", "number", "promise", "weather", "history", "village", "moment", "reason", "music", "paper",
    "table", "corner", "shadow", "engine", "captain", "island", "lantern", "feather", "summer", "mirror", "pocket",
    "kettle", "signal", "thunder",
];

/// What a comment says: 6 to 26 words that are the same in every run, in one or two paragraphs.
pub(crate) fn text(number: usize) -> String {
    let mut chance = number.wrapping_mul(2_654_435_761);
    let mut text = format!("Comment number {number}.");
    let count = 6 + number * 8 % 21;
    for word in 0..count {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(if word > 0 && word % 20 == 0 { ".\n\n" } else { " " });
        text.push_str(WORDS.get((chance >> 33) % WORDS.len()).copied().unwrap_or_default());
    }
    text.push('.');
    text
}

/// The paragraphs of a text as HTML.
pub(crate) fn paragraphs(text: &str) -> String {
    text.split("\n\n").map(|paragraph| format!("<p dir=\"auto\">{paragraph}</p>")).collect()
}

/// As the minimal script reads it.
pub(crate) fn as_json(size: usize) -> String {
    let comments: Vec<Value> =
        (1..=size).map(|number| json!({ "name": NAME, "at": AT, "text": text(number) })).collect();
    Value::Array(comments).to_string()
}

/// As plain HTML, with the form.
pub(crate) fn as_html(size: usize) -> String {
    let mut rows = String::new();
    for number in 1..=size {
        let _infallible = write!(
            rows,
            "<li class=\"comment\"><div class=\"by\"><bdi>{NAME}</bdi> <time datetime=\"{AT}\">August 22, 2025</time></div>\
             <div>{}</div><div><button type=\"button\">Reply</button><button type=\"button\">Edit</button>\
             <button type=\"button\">Delete</button></div></li>",
            paragraphs(&text(number))
        );
    }
    format!(
        "<section id=\"thread\"><h2 class=\"heading\">{size} Comments</h2><form><label>Name <input name=\"name\"></label>\
         <label>Comment <textarea name=\"body\" required rows=\"4\"></textarea></label><button>Post</button></form>\
         <ol class=\"comments\">{rows}</ol></section>"
    )
}

/// As the widget keeps it: keys and values.
#[track_caller]
pub(crate) fn as_records(size: usize) -> Vec<(String, String)> {
    seeds(size).entries().to_vec()
}

/// As a published file.
#[track_caller]
pub(crate) fn as_publication(size: usize) -> String {
    seeds(size).publication()
}

#[track_caller]
fn seeds(size: usize) -> Seeds {
    let mut seeds = Seeds::of_thread(ID);
    seeds.name();
    for number in 1..=size {
        seeds.post(NAME, &text(number));
    }
    seeds
}
