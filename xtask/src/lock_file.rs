//! Which version of a package `Cargo.lock` settled on; cargo itself would tell only after downloading every package.

use crate::{project, version::Version};
use anyhow::{Context, Result};
use serde::Deserialize;

/// What is read of the lock file.
#[derive(Deserialize)]
struct LockFile {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// The version of `package` in the project's lock file.
pub(crate) fn version_of(package: &str) -> Result<Version> {
    let path = project::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    version_in(&text, package)?.with_context(|| format!("Cargo.lock names no package `{package}`"))
}

fn version_in(text: &str, package: &str) -> Result<Option<Version>> {
    let lock_file: LockFile = toml::from_str(text).context("Cargo.lock is not understood")?;
    let package = lock_file.package.iter().find(|it| it.name == package);
    Ok(package.and_then(|it| Version::in_text(&it.version)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK_FILE: &str = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.60\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
dependencies = [ \"wasm-bindgen\" ]
";

    #[test]
    fn the_package_is_found_by_its_whole_name() {
        assert_eq!(version_in(LOCK_FILE, "wasm-bindgen").unwrap().unwrap().to_string(), "0.2.130");
    }

    #[test]
    fn an_absent_package_has_no_version() {
        assert_eq!(version_in(LOCK_FILE, "wasm").unwrap(), None);
    }

    #[test]
    fn the_project_s_own_lock_file_names_wasm_bindgen() {
        assert_eq!(version_of("wasm-bindgen").unwrap().major(), Some(0));
    }
}
