//! What was measured: one visit per line, and what several visits say together.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::Path;

/// Where and when it was measured.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct About {
    /// As ISO 8601 has it.
    pub(super) date: String,
    pub(super) browser: String,
    pub(super) cores: u32,
    pub(super) repetitions: usize,
}

/// Bytes and requests until some moment. Bytes are packed ones, without heads.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fetched {
    /// Scripts, style sheets, modules.
    pub(super) code: f64,
    /// Everything else but the page itself.
    pub(super) data: f64,
    pub(super) requests: f64,
}

/// What the heap of the page's scripts holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Heap {
    /// In bytes.
    used_size: f64,
}

/// One visit; times in milliseconds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Visit {
    pub(super) subject: String,
    pub(super) size: usize,
    pub(super) cpu: u32,
    /// `known`: the browser has everything in its cache; `first` and `second`: over a slow network; `far`: the thread is far away.
    pub(super) visit: String,
    pub(super) repetition: usize,
    pub(super) paint: Option<f64>,
    pub(super) rows: Option<f64>,
    pub(super) drawn: Option<f64>,
    pub(super) all: Option<f64>,
    pub(super) blocked: Option<f64>,
    pub(super) longest: Option<f64>,
    pub(super) post: Option<f64>,
    pub(super) shift: Option<f64>,
    pub(super) nodes: Option<f64>,
    pub(super) heap: Option<Heap>,
    pub(super) module: f64,
    pub(super) until_drawn: Option<Fetched>,
    pub(super) until_kept: Option<Fetched>,
    pub(super) until_near: Option<Fetched>,
}

impl Visit {
    /// Bytes that the page's scripts hold, those of the WebAssembly module too.
    pub(super) fn memory(&self) -> Option<f64> {
        self.heap.as_ref().map(|heap| heap.used_size + self.module)
    }
}

/// Which visits are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) subject: &'static str,
    pub(super) size: usize,
    pub(super) cpu: u32,
    pub(super) visit: &'static str,
}

impl Cell {
    /// Visits with everything in the browser's cache.
    pub(super) fn known(subject: &'static str, size: usize, cpu: u32) -> Self {
        Self { subject, size, cpu, visit: "known" }
    }
}

/// A figure of a visit; none where it was not measured.
pub(super) type Pick = fn(&Visit) -> Option<f64>;

/// The least, middle and greatest of some figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub(super) least: f64,
    pub(super) median: f64,
    pub(super) most: f64,
}

impl Spread {
    /// None of no figure.
    pub(super) fn of(mut figures: Vec<f64>) -> Option<Self> {
        figures.sort_by(f64::total_cmp);
        let (least, most) = (*figures.first()?, *figures.last()?);
        let middle = |at: usize| figures.get(at).copied();
        let half = figures.len() / 2;
        let median =
            if figures.len() % 2 == 1 { middle(half)? } else { f64::midpoint(middle(half - 1)?, middle(half)?) };
        Some(Self { least, median, most })
    }
}

/// Everything that was measured in one run.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    pub(super) about: About,
    pub(super) visits: Vec<Visit>,
}

impl Run {
    /// What the end-to-end crate wrote.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} is not understood", path.display()))
    }

    /// The line about the run, and one line per visit.
    pub(super) fn parse(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        let about = serde_json::from_str(lines.next().context("there is no line")?)?;
        let visits = lines.map(serde_json::from_str).collect::<serde_json::Result<_>>()?;
        Ok(Self { about, visits })
    }

    /// The visits that are meant.
    pub(super) fn of(&self, cell: Cell) -> impl Iterator<Item = &Visit> {
        self.visits.iter().filter(move |visit| {
            (visit.subject.as_str(), visit.size, visit.cpu, visit.visit.as_str())
                == (cell.subject, cell.size, cell.cpu, cell.visit)
        })
    }

    /// A figure of these visits.
    pub(super) fn spread(&self, cell: Cell, pick: Pick) -> Option<Spread> {
        Spread::of(self.of(cell).filter_map(pick).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spread_is_least_middle_and_most() {
        assert_eq!(Spread::of(vec![3.0, 1.0, 9.0]), Some(Spread { least: 1.0, median: 3.0, most: 9.0 }));
        assert_eq!(Spread::of(vec![3.0, 1.0]).unwrap().median, 2.0);
        assert_eq!(Spread::of(Vec::new()), None);
    }

    #[test]
    fn visits_are_read_with_what_was_measured_and_memory_counts_the_module() {
        let text = "{\"date\":\"2026-11-29\",\"repetitions\":2}\n\
            {\"subject\":\"isso\",\"size\":10,\"cpu\":4,\"visit\":\"known\",\"drawn\":12.5,\"heap\":{\"usedSize\":5},\"module\":7}\n\
            {\"subject\":\"isso\",\"size\":10,\"cpu\":1,\"visit\":\"known\",\"drawn\":1}\n";
        let run = Run::parse(text).unwrap();
        let cell = Cell::known("isso", 10, 4);
        assert_eq!(run.spread(cell, |visit| visit.drawn).unwrap().median, 12.5);
        assert_eq!(run.spread(cell, Visit::memory).unwrap().median, 12.0);
        assert_eq!(run.spread(cell, |visit| visit.post), None);
        assert_eq!(run.about.repetitions, 2);
    }
}
