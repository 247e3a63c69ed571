//! What a reader's act costs in threads of 100 to 50,000 comments: time for each act, and how it grows. `cargo xtask bench
//! --growth`.
#![expect(clippy::expect_used, reason = "a measurement that cannot be set up is none")]

mod growth {
    pub(crate) mod page;
    pub(crate) mod table;
}

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use article_widget::domain::sort::Sort;
use criterion::measurement::{Measurement, WallTime};
use criterion::{BenchmarkId, Criterion, SamplingMode};
use growth::page::Page;
use growth::table::{Table, time_of};

/// How many comments the threads have.
const SIZES: [u64; 4] = [100, 1_000, 10_000, 50_000];

/// What is done: the time of the part that is measured.
type Act = fn(&mut Page) -> Duration;

/// What is measured. What comes before (a composer is opened) and after (the responses of storage that make a comment "Saved")
/// happens as well, beside the measured time.
const ACTS: [(&str, Act); 6] = [
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
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("growth");
    let mut criterion = Criterion::default()
        .output_directory(&folder)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(600))
        .sample_size(20)
        .configure_from_args();
    let mut table = Table::new(&SIZES);
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
            let times = SIZES.iter().map(|size| time_of(&folder, &name, *size)).collect();
            table.add(name, times);
        }
    }
    criterion.final_summary();
    println!("{table}");
    if table.is_within_target() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
