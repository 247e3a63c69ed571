//! Which version of a package `Cargo.lock` settled on.

use crate::{project, version::Version};
use anyhow::{Context, Result};

/// The version of `package` in the project's lock file.
pub(crate) fn version_of(package: &str) -> Result<Version> {
    let path = project::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    version_in(&text, package).with_context(|| format!("Cargo.lock names no package `{package}`"))
}

/// The lock file writes a package's version on the line after its name.
fn version_in(lock_file: &str, package: &str) -> Option<Version> {
    let name_line = format!("name = \"{package}\"");
    let mut lines = lock_file.lines().map(str::trim);
    lines.find(|line| *line == name_line)?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Version::in_text(version)
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
        assert_eq!(version_in(LOCK_FILE, "wasm-bindgen").unwrap().to_string(), "0.2.130");
    }

    #[test]
    fn an_absent_package_has_no_version() {
        assert_eq!(version_in(LOCK_FILE, "wasm"), None);
    }

    #[test]
    fn the_project_s_own_lock_file_names_wasm_bindgen() {
        assert_eq!(version_of("wasm-bindgen").unwrap().major(), Some(0));
    }
}
