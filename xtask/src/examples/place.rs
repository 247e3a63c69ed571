//! Where the examples are built.

use crate::release::{emptied, files, write};
use crate::{project, release};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// One folder for each example, each a site of its own.
pub(crate) fn folder() -> PathBuf {
    project::target().join("examples")
}

/// The pictures that the stories take.
pub(crate) fn pictures() -> PathBuf {
    project::target().join("example-pictures")
}

/// The folder that an example is built in. It is kept, so that npm need not install everything again.
pub(crate) fn workshop(name: &str) -> PathBuf {
    project::target().join("example-workshops").join(name)
}

/// The site of an example.
pub(crate) fn site(name: &str) -> PathBuf {
    folder().join(name)
}

/// The example's sources.
pub(crate) fn sources(name: &str) -> PathBuf {
    project::root().join("examples").join(name)
}

/// Removes the built sites of all examples.
pub(crate) fn empty() -> Result<()> {
    emptied(&folder())
}

/// Copies all that is in a folder, and below.
pub(crate) fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from).with_context(|| format!("cannot list {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            let bytes =
                std::fs::read(entry.path()).with_context(|| format!("cannot read {}", entry.path().display()))?;
            write(&target, &bytes)?;
        }
    }
    Ok(())
}

/// Copies what an embedding page needs of the release, as `docs/deploying.md` says: the loader and the folder beside it.
pub(crate) fn copy_widget(to: &Path) -> Result<()> {
    let dist = project::dist();
    for entry in std::fs::read_dir(&dist).with_context(|| format!("cannot list {}", dist.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if release::is_stamped(&name) {
            copy_tree(&dist.join(&name), &to.join(&name))?;
        }
    }
    for (name, path) in files(&dist)?.into_iter().filter(|(name, _)| name.starts_with("article-widget")) {
        std::fs::copy(&path, to.join(&name)).with_context(|| format!("cannot copy {name}"))?;
    }
    Ok(())
}

/// A page with the release in `article-widget/` beside it.
pub(crate) fn copy_widget_beside(site: &Path, page: &Path) -> Result<()> {
    copy_widget(&site.join("article-widget"))?;
    let to = site.join(page.file_name().unwrap_or_default());
    std::fs::copy(page, &to).with_context(|| format!("cannot copy {}", page.display()))?;
    Ok(())
}
