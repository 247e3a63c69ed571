//! One stage of the test command: what it did and how it went.

use super::tally::{Tally, failed_in};
use super::times::{TestTime, Times};
use crate::process;
use anyhow::Result;
use std::process::Command;
use std::time::Duration;

/// What a stage that could be run has done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// A check that either holds or not, and held.
    Checked,
    /// The same, apart from what this sentence names.
    CheckedWithout(String),
    /// Tests.
    Tested {
        /// How many passed and failed.
        tally: Tally,
        /// The times of those that tell.
        times: Vec<TestTime>,
        /// The names of those that failed, where they are known.
        failed: Vec<String>,
        /// The names of those that passed only when they were run again, alone.
        unsteady: Vec<String>,
    },
    /// Nothing, for this reason.
    Skipped(String),
}

/// A stage in the closing table.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Its name.
    pub(crate) name: String,
    /// "passed", "failed" or "skipped", with the reason.
    pub(crate) result: String,
    /// Its share of the closing line.
    pub(crate) tally: Tally,
    /// The times of its tests, where they are known.
    pub(crate) times: Vec<TestTime>,
    /// How long it took.
    pub(crate) took: Duration,
}

impl Outcome {
    /// Judges what a stage returned.
    pub(crate) fn of(name: &str, done: Result<Done>, took: Duration) -> Self {
        let mut times = Vec::new();
        let (result, tally) = match done {
            Ok(Done::Checked) => ("passed".to_owned(), Tally::ONE_PASSED),
            Ok(Done::CheckedWithout(what)) => (format!("passed, without {what}"), Tally::ONE_PASSED),
            Ok(Done::Skipped(reason)) => (format!("skipped: {reason}"), Tally::ONE_SKIPPED),
            Ok(Done::Tested { tally, times: told, unsteady, .. }) => {
                times = told;
                let result = if tally.failed > 0 { "failed" } else { "passed" };
                let alone =
                    if unsteady.is_empty() { String::new() } else { format!(", alone: {}", unsteady.join(", ")) };
                (format!("{result}{alone}"), tally)
            }
            Err(error) => (format!("failed: {}", first_line(&format!("{error:#}"))), Tally::ONE_FAILED),
        };
        Self { name: name.to_owned(), result, tally, times, took }
    }
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}

/// Runs a check that answers by succeeding.
pub(crate) fn checked(command: &mut Command) -> Result<Done> {
    process::run(command).map(|()| Done::Checked)
}

/// Runs a test command, adds up what its test programs report and notes the times of their tests.
pub(crate) fn tested(command: &mut Command) -> Result<Done> {
    tested_within(process::LONGEST_SILENCE, command)
}

/// The same for a command that may hang: after so long a silence it is ended, and that is an error.
pub(crate) fn tested_within(patience: Duration, command: &mut Command) -> Result<Done> {
    let (mut tally, mut times, mut failed) = (Tally::default(), Times::default(), Vec::new());
    let status = process::follow(command, patience, |line| {
        let shown = times.take(line);
        println!("{shown}");
        failed.extend(failed_in(shown));
        tally += Tally::in_line(line).unwrap_or_default();
    })?;
    let tally = verdict(status.success(), tally)?;
    Ok(Done::Tested { tally, times: times.read, failed, unsteady: Vec::new() })
}

fn verdict(success: bool, mut tally: Tally) -> Result<Tally> {
    if !success && tally.failed == 0 {
        // It did not compile, or a test program died before it could count.
        tally += Tally::ONE_FAILED;
    }
    if tally == Tally::default() {
        anyhow::bail!("no test ran");
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_command_that_fails_without_counting_is_one_failure() {
        let tally = Tally { passed: 3, failed: 0, skipped: 0 };
        assert_eq!(verdict(false, tally).unwrap(), Tally { passed: 3, failed: 1, skipped: 0 });
    }

    #[test]
    fn a_test_command_without_any_test_is_no_success() {
        assert_eq!(verdict(true, Tally::default()).unwrap_err().to_string(), "no test ran");
    }

    #[test]
    fn what_a_check_left_out_is_named_in_the_table() {
        let outcome = Outcome::of("examples", Ok(Done::CheckedWithout("jekyll".into())), Duration::ZERO);
        assert_eq!((outcome.result.as_str(), outcome.tally), ("passed, without jekyll", Tally::ONE_PASSED));
    }

    #[test]
    fn tests_that_passed_only_alone_are_named_in_the_table() {
        let tally = Tally { passed: 2, failed: 0, skipped: 0 };
        let unsteady = vec!["a::late".to_owned()];
        let done = Done::Tested { tally, times: Vec::new(), failed: Vec::new(), unsteady };
        assert_eq!(Outcome::of("stories", Ok(done), Duration::ZERO).result, "passed, alone: a::late");
    }

    #[test]
    fn the_table_gives_the_first_line_of_a_reason() {
        let outcome = Outcome::of("size budget", Err(anyhow::anyhow!("too heavy\nsee there")), Duration::ZERO);
        assert_eq!((outcome.result.as_str(), outcome.tally), ("failed: too heavy", Tally::ONE_FAILED));
    }
}
