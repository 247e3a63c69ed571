//! Which discussion this is: a name that outlives query strings and fragments.

use std::fmt;
use std::hash::Hasher;
use std::rc::Rc;

use fnv::FnvHasher;

use super::base32::{read_base32, write_base32};

/// A thread's identity: the embedder's own id, or the page's cleaned address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadId(Rc<str>);

/// Query parameters that say where a reader came from, not what the page is.
const TRACKING: &[&str] = &[
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga",
    "_gl", "ref_src",
];

impl ThreadId {
    /// The id an embedder wrote; `None` if blank.
    pub fn explicit(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(Rc::from(text)))
    }

    /// The id of a page without one: its canonical address, else its own, both absolute, without fragment and
    /// tracking parameters.
    pub fn of_page(canonical: Option<&str>, address: &str) -> Self {
        Self(Rc::from(without_tracking(canonical.unwrap_or(address))))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id's 13-character short form used in storage keys: FNV-1a 64 of its UTF-8, in base32hex.
    pub fn key(&self) -> ThreadKey {
        let mut hasher = FnvHasher::default();
        hasher.write(self.0.as_bytes());
        ThreadKey(Rc::from(write_base32(u128::from(hasher.finish()), 13)))
    }
}

/// See [`ThreadId::key`]. Two ids may share one; the naming record tells them apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThreadKey(Rc<str>);

impl ThreadKey {
    /// Reads the 13 characters; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == 13 && read_base32(text).is_some_and(|number| u64::try_from(number).is_ok());
        fits.then(|| Self(Rc::from(text)))
    }

    /// The 13 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ThreadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn without_tracking(address: &str) -> String {
    let whole = address.split('#').next().unwrap_or_default();
    let Some((path, query)) = whole.split_once('?') else {
        return whole.to_owned();
    };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !pair.is_empty() && !name.starts_with("utm_") && !TRACKING.contains(&name)
        })
        .collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn page(address: &str, id: &str) {
        assert_eq!(ThreadId::of_page(None, address).as_str(), id);
    }

    #[test]
    fn where_the_reader_came_from_does_not_make_another_thread() {
        page("https://a.example/p?utm_source=x&id=7&fbclid=z#c", "https://a.example/p?id=7");
        page("https://a.example/p?utm_source=x", "https://a.example/p");
        page("https://a.example/p?&#", "https://a.example/p");
        page("https://a.example/?p=12", "https://a.example/?p=12");
    }

    #[test]
    fn the_canonical_address_wins() {
        let id = ThreadId::of_page(Some("https://a.example/p"), "https://a.example/p/amp?x=1");
        assert_eq!(id.as_str(), "https://a.example/p");
    }

    #[test]
    fn a_blank_id_is_none() {
        assert_eq!(ThreadId::explicit("  "), None);
        assert_eq!(ThreadId::explicit(" a ").unwrap().as_str(), "a");
    }

    /// The reference values of FNV-1a 64 (draft-eastlake-fnv, test vectors): "" is cbf29ce484222325, "a" af63dc4c8601ec8c.
    #[test]
    fn the_key_is_fnv1a_in_base32hex() {
        assert_eq!(ThreadId(Rc::from("")).key().to_string(), "cnskssi2248p5");
        assert_eq!(ThreadId(Rc::from("a")).key().to_string(), "auous9i303r4c");
    }

    #[test]
    fn a_key_comes_back_and_anything_else_does_not() {
        let key = ThreadId(Rc::from("a")).key();
        assert_eq!(ThreadKey::parse(key.as_str()), Some(key));
        for bad in ["", "auous9i303r4", "auous9i303r4c0", "AUOUS9I303R4C", "vvvvvvvvvvvvv"] {
            assert_eq!(ThreadKey::parse(bad), None, "{bad}");
        }
    }
}
