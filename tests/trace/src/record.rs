//! The traces that were recorded, by name, and how those of today differ from them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use crate::digest::Digest;

/// What each trace was when it was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record(BTreeMap<String, Digest>);

impl Record {
    /// Adds a trace. Its name has no white space.
    pub fn insert(&mut self, name: String, digest: Digest) {
        self.0.insert(name, digest);
    }

    /// Reads a record.
    ///
    /// # Errors
    /// A sentence that names the line that is none of a record, or that has another's name.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut record = Self::default();
        for line in text.lines() {
            let read = line.split_once(' ').and_then(|(name, digest)| Some((name.to_owned(), Digest::parse(digest)?)));
            let Some((name, digest)) = read else { return Err(format!("`{line}` is no line of a record")) };
            if record.0.insert(name, digest).is_some() {
                return Err(format!("`{line}`: this name stands there twice"));
            }
        }
        Ok(record)
    }

    /// A sentence for each trace that is not as it was recorded here, in the order of their names.
    pub fn differences(&self, today: &Self) -> Vec<String> {
        let names: BTreeSet<&String> = self.0.keys().chain(today.0.keys()).collect();
        let judge = |name: &String| match (self.0.get(name), today.0.get(name)) {
            (Some(then), Some(now)) if then == now => None,
            (Some(then), Some(now)) => {
                let (then, now) = (then.lines(), now.lines());
                Some(format!("{name} asks for something else: {now} lines, recorded are {then}"))
            }
            (Some(_), None) => Some(format!("{name} is recorded, and there is no such trace any more")),
            (None, _) => Some(format!("{name} is not recorded")),
        };
        names.into_iter().filter_map(judge).collect()
    }

    /// Compares the traces of today with the record in a file of this package.
    ///
    /// # Errors
    /// What differs, with the command that writes the record anew; or why the file cannot be read.
    pub fn compare(file: &str, today: &Self, anew: &str) -> Result<(), String> {
        let recorded = std::fs::read_to_string(path(file)).map_err(|error| format!("tests/trace/{file}: {error}"))?;
        let recorded = Self::parse(&recorded).map_err(|error| format!("tests/trace/{file}: {error}"))?;
        let differences = recorded.differences(today);
        if differences.is_empty() {
            return Ok(());
        }
        Err(format!(
            "what the program asks for is not what is recorded in tests/trace/{file}:\n\n{}\n\n\
             tests/trace/README.md says how to see whole traces. If the difference is meant, give the reason there and write the \
             record anew:\n{anew}\n",
            differences.join("\n")
        ))
    }

    /// Puts this record in the place of the one in a file of this package.
    ///
    /// # Errors
    /// Why the file cannot be written.
    pub fn write(&self, file: &str) -> Result<(), String> {
        std::fs::write(path(file), self.to_string()).map_err(|error| format!("tests/trace/{file}: {error}"))
    }
}

/// A line for each trace: its name, how many lines it has, and their hash.
impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(name, digest)| writeln!(f, "{name} {digest}"))
    }
}

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(traces: &[(&str, &str)]) -> Record {
        let mut record = Record::default();
        traces.iter().for_each(|(name, lines)| record.insert((*name).to_owned(), Digest::of(lines)));
        record
    }

    #[test]
    fn a_record_comes_back_from_its_text_and_a_damaged_one_does_not() {
        let all = record(&[("b::two", "x\ny\n"), ("a::one", "")]);
        let text = all.to_string();
        assert!(text.starts_with("a::one 0 "), "{text}");
        assert_eq!(Record::parse(&text), Ok(all));
        assert!(Record::parse("a::one 0").unwrap_err().contains("`a::one 0` is no line"));
        assert!(Record::parse(&text.repeat(2)).unwrap_err().contains("twice"));
    }

    #[test]
    fn each_trace_that_differs_is_named_and_no_other() {
        let recorded = record(&[("changed", "a\n"), ("gone", "a\n"), ("same", "a\n")]);
        let today = record(&[("changed", "b\na\n"), ("new", ""), ("same", "a\n")]);
        assert_eq!(recorded.differences(&recorded), Vec::<String>::new());
        assert_eq!(
            recorded.differences(&today),
            [
                "changed asks for something else: 2 lines, recorded are 1",
                "gone is recorded, and there is no such trace any more",
                "new is not recorded",
            ]
        );
    }
}
