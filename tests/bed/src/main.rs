//! The engines of the test bed on the command line; `bed help` lists them.
#![expect(clippy::print_stdout, reason = "this is what a command is for")]

use std::process::ExitCode;
use std::rc::Rc;

use article_widget_bed::bare_replica::Bare;
use article_widget_bed::catalogue::{Named, versions, widgets};
use article_widget_bed::crash_sweep::crash_sweep;
use article_widget_bed::explore::explore;
use article_widget_bed::fault_sweep::fault_sweep;
use article_widget_bed::finding::Finding;
use article_widget_bed::long_run::{self, Wish, long_run};
use article_widget_bed::naive::{Manner, Naive};
use article_widget_bed::picture::story;
use article_widget_bed::program::{Act, Program};
use article_widget_bed::scenario::Scenario;
use article_widget_bed::step::Step;
use article_widget_bed::subject::{REPLICA, Subject, WIDGET};
use article_widget_bed::sweeps::{self, Extent, Part};
use article_widget_bed::text::Text;
use article_widget_bed::traces;
use article_widget_bed::widget::{Setup, Widget};

const HELP: &str = "bed sweeps   everything that the test command promises
bed replica   the same for a replica without the program around it
bed soak [minutes]   both for much longer; no part is begun after so many minutes (default: all)
bed naive   what the engines find wrong with a naive store
bed long <steps> [seed] [one author: 0 or 1] [a hostile published file: 0 or 1] [pages at an earlier address] [a late engine: 0 or 1]   a long run; a finding is told with a picture of the browser at every step
bed alone <steps> [seed] [one author: 0 or 1]   the same for a replica without the program around it
bed one <part of a scenario's name> [seed] [states]   all sweeps of the scenarios so named, told in the same way
bed traces [--write | --show <seed>]   whether the program asks for what is recorded in tests/trace/bed.txt; record that anew; or all that it asks for with a seed
bed list    the scenarios
bed help    this";

fn main() -> ExitCode {
    let found = match std::env::args().nth(1).as_deref() {
        Some("sweeps") => all(parts(&WIDGET), Extent::TESTED, u64::MAX),
        Some("replica") => all(parts(&REPLICA), Extent::TESTED, u64::MAX),
        Some("soak") => all(parts(&REPLICA).chain(parts(&WIDGET)), Extent::LONG, number(2).unwrap_or(u64::MAX)),
        Some("naive") => naive(),
        Some("long") => {
            let earlier = number(6).unwrap_or_default() as u32;
            long::<Widget>(Setup {
                one_author: number(4) == Some(1),
                published: number(5) == Some(1),
                earlier,
                late: number(7) == Some(1),
            })
        }
        Some("alone") => long::<Bare>(number(4) == Some(1)),
        Some("one") => one(),
        Some("traces") => traced(),
        Some("list") => {
            let of_program = widgets(0).into_iter().map(|(name, _)| name);
            let of_versions = versions(0).into_iter().map(|(name, _)| name);
            of_program.chain(of_versions).chain(alone(0).map(|(name, _)| name)).for_each(|name| println!("{name}"));
            false
        }
        _ => {
            println!("{HELP}");
            false
        }
    };
    if found { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn number(at: usize) -> Option<u64> {
    std::env::args().nth(at).and_then(|word| word.parse().ok())
}

/// All parts, cheap ones first; true if one found something or did less than it should.
#[expect(clippy::disallowed_methods, reason = "no wasm here, and this is about the clock on the wall")]
fn all(parts: impl Iterator<Item = Sweep>, extent: Extent, minutes: u64) -> bool {
    let begun = std::time::Instant::now();
    let mut failed = false;
    for part in parts {
        if begun.elapsed().as_secs() / 60 >= minutes {
            println!("no time for the rest");
            break;
        }
        let part = part(extent);
        println!("{part}");
        for (name, finding) in &part.findings {
            println!("in {name}:\n{finding}\n");
        }
        if part.count < part.least {
            println!("that is less than {} {}", part.least, part.unit);
        }
        failed |= !part.findings.is_empty() || part.count < part.least;
    }
    failed
}

type Sweep = Box<dyn Fn(Extent) -> Part>;

/// All sweeps of a program.
fn parts<P: Program>(subject: &'static Subject<P>) -> impl Iterator<Item = Sweep> {
    let all = [sweeps::faults, sweeps::crashes, sweeps::interleavings, sweeps::long];
    all.into_iter().map(move |part| Box::new(move |extent| part(subject, extent)) as Sweep)
}

/// The scenarios of a replica alone, under names of their own.
fn alone(ticks: u32) -> impl Iterator<Item = Named<Bare>> {
    let all = REPLICA.scenarios.iter().flat_map(move |list| list(ticks));
    all.map(|(name, scenario)| (format!("{name} ({})", REPLICA.name), scenario))
}

const MODEST: Manner = Manner { locks: false, listens: false, promises: false };

fn naive() -> bool {
    let post = |tab, text| Step::Do(tab, Act::Submit(Text(text)));
    for locks in [false, true] {
        let manner = Manner { locks, ..MODEST };
        let scenario = Scenario::<Naive>::new(manner, 2, &[&[post(0, 1), post(0, 2)], &[post(1, 3), post(1, 4)]]);
        tell(&scenario, explore(&scenario, 1_000_000).finding.as_ref());
        let long = long_run::Manner {
            steps: 1_000_000,
            each: 1_000,
            tabs: 3,
            faults: true,
            acts: &[Wish::Submit, Wish::Type],
        };
        if let Some(finding) = long_run::<Naive>(&manner, 1, long).finding {
            println!("{finding}\n");
        }
    }
    false
}

fn long<P: Program>(setup: P::Setup) -> bool {
    let manner = sweeps::usual(number(2).unwrap_or(10_000));
    let ran = long_run::<P>(&setup, number(3).unwrap_or(1), manner);
    println!("{} steps, {} runs, {} texts", ran.steps, ran.runs, ran.texts);
    let Some(finding) = &ran.finding else { return false };
    let seed = finding.seed.unwrap_or_default();
    tell(&long_run::begin::<P>(&Rc::new(setup), seed, manner).1, Some(finding))
}

fn one() -> bool {
    let wanted = std::env::args().nth(2).unwrap_or_default();
    let of_program = each_way(widgets(6), &wanted) | interleave(widgets(2), &wanted);
    let of_versions = interleave(versions(2), &wanted);
    of_program | of_versions | each_way(alone(6), &wanted) | interleave(alone(2), &wanted)
}

fn each_way<P: Program>(all: impl IntoIterator<Item = Named<P>>, wanted: &str) -> bool {
    let mut found = false;
    for (name, scenario) in all.into_iter().filter(|(name, _)| name.contains(wanted)) {
        println!("{name}");
        for sweep in [fault_sweep, crash_sweep] {
            found |= tell(&scenario, sweep(&scenario, number(3).unwrap_or(1)).finding.as_ref());
        }
    }
    found
}

fn interleave<P: Program>(all: impl IntoIterator<Item = Named<P>>, wanted: &str) -> bool {
    let mut found = false;
    for (name, scenario) in all.into_iter().filter(|(name, _)| name.contains(wanted)) {
        let explored = explore(&scenario, number(4).unwrap_or(50_000) as usize);
        println!("{name}: {} states, {} ends, complete: {}", explored.states, explored.ends, explored.complete);
        found |= tell(&scenario, explored.finding.as_ref());
    }
    found
}

/// True if something is not as recorded, or could not be done.
fn traced() -> bool {
    let done = match std::env::args().nth(2).as_deref() {
        None => traces::compare(),
        Some("--write") => traces::write(),
        Some("--show") => number(3)
            .ok_or_else(|| "which seed?".to_owned())
            .and_then(|seed| traces::of_seed(seed).map_err(|finding| finding.to_string()))
            .map(|asked| print!("{asked}")),
        Some(_) => Err(HELP.to_owned()),
    };
    if let Err(why) = &done {
        println!("{why}");
    }
    done.is_err()
}

fn tell<P: Program>(scenario: &Scenario<P>, finding: Option<&Finding>) -> bool {
    if let Some(finding) = finding {
        println!("{finding}\n\n{}", story(scenario, finding));
    }
    finding.is_some()
}
