//! The command from its words to its exit code.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::arguments::{self, Arguments, USAGE};
use crate::collected::Collected;
use crate::merge::Merge;
use crate::output;

/// What the command has done.
pub struct Done {
    /// 0: all was taken; 1: nothing was written; 2: called wrongly; 3: some was refused.
    pub code: u8,
    /// What it prints for the author.
    pub said: String,
    /// Why nothing was written, if so.
    pub error: Option<String>,
}

/// Runs the command with the words that follow its name.
pub fn run(words: &[String]) -> Done {
    if words.iter().any(|word| word == "--help" || word == "-h") {
        return Done { code: 0, said: format!("{USAGE}\n"), error: None };
    }
    let wanted = match arguments::parse(words) {
        Ok(wanted) => wanted,
        Err(error) => return Done { code: 2, said: String::new(), error: Some(format!("{error}\n\n{USAGE}")) },
    };
    let mut said = String::new();
    match merge(&wanted, &mut said) {
        Ok(all_taken) => Done { code: if all_taken { 0 } else { 3 }, said, error: None },
        Err(error) => Done { code: 1, said, error: Some(format!("{error:#}")) },
    }
}

/// Merges, and says whether everything was taken.
fn merge(wanted: &Arguments, said: &mut String) -> Result<bool> {
    let base = output::published(&wanted.output)?;
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for path in wanted.files.iter().filter(|path| !is_same(path, &wanted.output)) {
        match read(path) {
            Ok(file) => files.push(file),
            Err(error) => unread.push(format!("{error:#}")),
        }
    }
    for error in &unread {
        writeln!(said, "{error}")?;
    }
    if files.is_empty() && (base.is_none() || !unread.is_empty()) {
        anyhow::bail!("none of the files could be read; nothing was written");
    }
    let merge = Merge { base: base.as_ref(), files: &files, threads: &wanted.threads, changes: wanted.changes };
    let merged = merge.run()?;
    said.push_str(&merged.report);
    if merged.entries == 0 {
        anyhow::bail!("there is nothing to publish; nothing was written");
    }
    let wrote = output::write(&wanted.output, &merged, base.as_ref())?;
    let path = wanted.output.display();
    let done = if wrote { "written" } else { "unchanged" };
    let entries = if merged.entries == 1 { "entry" } else { "entries" };
    writeln!(said, "{path}: {done}, {} {entries}", merged.entries)?;
    Ok(unread.is_empty() && !merged.has_refused)
}

fn read(path: &Path) -> Result<Collected> {
    let label = path.display().to_string();
    let bytes = fs::read(path).with_context(|| format!("{label} cannot be read"))?;
    Collected::read(&label, &bytes)
}

fn is_same(one: &Path, two: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    real(one) == real(two)
}
