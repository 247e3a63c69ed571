//! The one link policy: which addresses a reader may be led to, for articles, comments and imports alike.

use std::fmt;

/// Turns a written address into an absolute one, as the browser's own URL parser does; `None` where that fails.
pub type Resolve<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// An address that may stand in `href` or `src`: absolute, of a harmless scheme, without hidden credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeLink(String);

impl SafeLink {
    /// The address as it may be written into the page.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why an address was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkRefusal {
    /// The URL parser does not understand it.
    Unreadable,
    /// It names no scheme, or no host after it.
    NotAbsolute,
    /// Its scheme is not one of those allowed here.
    Scheme,
    /// It carries a user name or password, the usual disguise of another host.
    Credentials,
    /// No browser would accept its host or port, or the host is written to deceive.
    Host,
}

impl fmt::Display for LinkRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LinkRefusal::Unreadable => "the address cannot be parsed",
            LinkRefusal::NotAbsolute => "the address is not absolute",
            LinkRefusal::Scheme => "the address has a scheme that is not allowed",
            LinkRefusal::Credentials => "the address carries credentials",
            LinkRefusal::Host => "the host of the address is malformed",
        })
    }
}

/// Judges the target of a link in a document whose addresses `resolve` makes absolute: http, https or mailto.
///
/// # Errors
/// The reason for a refusal.
pub fn link(raw: &str, resolve: &Resolve) -> Result<SafeLink, LinkRefusal> {
    judge(&resolve(raw).ok_or(LinkRefusal::Unreadable)?, true)
}

/// Judges an address that the page fetches by itself (a picture, an article): http or https.
///
/// # Errors
/// The reason for a refusal.
pub fn resource(raw: &str, resolve: &Resolve) -> Result<SafeLink, LinkRefusal> {
    judge(&resolve(raw).ok_or(LinkRefusal::Unreadable)?, false)
}

/// Judges an address as somebody wrote it in a comment: absolute http or https, or mailto.
///
/// # Errors
/// The reason for a refusal.
pub fn written(raw: &str) -> Result<SafeLink, LinkRefusal> {
    judge(raw, true)
}

fn judge(raw: &str, mail: bool) -> Result<SafeLink, LinkRefusal> {
    let address = as_a_browser_reads(raw);
    let (scheme, rest) = address.split_once(':').ok_or(LinkRefusal::NotAbsolute)?;
    if !scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        || !scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    {
        return Err(LinkRefusal::NotAbsolute);
    }
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" => judge_authority(rest)?,
        "mailto" if mail => judge_mailbox(rest)?,
        _ => return Err(LinkRefusal::Scheme),
    }
    Ok(SafeLink(format!("{scheme}:{rest}")))
}

/// Browsers cut control characters and spaces off both ends and ignore tabs and line breaks anywhere
/// (WHATWG URL, "basic URL parser"), which is how `java\nscript:` gets past a naive look.
fn as_a_browser_reads(raw: &str) -> String {
    raw.trim_matches(|each: char| each <= ' ').chars().filter(|each| !matches!(each, '\t' | '\n' | '\r')).collect()
}

/// `rest` is what follows `http:`. Browsers forgive missing and leaning slashes there; nobody means them.
fn judge_authority(rest: &str) -> Result<(), LinkRefusal> {
    let after = rest.strip_prefix("//").ok_or(LinkRefusal::NotAbsolute)?;
    let authority = after.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(LinkRefusal::Credentials);
    }
    if authority.is_empty() {
        return Err(LinkRefusal::NotAbsolute);
    }
    let (host, port) = match authority.strip_prefix('[') {
        Some(inside) => inside.split_once(']').ok_or(LinkRefusal::Host)?,
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let six = authority.starts_with('[');
    let host_holds = if six {
        !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_hexdigit() || b":.".contains(&byte))
    } else {
        !host.is_empty()
            && !host.chars().any(|each| each.is_control() || each.is_whitespace() || "<>[]^|%\"`{}".contains(each))
    };
    let port_holds = match port.strip_prefix(':') {
        Some(digits) => {
            digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits.is_empty() || digits.parse::<u16>().is_ok())
        }
        None => port.is_empty(),
    };
    if host_holds && port_holds { Ok(()) } else { Err(LinkRefusal::Host) }
}

fn judge_mailbox(rest: &str) -> Result<(), LinkRefusal> {
    let mailbox = rest.split('?').next().unwrap_or_default();
    let holds = mailbox.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
        && !rest.chars().any(char::is_control);
    if holds { Ok(()) } else { Err(LinkRefusal::NotAbsolute) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn accepts(raw: &str, shown: &str) {
        assert_eq!(written(raw).map(|link| link.as_str().to_owned()), Ok(shown.to_owned()), "{raw:?}");
    }

    #[track_caller]
    fn refuses(raw: &str, why: LinkRefusal) {
        assert_eq!(written(raw), Err(why), "{raw:?}");
    }

    #[test]
    fn ordinary_addresses_are_accepted_in_any_case() {
        accepts("https://example.org/a?b=c#d", "https://example.org/a?b=c#d");
        accepts(" HTTP://Example.org:8080 ", "http://Example.org:8080");
        accepts("http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/");
        accepts("https://münchen.example/", "https://münchen.example/");
        accepts("https://example.org/@somebody", "https://example.org/@somebody");
        // A backslash ends the host as a slash does, so what follows names nobody.
        accepts("https://example.org\\@somebody", "https://example.org\\@somebody");
        accepts("mailto:ann@example.org?subject=Hello", "mailto:ann@example.org?subject=Hello");
    }

    #[test]
    fn a_scheme_that_runs_code_is_refused_however_it_is_written() {
        for raw in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            "\tj\ta\tv\tascript:x",
            "javascript://example.org/%0aalert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:https://example.org/1",
            "file:///etc",
        ] {
            refuses(raw, LinkRefusal::Scheme);
        }
    }

    #[test]
    fn an_address_without_a_host_is_refused() {
        for raw in [
            "",
            "page.html",
            "//example.org",
            "\\\\example.org",
            "http:example.org",
            "http:/example.org",
            "http:\\\\example.org",
            "http:///example.org",
            "https://",
            "https://?x",
            "java script:x",
            ":x",
            "mailto:",
            "mailto:@",
        ] {
            refuses(raw, LinkRefusal::NotAbsolute);
        }
    }

    #[test]
    fn a_disguised_or_malformed_host_is_refused() {
        refuses("https://bank.example@evil.example/", LinkRefusal::Credentials);
        refuses("https://user:word@evil.example/", LinkRefusal::Credentials);
        for raw in [
            "https://exa mple.org",
            "https://%65xample.org",
            "https://a|b",
            "https://a:99999/",
            "https://a:b/",
            "https://[::1",
            "https://[]/",
            "https://[::1]x/",
            "https://:80/",
        ] {
            refuses(raw, LinkRefusal::Host);
        }
    }

    #[test]
    fn a_resolved_address_is_judged_again() {
        assert_eq!(link("x", &|_| Some("javascript:x".into())), Err(LinkRefusal::Scheme));
        assert_eq!(link("x", &|_| None), Err(LinkRefusal::Unreadable));
        assert_eq!(resource("x", &|_| Some("mailto:a@b".into())), Err(LinkRefusal::Scheme));
        assert!(resource("x", &|raw| Some(format!("https://example.org/{raw}"))).is_ok());
    }
}
