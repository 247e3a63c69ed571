//! Installing packages from the npm registry.

use super::cache;
use super::tool::Tool;
use crate::process;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Puts the tool's package into `place`, its programs into `place/bin`.
pub(crate) fn install(tool: &Tool, place: &Path) -> Result<()> {
    fill(&format!("{}@{}", tool.package, tool.version), place)
        .with_context(|| format!("{} {} can also be installed by hand", tool.program, tool.need))
}

/// The folder of a package, installed first when need be.
pub(crate) fn package(name: &str, version: &str) -> Result<PathBuf> {
    let place = cache::folder()?.join(format!("{}-{version}", name.replace(['@', '/'], "-").trim_start_matches('-')));
    if !place.is_dir() {
        println!("Installing {name} {version} (some seconds) into {}", place.display());
        fill(&format!("{name}@{version}"), &place)?;
    }
    Ok(modules(&place).join(name))
}

/// Where npm puts what is installed globally.
pub(crate) fn modules(place: &Path) -> PathBuf {
    if cfg!(windows) { place.join("node_modules") } else { place.join("lib").join("node_modules") }
}

/// Puts one package, with its version, into `place`.
pub(crate) fn fill(package: &str, place: &Path) -> Result<()> {
    let npm = process::on_path("npm")
        .with_context(|| format!("{package} comes from the npm registry: install Node.js with npm"))?;
    cache::fill(place, |folder| {
        let mut install = process::command(&npm);
        install.args([
            "install",
            "--global",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--no-update-notifier",
            "--loglevel=error",
            "--prefix",
        ]);
        process::run(install.arg(folder).arg(package))
    })
}
