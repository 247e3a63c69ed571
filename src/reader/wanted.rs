//! Which of several articles of a file is wanted: the one that the embedder names behind `#`, else the first.

use super::source::Source;
use crate::domain::article_error::ArticleError;

/// One of the articles of a file.
pub(super) struct Candidate {
    /// Whether it is one for readers: no draft, no comment, no picture.
    pub(super) is_ready: bool,
    /// What it is called by: its id, its address, its short name.
    pub(super) names: Vec<String>,
}

/// Chooses among the articles of a file, and gives the place of one. Without a name it is the first that is ready, else the first.
///
/// # Errors
/// [`ArticleError::Empty`] where there is none, [`ArticleError::NoSuchItem`] where none is called so.
pub(super) fn choose(source: &Source, candidates: &[Candidate]) -> Result<usize, ArticleError> {
    let Some(item) = source.item else {
        let first = candidates.iter().position(|candidate| candidate.is_ready);
        return first.or((!candidates.is_empty()).then_some(0)).ok_or(ArticleError::Empty);
    };
    let decoded = decoded(item);
    let absolute = |name: &str| (source.resolve)(name, source.address);
    let address = absolute(&decoded);
    let is_it = |name: &String| {
        let name = name.trim();
        name == item || name == decoded || (name.contains('/') && address.is_some() && absolute(name) == address)
    };
    candidates.iter().position(|candidate| candidate.names.iter().any(is_it)).ok_or(ArticleError::NoSuchItem)
}

/// Without the `%` signs by which an address writes what it cannot hold.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
