//! esbuild, which joins and shortens the scripts that a page loads.

use super::need::Need;
use super::tool::{Source, Tool};
use crate::version::Version;
use anyhow::{Context, Result};

/// This version and no other: what it writes is part of the release, and the same source must give the same bytes.
pub(crate) fn esbuild() -> Result<Tool> {
    let version = Version::in_text("0.28.2").context("a version")?;
    Ok(Tool {
        program: "esbuild",
        companions: &[],
        need: Need::Exactly(version.clone()),
        source: Source::Npm,
        package: "esbuild",
        version,
        takes: "some seconds",
    })
}
