//! How the pages of a run are opened.

/// What its pages are opened with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Whether all pages remember one author id; else each begins as another reader, as tabs on an empty browser do.
    pub one_author: bool,
    /// Whether a hostile file is published beside the page.
    pub published: bool,
    /// How many pages are opened at an earlier address of it, before it moves. 0: it has none.
    pub earlier: u32,
    /// Whether the engine of its pages comes late: they show what the primary copy holds, and what happens waits.
    pub late: bool,
}
