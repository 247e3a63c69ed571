//! Names that hide something or look like others.

use super::part::part;
use crate::app::names::{NAMES as KEEPING, NamesCode};
use crate::view::name_place::DrawName;
use crate::view::names::odd_name;

/// The functions for odd names, and their looks.
#[derive(Clone, Copy, Debug)]
pub struct NamesPart {
    /// Finds them.
    pub code: NamesCode,
    /// Draws one.
    pub draw: DrawName,
    /// The style sheet of what that draws.
    pub sheet: &'static str,
}

static NAMES: NamesPart =
    NamesPart { code: KEEPING, draw: odd_name, sheet: include_str!(concat!(env!("OUT_DIR"), "/styles/names.css")) };

part! {
    /// Fetches what odd names need, unless it is here.
    pub fn names() -> NamesPart = NAMES
}
