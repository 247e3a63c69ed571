//! All messages of the widget.

use super::message::Message;
use super::{action, article, comment, composer, file, import, panel, published, submission, thread};

/// The messages of each file of this folder.
static FILES: [&[Message]; 10] = [
    &thread::ALL,
    &composer::ALL,
    &comment::ALL,
    &action::ALL,
    &published::ALL,
    &submission::ALL,
    &panel::ALL,
    &file::ALL,
    &import::ALL,
    &article::ALL,
];

/// All messages, the everyday ones first.
pub fn all() -> impl Iterator<Item = &'static Message> {
    FILES.iter().copied().flatten()
}

/// The key of this name, if there is one.
pub fn known_key(name: &str) -> Option<&'static str> {
    all().map(Message::key).find(|key| *key == name)
}
