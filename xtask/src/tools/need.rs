//! Which versions of a tool will do.

use crate::version::Version;
use std::fmt;

/// A demand on a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// This one and no other.
    Exactly(Version),
    /// This one or any later one.
    AtLeast(Version),
    /// From the first up to, but without, the second.
    Between(Version, Version),
}

impl Need {
    /// Whether a version will do.
    pub(crate) fn is_met_by(&self, version: &Version) -> bool {
        match self {
            Self::Exactly(wanted) => version == wanted,
            Self::AtLeast(oldest) => version >= oldest,
            Self::Between(oldest, too_new) => version >= oldest && version < too_new,
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(wanted) => write!(out, "exactly {wanted}"),
            Self::AtLeast(oldest) => write!(out, "{oldest} or later"),
            Self::Between(oldest, too_new) => write!(out, "{oldest} or later, below {too_new}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        Version::in_text(text).unwrap()
    }

    #[test]
    fn the_edges_of_a_demand_are_where_it_says() {
        let between = Need::Between(version("0.21.14"), version("0.23"));
        assert!(between.is_met_by(&version("0.21.14")) && between.is_met_by(&version("0.22.1")));
        assert!(!between.is_met_by(&version("0.21.13")) && !between.is_met_by(&version("0.23")));
        assert!(!Need::Exactly(version("0.2.130")).is_met_by(&version("0.2.131")));
        assert!(Need::AtLeast(version("120")).is_met_by(&version("132")));
        assert!(!Need::AtLeast(version("120")).is_met_by(&version("108")));
    }
}
