//! Reports of earlier commits: read where they were kept, made from a build of that commit where they were not.

use super::report::Report;
use crate::{process, project};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// The module as the compiler leaves it, with the names of its functions; below the target folder.
const NAMED: &str = "wasm32-unknown-unknown/release/article-widget-app.wasm";

/// The first module as the splitter leaves it; below the target folder.
const FIRST: &str = "release-files/parts/main/article-widget-app.wasm";

/// The path of the module with its names, in a target folder.
pub(super) fn named(target: &Path) -> PathBuf {
    target.join(NAMED)
}

/// The report of a release folder and of the modules in a target folder that it was made from.
pub(crate) fn of(dist: &Path, target: &Path) -> Result<Report> {
    Report::of(dist, &named(target), &target.join(FIRST))
}

/// The report of a commit, by any name that git has for it.
///
/// # Errors
/// Where git does not know the commit, or it cannot be built.
pub(crate) fn since(commit: &str) -> Result<Report> {
    let Some(hash) = git(&["rev-parse", "--verify", "--quiet", &format!("{commit}^{{commit}}")]) else {
        bail!("git knows no commit {commit}");
    };
    let file = file(&hash);
    if let Ok(text) = std::fs::read(&file) {
        return serde_json::from_slice(&text).with_context(|| format!("{} is no report", file.display()));
    }
    let report = built(&hash)?;
    write(&file, &report)?;
    Ok(report)
}

/// Keeps the report under the commit that it is of, unless files differ from that.
pub(crate) fn keep(report: &Report) -> Result<()> {
    let hash = git(&["rev-parse", "--verify", "HEAD"]);
    match hash.filter(|_| git(&["status", "--porcelain"]).is_some_and(|changed| changed.is_empty())) {
        Some(hash) => write(&file(&hash), report),
        None => Ok(()),
    }
}

/// What git says in the project's folder, without the line's end.
fn git(words: &[&str]) -> Option<String> {
    let root = project::root();
    let words = [&["-C", root.to_str()?], words].concat();
    process::answer("git", &words).map(|said| said.trim_end().to_owned())
}

fn folder() -> PathBuf {
    project::target().join("sizes")
}

fn file(hash: &str) -> PathBuf {
    folder().join(format!("{hash}.json"))
}

fn write(file: &Path, report: &Report) -> Result<()> {
    std::fs::create_dir_all(folder())
        .and_then(|()| std::fs::write(file, serde_json::to_vec(report)?))
        .with_context(|| format!("cannot write {}", file.display()))
}

/// Builds the commit as it built itself, in a folder of its own. All such builds share a target folder, so that libraries are
/// compiled once.
fn built(hash: &str) -> Result<Report> {
    let (tree, target) = (folder().join("tree"), folder().join("target"));
    let path = tree.to_str().context("the target folder's path is no text")?;
    println!("Building {hash} in {}", tree.display());
    git(&["worktree", "remove", "--force", path]);
    if git(&["worktree", "add", "--detach", path, hash]).is_none() {
        bail!("git cannot lay {hash} out in {path}");
    }
    let mut cargo = process::cargo();
    cargo.current_dir(&tree).env("CARGO_TARGET_DIR", &target).env_remove("CARGO_MANIFEST_DIR");
    // It fails too where that commit was over its budget, but only after the files are there.
    let ended = process::run(cargo.args(["run", "--quiet", "--package", "xtask", "--", "build"]));
    let report = of(&tree.join("dist"), &target).or_else(|error| ended.and(Err(error)));
    git(&["worktree", "remove", "--force", path]);
    report
}
