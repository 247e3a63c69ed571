//! `cargo xtask thread`: a package of its own, so that the other commands need not wait for the widget to be compiled.

use crate::{process, project};
use anyhow::{Context, Result};
use std::ffi::OsString;

/// Runs it in the folder it was called from, and gives its exit code.
pub(crate) fn run(words: &[OsString]) -> Result<i32> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--quiet", "--manifest-path"]).arg(project::root().join("Cargo.toml"));
    cargo.args(["--package", "article-widget-thread", "--"]).args(words);
    let status = cargo.status().context("cannot start cargo")?;
    Ok(status.code().unwrap_or(1))
}
