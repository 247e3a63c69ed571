//! Marks that are stacked on one letter: so many of them are drawn as a script needs, and the rest stand there without taking place, so
//! that they leave no line and are copied with it.

use yew::prelude::*;

/// So many marks are drawn on one letter: no language stacks more.
const DRAWN: usize = 4;

/// Draws a text.
pub(super) fn stacked(text: &str) -> Html {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((start, end)) = excess(rest) {
        pieces.push(rest.get(..start).map(|seen| html! { { seen.to_owned() } }));
        pieces.push(rest.get(start..end).map(|more| html! { <span class="stacked">{ more.to_owned() }</span> }));
        rest = rest.get(end..).unwrap_or_default();
    }
    if pieces.is_empty() {
        return html! { { text.to_owned() } };
    }
    html! { <>{ for pieces.into_iter().flatten() }{ rest.to_owned() }</> }
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

/// Whether a sign is set above or below the one before it. (Blocks of marks, and those scripts of which texts are made that climb.)
fn is_stacking(sign: char) -> bool {
    sign >= '\u{300}'
        && matches!(sign,
            '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
            | '\u{6d6}'..='\u{6ed}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}'
            | '\u{ec8}'..='\u{ece}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
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
