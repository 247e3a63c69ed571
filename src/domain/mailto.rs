//! A link that opens the reader's own mail program with a mail in it.

use std::fmt::Write;

/// The longest link that mail programs and browsers agree on, in characters.
const LONGEST: usize = 2_000;

/// The link to a mail to `contact` (a `mailto:` address, perhaps with fields of its own, which stay, but for its `body`) with this
/// subject, unless it has one, and text; `None` if it were too long to arrive whole.
pub fn mailto(contact: &str, subject: &str, text: &str) -> Option<String> {
    let contact = contact.split('#').next().unwrap_or_default();
    let (address, asked) = contact.split_once('?').unwrap_or((contact, ""));
    let is_asked = |name: &str| {
        asked.split('&').any(|field| field.split('=').next().is_some_and(|it| it.eq_ignore_ascii_case(name)))
    };
    let mut link = address.to_owned();
    let mut gap = '?';
    for field in asked.split('&').filter(|field| !field.is_empty()) {
        let is_text = field.split('=').next().is_some_and(|name| name.eq_ignore_ascii_case("body"));
        // A `body` in the page's address is left out: the reader sends the text that they were shown, and nothing else.
        if !is_text {
            link.push(gap);
            link.push_str(field);
            gap = '&';
        }
    }
    if !is_asked("subject") {
        let _ = write!(link, "{gap}subject={}", encoded(subject));
        gap = '&';
    }
    let _ = write!(link, "{gap}body={}", encoded(text));
    (link.len() <= LONGEST).then_some(link)
}

/// The mailbox in a `mailto:` address, as it is shown to the reader.
pub fn mailbox(contact: &str) -> &str {
    let rest = contact.strip_prefix("mailto:").unwrap_or(contact);
    rest.split(['?', '#']).next().unwrap_or_default()
}

/// A text in a link, in UTF-8 and with line ends as RFC 6068 wants them.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'\n' => encoded.push_str("%0D%0A"),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            _ => {
                encoded.push('%');
                let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase();
                encoded.extend([digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_could_end_a_field_is_encoded() {
        assert_eq!(
            mailto("mailto:ann@example.org", "A & B", "é\n100%?&cc=x#").as_deref(),
            Some("mailto:ann@example.org?subject=A%20%26%20B&body=%C3%A9%0D%0A100%25%3F%26cc%3Dx%23")
        );
    }

    #[test]
    fn what_the_address_asks_for_stays_but_for_its_text() {
        assert_eq!(
            mailto("mailto:ann@example.org?Subject=Comments&body=x&cc=bob@example.org", "s", "t").as_deref(),
            Some("mailto:ann@example.org?Subject=Comments&cc=bob@example.org&body=t")
        );
        assert_eq!(mailbox("mailto:ann@example.org?subject=x"), "ann@example.org");
    }

    #[test]
    fn a_text_that_would_be_cut_is_no_link() {
        let link = |length: usize| mailto("mailto:a@b", "s", &"x".repeat(length));
        let most = LONGEST - "mailto:a@b?subject=s&body=".len();
        assert_eq!(link(most).map(|link| link.len()), Some(LONGEST));
        assert_eq!(link(most + 1), None);
    }
}
