//! Searching a thread: finding, marking, and the field.

use web_sys::Element;

use super::part::part;
use crate::app::finding::{SEARCH as SEARCHING, SearchCode};
use crate::browser::found_marks::{MarkFound, letters, marking};
use crate::view::finder::finder;
use crate::view::finder_place::DrawFinder;

/// The functions for searching, and their looks.
#[derive(Clone, Copy, Debug)]
pub struct SearchPart {
    /// Finds.
    pub code: SearchCode,
    /// Marks what was found in the thread drawn into an element.
    pub marking: fn(Element) -> Box<dyn MarkFound>,
    /// Draws the field and what was found.
    pub draw: DrawFinder,
    /// The style sheet of what that draws.
    pub sheet: &'static str,
}

static SEARCH: SearchPart = SearchPart {
    code: SEARCHING.knowing(letters),
    marking,
    draw: finder,
    sheet: include_str!(concat!(env!("OUT_DIR"), "/styles/finder.css")),
};

part! {
    /// Fetches what searching needs, unless it is here.
    pub fn search() -> SearchPart = SEARCH
}
