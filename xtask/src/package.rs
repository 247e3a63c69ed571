//! `cargo xtask package`: the npm package, from the files of the release.

use crate::release::{Bundler, GLUE, Inputs, Stamp, emptied, files, write};
use crate::{build, lock_file, process, project};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Builds the release and packs it; prints where the package is.
pub(crate) fn run() -> Result<()> {
    build::release()?;
    println!("Packed {}", pack()?.display());
    Ok(())
}

/// Packs what has been built: the file that `npm install` takes.
pub(crate) fn pack() -> Result<PathBuf> {
    let folder = project::target().join("npm");
    let contents = folder.join("article-widget");
    emptied(&folder)?;
    let version = lock_file::version_of("article-widget")?.to_string();
    fill(&contents, &version)?;
    let npm = process::on_path("npm").context("packing needs npm: install Node.js with npm")?;
    let mut pack = process::command(npm);
    pack.current_dir(&folder).args(["pack", "--silent", "--ignore-scripts", "--loglevel=error", "./article-widget"]);
    process::run(&mut pack)?;
    Ok(folder.join(format!("article-widget-{version}.tgz")))
}

fn fill(contents: &Path, version: &str) -> Result<()> {
    let (root, dist, inputs) = (project::root(), project::dist(), Inputs::of_project());
    let stamp = Stamp::of_folder(&dist)?;
    let bundler = Bundler::new(&inputs)?;
    write(&contents.join("article-widget.js"), &bundler.package(&stamp)?)?;
    let module = contents.join("module");
    copy_all(&dist.join(&stamp.folder), &module)?;
    let glue = std::fs::read(module.join(GLUE)).context("the release has no glue")?;
    write(&module.join(GLUE), &bundler.factory(&glue)?)?;
    copy_all(&dist.join("skins"), &contents.join("skins"))?;
    copy_all(&root.join("src").join("element").join("types"), contents)?;
    copy(&dist.join("article-widget.single.js"), contents)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root.join(name), contents)?;
    }
    let ours = root.join("xtask").join("npm");
    copy_all(&ours, contents)?;
    let manifest = std::fs::read_to_string(ours.join("package.json")).context("cannot read xtask/npm/package.json")?;
    write(&contents.join("package.json"), versioned(&manifest, version).as_bytes())
}

/// The manifest in the source has no version of its own: there is one number, that of Cargo.toml.
fn versioned(manifest: &str, version: &str) -> String {
    manifest.replace("\"version\": \"0.0.0\"", &format!("\"version\": \"{version}\""))
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    files(from)?.iter().try_for_each(|(_, path)| copy(path, to))
}

fn copy(file: &Path, to: &Path) -> Result<()> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    write(&to.join(file.file_name().unwrap_or_default()), &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_has_the_version_of_the_crate() {
        let manifest = std::fs::read_to_string(project::root().join("xtask/npm/package.json")).unwrap();
        assert!(versioned(&manifest, "7.8.9").contains("\"version\": \"7.8.9\""));
    }
}
