//! wasm-opt, which makes the wasm module smaller, and wasm-merge, which makes one of several.

use super::need::Need;
use super::tool::{Source, Tool};
use crate::version::Version;
use anyhow::{Context, Result};

/// wasm-opt. Older versions, such as Debian's 108, cannot read the modules that the compiler writes.
pub(crate) fn wasm_opt() -> Result<Tool> {
    let version = |text| Version::in_text(text).context("a version");
    Ok(Tool {
        program: "wasm-opt",
        companions: &["wasm-merge"],
        need: Need::AtLeast(version("120")?),
        source: Source::Npm,
        package: "binaryen",
        version: version("132")?,
        takes: "some seconds",
    })
}
