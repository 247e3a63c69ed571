//! wasm-bindgen's command line tool and test runner.

use super::need::Need;
use super::tool::{Found, Source, Tool};
use crate::lock_file;
use anyhow::Result;
use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

/// wasm-bindgen's command line tool, in the version of the library in the lock file: the two share an unstable format.
pub(crate) fn wasm_bindgen() -> Result<Tool> {
    let version = lock_file::version_of("wasm-bindgen")?;
    Ok(Tool {
        program: "wasm-bindgen",
        companions: &["wasm-bindgen-test-runner"],
        need: Need::Exactly(version.clone()),
        source: Source::Cargo,
        package: "wasm-bindgen-cli",
        version,
        takes: "compiles, about 2 minutes on two cores",
    })
}

/// The program that runs a test module in a browser.
pub(crate) fn test_runner(wasm_bindgen: &Found) -> PathBuf {
    wasm_bindgen.path.with_file_name(format!("wasm-bindgen-test-runner{EXE_SUFFIX}"))
}
