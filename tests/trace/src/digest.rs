//! What is recorded of a trace: how many lines it has, and a hash of them.

use std::fmt;
use std::hash::Hasher as _;

use fnv::FnvHasher;

/// So many lines, and the 64-bit FNV-1a hash of their UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    lines: usize,
    hash: u64,
}

impl Default for Digest {
    fn default() -> Self {
        Self { lines: 0, hash: FnvHasher::default().finish() }
    }
}

impl Digest {
    /// Of whole lines.
    pub fn of(lines: &str) -> Self {
        let mut digest = Self::default();
        digest.take(lines);
        digest
    }

    /// Takes more whole lines.
    pub fn take(&mut self, lines: &str) {
        let mut hasher = FnvHasher::with_key(self.hash);
        hasher.write(lines.as_bytes());
        *self = Self { lines: self.lines + lines.matches('\n').count(), hash: hasher.finish() };
    }

    /// How many lines there were.
    pub fn lines(self) -> usize {
        self.lines
    }

    /// Reads what [`fmt::Display`] writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (lines, hash) = text.split_once(' ')?;
        Some(Self { lines: lines.parse().ok()?, hash: u64::from_str_radix(hash, 16).ok()? })
    }
}

/// The number of lines and the hash in 16 hexadecimal digits.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:016x}", self.lines, self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_of_all_lines_in_their_order_however_they_come() {
        let mut two = Digest::of("a\nb\n");
        two.take("c\n");
        assert_eq!(two, Digest::of("a\nb\nc\n"));
        assert_eq!(two.lines(), 3);
        assert_ne!(two, Digest::of("b\na\nc\n"));
    }

    /// The reference values of FNV-1a 64 (draft-eastlake-fnv, test vectors).
    #[test]
    fn a_digest_comes_back_from_its_text_and_nothing_else_does() {
        assert_eq!(Digest::default().to_string(), "0 cbf29ce484222325");
        assert_eq!(Digest::of("a").to_string(), "0 af63dc4c8601ec8c");
        for digest in [Digest::default(), Digest::of("\n"), Digest::of("a\nb\n")] {
            assert_eq!(Digest::parse(&digest.to_string()), Some(digest));
        }
        for bad in ["", "1", "1 ", "x 0", "1 g", "1 0 0"] {
            assert_eq!(Digest::parse(bad), None, "{bad}");
        }
    }
}
