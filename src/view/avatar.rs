//! A small picture that tells authors apart, drawn from the author id: no request, no upload, no likeness.

use std::fmt::Write;
use std::hash::Hasher;

use fnv::FnvHasher;
use yew::prelude::*;

use super::icon::icon;
use crate::domain::author::AuthorId;

/// How many colour pairs `styles/avatar.css` has.
const HUES: u64 = 8;

/// Draws a mirrored 5 × 5 pattern.
pub fn avatar(author: &AuthorId) -> Html {
    let mut hasher = FnvHasher::default();
    hasher.write(author.as_str().as_bytes());
    let bits = hasher.finish();
    let class = format!("avatar hue-{}", (bits >> 32) % HUES);
    icon(Some(class.into()), "0 0 5 5", pattern(bits).into())
}

/// Fifteen bits fill the left three columns; the right two mirror the first two.
fn pattern(bits: u64) -> String {
    let mut path = String::new();
    for cell in 0..15 {
        if bits >> cell & 1 == 1 {
            let (x, y) = (cell % 3, cell / 3);
            let _ = write!(path, "M{x} {y}h1v1h-1z");
            if x < 2 {
                let _ = write!(path, "M{} {y}h1v1h-1z", 4 - x);
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pattern_is_mirrored() {
        assert_eq!(pattern(0b001), "M0 0h1v1h-1zM4 0h1v1h-1z");
        assert_eq!(pattern(0b100), "M2 0h1v1h-1z");
        assert_eq!(pattern(1 << 14), "M2 4h1v1h-1z");
        assert_eq!(pattern(0), "");
    }
}
