//! Trunk, which builds the pages.

use super::need::Need;
use super::tool::{Found, Source, Tool};
use crate::version::Version;
use crate::{process, project};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Trunk. 0.21.14 is the newest version that this project's compiler builds; 0.22 would do as well.
pub(crate) fn trunk() -> Result<Tool> {
    let version = |text| Version::in_text(text).context("a version");
    Ok(Tool {
        program: "trunk",
        companions: &[],
        need: Need::Between(version("0.21.14")?, version("0.23")?),
        source: Source::Cargo,
        package: "trunk",
        version: version("0.21.14")?,
        takes: "compiles, about 5 minutes on two cores",
    })
}

/// Trunk in the project's folder, never on the network, with these tools before any others.
pub(crate) fn command(trunk: &Found, others: &[&Found]) -> Result<Command> {
    let folders: Vec<PathBuf> = others.iter().filter_map(|tool| tool.folder.clone()).collect();
    let mut command = process::command(&trunk.path);
    command.current_dir(project::root()).env("PATH", process::search_path_with(&folders)?);
    command.env("TRUNK_OFFLINE", "true").env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes NO_COLOR for an option of its own and stops at the value 1.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env_remove("NO_COLOR").env("TRUNK_COLOR", "never").env("CARGO_TERM_COLOR", "never");
    }
    Ok(command)
}
