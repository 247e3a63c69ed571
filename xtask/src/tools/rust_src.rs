//! The sources of the compiler's standard library, from which the release builds it anew.

use crate::process;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// The folder with the library's sources, once they are there.
pub(crate) fn folder() -> Option<PathBuf> {
    let root = process::answer("rustc", &["--print", "sysroot"])?;
    let library = Path::new(root.trim()).join("lib").join("rustlib").join("src").join("rust").join("library");
    // Cargo reads the versions of the library's own libraries from it.
    library.join("Cargo.lock").is_file().then_some(library)
}

/// The folder, which is added to the toolchain when it is missing.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(folder) = folder() {
        return Ok(folder);
    }
    let rustup = process::on_path("rustup").context("the sources of Rust's standard library (rust-src) are missing, and the release builds it anew: install Rust with rustup, or your distribution's package of these sources; `trunk build` by itself needs none")?;
    println!("Installing the sources of Rust's standard library (a download of some seconds)");
    process::run(process::command(rustup).args(["component", "add", "rust-src"]))?;
    let Some(folder) = folder() else {
        bail!("rust-src was installed, but not into the toolchain of `rustc` on PATH");
    };
    Ok(folder)
}
