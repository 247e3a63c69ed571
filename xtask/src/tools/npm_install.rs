//! Installing a tool from the npm registry.

use super::cache;
use super::tool::Tool;
use crate::process;
use anyhow::{Context, Result};
use std::path::Path;

/// Puts the package into `place`, its programs into `place/bin`.
pub(crate) fn install(tool: &Tool, place: &Path) -> Result<()> {
    let npm = process::on_path("npm").with_context(|| {
        format!(
            "{} comes from the npm package {}: install Node.js with npm, or {} {} yourself",
            tool.program, tool.package, tool.program, tool.need
        )
    })?;
    cache::fill(place, |folder| {
        let package = format!("{}@{}", tool.package, tool.version);
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
