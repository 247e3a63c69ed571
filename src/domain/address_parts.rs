//! The parts of an address that sites are told apart by.

/// The parts of an absolute address that sites are told apart by.
pub(super) struct Parts<'a> {
    /// Without `www.`.
    pub(super) host: &'a str,
    /// Without a slash at either end.
    pub(super) path: &'a str,
    pub(super) query: &'a str,
}

impl<'a> Parts<'a> {
    /// Those of an address of http or https.
    pub(super) fn of(address: &'a str) -> Option<Self> {
        let (scheme, rest) = address.split_once("://")?;
        if !matches!(scheme, "http" | "https") {
            return None;
        }
        let rest = rest.split('#').next()?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = place.split_once('/').unwrap_or((place, ""));
        Some(Self { host: host.strip_prefix("www.").unwrap_or(host), path: path.trim_end_matches('/'), query })
    }

    /// A plain value of the query.
    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        self.query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).filter(|value| is_word(value))
    }
}

/// Whether a part of an address is an id or a name, as these sites make them.
pub(super) fn is_word(value: &str) -> bool {
    (1..=100).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}
