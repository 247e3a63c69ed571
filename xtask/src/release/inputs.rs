//! What a release is made of: what Trunk built, and the scripts written by hand.

use crate::project;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The glue that wasm-bindgen writes.
pub(crate) const GLUE: &str = "article-widget-app.js";
/// The module.
pub(crate) const MODULE: &str = "article-widget-app_bg.wasm";
/// Scripts that not every page needs: `<article-widget-count>`, the ad band but for the place reserved for it, the form in which
/// a script's own tag is the widget, and what helps to read an article.
pub(crate) const PARTS: [&str; 4] =
    ["article-widget-count.js", "article-widget-band.js", "article-widget-script.js", "article-widget-reading.js"];
/// The file that pages name.
pub(crate) const LOADER: &str = "article-widget.js";

/// The folders that a release is made from, and one to make it in.
#[derive(Clone, Debug)]
pub(crate) struct Inputs {
    /// What Trunk built.
    pub(crate) built: PathBuf,
    /// The loader's sources.
    pub(crate) loader: PathBuf,
    /// Passing files.
    pub(crate) workshop: PathBuf,
}

impl Inputs {
    /// Those of this project.
    pub(crate) fn of_project() -> Self {
        let workshop = project::target().join("release-files");
        let loader = project::root().join("src").join("element").join("loader");
        Self { built: workshop.join("trunk"), loader, workshop }
    }

    /// What the splitter has cut off the module.
    pub(crate) fn parts(&self) -> PathBuf {
        self.workshop.join("parts")
    }

    /// An empty folder for passing files.
    pub(crate) fn bench(&self, name: &str) -> Result<PathBuf> {
        let folder = self.workshop.join(name);
        emptied(&folder)?;
        Ok(folder)
    }

    /// The bytes of something that Trunk built.
    pub(crate) fn built(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.built.join(name);
        std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    }
}

/// Makes the folder, or takes out what is in it.
pub(crate) fn emptied(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Writes a file, and the folder around it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// The files of a folder, not of those below, by name; none where there is no such folder.
pub(crate) fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            found.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
        }
    }
    found.sort();
    Ok(found)
}
