//! Keeps this machine's folders out of the module: source files are named in it, and those of libraries lie below the home of
//! whoever builds.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Flags for the compiler that call every folder of library sources `crates`, and the standard library's `library` `std`.
pub(crate) fn flags(library: &Path) -> Vec<OsString> {
    let crates = sources(&cargo_home()).into_iter().map(|folder| renamed(&folder, "crates"));
    crates.chain([renamed(library, "std")]).collect()
}

fn renamed(folder: &Path, name: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(folder);
    flag.push("=");
    flag.push(name);
    flag
}

fn cargo_home() -> PathBuf {
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| home().map(|home| Path::new(&home).join(".cargo")))
        .unwrap_or_default()
}

/// The folder of each registry that crates were unpacked from.
fn sources(cargo_home: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(cargo_home.join("registry").join("src")).into_iter().flatten();
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_registry_has_its_folder_renamed() {
        let home = std::env::temp_dir().join(format!("article-widget-paths-{}", std::process::id()));
        for name in ["one", "two"] {
            std::fs::create_dir_all(home.join("registry/src").join(name)).unwrap();
        }
        assert_eq!(sources(&home), [home.join("registry/src/one"), home.join("registry/src/two")]);
        std::fs::remove_dir_all(&home).unwrap();
        assert_eq!(sources(&home), Vec::<PathBuf>::new());
    }
}
