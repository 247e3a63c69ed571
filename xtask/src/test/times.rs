//! How long tests took, as their programs say.

use super::tally::without_colours;
use crate::stopwatch;
use std::time::Duration;

/// A test and its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TestTime {
    /// The test's name with its modules.
    pub(crate) name: String,
    /// How long it ran.
    pub(crate) took: Duration,
}

/// The times in what test programs print.
#[derive(Debug, Default)]
pub(crate) struct Times {
    /// Those read so far.
    pub(crate) read: Vec<TestTime>,
    /// The test whose line was begun last: what it prints may stand between its name and its result.
    begun: String,
}

impl Times {
    /// Notes the time in a line such as "test a::b ... ok <0.123s>" and gives the line without it.
    pub(crate) fn take<'a>(&mut self, line: &'a str) -> &'a str {
        if let Some((name, _)) = line.strip_prefix("test ").and_then(|rest| rest.split_once(" ... ")) {
            name.clone_into(&mut self.begun);
        }
        let Some((shown, took)) = timed(line) else { return line };
        self.read.push(TestTime { name: self.begun.clone(), took });
        shown
    }
}

fn timed(line: &str) -> Option<(&str, Duration)> {
    let (shown, time) = line.strip_suffix("s>")?.rsplit_once(" <")?;
    let plain = without_colours(shown);
    let is_result = ["ok", "FAILED"].contains(&plain.rsplit(' ').next().unwrap_or_default());
    Some((shown, Duration::try_from_secs_f64(time.parse().ok()?).ok()?)).filter(|_| is_result)
}

/// The slowest tests of all stages, each with its stage and its time, the slowest first.
pub(crate) fn slowest<'a>(stages: impl Iterator<Item = (&'a str, &'a [TestTime])>, most: usize) -> Vec<Vec<String>> {
    let mut all: Vec<(&str, &TestTime)> =
        stages.flat_map(|(stage, times)| times.iter().map(move |time| (stage, time))).collect();
    all.sort_by_key(|(_, time)| std::cmp::Reverse(time.took));
    let row =
        |(stage, time): &(&str, &TestTime)| vec![time.name.clone(), (*stage).to_owned(), stopwatch::spoken(time.took)];
    all.iter().take(most).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(name: &str, milliseconds: u64) -> TestTime {
        TestTime { name: name.to_owned(), took: Duration::from_millis(milliseconds) }
    }

    #[test]
    fn a_time_is_read_and_not_shown() {
        let mut times = Times::default();
        assert_eq!(times.take("test a::b ... ok <0.123s>"), "test a::b ... ok");
        assert_eq!(times.take("test c ... FAILED <61.000s>"), "test c ... FAILED");
        assert_eq!(times.read, [time("a::b", 123), time("c", 61_000)]);
    }

    #[test]
    fn what_a_test_prints_may_stand_before_its_result() {
        let mut times = Times::default();
        assert_eq!(times.take("test killed_browsers ... 20 kills"), "test killed_browsers ... 20 kills");
        assert_eq!(times.take("nothing was lost"), "nothing was lost");
        assert_eq!(times.take("ok <2.500s>"), "ok");
        assert_eq!(times.read, [time("killed_browsers", 2500)]);
    }

    #[test]
    fn lines_without_a_time_stay_as_they_are() {
        let mut times = Times::default();
        for line in ["test a ... ok", "test b ... ignored", "a <p class=\"s\">", "token <0.1s>", ""] {
            assert_eq!(times.take(line), line);
        }
        assert_eq!(times.read, []);
    }

    #[test]
    fn the_slowest_of_all_stages_come_first() {
        let (native, stories) = ([time("a", 20), time("b", 300)], [time("c", 1000)]);
        let rows = slowest([("native", native.as_slice()), ("stories", stories.as_slice())].into_iter(), 2);
        assert_eq!(rows, [["c", "stories", "1.0 s"], ["b", "native", "0.3 s"]]);
    }
}
