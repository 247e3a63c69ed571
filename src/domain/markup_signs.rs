//! Whether there can be any formatting in a text: what has none is drawn without the code that knows formatting.

/// What was seen of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Nothing.
    Begins,
    /// Spaces and tabs.
    Blank,
    /// Other white space, which formatting does not take for any.
    Strange,
    /// Digits.
    Number,
    /// What begins a line of a paragraph.
    Goes,
}

/// Whether formatting may make something of a Markdown text that is not made of a plain one. Where it says no, both are the same.
pub fn may_be_formatted(text: &str) -> bool {
    let mut pairs = [false; 4];
    let (mut before, mut line) = ('\n', Line::Begins);
    for each in text.chars() {
        let sign = match each {
            '*' => 0,
            '_' => 1,
            '~' => 2,
            '`' => 3,
            _ => 4,
        };
        let is_second = pairs.get_mut(sign).is_some_and(|seen| std::mem::replace(seen, true));
        if is_second || each == '|' || is_pair(before, each) {
            return true;
        }
        line = match (line, each) {
            (Line::Strange, '\n') | (Line::Number, '.' | ')') => return true,
            (_, '\n') => Line::Begins,
            (Line::Begins | Line::Blank, ' ' | '\t' | '\r') => Line::Blank,
            (Line::Blank, _) | (Line::Begins, '\u{b}' | '\u{c}' | '*' | '_' | '-' | '+' | '=' | '#' | '>' | ':') => {
                return true;
            }
            (Line::Begins | Line::Number, '0'..='9') => Line::Number,
            (Line::Begins | Line::Strange, space) if space.is_whitespace() => Line::Strange,
            _ => Line::Goes,
        };
        before = each;
    }
    before == '\\' || line == Line::Strange
}

/// Whether two characters may begin an element within a line, or end the text of a link.
fn is_pair(before: char, each: char) -> bool {
    match before {
        '<' => each.is_ascii_alphabetic() || matches!(each, '/' | '!' | '?'),
        '&' => each.is_ascii_alphanumeric() || each == '#',
        '\\' => each.is_ascii_punctuation() || each.is_ascii_control(),
        ']' => matches!(each, '(' | ':'),
        // A line ends only with a line feed.
        '\r' => each != '\n',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_without_formatting_needs_none() {
        for text in [
            "Is the picture from Ghent? 🙂\n\nI think (so) – 5 > 3, 2 < 4, C#, #1, a & b; 3 * 4, snake_case.",
            "See https://a.example/a_b?c=d&e=f, or ask. [sic] 1984 was.\r\nYes!  \n \t \nEnd",
            "¿Qué? مرحبا",
            "\u{3000}段落\r\n \r\n2024年\r\nA\r",
        ] {
            // The ampersand of an address is one that may begin a character reference.
            assert_eq!(may_be_formatted(text), text.contains("&e"), "{text}");
        }
    }

    #[test]
    fn each_sign_of_formatting_is_seen() {
        for text in [
            "*a*",
            "__a__",
            "a ~b~",
            "`a`",
            "[a](b)",
            "[a]: b",
            "![a](b)",
            "<b>",
            "<https://a.example>",
            "&amp;",
            "\\*",
            "a\\\nb",
            "||a||",
            "a|b\n-|-",
            "- a",
            "1. a",
            "12) a",
            "# a",
            "a\n===",
            "a\n---",
            "> a",
            "    a",
            "+ a",
            "a\rb",
            "\u{a0}",
            "a\n\u{3000}\r\nb",
            " \u{a0}",
            "\u{c}a",
            "***",
            "a\\",
            ":-:",
        ] {
            assert!(may_be_formatted(text), "{text:?}");
        }
    }
}
