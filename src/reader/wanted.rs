//! Which of several articles of a file is wanted: the one that the embedder names behind `#`, else the first.

use super::source::Source;
use crate::domain::article_error::ArticleError;

/// Chooses among the articles of a file. `names` gives what one of them is called by: its id, its address, its short name. Without
/// a name the first that is `ready` for readers is taken, else the first.
///
/// # Errors
/// [`ArticleError::Empty`] where there is none, [`ArticleError::NoSuchItem`] where none is called so.
pub(super) fn choose<'a, T>(
    source: &Source,
    items: &'a [T],
    ready: impl Fn(&T) -> bool,
    names: impl Fn(&T) -> Vec<String>,
) -> Result<&'a T, ArticleError> {
    let Some(item) = source.item else {
        return items.iter().find(|item| ready(item)).or(items.first()).ok_or(ArticleError::Empty);
    };
    let decoded = decoded(item);
    let absolute = |name: &str| (source.resolve)(name, source.address);
    let (plain, address) = ([item, decoded.as_str()], absolute(&decoded));
    let is_it = |name: &String| {
        let name = name.trim();
        plain.contains(&name) || (name.contains('/') && address.is_some() && absolute(name) == address)
    };
    items.iter().find(|item| names(item).iter().any(is_it)).ok_or(ArticleError::NoSuchItem)
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
