//! All messages of the widget, and their keys.

use super::message::Message;
use super::{
    action, age, article, comment, composer, embed, file, finding, formatting, history, import, names, panel,
    published, reaction, submission, thread, undo,
};

/// The keys of each file of this folder, each with a line end after it. Who knows the keys has not the messages: those come with
/// the part of the module that shows them.
const KEYS: [&str; 19] = [
    thread::KEYS,
    composer::KEYS,
    comment::KEYS,
    age::KEYS,
    age::AGES,
    reaction::KEYS,
    formatting::KEYS,
    action::KEYS,
    undo::KEYS,
    history::KEYS,
    names::KEYS,
    finding::KEYS,
    published::KEYS,
    submission::KEYS,
    panel::KEYS,
    file::KEYS,
    import::KEYS,
    article::KEYS,
    embed::KEYS,
];

/// All messages, the everyday ones first.
pub fn all() -> impl Iterator<Item = &'static Message> {
    let files = [
        thread::ALL,
        composer::ALL,
        comment::ALL,
        age::ALL,
        reaction::ALL,
        formatting::ALL,
        action::ALL,
        undo::ALL,
        history::ALL,
        names::ALL,
        finding::ALL,
        published::ALL,
        submission::ALL,
        panel::ALL,
        file::ALL,
        import::ALL,
        article::ALL,
        embed::ALL,
    ];
    files.into_iter().flatten().copied()
}

/// Whether there is a message with this key.
pub fn is_known(key: &str) -> bool {
    KEYS.iter().flat_map(|keys| keys.split_terminator('\n')).any(|known| known == key)
}
