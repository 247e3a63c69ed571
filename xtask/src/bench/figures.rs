//! Everything that was measured, as tables: known pages at each speed of the processor, and visits over a slow network.

use super::plan::{OTHERS, OURS};
use super::ratio::ratio;
use super::visits::{Cell, Fetched, Pick, Run, Spread, Visit};
use crate::table::{self, Align};

/// A table with a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// What it shows.
    pub(super) heading: String,
    /// The titles of its columns, then its rows.
    pub(super) rows: Vec<Vec<String>>,
}

/// All tables that have rows.
pub(super) fn of(run: &Run) -> Vec<Figures> {
    let mut cpu: Vec<u32> = run.visits.iter().map(|visit| visit.cpu).collect();
    cpu.sort_unstable();
    cpu.dedup();
    let known = cpu.into_iter().map(|cpu| known(run, cpu));
    known.chain([network(run)]).filter(|table| table.rows.len() > 1).collect()
}

/// The tables for the terminal.
pub(super) fn lines(run: &Run) -> Vec<String> {
    let mut lines = Vec::new();
    for figures in of(run) {
        lines.extend([String::new(), figures.heading]);
        let columns = figures.rows.first().map_or(0, Vec::len);
        let align: Vec<Align> =
            (0..columns).map(|column| if column == 0 { Align::Left } else { Align::Right }).collect();
        lines.extend(table::lines(&align, &figures.rows));
    }
    lines
}

/// What a subject is called for people.
pub(super) fn title(subject: &str) -> &'static str {
    match subject {
        "plain" => "plain HTML",
        "minimal" => "minimal JavaScript",
        "minimal-fetched" => "the same, fetched",
        "auto" => "the same with content-visibility",
        "widget-stored" => "this widget, stored",
        "widget-published" => "this widget, published",
        "isso" => "Isso 0.14",
        "artalk" => "Artalk 2.9",
        "waline" => "Waline 3.15",
        _ => "?",
    }
}

/// All subjects in the order of the tables.
pub(super) fn subjects() -> impl Iterator<Item = &'static str> {
    OURS.into_iter().chain(OTHERS)
}

fn known(run: &Run, cpu: u32) -> Figures {
    let columns = [
        "",
        "N",
        "drawn ms",
        "÷ minimal",
        "all ms",
        "first paint ms",
        "TBT ms",
        "longest ms",
        "post ms",
        "memory MB",
        "nodes",
        "shift",
    ];
    let mut rows = vec![columns.map(str::to_owned).to_vec()];
    for subject in subjects() {
        for size in sizes(run, subject) {
            let cell = Cell::known(subject, size, cpu);
            if run.of(cell).next().is_none() {
                continue;
            }
            let beside = ratio(run, cell, Cell::known("minimal", size, cpu), |visit| visit.drawn);
            let median =
                |pick: Pick| run.spread(cell, pick).map_or("–".to_owned(), |spread| format!("{:.0}", spread.median));
            rows.push(vec![
                title(subject).to_owned(),
                size.to_string(),
                spread(run.spread(cell, |visit| visit.drawn)),
                beside.map_or("–".to_owned(), |ratio| format!("{:.2}", ratio.median)),
                median(|visit| visit.all),
                median(|visit| visit.paint),
                median(|visit| visit.blocked),
                median(|visit| visit.longest),
                spread(run.spread(cell, |visit| visit.post)),
                run.spread(cell, Visit::memory).map_or("–".to_owned(), |bytes| format!("{:.1}", bytes.median / 1e6)),
                median(|visit| visit.nodes),
                run.spread(cell, |visit| visit.shift).map_or("–".to_owned(), |shift| format!("{:.3}", shift.most)),
            ]);
        }
    }
    Figures {
        heading: format!(
            "Processor at {}",
            if cpu == 1 { "full speed".to_owned() } else { format!("1/{cpu} of its speed") }
        ),
        rows,
    }
}

fn network(run: &Run) -> Figures {
    let columns = ["", "code KB", "data KB", "requests", "first visit ms", "÷ minimal", "second visit ms", "÷ minimal"];
    let mut rows = vec![columns.map(str::to_owned).to_vec()];
    for subject in subjects() {
        let cell = |subject, visit| Cell { subject, size: 100, cpu: 1, visit };
        if run.of(cell(subject, "first")).next().is_none() {
            continue;
        }
        let fetched = |pick: fn(&Fetched) -> f64| {
            let visits = run.of(cell(subject, "first")).filter_map(|visit| visit.until_drawn.as_ref());
            Spread::of(visits.map(pick).collect()).map_or(0.0, |spread| spread.median)
        };
        let mut row = vec![
            title(subject).to_owned(),
            format!("{:.1}", fetched(|until| until.code) / 1_024.0),
            format!("{:.1}", fetched(|until| until.data) / 1_024.0),
            format!("{:.0}", fetched(|until| until.requests)),
        ];
        for visit in ["first", "second"] {
            let drawn: Pick = |visit| visit.drawn;
            row.push(spread(run.spread(cell(subject, visit), drawn)));
            let beside = ratio(run, cell(subject, visit), cell("minimal", visit), drawn);
            row.push(beside.map_or("–".to_owned(), |ratio| format!("{:.2}", ratio.median)));
        }
        rows.push(row);
    }
    Figures { heading: "Slow 4G, N = 100".to_owned(), rows }
}

/// How many comments the threads of a subject had.
pub(super) fn sizes(run: &Run, subject: &str) -> Vec<usize> {
    let mut sizes: Vec<usize> =
        run.visits.iter().filter(|visit| visit.subject == subject).map(|visit| visit.size).collect();
    sizes.sort_unstable();
    sizes.dedup();
    sizes
}

/// The middle, and the least and greatest in brackets.
fn spread(figures: Option<Spread>) -> String {
    figures.map_or("–".to_owned(), |it| format!("{:.0} ({:.0}–{:.0})", it.median, it.least, it.most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_row_for_each_subject_and_size_that_was_visited() {
        let visit = |subject: &str, visit: &str, drawn: u32| {
            format!(
                "{{\"subject\":\"{subject}\",\"size\":100,\"cpu\":1,\"visit\":\"{visit}\",\"drawn\":{drawn},\"untilDrawn\":{{\"code\":2048,\"requests\":3}}}}\n"
            )
        };
        let text = format!(
            "{{}}\n{}{}{}",
            visit("minimal", "known", 50),
            visit("isso", "known", 75),
            visit("isso", "first", 900)
        );
        let tables = of(&Run::parse(&text).unwrap());
        let [known, network] = tables.as_slice() else { panic!("{tables:?}") };
        assert_eq!(known.heading, "Processor at full speed");
        assert_eq!(known.rows[1][..4], ["minimal JavaScript", "100", "50 (50–50)", "1.00"]);
        assert_eq!(known.rows[2][..5], ["Isso 0.14", "100", "75 (75–75)", "1.50", "–"]);
        assert_eq!(network.rows[1], ["Isso 0.14", "2.0", "0.0", "3", "900 (900–900)", "–", "–", "–"]);
    }
}
