//! Keeps this machine's folders out of the module: panic messages name source files, and those of libraries lie below
//! the home of whoever builds.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The variable by which cargo takes flags for the module and for nothing that runs on this machine.
pub(crate) const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Flags that call every folder of library sources `crates`; whatever the variable says already comes first.
pub(crate) fn flags() -> OsString {
    let mut flags = std::env::var_os(VARIABLE).unwrap_or_default();
    for folder in sources(&cargo_home()) {
        if !flags.is_empty() {
            flags.push(" ");
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=crates");
    }
    flags
}

fn cargo_home() -> PathBuf {
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| home().map(|home| Path::new(&home).join(".cargo")))
        .unwrap_or_default()
}

/// The folder of each registry that crates were unpacked from. A path with a space in it cannot be said in the variable
/// and stays as it is.
fn sources(cargo_home: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(cargo_home.join("registry").join("src")).into_iter().flatten();
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| !folder.to_string_lossy().contains(' '));
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_registry_has_its_folder_renamed() {
        let home = std::env::temp_dir().join(format!("article-widget-paths-{}", std::process::id()));
        for name in ["one", "two", "with space"] {
            std::fs::create_dir_all(home.join("registry/src").join(name)).unwrap();
        }
        assert_eq!(sources(&home), [home.join("registry/src/one"), home.join("registry/src/two")]);
        std::fs::remove_dir_all(&home).unwrap();
        assert_eq!(sources(&home), Vec::<PathBuf>::new());
    }
}
