//! The times of acts by the size of the thread, and how they grow.

use std::fmt;
use std::path::Path;

/// The times of some acts, in nanoseconds, at the same sizes.
pub(crate) struct Table {
    /// What is told of each act.
    heading: &'static str,
    /// How many times as long an act may take in the largest thread as in the smallest.
    most: f64,
    sizes: Vec<f64>,
    acts: Vec<(String, Vec<Option<f64>>)>,
}

impl Table {
    /// A table without acts; the heading goes on with the sizes.
    pub(crate) fn new(heading: &'static str, most: f64, sizes: &[u64]) -> Self {
        Self { heading, most, sizes: sizes.iter().map(|size| *size as f64).collect(), acts: Vec::new() }
    }

    /// Adds an act; `None` where it was not measured.
    pub(crate) fn add(&mut self, act: String, times: Vec<Option<f64>>) {
        self.acts.push((act, times));
    }

    /// Whether no act takes more times as long in the largest thread than it may.
    pub(crate) fn is_within_target(&self) -> bool {
        self.acts.iter().filter_map(|(_, times)| ratio(times)).all(|ratio| ratio <= self.most)
    }

    /// The slope of the line through the logarithms of sizes and times: 0 if the size does not matter, 1 if twice as many
    /// take twice as long.
    fn exponent(&self, times: &[Option<f64>]) -> Option<f64> {
        let measured: Option<Vec<f64>> = times.iter().map(|time| time.map(f64::ln)).collect();
        let (x, y) = (self.sizes.iter().map(|size| size.ln()).collect::<Vec<_>>(), measured?);
        let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len() as f64;
        let (middle, height) = (mean(&x), mean(&y));
        let rise: f64 = x.iter().zip(&y).map(|(x, y)| (x - middle) * (y - height)).sum();
        let run: f64 = x.iter().map(|x| (x - middle).powi(2)).sum();
        Some(rise / run)
    }
}

fn ratio(times: &[Option<f64>]) -> Option<f64> {
    Some((*times.last()?)? / (*times.first()?)?)
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:34}", self.heading)?;
        for size in &self.sizes {
            write!(f, "{size:>9}")?;
        }
        writeln!(f, "{:>9}{:>10}", "ratio", "exponent")?;
        let figure = |value: Option<f64>, width, digits| match value {
            Some(value) => format!("{value:>width$.digits$}"),
            None => format!("{:>width$}", "-"),
        };
        for (act, times) in &self.acts {
            let cells: String = times.iter().map(|time| figure(time.map(|nanos| nanos / 1_000.0), 9, 1)).collect();
            let (ratio, exponent) = (ratio(times), self.exponent(times));
            let verdict = match ratio {
                Some(ratio) if ratio > self.most => format!("  more than {}", self.most),
                _ => String::new(),
            };
            writeln!(f, "{act:34}{cells}{}{}{verdict}", figure(ratio, 9, 2), figure(exponent, 10, 3))?;
        }
        Ok(())
    }
}

/// The least time of an act at one size, in nanoseconds, of the samples that Criterion has just written into its folder: what
/// else the machine does only adds to a time.
pub(crate) fn time_of(folder: &Path, act: &str, size: u64) -> Option<f64> {
    let file = folder.join(act).join(size.to_string()).join("new").join("sample.json");
    let samples: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()?;
    let figures =
        |name| samples.get(name)?.as_array()?.iter().map(serde_json::Value::as_f64).collect::<Option<Vec<_>>>();
    let (acts, times) = (figures("iters")?, figures("times")?);
    times.iter().zip(&acts).map(|(time, acts)| time / acts).min_by(f64::total_cmp)
}
