//! The stages run so far, and the table at the end.

use super::stage::{Done, Outcome};
use super::tally::Tally;
use super::times;
use crate::stopwatch::{self, Stopwatch};
use crate::table::{self, Align};
use anyhow::{Result, bail};
use std::time::Duration;

/// How many of the slowest tests are named.
const SLOWEST: usize = 10;

/// What has been run.
#[derive(Debug, Default)]
pub(crate) struct Report(Vec<Outcome>);

impl Report {
    /// Runs a stage and notes how it went; says whether it went well.
    pub(crate) fn stage(&mut self, name: &str, work: impl FnOnce() -> Result<Done>) -> bool {
        println!("\n── {name}");
        let stopwatch = Stopwatch::start();
        let done = work();
        if let Err(error) = &done {
            println!("{error:#}");
        }
        let outcome = Outcome::of(name, done, stopwatch.elapsed());
        let passed = outcome.tally.failed == 0 && outcome.tally.passed > 0;
        self.0.push(outcome);
        passed
    }

    /// Prints the slowest tests, the table and the closing line; an error when anything failed.
    pub(crate) fn close(&self) -> Result<()> {
        println!();
        for line in self.slowest() {
            println!("{line}");
        }
        for line in self.lines() {
            println!("{line}");
        }
        if self.total().failed > 0 {
            bail!("the tests did not pass");
        }
        Ok(())
    }

    fn total(&self) -> Tally {
        let mut total = Tally::default();
        for outcome in &self.0 {
            total += outcome.tally;
        }
        total
    }

    /// The slowest tests as a table, with an empty line below; nothing where no time is known.
    fn slowest(&self) -> Vec<String> {
        let stages = self.0.iter().map(|outcome| (outcome.name.as_str(), outcome.times.as_slice()));
        let slowest = times::slowest(stages, SLOWEST);
        if slowest.is_empty() {
            return Vec::new();
        }
        let mut rows = vec![["slowest tests", "stage", "time"].map(String::from).to_vec()];
        rows.extend(slowest);
        rows.push(Vec::new());
        table::lines(&[Align::Left, Align::Left, Align::Right], &rows)
    }

    fn lines(&self) -> Vec<String> {
        let row = |name: &str, tally: String, took: Duration, result: &str| {
            vec![name.to_owned(), tally, stopwatch::spoken(took), result.to_owned()]
        };
        let mut rows = vec![["stage", "tests", "time", "result"].map(String::from).to_vec()];
        rows.extend(
            self.0.iter().map(|outcome| row(&outcome.name, counted(outcome.tally), outcome.took, &outcome.result)),
        );
        let whole: Duration = self.0.iter().map(|outcome| outcome.took).sum();
        rows.push(row("all", counted(self.total()), whole, ""));
        let mut lines = table::lines(&[Align::Left, Align::Right, Align::Right, Align::Left], &rows);
        lines.push(self.total().sentence());
        lines
    }
}

/// All tests, or those that passed of all.
fn counted(tally: Tally) -> String {
    let all = tally.passed + tally.failed + tally.skipped;
    if tally.passed == all { all.to_string() } else { format!("{} of {all}", tally.passed) }
}

#[cfg(test)]
mod tests {
    use super::super::times::TestTime;
    use super::*;

    fn tested(tally: Tally, times: Vec<TestTime>) -> Done {
        Done::Tested { tally, times, failed: Vec::new(), unsteady: Vec::new() }
    }

    #[test]
    fn stages_after_a_failed_one_still_run_and_the_whole_fails() {
        let mut report = Report::default();
        assert!(!report.stage("lints", || bail!("a warning")));
        assert!(report.stage("native tests", || Ok(tested(Tally { passed: 7, failed: 0, skipped: 0 }, Vec::new()))));
        assert!(report.close().is_err());
        assert_eq!(report.lines().last().unwrap(), "7 passed, 1 failed");
    }

    #[test]
    fn a_skipped_stage_is_no_failure_but_no_success_either() {
        let mut report = Report::default();
        assert!(!report.stage("webkit", || Ok(Done::Skipped("WebKit is not installed".into()))));
        assert!(report.close().is_ok());
        assert_eq!(report.lines().last().unwrap(), "0 passed, 0 failed, 1 skipped");
    }

    #[test]
    fn the_ten_slowest_tests_are_named_and_no_others() {
        let mut report = Report::default();
        assert_eq!(report.slowest(), Vec::<String>::new());
        let time = |number| TestTime { name: format!("test_{number}"), took: Duration::from_secs(number) };
        let tally = Tally { passed: 12, failed: 0, skipped: 0 };
        report.stage("native tests", || Ok(tested(tally, (1..=12).map(time).collect())));
        let lines = report.slowest();
        assert_eq!(lines.first().map(String::as_str), Some("slowest tests  stage           time"));
        assert_eq!(lines.get(1).map(String::as_str), Some("test_12        native tests  12.0 s"));
        assert_eq!(lines.get(10).map(String::as_str), Some("test_3         native tests   3.0 s"));
        assert_eq!(lines.get(11).map(String::as_str), Some(""));
    }

    #[test]
    fn the_table_names_every_stage_and_its_result() {
        let mut report = Report::default();
        report.stage("format", || Ok(Done::Checked));
        let lines = report.lines();
        assert!(lines.iter().any(|line| line.starts_with("format") && line.ends_with("passed")), "{lines:?}");
    }
}
