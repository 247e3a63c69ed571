//! Letters to the author: making and drawing them.

use super::part::part;
use crate::app::submission::{LETTER as MAKING, LetterCode};
use crate::view::letter_place::DrawLetter;
use crate::view::submission::submission;

/// The functions for letters, and their looks.
#[derive(Clone, Copy, Debug)]
pub struct LetterPart {
    /// Makes them.
    pub code: LetterCode,
    /// Draws one that is open.
    pub draw: DrawLetter,
    /// The style sheet of what that draws.
    pub sheet: &'static str,
}

static LETTER: LetterPart = LetterPart {
    code: MAKING,
    draw: submission,
    sheet: include_str!(concat!(env!("OUT_DIR"), "/styles/submission.css")),
};

part! {
    /// Fetches what letters need, unless it is here.
    pub fn letter() -> LetterPart = LETTER
}
