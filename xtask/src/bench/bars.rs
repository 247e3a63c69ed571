//! What the widget is to reach, and what it reached in this run.

use super::bar::{Bar, KILOBYTE, MEGABYTE, Part, Unit};
use super::figures::title;
use super::ratio::ratio;
use super::visits::{Cell, Pick, Run, Spread, Visit};
use crate::size::grouped;
use crate::table::{self, Align};

const STORED: &str = "widget-stored";
const PUBLISHED: &str = "widget-published";

/// All bars.
pub(super) fn of(run: &Run) -> Vec<Bar> {
    let code_until_drawn: Pick = |visit| visit.until_drawn.as_ref().map(|fetched| fetched.code);
    let code_until_kept: Pick = |visit| visit.until_kept.as_ref().map(|fetched| fetched.code);
    let bar = |what, bar, parts: Vec<Option<Part>>| Bar { what, bar, parts: parts.into_iter().flatten().collect() };
    let drawn: Pick = |visit| visit.drawn;
    vec![
        bar(
            "fetched before the thread is near",
            "≤ 3,072 B, 1 request",
            vec![
                near(run, "bytes", 3_072.0, Unit::Bytes, |visit| visit.until_near.as_ref().map(|fetched| fetched.code)),
                near(run, "requests", 1.0, Unit::Count, |visit| {
                    visit.until_near.as_ref().map(|fetched| fetched.requests)
                }),
            ],
        ),
        bar(
            "bytes until the thread is drawn",
            "≤ 110 KB; stretch 85",
            vec![fetched(run, 110.0 * KILOBYTE, code_until_drawn)],
        ),
        bar(
            "bytes until a comment can be written and is kept",
            "≤ 170 KB; stretch 120",
            vec![fetched(run, 170.0 * KILOBYTE, code_until_kept)],
        ),
        bar("slow 4G, first visit, N = 100", "ahead of Isso, Artalk and Waline", first_visits(run)),
        bar("slow 4G, second visit, N = 100", "≤ 1.3 × minimal JavaScript; published ≤ 1.6 ×", second_visits(run)),
        bar(
            "N = 10 and 100, 1× and 4×",
            "≤ 1.7 × minimal JavaScript; ahead of Artalk and Waline, ≤ 1.05 × Isso at 10",
            short_threads(run),
        ),
        bar(
            "N = 1,000, 5,000, published 50,000",
            "≤ 1.3 × its own N = 10",
            long_threads(run, drawn, 1.3, &[(STORED, 1_000), (STORED, 5_000), (PUBLISHED, 50_000)]),
        ),
        bar(
            "the same, rows in view only",
            "≤ 1.3 ×; a count is right only when a published file is read whole",
            long_threads(run, |visit| visit.rows, 1.3, &[(STORED, 1_000), (STORED, 5_000), (PUBLISHED, 50_000)]),
        ),
        bar(
            "post, N = 10 to 5,000 stored, 50,000 published",
            "≤ 1.0 × content-visibility's at 1,000",
            posts_beside_auto(run),
        ),
        bar("post, the same", "≤ 1.2 × its own at 10", long_threads(run, |visit| visit.post, 1.2, &POSTS)),
        bar(
            "TBT, N = 1,000, 4×",
            "≤ 0.7 × content-visibility's",
            [STORED, PUBLISHED]
                .map(|subject| {
                    beside(run, Cell::known(subject, 1_000, 4), Cell::known("auto", 1_000, 4), 0.7, |visit| {
                        visit.blocked
                    })
                })
                .to_vec(),
        ),
        bar(
            "longest task, N = 1,000, 4×",
            "≤ 100 ms",
            [STORED, PUBLISHED]
                .map(|subject| {
                    absolute(run, Cell::known(subject, 1_000, 4), 100.0, Unit::Milliseconds, |visit| visit.longest)
                })
                .to_vec(),
        ),
        bar(
            "memory with the module's",
            "≤ 8 MB at 5,000; ≤ 40 MB at 50,000 published",
            vec![
                absolute(run, Cell::known(STORED, 5_000, 1), 8.0 * MEGABYTE, Unit::Megabytes, Visit::memory),
                absolute(run, Cell::known(PUBLISHED, 50_000, 1), 40.0 * MEGABYTE, Unit::Megabytes, Visit::memory),
            ],
        ),
        bar("layout shift, any visit of the widget", "0", vec![shift(run)]),
    ]
}

/// Where a post is measured.
const POSTS: [(&str, usize); 4] = [(STORED, 100), (STORED, 1_000), (STORED, 5_000), (PUBLISHED, 50_000)];

/// The table for the terminal.
pub(super) fn lines(run: &Run) -> Vec<String> {
    let mut rows = vec![["what", "bar", "reached", "met"].map(str::to_owned).to_vec()];
    rows.extend(
        of(run).iter().map(|bar| vec![bar.what.to_owned(), bar.bar.to_owned(), bar.figure(), bar.verdict().to_owned()]),
    );
    table::lines(&[Align::Left; 4], &rows)
}

fn named(cell: Cell) -> String {
    let subject = cell.subject.trim_start_matches("widget-");
    format!("{subject}, N = {}, {}×", grouped(cell.size as u64), cell.cpu)
}

fn absolute(run: &Run, cell: Cell, limit: f64, unit: Unit, pick: Pick) -> Option<Part> {
    Some(Part { name: named(cell), figure: run.spread(cell, pick)?.median, limit, unit })
}

fn beside(run: &Run, of: Cell, by: Cell, limit: f64, pick: Pick) -> Option<Part> {
    let figure = ratio(run, of, by, pick)?.median;
    let other = if by.subject == of.subject { "its own" } else { title(by.subject) };
    Some(Part { name: format!("{} ÷ {other}", named(of)), figure, limit, unit: Unit::Times })
}

fn near(run: &Run, name: &str, limit: f64, unit: Unit, pick: Pick) -> Option<Part> {
    let figure = run.visits.iter().find_map(pick)?;
    Some(Part { name: name.to_owned(), figure, limit, unit })
}

/// What a kept thread fetched: over a slow network if that was measured, for what may come later comes before anything is drawn
/// where it lies in the cache.
fn fetched(run: &Run, limit: f64, pick: Pick) -> Option<Part> {
    let of = |visits: &[&str]| {
        let stored =
            run.visits.iter().filter(|visit| visit.subject == STORED && visits.contains(&visit.visit.as_str()));
        Spread::of(stored.filter_map(pick).collect())
    };
    let figure = of(&["first"]).or_else(|| of(&["known"]))?.most;
    Some(Part { name: STORED.to_owned(), figure, limit, unit: Unit::Kilobytes })
}

fn first_visits(run: &Run) -> Vec<Option<Part>> {
    let cell = |subject| Cell { subject, size: 100, cpu: 1, visit: "first" };
    let pairs = [STORED, PUBLISHED].into_iter().flat_map(|ours| ["isso", "artalk", "waline"].map(|peer| (ours, peer)));
    pairs.map(|(ours, peer)| beside(run, cell(ours), cell(peer), 1.0, |visit| visit.drawn)).collect()
}

fn second_visits(run: &Run) -> Vec<Option<Part>> {
    let cell = |subject| Cell { subject, size: 100, cpu: 1, visit: "second" };
    let limits = [(STORED, 1.3), (PUBLISHED, 1.6)];
    limits.map(|(ours, limit)| beside(run, cell(ours), cell("minimal"), limit, |visit| visit.drawn)).to_vec()
}

fn short_threads(run: &Run) -> Vec<Option<Part>> {
    let mut parts = Vec::new();
    for (subject, size, cpu) in [STORED, PUBLISHED]
        .into_iter()
        .flat_map(|subject| [(subject, 10, 1), (subject, 10, 4), (subject, 100, 1), (subject, 100, 4)])
    {
        let mut peers = vec![("minimal", 1.7), ("artalk", 1.0), ("waline", 1.0)];
        if size == 10 {
            peers.push(("isso", 1.05));
        }
        for (peer, limit) in peers {
            let (ours, by) = (Cell::known(subject, size, cpu), Cell::known(peer, size, cpu));
            parts.push(beside(run, ours, by, limit, |visit| visit.drawn));
        }
    }
    parts
}

fn long_threads(run: &Run, pick: Pick, limit: f64, threads: &[(&'static str, usize)]) -> Vec<Option<Part>> {
    let cells = threads.iter().flat_map(|(subject, size)| [1, 4].map(|cpu| (*subject, *size, cpu)));
    cells
        .map(|(subject, size, cpu)| {
            beside(run, Cell::known(subject, size, cpu), Cell::known(subject, 10, cpu), limit, pick)
        })
        .collect()
}

fn posts_beside_auto(run: &Run) -> Vec<Option<Part>> {
    let cells = [(STORED, 10)]
        .iter()
        .chain(&POSTS)
        .flat_map(|(subject, size)| [1, 4].map(|cpu| Cell::known(subject, *size, cpu)));
    cells.map(|cell| beside(run, cell, Cell::known("auto", 1_000, cell.cpu), 1.0, |visit| visit.post)).collect()
}

fn shift(run: &Run) -> Option<Part> {
    let ours = run.visits.iter().filter(|visit| visit.subject.starts_with("widget"));
    let worst = ours
        .filter(|visit| visit.shift.is_some())
        .max_by(|one, other| one.shift.unwrap_or(0.0).total_cmp(&other.shift.unwrap_or(0.0)))?;
    let name = format!("{}, N = {}", worst.subject, worst.size);
    Some(Part { name, figure: worst.shift?, limit: 0.0, unit: Unit::Number })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(visits: &str) -> Run {
        Run::parse(&format!("{{}}\n{visits}")).unwrap()
    }

    fn found(run: &Run, what: &str) -> (String, &'static str) {
        let bar = of(run).into_iter().find(|bar| bar.what == what).unwrap();
        (bar.figure(), bar.verdict())
    }

    #[test]
    fn what_was_not_measured_is_neither_met_nor_missed() {
        assert!(of(&run("")).iter().all(|bar| bar.figure() == "not measured" && bar.verdict() == "–"));
    }

    #[test]
    fn a_figure_over_its_limit_is_missed_and_of_several_the_worst_is_told() {
        let at = |subject: &str, size: usize, drawn: f64| {
            format!(
                "{{\"subject\":\"widget-{subject}\",\"size\":{size},\"cpu\":1,\"visit\":\"known\",\"drawn\":{drawn}}}\n"
            )
        };
        let what = "N = 1,000, 5,000, published 50,000";
        let good = at("stored", 10, 100.0) + &at("stored", 1_000, 129.0) + &at("stored", 5_000, 130.0);
        let said = "1.29 × (stored, N = 1,000, 1× ÷ its own); 1.30 × (stored, N = 5,000, 1× ÷ its own)";
        assert_eq!(found(&run(&good), what), (said.to_owned(), "yes"));
        let bad = good + &at("published", 10, 100.0) + &at("published", 50_000, 131.0);
        let said = "1.31 × (published, N = 50,000, 1× ÷ its own); 2 of 3 met";
        assert_eq!(found(&run(&bad), what), (said.to_owned(), "no"));
    }

    #[test]
    fn any_shift_is_too_much() {
        let at = |shift: f64| format!("{{\"subject\":\"widget-published\",\"shift\":{shift}}}\n");
        let what = "layout shift, any visit of the widget";
        assert_eq!(found(&run(&at(0.0)), what), ("0.000".to_owned(), "yes"));
        assert_eq!(found(&run(&(at(0.0) + &at(0.002))), what), ("0.002".to_owned(), "no"));
    }

    #[test]
    fn bytes_are_those_over_a_slow_network_where_it_was_measured() {
        let at = |visit: &str, code: u32| {
            let fetched = format!("\"untilDrawn\":{{\"code\":{code}}}");
            format!("{{\"subject\":\"widget-stored\",\"visit\":\"{visit}\",{fetched}}}\n")
        };
        let what = "bytes until the thread is drawn";
        let known = at("known", 112_641) + &at("known", 1_024);
        assert_eq!(found(&run(&known), what), ("110.0 KB".to_owned(), "no"));
        assert_eq!(found(&run(&(known + &at("first", 112_640))), what), ("110.0 KB".to_owned(), "yes"));
    }
}
