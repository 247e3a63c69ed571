//! Programs on PATH.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The program a shell would start under this name.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    which::which(program).ok()
}

/// PATH with some folders in front.
pub(crate) fn search_path_with(folders: &[PathBuf]) -> Result<OsString> {
    let present = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&present));
    env::join_paths(all).context("a folder's name cannot stand in PATH")
}
