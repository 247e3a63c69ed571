//! From the words after `cargo xtask thread` to what is wanted.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use article_widget::domain::thread_id::ThreadId;

/// How the command is used.
pub const USAGE: &str = "\
cargo xtask thread merge FILE... -o OUTPUT [--thread ID]... [--changes]

  FILE       files for others, submissions (also mails saved as text), earlier outputs
  -o         the published file; if it is there it counts as published, and everything in it stays
  --thread   which discussion, where the files hold several; named again: another id of the same discussion
  --changes  also take changes to comments that another file has without them

It ends with 0 if all was taken, 3 if some was refused, 1 if nothing was written, 2 if it was called wrongly.";

/// What `thread merge` was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The files to be merged.
    pub files: Vec<PathBuf>,
    /// The published file.
    pub output: PathBuf,
    /// The ids of the discussion, the one to be written first; none if the files say it.
    pub threads: Vec<ThreadId>,
    /// Whether a file may change what another one has without the change.
    pub changes: bool,
}

/// Reads the words.
///
/// # Errors
/// Which word is wrong, or what is missing.
pub fn parse(words: &[String]) -> Result<Arguments> {
    let mut words = words.iter();
    match words.next().map(String::as_str) {
        Some("merge") => {}
        Some(word) => bail!("there is no `{word}`, only `merge`"),
        None => bail!("what is to be done is missing: `merge`"),
    }
    let (mut files, mut output, mut threads, mut changes) = (Vec::new(), None, Vec::new(), false);
    while let Some(word) = words.next() {
        match word.as_str() {
            "-o" | "--output" => output = Some(PathBuf::from(words.next().context("-o wants a file")?)),
            "--thread" => {
                let id = words.next().and_then(|id| ThreadId::explicit(id));
                threads.push(id.context("--thread wants the id of a discussion")?);
            }
            "--changes" => changes = true,
            option if option.starts_with('-') => bail!("there is no option `{option}`"),
            file => files.push(PathBuf::from(file)),
        }
    }
    if files.is_empty() {
        bail!("which files?");
    }
    Ok(Arguments { files, output: output.context("-o is missing: where is the published file?")?, threads, changes })
}
