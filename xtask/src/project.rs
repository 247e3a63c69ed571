//! Where the project's own files lie.

use cargo_metadata::MetadataCommand;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The project's root folder, absolute.
pub(crate) fn root() -> PathBuf {
    // `cargo run` names the checkout it runs in; the compiled-in path serves a binary started by hand.
    let xtask =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map(Path::to_path_buf).unwrap_or(xtask)
}

/// The folder `build` makes.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder, where passing files may be put.
pub(crate) fn target() -> PathBuf {
    /// Asked once: variables and settings may name another folder than the usual one.
    static FOLDER: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
        let asked = MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec();
        asked.ok().map(|metadata| metadata.target_directory.into_std_path_buf())
    });
    FOLDER.clone().unwrap_or_else(|| root().join("target"))
}

/// Whether this runs on a build server, where nothing may be skipped.
pub(crate) fn on_build_server() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
