//! The libraries the project is built from.

use crate::{process, project, rebuilt_std};
use anyhow::{Context, Result};
use std::path::Path;

/// Downloads what the lock file names and is not there yet: Trunk, kept off the network, keeps cargo off it too. `library` is the folder
/// of the standard library's sources where that is built as well: its own libraries are then fetched too.
pub(crate) fn ensure(library: Option<&Path>) -> Result<()> {
    let mut fetch = process::cargo();
    fetch.current_dir(project::root()).args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    if let Some(library) = library {
        rebuilt_std::set(&mut fetch, library);
    }
    process::run(&mut fetch).context("the libraries in Cargo.lock cannot be downloaded")
}
