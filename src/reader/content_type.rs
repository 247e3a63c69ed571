//! What a `Content-Type` header says about an article, and in which character set its bytes are.

/// The syntaxes an article may be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// `text/html`, or nothing said.
    Html,
    /// `application/xhtml+xml`.
    Xhtml,
}

/// The syntax that a header names; `None` for anything that is not a page.
pub fn syntax(header: Option<&str>) -> Option<Syntax> {
    let essence = header.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if essence.is_empty() || essence.eq_ignore_ascii_case("text/html") {
        Some(Syntax::Html)
    } else if essence.eq_ignore_ascii_case("application/xhtml+xml") {
        Some(Syntax::Xhtml)
    } else {
        None
    }
}

/// How far into a page HTML looks for a character set, in bytes.
const LOOK_AHEAD: usize = 1_024;

/// The label of the character set: from the header, else from the first bytes (`<meta charset>`), else UTF-8.
pub fn charset(header: Option<&str>, bytes: &[u8]) -> String {
    let said = header.and_then(charset_in).or_else(|| {
        let start = bytes.get(..LOOK_AHEAD).unwrap_or(bytes);
        charset_in(&String::from_utf8_lossy(start))
    });
    match said {
        // A page whose declaration could be read byte by byte is not UTF-16, whatever it says (HTML, "prescan").
        Some(label) if !label.to_ascii_lowercase().starts_with("utf-16") => label,
        _ => "utf-8".to_owned(),
    }
}

fn charset_in(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let (_, after) = lower.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|each| each.is_ascii_alphanumeric() || matches!(each, '-' | '_' | ':'))
        .take(40)
        .collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_are_articles() {
        assert_eq!(syntax(None), Some(Syntax::Html));
        assert_eq!(syntax(Some("Text/HTML; charset=utf-8")), Some(Syntax::Html));
        assert_eq!(syntax(Some("application/xhtml+xml")), Some(Syntax::Xhtml));
        for other in ["application/json", "text/plain", "image/svg+xml", "text/html2"] {
            assert_eq!(syntax(Some(other)), None, "{other}");
        }
    }

    #[test]
    fn the_header_goes_before_the_page_and_utf_8_is_the_rest() {
        let page = b"<!doctype html><meta charset='windows-1251'><title>x</title>";
        assert_eq!(charset(Some("text/html; charset=\"ISO-8859-2\""), page), "iso-8859-2");
        assert_eq!(charset(Some("text/html"), page), "windows-1251");
        assert_eq!(charset(None, b"<meta charset=utf-16>"), "utf-8");
        assert_eq!(charset(None, "é".as_bytes()), "utf-8");
    }
}
