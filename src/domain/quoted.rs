//! A text as a quote, to answer to.

/// A text with the sign of a quote before each line, and an empty line after it.
pub fn quoted(text: &str) -> String {
    let mut quote = String::new();
    for line in text.trim().lines().map(str::trim_end) {
        quote.push_str(if line.is_empty() { ">" } else { "> " });
        quote.push_str(line);
        quote.push('\n');
    }
    quote.push('\n');
    quote
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_has_a_sign_before_each_line() {
        assert_eq!(quoted("\na \r\n\n b\n"), "> a\n>\n>  b\n\n");
    }
}
