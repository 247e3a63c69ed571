//! The engines of the test bed on the command line; `bed help` lists them.
#![expect(clippy::print_stdout, reason = "this is what a command is for")]

use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use article_widget_bed::crash_sweep::crash_sweep;
use article_widget_bed::explore::explore;
use article_widget_bed::fault_sweep::{Swept, fault_sweep};
use article_widget_bed::finding::Finding;
use article_widget_bed::long_run::{self, Wish, long_run};
use article_widget_bed::naive::{Manner, Naive};
use article_widget_bed::picture::story;
use article_widget_bed::program::Act;
use article_widget_bed::scenario::Scenario;
use article_widget_bed::step::{Step, Waiting};
use article_widget_bed::text::Text;
use article_widget_bed::widget::{Setup, Widget};

const HELP: &str = "bed speed   how many steps each engine takes in a second, with a cheap program
bed naive   what the engines find wrong with a naive store
bed long <steps> [seed] [faults]   a long run of the widget
bed crash <seeds>   crash sweeps of the widget
bed fault <seeds>   fault sweeps of the widget
bed explore <states>   interleavings of the widget
bed help    this";

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("speed") => speed(),
        Some("naive") => naive(),
        Some("long") => widget_long(),
        Some("crash") => widget_sweep(crash_sweep),
        Some("fault") => widget_sweep(fault_sweep),
        Some("explore") => widget_explore(),
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

fn number(at: usize) -> u64 {
    std::env::args().nth(at).and_then(|word| word.parse().ok()).unwrap_or_default()
}

fn widget_long() {
    let faults = number(4) > 0;
    let manner = long_run::Manner { steps: number(2), each: 600, tabs: 4, faults, acts: Wish::USUAL };
    let (ran, took) = timed(|| long_run::<Widget>(&Setup { one_author: false }, number(3), manner));
    println!("{} steps, {} runs, {} texts, {} steps/s", ran.steps, ran.runs, ran.texts, per_second(ran.steps, took));
    report(ran.finding.as_ref());
    if let Some(finding) = &ran.finding
        && let Some(seed) = finding.seed
    {
        let setup = Rc::new(Setup { one_author: false });
        println!("{}", story(&long_run::begin::<Widget>(&setup, seed, manner).1, finding));
    }
}

type Sweep = fn(&Scenario<Widget>, u64) -> Swept;

fn widget_sweep(sweep: Sweep) {
    let (mut runs, begun) = (0, number(3));
    let ((), took) = timed(|| {
        for seed in begun..begun + number(2) {
            for (name, scenario) in widget_scenarios() {
                let swept = sweep(&scenario, seed);
                runs += swept.runs;
                if swept.finding.is_some() {
                    println!("{name}");
                    return report(swept.finding.as_ref());
                }
            }
        }
    });
    println!("{runs} runs in {took:?}");
}

fn widget_explore() {
    for (name, scenario) in widget_scenarios() {
        let (explored, took) = timed(|| explore(&scenario, number(2) as usize));
        let rate = per_second(explored.steps, took);
        println!(
            "{name}: {} states, {} ends, complete: {}, {rate} steps/s",
            explored.states, explored.ends, explored.complete
        );
        report(explored.finding.as_ref());
    }
}

fn widget_scenarios() -> Vec<(&'static str, Scenario<Widget>)> {
    let act = |tab, act| Step::Do(tab, act);
    let post = |tab, text| Step::Do(tab, Act::Submit(Text(text)));
    let setup = Setup { one_author: false };
    let edit = |tab, of, to| act(tab, Act::Edit { of: Text(of), to: Text(to) });
    let reply = |tab, to, text| act(tab, Act::Reply { to: Text(to), text: Text(text) });
    let mut all = vec![
        ("one tab posts twice", Scenario::new(setup, 1, &[&[post(0, 1), post(0, 2)]])),
        ("two tabs post", Scenario::new(setup, 2, &[&[post(0, 1)], &[post(1, 2)]])),
        ("post, reply, edit", Scenario::new(setup, 2, &[&[post(0, 1), edit(0, 1, 3)], &[reply(1, 1, 2)]])),
        ("edit and delete", Scenario::new(setup, 2, &[&[post(0, 1), edit(0, 1, 2)], &[act(1, Act::Delete(Text(1)))]])),
        (
            "erase",
            Scenario::new(
                setup,
                2,
                &[&[post(0, 1), post(0, 2)], &[act(1, Act::Delete(Text(1))), act(1, Act::Erase(Text(1)))]],
            ),
        ),
        ("delete everything", Scenario::new(setup, 2, &[&[post(0, 1)], &[post(1, 2), act(1, Act::DeleteEverything)]])),
        ("post and reload", Scenario::new(setup, 1, &[&[post(0, 1), Step::Reload(0, Waiting::Aborted), post(0, 2)]])),
        ("clear", Scenario::new(setup, 2, &[&[post(0, 1)], &[Step::Clear(1), Step::Look(1)]])),
        ("three tabs post", Scenario::new(setup, 3, &[&[post(0, 1)], &[post(1, 2)], &[post(2, 3)]])),
    ];
    for (_, scenario) in &mut all {
        scenario.ticks = 4;
    }
    all
}

fn report(finding: Option<&Finding>) {
    if let Some(finding) = finding {
        println!("{finding}\n");
    }
}
