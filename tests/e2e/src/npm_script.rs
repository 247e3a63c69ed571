//! Scripts of others that are run in pages. What is needed of npm stands in this package's `package.json`, with its lock.

use crate::fail::{OrFail, fail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A script, read once.
#[derive(Debug)]
pub(crate) struct NpmScript {
    /// Names the file, where it is there already.
    variable: &'static str,
    /// The file below `node_modules`.
    file: &'static str,
    text: OnceLock<String>,
}

impl NpmScript {
    /// The script that a variable of the environment names, or else this file of a package.
    pub(crate) const fn new(variable: &'static str, file: &'static str) -> Self {
        Self { variable, file, text: OnceLock::new() }
    }

    /// Its text.
    #[track_caller]
    pub(crate) fn text(&self) -> &str {
        self.text.get_or_init(|| {
            let file = match std::env::var_os(self.variable) {
                Some(file) => PathBuf::from(file),
                None if std::env::var_os("CI").is_some() => {
                    fail(format!("{} is not set: run `cargo xtask test`", self.variable))
                }
                None => installed(self.file),
            };
            std::fs::read_to_string(&file).or_fail(&file.display().to_string())
        })
    }
}

/// Lets npm put the locked versions below the target folder.
#[track_caller]
fn installed(file: &str) -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| package.join("../../target"), PathBuf::from);
    let folder = target.join("npm-scripts");
    let script = folder.join("node_modules").join(file);
    if script.exists() {
        return script;
    }
    std::fs::create_dir_all(&folder).or_fail("a folder for npm");
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(package.join(file), folder.join(file)).or_fail(file);
    }
    let status = Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&folder).status();
    if !status.or_fail("npm, which brings the scripts, does not start").success() {
        fail("npm could not install what tests/e2e/package.json names");
    }
    script
}
