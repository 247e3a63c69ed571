//! What is measured, as the end-to-end crate reads it.

use super::peers::Peers;
use crate::command_line::BenchOptions;
use crate::project;
use anyhow::{Context, Result, bail};
use serde::Serialize;
use std::path::PathBuf;

/// This widget and what it is compared with in any case.
pub(super) const OURS: [&str; 6] = ["plain", "minimal", "minimal-fetched", "auto", "widget-stored", "widget-published"];
/// The other widgets.
pub(super) const OTHERS: [&str; 3] = ["isso", "artalk", "waline"];
/// Comments in the threads.
const SIZES: [usize; 5] = [10, 100, 1_000, 5_000, 50_000];

/// What is measured.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Plan {
    subjects: Vec<String>,
    sizes: Vec<usize>,
    cpu: Vec<u32>,
    network: bool,
    repetitions: usize,
    /// One line of JSON per visit.
    pub(super) visits: PathBuf,
    /// A picture of each page.
    pub(super) pictures: PathBuf,
    peers: Peers,
}

impl Plan {
    /// The plan for these options; the other widgets are installed where they are asked for.
    pub(super) fn of(options: &BenchOptions) -> Result<Self> {
        let subjects = subjects(options)?;
        let has_peers = subjects.iter().any(|name| OTHERS.contains(&name.as_str()));
        let folder = project::target().join("bench");
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self {
            subjects,
            sizes: or(&options.sizes, &SIZES),
            cpu: or(&options.cpu, if options.quick { &[1] } else { &[1, 4] }),
            network: !options.quick,
            repetitions: options.repetitions.unwrap_or(if options.quick { 3 } else { 5 }),
            visits: folder.join("visits.jsonl"),
            pictures: folder.join("pictures"),
            peers: if has_peers { Peers::installed()? } else { Peers::default() },
        })
    }
}

/// What was asked for, or everything.
fn or<T: Clone>(asked: &[T], all: &[T]) -> Vec<T> {
    if asked.is_empty() { all.to_vec() } else { asked.to_vec() }
}

/// The subjects by name; `widget` and `minimal` stand for both of theirs.
fn subjects(options: &BenchOptions) -> Result<Vec<String>> {
    let all = || OURS.iter().chain(if options.peers { OTHERS.as_slice() } else { &[] });
    let mut found: Vec<String> = Vec::new();
    for asked in &options.only {
        let begins = |name: &&&str| **name == asked || name.starts_with(&format!("{asked}-"));
        let meant: Vec<_> = OURS.iter().chain(&OTHERS).filter(begins).map(ToString::to_string).collect();
        if meant.is_empty() {
            bail!("nothing is called `{asked}`; there are {}", [OURS.as_slice(), &OTHERS].concat().join(", "));
        }
        found.extend(meant);
    }
    Ok(if found.is_empty() { all().map(ToString::to_string).collect() } else { found })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(only: &[&str], peers: bool) -> Vec<String> {
        let only = only.iter().map(ToString::to_string).collect();
        subjects(&BenchOptions { only, peers, ..BenchOptions::default() }).unwrap()
    }

    #[test]
    fn without_a_choice_everything_is_measured_and_peers_where_asked_for() {
        assert_eq!(named(&[], false), OURS);
        assert_eq!(named(&[], true), [OURS.as_slice(), &OTHERS].concat());
    }

    #[test]
    fn a_name_means_itself_and_what_begins_with_it() {
        assert_eq!(named(&["widget", "plain"], false), ["widget-stored", "widget-published", "plain"]);
        assert_eq!(named(&["isso"], false), ["isso"]);
        let wrong = subjects(&BenchOptions { only: vec!["plane".into()], ..BenchOptions::default() });
        assert!(wrong.unwrap_err().to_string().contains("plane"));
    }
}
