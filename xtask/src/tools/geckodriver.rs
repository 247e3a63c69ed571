//! geckodriver, which drives Firefox.

use super::need::Need;
use super::tool::{Source, Tool};
use crate::version::Version;
use anyhow::{Context, Result};

/// geckodriver, from crates.io, because Debian has no package of it.
pub(crate) fn geckodriver() -> Result<Tool> {
    let version = |text| Version::in_text(text).context("a version");
    Ok(Tool {
        program: "geckodriver",
        companions: &[],
        need: Need::AtLeast(version("0.34")?),
        source: Source::Cargo,
        package: "geckodriver",
        version: version("0.37.1")?,
        takes: "compiles, about 2 minutes on two cores",
    })
}
