//! Names of people.

/// A longer name is a sentence about the author, in characters.
const LONGEST_NAME: usize = 120;

/// Whether it may be somebody's name: some sites put the address of a profile there.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= LONGEST_NAME && !text.contains("://") && !text.starts_with('@')
}
