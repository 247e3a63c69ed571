//! All sentences of the widget.

use super::sentence::Sentence;
use super::{
    action_wording, article_wording, comment_wording, composer_wording, file_wording, import_wording, panel_wording,
    published_wording, submission_wording, wording,
};

/// File by file.
static FILES: [&[Sentence]; 10] = [
    &wording::ALL,
    &composer_wording::ALL,
    &comment_wording::ALL,
    &action_wording::ALL,
    &published_wording::ALL,
    &submission_wording::ALL,
    &panel_wording::ALL,
    &file_wording::ALL,
    &import_wording::ALL,
    &article_wording::ALL,
];

/// One after the other, the everyday ones first.
pub fn all() -> impl Iterator<Item = &'static Sentence> {
    FILES.iter().copied().flatten()
}

/// The key of this name, if there is one.
pub fn known_key(name: &str) -> Option<&'static str> {
    all().map(Sentence::key).find(|key| *key == name)
}
