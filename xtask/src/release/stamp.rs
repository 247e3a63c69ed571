//! The name of the folder that holds the module, and the checksum by which the loader knows it again.

use super::inputs::MODULE;
use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The digits of the hash in the folder's name.
const DIGITS: usize = 8;

/// What the loader is told about the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// Such as `0.1.0-1a2b3c4d`: other bytes have another name, so that caches may keep these for ever.
    pub(crate) folder: String,
    /// Such as `sha256-…`, of the module alone.
    pub(crate) integrity: String,
}

impl Stamp {
    /// The stamp of a version's scripts and module.
    pub(crate) fn of(version: &str, scripts: &[&[u8]], module: &[u8]) -> Self {
        let mut all = Sha256::new_with_prefix(module);
        scripts.iter().for_each(|script| all.update(script));
        let hash: String = all.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Self {
            folder: format!("{version}-{}", hash.chars().take(DIGITS).collect::<String>()),
            integrity: integrity(module),
        }
    }

    /// The stamp of a release that has been laid out.
    pub(crate) fn of_folder(dist: &Path) -> Result<Self> {
        let entries = std::fs::read_dir(dist).with_context(|| format!("cannot list {}", dist.display()))?;
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let folder =
            names.into_iter().find(|name| is_stamped(name)).context("the release has no folder with a module")?;
        let module = std::fs::read(dist.join(&folder).join(MODULE)).context("the release has no module")?;
        Ok(Self { folder, integrity: integrity(&module) })
    }
}

/// The checksum of a module, as `fetch` takes it.
pub(super) fn integrity(module: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(module)))
}

/// A file's name without the stamped folder around it: a budget is for every version.
pub(crate) fn without_folder(name: &str) -> &str {
    match name.split_once('/') {
        Some((folder, rest)) if is_stamped(folder) => rest,
        _ => name,
    }
}

/// Whether a folder has the name of a version and its hash.
pub(crate) fn is_stamped(folder: &str) -> bool {
    folder.rsplit_once('-').is_some_and(|(version, hash)| {
        version.starts_with(|first: char| first.is_ascii_digit())
            && hash.len() == DIGITS
            && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_from_the_bytes_and_from_nothing_else() {
        let stamp = Stamp::of("0.1.0", &[b"glue"], b"module");
        assert_eq!(stamp, Stamp::of("0.1.0", &[b"glue"], b"module"));
        assert_ne!(stamp.folder, Stamp::of("0.1.0", &[b"glue!"], b"module").folder);
        assert_ne!(stamp.folder, Stamp::of("0.1.0", &[b"glue"], b"module!").folder);
        assert!(is_stamped(&stamp.folder), "{}", stamp.folder);
    }

    #[test]
    fn the_integrity_is_that_of_the_module() {
        let known = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(Stamp::of("1.0.0", &[b"glue"], b"").integrity, known);
    }

    #[test]
    fn only_a_stamped_folder_is_left_out_of_a_name() {
        assert_eq!(without_folder("0.1.0-1a2b3c4d/app.js"), "app.js");
        for name in ["app.js", "skins/paper.css", "0.1.0-beta/app.js"] {
            assert_eq!(without_folder(name), name);
        }
    }
}
