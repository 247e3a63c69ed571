//! A text within a line: in quotes, and without any character that could end the line.

use article_widget::store::format::stored_text::StoredText;

/// A text, in ASCII only: what is not is escaped, so that no table of characters decides what a line looks like.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.escape_default())
}

/// A value as a key holds it; one that is not well-formed text is written as its code units in hexadecimal.
pub(crate) fn value(value: &StoredText) -> String {
    match value {
        StoredText::Text(text) => quoted(text),
        StoredText::Units(units) => {
            let digits: String = units.iter().map(|unit| format!("{unit:04x}")).collect();
            format!("units:{digits}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_in_its_line_and_two_texts_never_look_alike() {
        assert_eq!(quoted("a \"b\"\n\u{2028}é"), r#""a \"b\"\n\u{2028}\u{e9}""#);
        assert_ne!(quoted("\n"), quoted("\\n"));
        assert_eq!(value(&StoredText::Units(vec![0xd800, 10])), "units:d800000a");
        assert_ne!(value(&StoredText::Units(vec![0x61])), value(&StoredText::from("a")));
    }
}
