//! axe-core, the accessibility checker that the stories inject into pages.

use super::{cache, npm_install};
use crate::project;
use anyhow::{Context, Result};
use serde_json::Value;
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
    npm_install::modules(place).join(PACKAGE).join("axe.min.js")
}

/// The version among a manifest's dependencies, if it is an exact one.
fn version_in(manifest: &str) -> Option<String> {
    let manifest: Value = serde_json::from_str(manifest).ok()?;
    let version = manifest.get("dependencies")?.get(PACKAGE)?.as_str()?;
    version.starts_with(|first: char| first.is_ascii_digit()).then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_manifest_s_and_exact() {
        assert_eq!(version_in("{\"dependencies\": {\"axe-core\": \"4.14.1\"}}"), Some("4.14.1".to_owned()));
        assert_eq!(version_in("{\"dependencies\": {\"axe-core\": \"^4.14.1\"}}"), None);
        assert_eq!(version_in("{}"), None);
    }
}
