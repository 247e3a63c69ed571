//! Signs in a name that nobody sees: those that turn the direction of what stands beside them, and those that are nothing at all.

use std::fmt::Write as _;

/// A piece of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamePart<'a> {
    /// What can be seen.
    Seen(&'a str),
    /// A sign that cannot: as it stands there, and what it is called.
    Hidden(&'a str, String),
}

/// Whether a sign can be hidden in a name.
pub fn may_hide(sign: char) -> bool {
    matches!(sign,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a sign that may hide belongs to what stands around it: a joiner between letters of a script that needs it or within an emoji, a
/// form of the sign before it, the letters of a flag.
fn belongs(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let is_of_script = |other: Option<char>| other.is_some_and(|other| !other.is_ascii() && !is_turning(other));
    match sign {
        '\u{200c}' | '\u{200d}' => is_of_script(before) && is_of_script(after),
        '\u{180b}'..='\u{180f}' | '\u{e0100}'..='\u{e01ef}' => is_of_script(before),
        '\u{fe00}'..='\u{fe0f}' => {
            is_of_script(before) || before.is_some_and(|it| it.is_ascii_digit() || it == '#' || it == '*')
        }
        '\u{e0020}'..='\u{e007f}' => {
            before.is_some_and(|it| it == '\u{1f3f4}' || ('\u{e0020}'..='\u{e007e}').contains(&it))
        }
        _ => false,
    }
}

fn is_turning(sign: char) -> bool {
    matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Takes a name apart. The parts are the whole name.
pub fn parts(name: &str) -> Vec<NamePart<'_>> {
    let mut parts = Vec::new();
    let (mut start, mut before) = (0, None);
    let mut signs = name.char_indices().peekable();
    while let Some((place, sign)) = signs.next() {
        let after = signs.peek().map(|(_, after)| *after);
        if may_hide(sign) && !belongs(before, sign, after) {
            parts.extend(name.get(start..place).filter(|seen| !seen.is_empty()).map(NamePart::Seen));
            start = place + sign.len_utf8();
            parts.extend(name.get(place..start).map(|hidden| NamePart::Hidden(hidden, called(sign))));
        }
        before = Some(sign);
    }
    parts.extend(name.get(start..).filter(|seen| !seen.is_empty()).map(NamePart::Seen));
    parts
}

/// Whether anything is hidden in a name.
pub fn hides(name: &str) -> bool {
    name.chars().any(may_hide) && parts(name).iter().any(|part| matches!(part, NamePart::Hidden(..)))
}

/// What Unicode calls a sign for short, or its number.
fn called(sign: char) -> String {
    let name = match sign {
        '\u{ad}' => "SHY",
        '\u{34f}' => "CGJ",
        '\u{61c}' => "ALM",
        '\u{200b}' => "ZWSP",
        '\u{200c}' => "ZWNJ",
        '\u{200d}' => "ZWJ",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{feff}' => "BOM",
        _ => {
            let mut number = String::new();
            let _ = write!(number, "U+{:04X}", u32::from(sign));
            return number;
        }
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(name: &str) -> Vec<String> {
        let hidden = |part| if let NamePart::Hidden(_, called) = part { Some(called) } else { None };
        parts(name).into_iter().filter_map(hidden).collect()
    }

    #[test]
    fn what_turns_the_direction_or_is_not_seen_is_found() {
        assert_eq!(found("Ann\u{202e}nnA"), ["RLO"]);
        assert_eq!(found("\u{2066}A\u{200b}nn\u{2069}\u{3164}"), ["LRI", "ZWSP", "PDI", "U+3164"]);
        assert_eq!(found("A\u{200d}nn"), ["ZWJ"], "it joins nothing there");
        assert_eq!(found("Ann\u{e0041}"), ["U+E0041"]);
        assert_eq!(found("A\u{fe0f}"), ["U+FE0F"]);
    }

    #[test]
    fn what_a_script_or_an_emoji_needs_is_left_alone() {
        for name in [
            "👩\u{200d}🚀",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "❤\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            "Ann-Änne",
        ] {
            assert_eq!(found(name), [""; 0], "{name}");
            assert!(!hides(name));
        }
    }

    proptest! {
        #[test]
        fn the_parts_are_the_name(name in "[a\u{202e}\u{200d}\u{fe0f}é👩\u{e0067}]{0,12}") {
            let whole: String = parts(&name).iter().map(|part| match part { NamePart::Seen(text) | NamePart::Hidden(text, _) => *text }).collect();
            prop_assert_eq!(whole, name);
        }
    }
}
