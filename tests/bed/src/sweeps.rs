//! All sweeps of a program, one after the other, on all cores, with what each has done.

use std::fmt;
use std::time::Duration;

use crate::catalogue::Named;
use crate::crash_sweep::crash_sweep;
use crate::explore::explore;
use crate::fault_sweep::{Swept, fault_sweep};
use crate::finding::Finding;
use crate::long_run::{self, Wish, long_run};
use crate::parallel::each;
use crate::program::Program;
use crate::scenario::Scenario;
use crate::subject::Subject;

/// How much is done.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// Schedules of each scenario in which every storage call goes wrong in every way; of short ones and of long ones.
    pub fault_seeds: [u64; 2],
    /// Schedules of each scenario that are cut off after every step; likewise.
    pub crash_seeds: [u64; 2],
    /// States of each scenario at most; likewise.
    pub states: [usize; 2],
    /// Steps of the long run.
    pub steps: u64,
    /// What the schedules begin with.
    pub seed: u64,
}

impl Extent {
    /// What the test command does: at least what was promised ([`Part::least`]).
    pub const TESTED: Self =
        Self { fault_seeds: [2, 1], crash_seeds: [2, 2], states: [14_000, 2_000], steps: 500_000, seed: 1 };
    /// What was done once, and is done again by those who have the time.
    pub const LONG: Self = Self {
        fault_seeds: [40, 20],
        crash_seeds: [100, 100],
        states: [200_000, 50_000],
        steps: 10_000_000,
        seed: 1_000_000,
    };
}

/// What a sweep has done.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// How much of it was done.
    pub count: u64,
    /// In what it is counted.
    pub unit: &'static str,
    /// How much must be done for the sweep to count.
    pub least: u64,
    /// More to know, in words.
    pub also: String,
    /// How long it took.
    pub took: Duration,
    /// Ways to break a rule, each with the scenario it was found in.
    pub findings: Vec<(String, Finding)>,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, count, unit, also, took, findings, .. } = self;
        write!(f, "{name}: {count} {unit}, {also}, {:.1} s, {} findings", took.as_secs_f64(), findings.len())
    }
}

#[expect(clippy::disallowed_methods, reason = "no wasm here, and speed is what is measured")]
fn timed(work: impl FnOnce() -> Part) -> Part {
    let begun = std::time::Instant::now();
    let part = work();
    Part { took: begun.elapsed(), ..part }
}

/// How many timers run out in the schedules of sweeps: enough for a comment to be called saved.
const TICKS: u32 = 6;
/// How many run out while every interleaving is explored.
pub(crate) const FEW_TICKS: u32 = 2;

fn swept<P: Program>(
    subject: &Subject<P>,
    sweep: fn(&Scenario<P>, u64) -> Swept,
    seeds: [u64; 2],
    first: u64,
) -> (u64, usize, Vec<(String, Finding)>) {
    let (mut runs, mut scenarios, mut findings) = (0, 0, Vec::new());
    for (list, seeds) in subject.scenarios.iter().zip(seeds) {
        let count = list(TICKS).len();
        let pieces = each(
            count * seeds as usize,
            |piece| {
                let (name, scenario) = list(TICKS).swap_remove(piece % count);
                let swept = sweep(&scenario, first + (piece / count) as u64);
                (name, swept)
            },
            |(_, swept)| swept.finding.is_some(),
        );
        runs += pieces.iter().map(|(_, swept)| swept.runs).sum::<u64>();
        scenarios += count;
        findings.extend(pieces.into_iter().filter_map(|(name, swept)| Some((name, swept.finding?))));
    }
    (runs, scenarios, findings)
}

/// Every storage call × every fault × once and for ever.
pub fn faults<P: Program>(subject: &Subject<P>, extent: Extent) -> Part {
    timed(|| {
        let (count, scenarios, findings) = swept(subject, fault_sweep, extent.fault_seeds, extent.seed);
        let also = format!("{scenarios} scenarios");
        let [least, ..] = subject.least;
        Part { name: named("faults", subject), count, unit: "runs", least, also, findings, ..Part::default() }
    })
}

/// Every step × every snapshot that can be on disk.
pub fn crashes<P: Program>(subject: &Subject<P>, extent: Extent) -> Part {
    timed(|| {
        let (runs, scenarios, findings) = swept(subject, crash_sweep, extent.crash_seeds, extent.seed);
        let also = format!("{runs} crashes");
        let (count, [_, least, _]) = (scenarios as u64, subject.least);
        Part { name: named("crashes", subject), count, unit: "scenarios", least, also, findings, ..Part::default() }
    })
}

/// Every interleaving, as far as it is allowed to go.
pub fn interleavings<P: Program>(subject: &Subject<P>, extent: Extent) -> Part {
    timed(|| {
        let lists = subject.scenarios.iter().zip(extent.states);
        let of_versions = (subject.versions)(extent);
        let later = of_versions.states;
        let all: Vec<Explored> =
            [of_versions].into_iter().chain(lists.map(|(list, most)| explored(|| list(FEW_TICKS), most))).collect();
        let sum = |each: fn(&Explored) -> u64| all.iter().map(each).sum::<u64>();
        let also = format!(
            "of {} scenarios ({} of them to the last), {later} of the states with a later version, {} ends",
            sum(|sum| sum.scenarios),
            sum(|sum| sum.complete),
            sum(|sum| sum.ends)
        );
        let (count, [_, _, least]) = (sum(|sum| sum.states), subject.least);
        let findings = all.into_iter().flat_map(|sum| sum.findings).collect();
        Part { name: named("interleavings", subject), count, unit: "states", least, also, findings, ..Part::default() }
    })
}

/// What explorations have seen together.
#[derive(Default)]
pub(crate) struct Explored {
    scenarios: u64,
    complete: u64,
    states: u64,
    ends: u64,
    findings: Vec<(String, Finding)>,
}

/// Explores scenarios with two and three tabs only: one tab has few interleavings.
pub(crate) fn explored<P: Program>(all: impl Fn() -> Vec<Named<P>> + Sync, most: usize) -> Explored {
    let many = || all().into_iter().filter(|(_, scenario)| scenario.tabs > 1).collect::<Vec<_>>();
    let pieces = each(
        many().len(),
        |piece| {
            let (name, scenario) = many().swap_remove(piece);
            (name, explore(&scenario, most))
        },
        |(_, explored)| explored.finding.is_some(),
    );
    let mut sum = Explored::default();
    for (name, explored) in pieces {
        sum.scenarios += 1;
        sum.complete += u64::from(explored.complete);
        sum.states += explored.states as u64;
        sum.ends += explored.ends;
        sum.findings.extend(explored.finding.map(|finding| (name, finding)));
    }
    sum
}

/// How many steps are taken with one seed before the next is drawn.
const STRETCH: u64 = 50_000;

/// The manner of the long run.
pub fn usual(steps: u64) -> long_run::Manner {
    long_run::Manner { steps, each: 600, tabs: 4, faults: true, acts: Wish::USUAL }
}

/// Chance, for as long as it takes.
pub fn long<P: Program>(subject: &Subject<P>, extent: Extent) -> Part {
    timed(|| {
        let pieces = each(
            extent.steps.div_ceil(STRETCH) as usize,
            |piece| {
                // Far apart, so that no stretch comes to the seeds of the next.
                let seed = extent.seed + piece as u64 * 1_000;
                long_run::<P>(&(subject.setup)(piece), seed, usual(STRETCH))
            },
            |ran| ran.finding.is_some(),
        );
        let sum = |each: fn(&long_run::Ran) -> u64| pieces.iter().map(each).sum::<u64>();
        let also = format!("{} browsers, {} texts", sum(|ran| ran.runs), sum(|ran| ran.texts));
        let (count, least) = (sum(|ran| ran.steps), extent.steps);
        let findings = pieces.into_iter().filter_map(|ran| Some(("chance".to_owned(), ran.finding?))).collect();
        Part { name: named("long run", subject), count, unit: "steps", least, also, findings, ..Part::default() }
    })
}

fn named<P: Program>(part: &str, subject: &Subject<P>) -> String {
    format!("{part}, {}", subject.name)
}
