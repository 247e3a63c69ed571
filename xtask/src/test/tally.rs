//! How many tests passed, failed and were skipped.

use std::ops::AddAssign;

/// Numbers of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
    /// Tests that were left out.
    pub(crate) skipped: u64,
}

impl Tally {
    /// One check that went well.
    pub(crate) const ONE_PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    /// One check that did not.
    pub(crate) const ONE_FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    /// One check that was left out.
    pub(crate) const ONE_SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    /// The numbers of a test program's closing line, "test result: ok. 3 passed; 0 failed; …".
    pub(crate) fn in_line(line: &str) -> Option<Self> {
        let plain = without_colours(line);
        let (_, numbers) = plain.split_once("test result: ")?.1.split_once(". ")?;
        let number = |word: &str| {
            let part = numbers.split(';').find(|part| part.trim().ends_with(word))?;
            part.trim().split(' ').next()?.parse().ok()
        };
        Some(Self { passed: number("passed")?, failed: number("failed")?, skipped: number("ignored").unwrap_or(0) })
    }

    /// "3 passed, 0 failed", and the skipped ones when there are any.
    pub(crate) fn sentence(&self) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// The test whose failure a line reports.
pub(super) fn failed_in(line: &str) -> Option<String> {
    let plain = without_colours(line);
    plain.strip_prefix("test ")?.strip_suffix(" ... FAILED").map(ToOwned::to_owned)
}

/// Drops terminal colours: an escape, a bracket, digits and a letter.
pub(super) fn without_colours(line: &str) -> String {
    let mut plain = String::new();
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_of_a_test_program_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(Tally::in_line(line), Some(Tally { passed: 12, failed: 3, skipped: 1 }));
    }

    #[test]
    fn colours_do_not_hide_it() {
        let line =
            "test result: \u{1b}[32mok\u{1b}[m. 4 passed; 0 failed; 0 ignored; 0 filtered out; finished in 1.20s";
        assert_eq!(Tally::in_line(line), Some(Tally { passed: 4, failed: 0, skipped: 0 }));
    }

    #[test]
    fn other_lines_say_nothing() {
        for line in ["test a_comment_is_kept ... ok", "running 3 tests", "test result: ok", ""] {
            assert_eq!(Tally::in_line(line), None, "{line}");
        }
    }

    #[test]
    fn the_sentence_names_skipped_tests_only_when_there_are_some() {
        assert_eq!(Tally { passed: 5, failed: 0, skipped: 0 }.sentence(), "5 passed, 0 failed");
        assert_eq!(Tally { passed: 5, failed: 1, skipped: 2 }.sentence(), "5 passed, 1 failed, 2 skipped");
    }

    #[test]
    fn the_name_of_a_failed_test_is_read_with_and_without_colours() {
        assert_eq!(failed_in("test a::b ... FAILED"), Some("a::b".to_owned()));
        assert_eq!(failed_in("test a::b ... \u{1b}[31mFAILED\u{1b}[m"), Some("a::b".to_owned()));
        for other in ["test a::b ... ok", "test result: FAILED. 1 passed; 2 failed", "a::b ... FAILED"] {
            assert_eq!(failed_in(other), None, "{other}");
        }
    }
}
