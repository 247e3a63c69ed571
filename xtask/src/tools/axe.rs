//! axe-core, the accessibility checker that the stories inject into pages.

use super::{cache, npm_install};
use crate::project;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

const PACKAGE: &str = "axe-core";

/// The checker's file, installed first when need be, in the version that `tests/e2e/package.json` names.
pub(crate) fn axe() -> Result<PathBuf> {
    let manifest = project::root().join("tests").join("e2e").join("package.json");
    let text = std::fs::read_to_string(&manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
    let version = version_in(&text).with_context(|| format!("{} names no version of {PACKAGE}", manifest.display()))?;
    let place = cache::folder()?.join(format!("{PACKAGE}-{version}"));
    if !script(&place).is_file() {
        println!("Installing {PACKAGE} {version} (some seconds) into {}", place.display());
        npm_install::fill(&format!("{PACKAGE}@{version}"), &place)?;
    }
    Ok(script(&place))
}

fn script(place: &Path) -> PathBuf {
    let modules = if cfg!(windows) { place.join("node_modules") } else { place.join("lib").join("node_modules") };
    modules.join(PACKAGE).join("axe.min.js")
}

/// The exact version in a line like `"axe-core": "4.14.1"`.
fn version_in(manifest: &str) -> Option<&str> {
    let (_, rest) = manifest.split_once("\"axe-core\"")?;
    let version = rest.split('"').nth(1)?;
    version.starts_with(|first: char| first.is_ascii_digit()).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_manifest_s_and_exact() {
        assert_eq!(version_in("{\"dependencies\": {\"axe-core\": \"4.14.1\"}}"), Some("4.14.1"));
        assert_eq!(version_in("{\"axe-core\": \"^4.14.1\"}"), None);
        assert_eq!(version_in("{}"), None);
    }
}
