//! Stories that fail among many and are told again: a browser that shares its processor with three others may be late for anything, and
//! one late answer of a thousand stories would refuse a change that has nothing to do with it.

use super::stage::Done;
use anyhow::Result;
use std::process::Command;

/// So many stories of one engine may be told again. More that fail are no matter of chance.
const MOST: usize = 3;

/// How often in a row a story must then end well.
const TIMES: usize = 3;

/// Tells those that failed again, each alone, `TIMES` times. Those that end well each time have passed, and are named as unsteady: what
/// makes them so is still to be found. One that fails again has failed.
pub(super) fn tell_again(
    done: Done,
    command: impl Fn() -> Result<Command>,
    mut run: impl FnMut(&mut Command) -> Result<Done>,
) -> Result<Done> {
    let Done::Tested { mut tally, times, failed, .. } = done else { return Ok(done) };
    let is_known = u64::try_from(failed.len()).is_ok_and(|count| count == tally.failed);
    let (mut unsteady, mut still) = (Vec::new(), Vec::new());
    for story in failed {
        if !is_known || unsteady.len() + still.len() >= MOST {
            still.push(story);
            continue;
        }
        println!("\n{story} failed. It is told again, alone.");
        let mut is_well = true;
        for _ in 0..TIMES {
            let again = run(command()?.args(["--", "--exact", &story, "--test-threads", "1"]))?;
            is_well &= matches!(again, Done::Tested { tally, .. } if tally.failed == 0 && tally.passed == 1);
        }
        if is_well { unsteady.push(story) } else { still.push(story) }
    }
    let passed = u64::try_from(unsteady.len()).unwrap_or_default();
    tally.passed += passed;
    tally.failed -= passed;
    Ok(Done::Tested { tally, times, failed: still, unsteady })
}

#[cfg(test)]
mod tests {
    use super::super::tally::Tally;
    use super::*;

    fn first(failed: &[&str], all: u64) -> Done {
        let count = u64::try_from(failed.len()).unwrap();
        let tally = Tally { passed: all - count, failed: count, skipped: 0 };
        let failed = failed.iter().map(ToString::to_string).collect();
        Done::Tested { tally, times: Vec::new(), failed, unsteady: Vec::new() }
    }

    /// Tells them again: `bad` fails in its round of this number.
    fn again(done: Done, bad: (&str, usize)) -> (u64, u64, Vec<String>) {
        let mut round = 0;
        let told = tell_again(
            done,
            || Ok(Command::new("cargo")),
            |command| {
                round += 1;
                let names = command.get_args().any(|argument| argument == bad.0);
                let failed = u64::from(names && round == bad.1);
                let tally = Tally { passed: 1 - failed, failed, skipped: 0 };
                Ok(Done::Tested { tally, times: Vec::new(), failed: Vec::new(), unsteady: Vec::new() })
            },
        );
        match told.unwrap() {
            Done::Tested { tally, unsteady, .. } => (tally.passed, tally.failed, unsteady),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_story_that_ends_well_alone_has_passed_and_is_named() {
        assert_eq!(again(first(&["a::late"], 9), ("", 0)), (9, 0, vec!["a::late".to_owned()]));
    }

    #[test]
    fn a_story_that_fails_once_more_has_failed() {
        for round in 1..=TIMES {
            assert_eq!(again(first(&["a::wrong"], 9), ("a::wrong", round)), (8, 1, vec![]), "{round}");
        }
    }

    #[test]
    fn where_many_fail_not_all_have_a_second_chance() {
        let (passed, failed, unsteady) = again(first(&["a", "b", "c", "d", "e"], 9), ("", 0));
        assert_eq!((passed, failed, unsteady.len()), (7, 2, MOST));
    }

    #[test]
    fn failures_without_a_name_are_not_told_again() {
        let tally = Tally { passed: 3, failed: 2, skipped: 0 };
        let done = Done::Tested { tally, times: Vec::new(), failed: vec!["a".into()], unsteady: Vec::new() };
        assert_eq!(again(done, ("", 0)), (3, 2, vec![]));
    }
}
