//! Whether the text of a link names another host than the one that it leads to.

use super::link_policy::SafeLink;

/// The host (or the mailbox) that a link really leads to, if its text names another.
pub fn real_host(text: &str, to: &SafeLink) -> Option<String> {
    let host = host_of(to);
    let bare = host.rsplit('@').next().unwrap_or_default();
    named_hosts(text).iter().any(|named| !is_of(bare, named)).then_some(host)
}

/// Where a link leads: its host and port, or a mailbox.
fn host_of(to: &SafeLink) -> String {
    let (scheme, rest) = to.as_str().split_once(':').unwrap_or_default();
    let ends = if scheme == "mailto" { &['?'][..] } else { &['/', '\\', '?', '#'] };
    rest.trim_start_matches('/').split(ends).next().unwrap_or_default().to_lowercase()
}

/// Whether a host is the one that is named, or one below it.
fn is_of(host: &str, named: &str) -> bool {
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let (host, named) = (host.strip_prefix("www.").unwrap_or(host), named.strip_prefix("www.").unwrap_or(named));
    host.strip_suffix(named).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// What in a text looks like a host.
fn named_hosts(text: &str) -> Vec<String> {
    let plain: String = text.chars().filter_map(seen).flat_map(char::to_lowercase).collect();
    let mut hosts = Vec::new();
    for word in plain.split_whitespace() {
        let (scheme, rest) = word.split_once("//").unwrap_or(("", word));
        let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
        let is_end = |each: char| !(each.is_alphanumeric() || each == '-' || each == '.');
        hosts.extend(
            authority.split(is_end).map(|host| host.trim_matches('.')).filter(|host| is_host(host)).map(String::from),
        );
        // What stands before an address is read as well: `bank.example//evil.example`.
        hosts.extend(scheme.split(is_end).filter(|host| is_host(host)).map(String::from));
    }
    hosts
}

fn is_host(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    let is_name = labels.len() > 1
        && labels.iter().all(|label| !label.is_empty())
        && labels.last().is_some_and(|last| last.chars().count() > 1 && last.chars().any(char::is_alphabetic));
    is_name || (labels.len() == 4 && labels.iter().all(|label| label.parse::<u8>().is_ok()))
}

/// A character as a reader sees it: signs that are not seen are none, and what looks like a dot or a Latin letter is one.
fn seen(each: char) -> Option<char> {
    match each {
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}' => None,
        '\u{2024}' | '\u{3002}' | '\u{ff0e}' | '\u{ff61}' => Some('.'),
        '\u{2044}' | '\u{2215}' => Some('/'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(each) - 0xfee0),
        each => Some(each),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::link_policy::written;

    fn shown(text: &str, to: &str) -> Option<String> {
        real_host(text, &written(to).unwrap())
    }

    #[test]
    fn a_text_that_names_another_host_is_told_apart() {
        for text in [
            "https://bank.example/login",
            "bank.example",
            "see BANK.example, please",
            "bank\u{200b}.example",
            "\u{202e}bank.example",
            "bank\u{ff0e}example",
            "ｂａｎｋ.example",
            "bank.example@evil.example",
            "evil.example.bank.example",
            "notevil.example",
            "10.0.0.1",
            "https://bank.example\u{2044}x",
        ] {
            assert_eq!(shown(text, "https://evil.example/a").as_deref(), Some("evil.example"), "{text:?}");
        }
        assert_eq!(shown("ann@bank.example", "mailto:eve@evil.example?subject=x").as_deref(), Some("eve@evil.example"));
        assert_eq!(shown("bank.example", "https://evil.example:8080").as_deref(), Some("evil.example:8080"));
    }

    #[test]
    fn an_honest_text_stands_alone() {
        for text in [
            "here",
            "e.g. this",
            "version 1.2",
            "www.example.org",
            "https://example.org/a.html?b=c.d",
            "Example.org:80",
            "example.org.",
            "",
        ] {
            assert_eq!(shown(text, "https://www.example.org/a.html"), None, "{text:?}");
        }
        assert_eq!(shown("example.org", "https://blog.example.org/"), None, "a host below it");
        assert_eq!(shown("ann@example.org", "mailto:ann@example.org"), None);
    }
}
