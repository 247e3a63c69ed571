//! Installing a tool from crates.io.

use super::cache;
use super::tool::Tool;
use crate::process;
use anyhow::Result;
use std::path::Path;

/// Settings by which a tool is compiled fast rather than to be fast: it runs for seconds only.
const LIGHT_PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    // Without the package's own lock file, prefer dependencies that this compiler can build.
    ("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback"),
];

/// Compiles the tool and puts it into `place`.
pub(crate) fn install(tool: &Tool, place: &Path) -> Result<()> {
    cache::fill(place, |folder| {
        // The package's own lock file is best; a mirror may lack one of the versions it names, so try without it too.
        compile(tool, folder, &["--locked"]).or_else(|error| {
            println!("{error:#}; trying once more with other versions of its libraries");
            compile(tool, folder, &[])
        })?;
        // The build folder was kept until now, so that an interrupted install goes on where it stopped.
        Ok(std::fs::remove_dir_all(folder.join("target"))?)
    })
}

fn compile(tool: &Tool, folder: &Path, options: &[&str]) -> Result<()> {
    let mut cargo = process::without_build_settings(process::cargo());
    cargo.args(["install", tool.package, "--version", &tool.version.to_string(), "--force", "--root"]).arg(folder);
    cargo.args(options).envs(LIGHT_PROFILE).env("CARGO_TARGET_DIR", folder.join("target"));
    // Else cargo would print that this temporary folder should be on PATH.
    cargo.env("PATH", process::search_path_with(&[folder.join("bin")])?);
    // Away from the project, whose own cargo settings are not for tools.
    process::run(cargo.current_dir(folder))
}
