//! Whether there can be any formatting in a text: what has none is drawn without the code that knows formatting.

/// Whether formatting may make something of a Markdown text that is not made of a plain one. Where it says no, both are the same.
pub fn may_be_formatted(text: &str) -> bool {
    let mut pairs = [0_u32; 4];
    let mut before = '\n';
    for each in text.chars() {
        let sign = match each {
            '*' => 0,
            '_' => 1,
            '~' => 2,
            '`' => 3,
            _ => 4,
        };
        if let Some(seen) = pairs.get_mut(sign) {
            *seen += 1;
            if *seen > 1 {
                return true;
            }
        }
        if each == '|' || is_pair(before, each) {
            return true;
        }
        before = each;
    }
    before == '\\' || text.split('\n').any(begins_block)
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

/// Whether a line may begin, or be, something else than a line of a paragraph.
fn begins_block(line: &str) -> bool {
    let line = line.strip_suffix('\r').unwrap_or(line);
    let is_blank = line.trim().is_empty();
    match line.chars().next() {
        Some(' ' | '\t') if is_blank => line.bytes().any(|byte| byte != b' ' && byte != b'\t'),
        Some(' ' | '\t' | '\u{b}' | '\u{c}' | '*' | '_' | '-' | '+' | '=' | '#' | '>' | ':') => true,
        Some(first) if first.is_ascii_digit() => {
            let after = line.trim_start_matches(|each: char| each.is_ascii_digit());
            after.starts_with(['.', ')'])
        }
        Some(_) => is_blank,
        None => false,
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
            "***",
            "a\\",
            ":-:",
        ] {
            assert!(may_be_formatted(text), "{text:?}");
        }
    }
}
