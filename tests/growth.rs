//! What opening a thread and a reader's acts cost in threads of 100 to 50,000 comments, and what Markdown, comments and the differences of
//! edits cost that are written to take long: the times, and how they grow. `cargo xtask bench --growth`; one of [`TABLES`] after it measures
//! that alone.
#![expect(clippy::expect_used, reason = "a measurement that cannot be set up is none")]

mod growth {
    pub(crate) mod clock;
    pub(crate) mod comments;
    pub(crate) mod edits;
    pub(crate) mod markdown;
    pub(crate) mod opening;
    pub(crate) mod page;
    pub(crate) mod table;
}

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use article_widget::domain::sort::Sort;
use criterion::measurement::{Measurement, WallTime};
use criterion::{BenchmarkId, Criterion, SamplingMode};
use growth::opening::{Opening, STEPS};
use growth::page::Page;
use growth::table::{Table, time_of};
use growth::{comments, edits, markdown};

/// What can be measured alone.
const TABLES: [&str; 5] = ["opening", "acts", "markdown", "comments", "edits"];

/// How many comments the threads have.
const SIZES: [u64; 4] = [100, 1_000, 10_000, 50_000];

/// How many times as long an act may take in the largest thread as in the smallest.
const MOST_ACT: f64 = 3.0;
/// The same for a comment when a thread is opened: sorting costs a logarithm, and long threads leave the processor's caches. What
/// went through the thread for each of its comments would cost 500 times as much.
const MOST_OPENING: f64 = 5.0;

/// What is done: the time of the part that is measured.
type Act = fn(&mut Page) -> Duration;

/// What is measured. What comes before (a composer is opened) and after (the responses of storage that make a comment "Saved")
/// happens as well, beside the measured time.
const ACTS: [(&str, Act); 7] = [
    ("post a comment", |page| {
        let composer = page.open_new();
        let submitted = page.submission(composer);
        timed(page, |page| page.submit(submitted))
    }),
    ("post a reply", |page| {
        let composer = page.open_reply();
        let submitted = page.submission(composer);
        timed(page, |page| page.submit(submitted))
    }),
    ("edit a comment", |page| {
        let composer = page.open_edit();
        let submitted = page.submission(composer);
        timed(page, |page| page.submit(submitted))
    }),
    ("hear a comment", |page| {
        let broadcast = page.broadcast_of_comment();
        timed(page, |page| page.send(broadcast))
    }),
    ("hear a reply", |page| {
        let broadcast = page.broadcast_of_reply();
        timed(page, |page| page.send(broadcast))
    }),
    ("hear an edit", |page| {
        let broadcast = page.broadcast_of_edit();
        timed(page, |page| page.send(broadcast))
    }),
    ("fold a branch", |page| {
        let pressed = page.press_of_fold();
        let folded = timed(page, |page| page.send(pressed.clone()));
        page.send(pressed);
        folded
    }),
];

fn timed(page: &mut Page, act: impl FnOnce(&mut Page)) -> Duration {
    let clock = WallTime;
    let start = clock.start();
    act(page);
    clock.end(start)
}

/// A page on which one act is done again and again.
struct Series<'a> {
    whole: &'a Page,
    act: Act,
    page: Page,
    done: u64,
}

impl<'a> Series<'a> {
    fn new(whole: &'a Page, act: Act) -> Self {
        Self { whole, act, page: Self::fresh(whole, act), done: 0 }
    }

    /// A page on which the act has been done once: what is copied has no room for one more, as what has grown has.
    fn fresh(whole: &Page, act: Act) -> Page {
        let mut page = whole.clone();
        act(&mut page);
        page.come_to_rest();
        page
    }

    /// The time of so many acts. After as many as a tenth of the comments the thread is taken anew, so that it keeps its size.
    fn time(&mut self, times: u64) -> Duration {
        let mut total = Duration::ZERO;
        for _ in 0..times {
            if self.done >= self.whole.size() / 10 {
                (self.page, self.done) = (Self::fresh(self.whole, self.act), 0);
            }
            self.done += 1;
            total += (self.act)(&mut self.page);
            self.page.come_to_rest();
        }
        total
    }
}

fn main() -> ExitCode {
    let named: Vec<String> = std::env::args().filter(|word| TABLES.contains(&word.as_str())).collect();
    let is_wanted = |table: &&str| named.is_empty() || named.iter().any(|name| name == table);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("growth");
    let mut criterion = Criterion::default()
        .output_directory(&folder)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(600))
        .sample_size(20);
    let measured = |table: &str| match table {
        "opening" => opening(&mut criterion, &folder),
        "acts" => acts(&mut criterion, &folder),
        "markdown" => markdown(),
        "comments" => formatted(),
        _ => edited(),
    };
    let tables: Vec<Table> = TABLES.into_iter().filter(is_wanted).map(measured).collect();
    criterion.final_summary();
    tables.iter().for_each(|table| println!("{table}"));
    if tables.iter().all(Table::is_within_target) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The time of Markdown by the length of its text.
fn markdown() -> Table {
    let mut table = Table::new("microseconds, of so many KiB", markdown::MOST, &markdown::SIZES);
    for pattern in markdown::PATTERNS {
        let time = |size: &u64| Some(markdown::time(pattern, size * 1_024).as_nanos() as f64);
        table.add(format!("Markdown: {}", pattern.0), markdown::SIZES.iter().map(time).collect());
    }
    table
}

/// The time of formatted comments by their length.
fn formatted() -> Table {
    let mut table = Table::new("microseconds, of so many units", comments::MOST, &comments::SIZES);
    for (name, text) in comments::texts() {
        let time = |size: &u64| Some(comments::time(&text(*size)).as_nanos() as f64);
        table.add(format!("Comment: {name}"), comments::SIZES.iter().map(time).collect());
    }
    table
}

/// The time of finding what an edit changed, by the length of its texts.
fn edited() -> Table {
    let mut table = Table::new("microseconds, of so many units", comments::MOST, &comments::SIZES);
    for (name, texts) in edits::EDITS {
        let time = |size: &u64| Some(edits::time(*texts, *size).as_nanos() as f64);
        table.add(format!("Edit: {name}"), comments::SIZES.iter().map(time).collect());
    }
    table
}

/// The time of each step of opening a thread, for each of its comments: where it grows, long threads are worse than long.
fn opening(criterion: &mut Criterion, folder: &Path) -> Table {
    for size in SIZES {
        let opening = Opening::of(&Page::with_comments(size, Sort::Oldest));
        for (step, done) in STEPS {
            assert_eq!(done(&opening) as u64, size, "{step} deals with every comment");
            let mut group = criterion.benchmark_group(step);
            group.sampling_mode(SamplingMode::Flat);
            group.bench_with_input(BenchmarkId::from_parameter(size), &opening, |bencher, opening| {
                bencher.iter(|| done(opening));
            });
            group.finish();
        }
    }
    let mut table = Table::new("microseconds a comment, of", MOST_OPENING, &SIZES);
    for (step, _) in STEPS {
        let each = |size: &u64| time_of(folder, step, *size).map(|time| time / *size as f64);
        table.add(step.to_owned(), SIZES.iter().map(each).collect());
    }
    table
}

/// The time of each act of a reader, and of what a tab hears.
fn acts(criterion: &mut Criterion, folder: &Path) -> Table {
    let mut table = Table::new("microseconds each, in a thread of", MOST_ACT, &SIZES);
    for sort in Sort::ALL {
        let name = |act: &str| format!("{act}, {} first", sort.as_str());
        for size in SIZES {
            let whole = Page::with_comments(size, sort);
            for (act, done) in ACTS {
                let mut group = criterion.benchmark_group(name(act));
                group.sampling_mode(SamplingMode::Flat);
                group.bench_with_input(BenchmarkId::from_parameter(size), &whole, |bencher, whole| {
                    let mut series = Series::new(whole, done);
                    bencher.iter_custom(|times| series.time(times));
                });
                group.finish();
            }
        }
        for (act, _) in ACTS {
            let name = name(act);
            let times = SIZES.iter().map(|size| time_of(folder, &name, *size)).collect();
            table.add(name, times);
        }
    }
    table
}
