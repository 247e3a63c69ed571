//! Version numbers as tools print them, compared part by part; a browser's has four parts, which semver refuses.

use std::fmt;

/// A dotted version such as 0.21.14 or 132; what follows the dotted numbers is dropped.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(Vec<u64>);

impl Version {
    /// The first version in a tool's answer, such as "trunk 0.21.14" or "Mozilla Firefox 153.7.0esr".
    pub(crate) fn in_text(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::of_word)
    }

    /// The first number: for browsers and drivers the one that must agree.
    pub(crate) fn major(&self) -> Option<u64> {
        self.0.first().copied()
    }

    fn of_word(word: &str) -> Option<Self> {
        let word = word.strip_prefix('v').unwrap_or(word);
        let mut parts = Vec::new();
        for part in word.split('.') {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            match digits.parse() {
                Ok(number) => parts.push(number),
                Err(_) => break,
            }
            if digits.len() < part.len() {
                break;
            }
        }
        (!parts.is_empty()).then_some(Self(parts))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(u64::to_string).collect();
        out.write_str(&parts.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, version: &str) {
        assert_eq!(Version::in_text(text).unwrap().to_string(), version);
    }

    #[test]
    fn every_tool_s_own_way_of_saying_its_version_is_read() {
        reads("trunk 0.21.14", "0.21.14");
        reads("wasm-opt version 132 (version_132)", "132");
        reads("Mozilla Firefox 153.7.0esr", "153.7.0");
        reads("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)", "156.0.8078.79");
        reads("geckodriver 0.37.1 (2026-08-01)\n\nThe source code is …", "0.37.1");
        reads("v20.19.2", "20.19.2");
    }

    #[test]
    fn an_answer_without_a_number_has_no_version() {
        assert_eq!(Version::in_text("command not found"), None);
    }

    #[test]
    fn versions_compare_by_number_not_by_letter() {
        let version = |text| Version::in_text(text).unwrap();
        assert!(version("0.9.1") < version("0.21.14"));
        assert!(version("0.34") <= version("0.34.0"));
        assert!(version("108") < version("120"));
    }
}
