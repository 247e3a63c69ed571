//! The link policy against the URL parsing tests of the web platform and a second URL parser.

use article_widget::domain::link_policy::{self, LinkRefusal};
use serde_json::Value;
use url::Url;

use crate::support::{corpora, corpus};

/// An address, the base it stands on, and what a browser makes of both.
type Case = (String, Option<String>, Option<String>);

fn cases() -> Option<Vec<Case>> {
    let folder = corpora()?;
    let all: Vec<Value> = serde_json::from_str(&corpus(&folder, "wpt-url/urltestdata.json")).unwrap();
    let text = |case: &Value, key: &str| case.get(key).and_then(Value::as_str).map(str::to_owned);
    let cases: Vec<Case> =
        all.iter().filter_map(|case| Some((text(case, "input")?, text(case, "base"), text(case, "href")))).collect();
    assert!(cases.len() > 800);
    Some(cases)
}

/// What a browser would do with an address that stands in a link on some page.
fn as_on_a_page(address: &str) -> Option<Url> {
    Url::parse("https://page.example/dir/page.html?q#f").unwrap().join(address).ok()
}

#[track_caller]
fn is_harmless(url: &Url, raw: &str) {
    assert!(matches!(url.scheme(), "http" | "https" | "mailto"), "{raw:?} leads to {url}");
    assert!(url.username().is_empty() && url.password().is_none(), "{raw:?} hides credentials in {url}");
}

#[test]
fn what_the_policy_accepts_leads_a_browser_where_it_says() {
    let Some(cases) = cases() else { return };
    let mut accepted = 0;
    for (raw, _, href) in &cases {
        let Ok(link) = link_policy::written(raw) else { continue };
        // A dead link is harmless; one that is alive must mean the same written and cleaned, on any page.
        let (before, after) = (as_on_a_page(raw), as_on_a_page(link.as_str()));
        assert_eq!(before, after, "{raw:?} became {link:?}");
        if let Some(url) = after {
            is_harmless(&url, raw);
            accepted += 1;
            if let Some(href) = href {
                assert_eq!(Url::parse(href).ok().as_ref(), Some(&url), "{raw:?}");
            }
        }
    }
    assert!(accepted > 100, "only {accepted}");
}

#[test]
fn an_absolute_address_that_a_browser_reads_is_refused_only_for_a_reason() {
    let Some(cases) = cases() else { return };
    for (raw, _, href) in &cases {
        let (Some(href), Err(why)) = (href, link_policy::written(raw)) else { continue };
        let Ok(url) = Url::parse(href) else { continue };
        let as_written =
            raw.trim_matches(|each: char| each <= ' ').to_ascii_lowercase().replace(['\t', '\n', '\r'], "");
        let absolute = ["http://", "https://"].iter().any(|scheme| as_written.starts_with(scheme));
        if !absolute || !matches!(url.scheme(), "http" | "https") {
            continue;
        }
        let reason = match why {
            LinkRefusal::Credentials => raw.contains('@'),
            // Hosts in disguise, or holding what no host on the web holds.
            LinkRefusal::Host => {
                raw.contains(['%', '{', '}', '`', '"', '^', '|', ' ', '\u{3000}'])
                    || url.host_str().is_some_and(|host| !host.is_ascii())
            }
            // More slashes than anybody means.
            LinkRefusal::NotAbsolute => raw.contains("///") || raw.contains('\\'),
            LinkRefusal::Scheme | LinkRefusal::Unreadable => false,
        };
        assert!(reason, "{raw:?} was refused: {why}");
    }
}

#[test]
fn a_resolved_address_is_always_http_https_or_mail() {
    let Some(cases) = cases() else { return };
    let (mut kept, mut refused) = (0, 0);
    for (raw, base, _) in &cases {
        let base = base.as_deref().and_then(|base| Url::parse(base).ok());
        let resolve = |raw: &str| match &base {
            Some(base) => base.join(raw).ok().map(String::from),
            None => Url::parse(raw).ok().map(String::from),
        };
        match link_policy::link(raw, &resolve) {
            Ok(link) => {
                let url = Url::parse(link.as_str()).unwrap_or_else(|error| panic!("{link:?}: {error}"));
                is_harmless(&url, raw);
                assert_eq!(resolve(raw).as_deref(), Some(link.as_str()), "{raw:?} was changed");
                kept += 1;
            }
            Err(why) => {
                let url = resolve(raw).and_then(|address| Url::parse(&address).ok());
                let web = url.filter(|url| matches!(url.scheme(), "http" | "https"));
                if let Some(url) = web.filter(|url| url.username().is_empty() && url.password().is_none()) {
                    let odd = url.host_str().is_some_and(|host| host.contains(['"', '`', '{', '}']));
                    assert!(odd, "{raw:?}, which is {url}, was refused: {why}");
                }
                refused += 1;
            }
        }
    }
    assert!(kept > 150 && refused > 200, "{kept} kept, {refused} refused");
}

#[test]
fn no_attack_string_is_a_link_that_runs_code() {
    let Some(folder) = corpora() else { return };
    let attacks: Vec<String> = serde_json::from_str(&corpus(&folder, "xss.json")).unwrap();
    for raw in &attacks {
        if let Ok(link) = link_policy::written(raw)
            && let Some(url) = as_on_a_page(link.as_str())
        {
            is_harmless(&url, raw);
        }
    }
}
