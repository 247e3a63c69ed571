//! Replacing the running process by another program (`exec`).

use anyhow::{Context, Result};
use std::process::Command;

/// Replaces this process by the program, so that whoever stops `cargo xtask` stops it; returns only if that fails.
#[cfg(unix)]
pub(crate) fn take_over(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).with_context(|| format!("cannot start {}", super::name(command)))
}

/// On systems without `exec`: runs the program, waits for it, and ends with its exit code.
#[cfg(not(unix))]
pub(crate) fn take_over(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", super::name(command)))?;
    std::process::exit(status.code().unwrap_or(1))
}
