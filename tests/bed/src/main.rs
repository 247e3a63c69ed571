//! The engines of the test bed on the command line; `bed help` lists them.
#![expect(clippy::print_stdout, reason = "this is what a command is for")]

use std::process::ExitCode;
use std::time::Duration;

use article_widget_bed::explore::explore;
use article_widget_bed::finding::Finding;
use article_widget_bed::long_run::{self, Wish, long_run};
use article_widget_bed::naive::{Manner, Naive};
use article_widget_bed::program::Act;
use article_widget_bed::scenario::Scenario;
use article_widget_bed::step::Step;
use article_widget_bed::text::Text;

const HELP: &str = "bed speed   how many steps each engine takes in a second, with a cheap program
bed naive   what the engines find wrong with a naive store
bed help    this";

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("speed") => speed(),
        Some("naive") => naive(),
        _ => println!("{HELP}"),
    }
    ExitCode::SUCCESS
}

const MODEST: Manner = Manner { locks: false, listens: false, promises: false };

#[expect(clippy::disallowed_methods, reason = "no wasm here, and speed is what is measured")]
fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let begun = std::time::Instant::now();
    let done = what();
    (done, begun.elapsed())
}

fn per_second(steps: u64, took: Duration) -> u64 {
    (steps as f64 / took.as_secs_f64()) as u64
}

fn speed() {
    let post = |tab, text| Step::Do(tab, Act::Submit(Text(text)));
    let looks = [Step::Look(1), Step::HostWrites(1, 5), Step::Look(1), Step::HostWrites(1, 6), Step::Look(2)];
    let posts = [post(0, 1), post(0, 2), post(0, 3), post(0, 4), post(0, 5), Step::Look(0)];
    let others = [Step::HostWrites(2, 7), Step::Look(2), Step::HostWrites(2, 8), Step::Clear(2)];
    let scenario = Scenario::<Naive>::new(MODEST, 3, &[&posts, &looks, &others[..3]]);
    let (explored, took) = timed(|| explore(&scenario, 1_000_000));
    let rate = per_second(explored.steps, took);
    println!("explore: {} states, {} steps, {} ends, {rate} steps/s", explored.states, explored.steps, explored.ends);
    report(explored.finding.as_ref());
    let manner = long_run::Manner { steps: 2_000_000, each: 500, tabs: 4, faults: false, acts: &[Wish::Type] };
    let (ran, took) = timed(|| long_run::<Naive>(&MODEST, 1, manner));
    println!("long run: {} steps, {} runs, {} steps/s", ran.steps, ran.runs, per_second(ran.steps, took));
    report(ran.finding.as_ref());
}

fn naive() {
    let post = |tab, text| Step::Do(tab, Act::Submit(Text(text)));
    for locks in [false, true] {
        let manner = Manner { locks, ..MODEST };
        let scenario = Scenario::<Naive>::new(manner, 2, &[&[post(0, 1), post(0, 2)], &[post(1, 3), post(1, 4)]]);
        report(explore(&scenario, 1_000_000).finding.as_ref());
        let long = long_run::Manner {
            steps: 1_000_000,
            each: 1_000,
            tabs: 3,
            faults: true,
            acts: &[Wish::Submit, Wish::Type],
        };
        report(long_run::<Naive>(&manner, 1, long).finding.as_ref());
    }
}

fn report(finding: Option<&Finding>) {
    if let Some(finding) = finding {
        println!("{finding}\n");
    }
}
