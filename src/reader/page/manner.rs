//! How an element stands in a page: known by its name, and looked up once, since all that measures asks for it.

use crate::domain::allow_list::{self, Tag};

/// What the name of an element says.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    /// Whether a reader does not read its content as text.
    pub(super) is_silent: bool,
    /// Whether it begins a block of its own.
    pub(super) is_block: bool,
    /// Whether it is a heading.
    pub(super) is_heading: bool,
}

impl Manner {
    /// That of an element of this name; of none for text.
    pub(super) fn of(tag: &str) -> Self {
        // What stands in a player is for browsers that have none.
        let is_silent = tag != "math" && (allow_list::is_dropped(tag) || matches!(tag, "audio" | "object" | "video"));
        let is_block = Tag::named(tag).is_some_and(|tag| !tag.is_inline());
        Self { is_silent, is_block, is_heading: matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") }
    }
}
