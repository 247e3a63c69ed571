//! Where the built files lie: the module's folder is named after its bytes.

use crate::environment::Environment;
use crate::fail::OrFail;

/// The path, on a server of the built pages, of a file in the folder that is named after the version.
#[track_caller]
#[must_use]
pub fn versioned(file: &str) -> String {
    let entries = std::fs::read_dir(Environment::read().dist).or_fail("the built pages");
    let folder = entries.flatten().find(|entry| entry.path().join(file).is_file());
    format!("/{}/{file}", folder.or_fail(&format!("no folder with {file} in it")).file_name().to_string_lossy())
}

/// The path of the WebAssembly module.
#[track_caller]
#[must_use]
pub fn module() -> String {
    versioned("article-widget-app_bg.wasm")
}

/// The path of the script around it.
#[track_caller]
#[must_use]
pub fn glue() -> String {
    versioned("article-widget-app.js")
}
