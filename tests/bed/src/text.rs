//! The texts that simulated readers write: each is a number, so that it is found again wherever it went.

use std::fmt;

/// One text. Its [`Display`](fmt::Display) is what the reader types; no text is part of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(pub u16);

impl Text {
    /// Reads a whole body back. `None` if no simulated reader wrote it.
    pub fn read(body: &str) -> Option<Self> {
        body.strip_prefix("text ")?.strip_suffix(';')?.parse().ok().map(Self)
    }

    /// All texts that stand somewhere in `value`, in order.
    pub fn all_in(value: &str) -> impl Iterator<Item = Self> {
        value.match_indices("text ").filter_map(|(at, _)| {
            let rest = value.get(at..)?;
            Self::read(rest.get(..=rest.find(';')?)?)
        })
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text {};", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_what_it_was_wrapped_in() {
        assert_eq!(Text::read(&Text(7).to_string()), Some(Text(7)));
        assert_eq!(Text::read("text 7"), None);
        let value = "[\"text 1;\",\"text x;\",\"text 11;\"] text ";
        assert_eq!(Text::all_in(value).collect::<Vec<_>>(), [Text(1), Text(11)]);
    }
}
