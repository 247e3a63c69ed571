//! Scripts of others that the stories run in pages: the accessibility checker axe, and the reader mode of Firefox.

use super::npm_install;
use crate::project;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::PathBuf;

/// The accessibility checker's file, installed first when need be.
pub(crate) fn axe() -> Result<PathBuf> {
    file("axe-core", "axe.min.js")
}

/// The reader mode's file, likewise.
pub(crate) fn readability() -> Result<PathBuf> {
    file("@mozilla/readability", "Readability.js")
}

/// A file of a package in the version that `tests/e2e/package.json` names.
fn file(package: &str, name: &str) -> Result<PathBuf> {
    let manifest = project::root().join("tests").join("e2e").join("package.json");
    let text = std::fs::read_to_string(&manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
    let version =
        version_in(&text, package).with_context(|| format!("{} names no version of {package}", manifest.display()))?;
    Ok(npm_install::package(package, &version)?.join(name))
}

/// The version among a manifest's dependencies, if it is an exact one.
fn version_in(manifest: &str, package: &str) -> Option<String> {
    let manifest: Value = serde_json::from_str(manifest).ok()?;
    let version = manifest.get("dependencies")?.get(package)?.as_str()?;
    version.starts_with(|first: char| first.is_ascii_digit()).then(|| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_manifest_s_and_exact() {
        let version = |manifest| version_in(manifest, "axe-core");
        assert_eq!(version("{\"dependencies\": {\"axe-core\": \"4.14.1\"}}"), Some("4.14.1".to_owned()));
        assert_eq!(version("{\"dependencies\": {\"axe-core\": \"^4.14.1\"}}"), None);
        assert_eq!(version("{}"), None);
    }
}
