//! Marks that are stacked on one letter: so many of them are drawn as a script needs, and the rest stand there without taking place, so
//! that they leave no line and are copied with it.

use yew::prelude::*;

use super::nodes::nodes;
use super::span::span;

/// So many marks are drawn on one letter: no language stacks more.
const DRAWN: usize = 4;

/// Draws a text.
pub(super) fn stacked(text: &str) -> Html {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some((start, end)) = excess(rest) {
        pieces.push(plain(rest.get(..start)));
        pieces.push(span("stacked", plain(rest.get(start..end))));
        rest = rest.get(end..).unwrap_or_default();
    }
    let last = plain(Some(rest));
    if pieces.is_empty() {
        return last;
    }
    pieces.push(last);
    nodes(pieces)
}

fn plain(text: Option<&str>) -> Html {
    text.unwrap_or_default().to_owned().into()
}

/// Where the first marks stand that are too many, in bytes.
fn excess(text: &str) -> Option<(usize, usize)> {
    let (mut marks, mut start) = (0, 0);
    for (place, sign) in text.char_indices() {
        if is_stacking(sign) {
            marks += 1;
            if marks == DRAWN + 1 {
                start = place;
            }
        } else {
            if marks > DRAWN {
                return Some((start, place));
            }
            marks = 0;
        }
    }
    (marks > DRAWN).then_some((start, text.len()))
}

/// The first and the last of the signs that are set above or below the one before them. (Blocks of marks, and those scripts of which
/// texts are made that climb.)
const STACKING: [[u16; 2]; 16] = [
    [0x300, 0x36f],
    [0x483, 0x489],
    [0x591, 0x5bd],
    [0x610, 0x61a],
    [0x64b, 0x65f],
    [0x6d6, 0x6ed],
    [0xe31, 0xe31],
    [0xe34, 0xe3a],
    [0xe47, 0xe4e],
    [0xeb1, 0xeb1],
    [0xeb4, 0xebc],
    [0xec8, 0xece],
    [0x1ab0, 0x1aff],
    [0x1dc0, 0x1dff],
    [0x20d0, 0x20ff],
    [0xfe20, 0xfe2f],
];

fn is_stacking(sign: char) -> bool {
    sign >= '\u{300}'
        && STACKING.iter().any(|[first, last]| (u32::from(*first)..=u32::from(*last)).contains(&u32::from(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_that_no_language_stacks_are_too_many() {
        assert_eq!(excess("plain"), None);
        for word in ["Vie\u{302}\u{323}t", "בְּ\u{5b7}\u{596}רֵאשִׁית", "ที่นี่", "ً\u{651}\u{670}"]
        {
            assert_eq!(excess(word), None, "{word}");
        }
        let climbing = format!("a{}b", "\u{301}".repeat(9));
        assert_eq!(excess(&climbing), Some((1 + 4 * 2, 1 + 9 * 2)));
        assert_eq!(excess(&format!("ด{}", "\u{e49}".repeat(6))), Some((3 + 4 * 3, 3 + 6 * 3)));
        assert_eq!(excess(&"\u{301}".repeat(5)), Some((8, 10)), "on nothing");
    }
}
