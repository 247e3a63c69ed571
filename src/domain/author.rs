//! Who wrote a comment, as far as anybody can know without accounts.

use std::fmt;
use std::rc::Rc;

use super::base32::{read_base32, write_base32};
use super::text_length::{Limit, TooLong, is_blank};

/// How long a name may be.
pub const NAME_LIMIT: Limit = Limit { graphemes: 100, units: 400 };

/// A display name exactly as typed; it proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorName(Rc<str>);

impl AuthorName {
    /// `Ok(None)` where nothing can be seen: the author stays without a name.
    pub fn new(text: &str) -> Result<Option<Self>, TooLong> {
        NAME_LIMIT.check(text)?;
        Ok((!is_blank(text)).then(|| Self(Rc::from(text))))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An author id as a record claims it: at most 200 bytes, opaque. Ids made here are `local:` and 26 base32hex digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AuthorId(Rc<str>);

impl AuthorId {
    /// The id for 128 random bits.
    pub fn local(bits: u128) -> Self {
        Self(Rc::from(format!("local:{}", write_base32(bits, 26))))
    }

    /// An id found in a record; `None` if empty or longer than 200 bytes.
    pub fn claimed(text: &str) -> Option<Self> {
        (!text.is_empty() && text.len() <= 200).then(|| Self(Rc::from(text)))
    }

    /// An id found in this browser's preferences; `None` unless it has the form that [`AuthorId::local`] makes.
    pub fn parse_local(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("local:")?;
        (digits.len() == 26).then(|| read_base32(digits)).flatten().map(Self::local)
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AuthorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An author as written into a comment: an id and, if given, a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The claimed id.
    pub id: AuthorId,
    /// The name at the time of writing.
    pub name: Option<AuthorName>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_name_is_no_name() {
        assert_eq!(AuthorName::new(" \u{200b}"), Ok(None));
        assert_eq!(AuthorName::new("Ann ").unwrap().unwrap().as_str(), "Ann ");
    }

    #[test]
    fn name_limits_are_exact() {
        assert!(AuthorName::new(&"é".repeat(100)).is_ok());
        assert_eq!(AuthorName::new(&"é".repeat(101)), Err(TooLong::Graphemes { found: 101, limit: 100 }));
        assert!(AuthorName::new(&"🇩🇪".repeat(100)).is_ok());
        assert_eq!(
            AuthorName::new(&format!("{}\u{301}", "🇩🇪".repeat(100))),
            Err(TooLong::Units { found: 401, limit: 400 })
        );
    }

    #[test]
    fn a_kept_id_comes_back_and_a_damaged_one_does_not() {
        let id = AuthorId::local(u128::MAX);
        assert_eq!(id.as_str(), "local:7vvvvvvvvvvvvvvvvvvvvvvvvv");
        assert_eq!(AuthorId::parse_local(id.as_str()), Some(id));
        for bad in ["", "local:", "local:7", "other:7vvvvvvvvvvvvvvvvvvvvvvvvv", "local:vvvvvvvvvvvvvvvvvvvvvvvvvv"] {
            assert_eq!(AuthorId::parse_local(bad), None);
        }
    }

    #[test]
    fn a_claimed_id_is_bounded() {
        assert_eq!(AuthorId::claimed(""), None);
        assert!(AuthorId::claimed(&"x".repeat(200)).is_some());
        assert_eq!(AuthorId::claimed(&"x".repeat(201)), None);
    }
}
