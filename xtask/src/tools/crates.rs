//! The libraries the project is built from.

use crate::{process, project};
use anyhow::{Context, Result};

/// Downloads what the lock file names and is not there yet: Trunk, kept off the network, keeps cargo off it too.
pub(crate) fn ensure() -> Result<()> {
    let mut fetch = process::cargo();
    fetch.current_dir(project::root()).args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    process::run(&mut fetch).context("the libraries in Cargo.lock cannot be downloaded")
}
