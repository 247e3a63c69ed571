//! Packages from the Python registry, each in a folder of its own in the tool cache.

use super::{Apt, cache};
use crate::process;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of a package, installed first when need be.
pub(crate) fn pip(package: &str, version: &str) -> Result<PathBuf> {
    let place = cache::folder()?.join(format!("{package}-{version}"));
    if place.is_dir() {
        return Ok(place);
    }
    ensure_pip()?;
    println!("Installing {package} {version} (some seconds) into {}", place.display());
    cache::fill(&place, |folder| {
        let mut install = python(Path::new(""))?;
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action=ignore"]);
        process::run(install.arg("--target").arg(folder).arg(format!("{package}=={version}")))
    })?;
    Ok(place)
}

/// Python, with the packages of one folder.
pub(crate) fn python(place: &Path) -> Result<Command> {
    let mut python = process::command(process::on_path("python3").context("Python 3 is not installed")?);
    if place.is_dir() {
        python.env("PYTHONPATH", place);
    }
    Ok(python)
}

fn ensure_pip() -> Result<()> {
    let there = || process::answer("python3", &["-m", "pip", "--version"]).is_some();
    if let Some(apt) = Apt::find().filter(|_| !there()) {
        apt.install(&["python3-pip"])?;
    }
    if !there() {
        bail!("Python's pip is not installed");
    }
    Ok(())
}
