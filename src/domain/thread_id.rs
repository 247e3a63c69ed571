//! Which discussion this is: a name that outlives query strings and fragments.

use std::fmt;
use std::hash::Hasher;
use std::rc::Rc;

use fnv::FnvHasher;

use super::base32::{read_base32, write_base32};
use super::clean_address::clean_address;

/// A thread's identity: the embedder's own id, or the page's cleaned address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadId {
    id: Rc<str>,
    key: ThreadKey,
}

/// The most bytes of an address that somebody else wrote; servers refuse longer ones.
const LONGEST_ADDRESS: usize = 8 << 10;

impl ThreadId {
    /// The id an embedder wrote; `None` if blank.
    pub fn explicit(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self::of(text))
    }

    /// The id of a page without one: its canonical address, if that is one of the web, else its own, both absolute and
    /// cleaned.
    pub fn of_page(canonical: Option<&str>, address: &str) -> Self {
        let of_the_web = |address: &&str| ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme));
        Self::of(&clean_address(canonical.filter(of_the_web).unwrap_or(address)))
    }

    /// What a page at the address that this id is would be called; `None` if it is none.
    pub fn page(&self) -> Option<Self> {
        (self.id.contains("://") && self.id.len() <= LONGEST_ADDRESS).then(|| Self::of_page(None, &self.id))
    }

    /// This id, if it is what a page is called that names none.
    pub fn as_page(&self) -> Option<Self> {
        self.page().filter(|page| page == self)
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.id
    }

    /// The id's 13-character short form used in storage keys: FNV-1a 64 of its UTF-8, in base32hex.
    pub fn key(&self) -> ThreadKey {
        self.key.clone()
    }

    fn of(id: &str) -> Self {
        let mut hasher = FnvHasher::default();
        hasher.write(id.as_bytes());
        let key = ThreadKey(Rc::from(write_base32(u128::from(hasher.finish()), 13)));
        Self { id: Rc::from(id), key }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_address_wins_and_is_cleaned_as_well() {
        let id = |canonical| ThreadId::of_page(Some(canonical), "https://a.example/p/amp?x=1&srsltid=y");
        assert_eq!(id("https://a.example/p").as_str(), "https://a.example/p");
        assert_eq!(id("https://b.example/p/index.html?gad_source=1").as_str(), "https://b.example/p/");
    }

    #[test]
    fn a_canonical_address_that_is_none_of_the_web_does_not_count() {
        for broken in ["", "/p", "about:blank", "javascript:0", "data:,https://a.example/"] {
            let id = ThreadId::of_page(Some(broken), "https://a.example/p?ttclid=y");
            assert_eq!(id.as_str(), "https://a.example/p", "{broken}");
        }
    }

    #[test]
    fn an_id_that_is_an_address_names_a_page() {
        let page = |id: &str| ThreadId::explicit(id).unwrap().page().map(|page| page.as_str().to_owned());
        assert_eq!(page("https://a.example/p?igsh=x").as_deref(), Some("https://a.example/p"));
        assert_eq!(page("https://a.example/p").as_deref(), Some("https://a.example/p"));
        assert_eq!(page("my-first-post?igsh=x"), None);
        assert!(ThreadId::explicit("https://a.example/p").unwrap().as_page().is_some());
        assert!(ThreadId::explicit("https://a.example/p?igsh=x").unwrap().as_page().is_none());
        assert_eq!(page(&format!("https://a.example/?{}", "&".repeat(LONGEST_ADDRESS))), None);
    }

    #[test]
    fn a_blank_id_is_none() {
        assert_eq!(ThreadId::explicit("  "), None);
        assert_eq!(ThreadId::explicit(" a ").unwrap().as_str(), "a");
    }

    /// The reference values of FNV-1a 64 (draft-eastlake-fnv, test vectors): "" is cbf29ce484222325, "a" af63dc4c8601ec8c.
    #[test]
    fn the_key_is_fnv1a_in_base32hex() {
        assert_eq!(ThreadId::of("").key().to_string(), "cnskssi2248p5");
        assert_eq!(ThreadId::of("a").key().to_string(), "auous9i303r4c");
    }

    #[test]
    fn a_key_comes_back_and_anything_else_does_not() {
        let key = ThreadId::of("a").key();
        assert_eq!(ThreadKey::parse(key.as_str()), Some(key));
        for bad in ["", "auous9i303r4", "auous9i303r4c0", "AUOUS9I303R4C", "vvvvvvvvvvvvv"] {
            assert_eq!(ThreadKey::parse(bad), None, "{bad}");
        }
    }
}
