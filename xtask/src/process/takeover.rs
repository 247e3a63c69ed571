//! Handing our place over to another program.

use anyhow::{Context, Result};
use std::process::Command;

/// The program takes our place, so that whoever stops us stops it; returns only when that cannot be.
#[cfg(unix)]
pub(crate) fn take_over(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).with_context(|| format!("cannot start {}", super::name(command)))
}

/// Where programs cannot take each other's place: waits for it and ends as it does.
#[cfg(not(unix))]
pub(crate) fn take_over(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", super::name(command)))?;
    std::process::exit(status.code().unwrap_or(1))
}
