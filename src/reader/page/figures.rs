//! A text in figures.

/// A text in figures, counted once: measuring what holds it is then no work.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Figures {
    /// How many characters, with white space collapsed.
    pub(super) length: usize,
    /// How many commas of any script.
    pub(super) commas: usize,
    /// Whether it begins with white space.
    pub(super) opens_blank: bool,
    /// Whether it ends with white space.
    pub(super) ends_blank: bool,
}

impl Figures {
    /// Counts a text.
    pub(super) fn of(text: &str) -> Self {
        let mut figures = Self { opens_blank: text.starts_with(char::is_whitespace), ..Self::default() };
        for each in text.chars() {
            let is_blank = each.is_whitespace();
            figures.length += usize::from(!(is_blank && figures.ends_blank));
            figures.commas += usize::from(is_comma(each));
            figures.ends_blank = is_blank;
        }
        figures
    }
}

/// Whether it is a comma of any script.
fn is_comma(each: char) -> bool {
    matches!(
        each,
        ',' | '\u{060C}'
            | '\u{FE50}'
            | '\u{FE10}'
            | '\u{FE11}'
            | '\u{2E41}'
            | '\u{2E34}'
            | '\u{2E32}'
            | '\u{FF0C}'
            | '、'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_counts_once_and_its_ends_are_known() {
        for (text, length, commas, opens_blank, ends_blank) in [
            ("", 0, 0, false, false),
            (" \n ", 1, 0, true, true),
            ("one,  two", 8, 1, false, false),
            ("\n one、two ", 9, 1, true, true),
        ] {
            let found = Figures::of(text);
            assert_eq!(
                (found.length, found.commas, found.opens_blank, found.ends_blank),
                (length, commas, opens_blank, ends_blank),
                "{text:?}"
            );
        }
    }
}
