//! One address for one page: in one spelling, and without what says where a reader came from.

use super::tracking_parameters::is_tracking;

/// What static hosts send for the address of a folder. A program's `index.php` may respond otherwise there than for the folder,
/// and is left.
const INDEX: [&str; 2] = ["index.html", "index.htm"];

/// What can stand before a parameter, besides `&`: comes of links that were escaped twice.
const ESCAPED: &str = "&amp;";

/// The address of a page as it is compared with others. What is cleaned already stays as it is.
///
/// The order of parameters counts, as it does for a server that looks at it: nobody on a reader's way changes it. So do
/// `http` and `https`, `www.`, a slash at the end and two in a row: a host may respond differently there, and where it does not,
/// it sends browsers to one of them or the page has a canonical address. Hosts and default ports come from the browser in one
/// spelling.
pub(super) fn clean_address(address: &str) -> String {
    let whole = unescaped(address.split('#').next().unwrap_or_default());
    let (path, query) = whole.split_once('?').unwrap_or((&whole, ""));
    let path = folder(path);
    let mut cleaned = path.to_owned();
    let (mut separator, mut rest) = ("&", query);
    let mut drops = false;
    loop {
        // `;` is an old way to write `&`, and a second `?` stands where somebody has put `?utm_source=…` behind a query.
        let end = rest.bytes().position(|byte| matches!(byte, b'&' | b';' | b'?')).unwrap_or(rest.len());
        let (part, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let name = part.split('=').next().unwrap_or_default();
        if is_tracking(name.strip_prefix("%3F").unwrap_or(name)) || is_mobile_view(path, part) {
            drops = true;
        } else if separator.starts_with('&') || separator == ";" && part.contains('=') {
            drops = false;
        }
        // What does not begin a parameter belongs to the one before it.
        let is_first = cleaned.len() == path.len();
        let is_nothing = part.is_empty() && (is_first || separator.starts_with('&'));
        if !drops && !is_nothing {
            cleaned.push_str(if is_first { "?" } else { separator });
            cleaned.push_str(part);
        }
        let width = if after.starts_with(ESCAPED) { ESCAPED.len() } else { 1 };
        let Some(next) = after.split_at_checked(width) else {
            return cleaned;
        };
        (separator, rest) = next;
    }
}

/// The folder of a file that is sent for it.
fn folder(path: &str) -> &str {
    let folder = INDEX.iter().find_map(|file| path.strip_suffix(file));
    folder.filter(|folder| folder.ends_with('/') && !folder.ends_with("://")).unwrap_or(path)
}

/// Whether this is what Blogger adds to the address of a post (`/2026/11/title.html`, `/p/title.html`) on a phone, and takes away
/// again elsewhere. With other paths `m` names pages: months, in WordPress.
fn is_mobile_view(path: &str, part: &str) -> bool {
    let [mut year, mut month, mut file] = [""; 3];
    for next in path.split('/') {
        (year, month, file) = (month, file, next);
    }
    let is_number = |text: &str, digits| text.len() == digits && text.bytes().all(|digit| digit.is_ascii_digit());
    matches!(part, "m=0" | "m=1")
        && file.ends_with(".html")
        && (month == "p" || is_number(month, 2) && is_number(year, 4))
}

/// The address in the spelling of RFC 3986, 6.2.2: letters, digits and `-._~` stand for themselves, and what is escaped is so
/// in capitals.
fn unescaped(address: &str) -> String {
    let mut pieces = address.split('%');
    let mut spelled = pieces.next().unwrap_or_default().to_owned();
    // Behind a `%` that escapes nothing, a digit would make it escape something.
    let mut is_open = false;
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2).unwrap_or((piece, ""));
        let value = digits.bytes().try_fold(0, |value, digit| Some(16 * value + char::from(digit).to_digit(16)?));
        let byte = value.filter(|_| digits.len() == 2).and_then(|value| u8::try_from(value).ok());
        match byte {
            Some(byte) if !is_open && (byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)) => {
                spelled.push(byte.into());
            }
            _ => {
                spelled.push('%');
                let capitals = if byte.is_some() { digits.to_ascii_uppercase() } else { digits.to_owned() };
                spelled.push_str(&capitals);
            }
        }
        spelled.push_str(rest);
        is_open = byte.is_none() && piece.bytes().all(|digit| digit.is_ascii_hexdigit());
    }
    spelled
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Addresses of one page each, by what they are all written as.
    const SAME: &[(&str, &[&str])] = &[
        (
            "https://a.example/post/",
            &[
                "https://a.example/post/?",
                "https://a.example/post/#",
                "https://a.example/post/?#comments",
                "https://a.example/post/??&&",
                "https://a.example/post/index.html",
                "https://a.example/post/index.htm?&",
                "https://a.example/post/inde%78.html?utm%5Fsource=x",
                "https://a.example/post/index.html?srsltid=x#:~:text=y",
                "https://a.example/post/?srsltid=x",
                "https://a.example/post/?gad_source=1&gad_campaignid=2&gclid=x",
                "https://a.example/post/?ttclid=x",
                "https://a.example/post/?igsh=x",
                "https://a.example/post/?ScCid=x&sccid=y",
                "https://a.example/post/?fbclid",
                "https://a.example/post/?UTM_SOURCE=x&amp;utm_medium=y",
                "https://a.example/post/?utm_source=x;utm_medium=y",
                "https://a.example/post/?utm_content=a;b&utm_term=c?d",
                "https://a.example/post/??utm_source=x",
                "https://a.example/post/?%3Futm_source=x",
                "https://a.example/post/?JSESSIONID=3",
                "https://a.example/%70ost/",
            ],
        ),
        (
            "https://a.example/?p=1",
            &[
                "https://a.example/?p=1&",
                "https://a.example/?&p=1",
                "https://a.example/index.html?p=1",
                "https://a.example/?utm_source=x&p=1&fbclid=y",
                "https://a.example/?utm_source=x&amp;p=1",
                "https://a.example/?p=1&amp;utm_source=x",
                "https://a.example/?p=1;utm_source=x",
                "https://a.example/?utm_source=x;p=1",
                "https://a.example/?p=1?utm_source=x",
                "https://a.example/?p=%31#p=2",
            ],
        ),
        ("https://a.example/?q=100%&p=1", &["https://a.example/?q=100%&p=%31"]),
        ("https://a.example/~ann/%C3%A4%2Fb", &["https://a.example/%7eann/%c3%a4%2fb"]),
        (
            "https://a.example/2026/11/title.html",
            &["https://a.example/2026/11/title.html?m=1", "https://a.example/2026/11/title.html?m=0&spm=x"],
        ),
        ("https://a.example/p/about.html", &["https://a.example/p/about.html?m=1"]),
        ("file:///home/ann/", &["file:///home/ann/index.html"]),
    ];

    /// Addresses of which each is, or may be, another page, written as they are.
    const DIFFERENT: &[&str] = &[
        "",
        "about:srcdoc",
        "http://a.example/post/",
        "https://a.example",
        "https://a.example/",
        "https://a.example/post",
        "https://a.example/post/",
        "https://www.a.example/post/",
        "https://a.example:8443/post/",
        "https://a.example//post/",
        "https://a.example/Post/",
        "https://a.example/post/index.php",
        "https://a.example/post/myindex.html",
        "https://a.example/post/Index.html",
        "https://index.html",
        "https://a.example/index.html/x",
        "https://a.example/a;b/",
        "https://a.example/11/title.html?m=1",
        "https://a.example/?p=1",
        "https://a.example/?p=2",
        "https://a.example/?P=2",
        "https://a.example/?p=",
        "https://a.example/?p",
        "https://a.example/?id=1&page=2",
        "https://a.example/?page=2&id=1",
        "https://a.example/?id=1&id=2",
        "https://a.example/?ref=a&source=b&lang=c&q=d&s=e",
        "https://a.example/?q=a;b",
        "https://a.example/?q=what?",
        "https://a.example/?q=100%",
        "https://a.example/?q=%%341",
        "https://a.example/?a&amp;b=1",
        "https://a.example/?q=%26utm_source=x",
        "https://a.example/?m=202611",
        "https://a.example/?m=1",
        "https://a.example/events/?m=1",
        "https://a.example/2026/11/?m=1",
        "https://a.example/2026/11/title.html?m=2",
        "https://a.example/2026/11/title?m=1",
        "https://a.example/1/2/title.html?m=1",
    ];

    #[test]
    fn one_page_has_one_address() {
        for (page, others) in SAME {
            for other in others.iter().chain([page]) {
                assert_eq!(clean_address(other), *page, "{other}");
            }
        }
    }

    #[test]
    fn what_may_be_another_page_stays_one() {
        for address in DIFFERENT {
            assert_eq!(clean_address(address), *address);
        }
    }

    /// Pieces of which addresses are made, and pieces of pieces.
    fn any_address() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "https://",
            "a.example",
            "/",
            "post",
            "index.html",
            "?",
            "&",
            "&amp;",
            "amp",
            ";",
            "=",
            "utm_source",
            "srsltid",
            "p",
            "m=1",
            "2026/11/",
            ".html",
            "#",
            "%",
            "%3F",
            "%3f",
            "%37",
            "%5F",
            "%C3%A4",
            "4",
            "1",
            "F",
            "ä",
            " ",
        ]);
        prop_oneof![prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()), any::<String>()]
    }

    proptest! {
        #[test]
        fn what_is_cleaned_is_clean(address in any_address()) {
            let cleaned = clean_address(&address);
            prop_assert_eq!(clean_address(&cleaned), cleaned);
        }

        #[test]
        fn nothing_that_names_a_page_is_dropped(number in 0..1_000_u32, name in "[a-z]{1,3}", before in any::<bool>()) {
            prop_assume!(!is_tracking(&name));
            let query = if before { format!("utm_id=x&{name}={number}") } else { format!("{name}={number}&fbclid=y") };
            prop_assert_eq!(clean_address(&format!("https://a.example/?{query}")), format!("https://a.example/?{name}={number}"));
        }
    }
}
