//! The compiler's standard library for WebAssembly.

use crate::process;
use anyhow::{Context, Result};
use std::path::Path;

/// The target the widget is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// Whether this compiler can build for it.
pub(crate) fn is_installed() -> bool {
    process::answer("rustc", &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

/// Adds it to the toolchain when it is missing.
pub(crate) fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    let rustup = process::on_path("rustup").with_context(|| format!("the Rust target {TARGET} is missing: install Rust with rustup, or your distribution's package of that target"))?;
    println!("Installing the Rust target {TARGET} (a download of some seconds)");
    process::run(process::command(rustup).args(["target", "add", TARGET]))
}
