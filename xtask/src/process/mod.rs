//! Starting other programs.

mod environment;
mod follow;
mod search_path;

pub(crate) use environment::{cargo, command, without_build_settings};
pub(crate) use follow::follow;
pub(crate) use search_path::{on_path, search_path_with};

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::process::{Command, Stdio};

/// Runs to the end with the terminal as its own; failing is an error that names the program.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("cannot start {program}"))?;
    if !status.success() {
        bail!("{program} ended with {status}");
    }
    Ok(())
}

/// What a program writes to its standard output, or nothing when it cannot be run or fails.
pub(crate) fn answer(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let done = command(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}
