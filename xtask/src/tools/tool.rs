//! A program that is taken from PATH, else from the tool cache, else installed there.

use super::need::Need;
use super::{cache, cargo_install, npm_install};
use crate::process;
use crate::version::Version;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// A program and how to come by it.
#[derive(Clone, Debug)]
pub(crate) struct Tool {
    /// The program's name on PATH.
    pub(crate) program: &'static str,
    /// Programs that must lie next to it.
    pub(crate) companions: &'static [&'static str],
    /// The versions that will do.
    pub(crate) need: Need,
    /// The registry it is installed from.
    pub(crate) source: Source,
    /// The package's name there.
    pub(crate) package: &'static str,
    /// The version that is installed.
    pub(crate) version: Version,
    /// How long installing takes, for a person about to wait.
    pub(crate) takes: &'static str,
}

/// A package registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// crates.io: compiled here.
    Cargo,
    /// The npm registry; its packages carry ready programs.
    Npm,
}

/// A program that is there.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The program's file.
    pub(crate) path: PathBuf,
    /// Its version.
    pub(crate) version: Version,
    /// The folder to put in front of PATH, when it is not on PATH already.
    pub(crate) folder: Option<PathBuf>,
}

impl Tool {
    /// The program, when it is there in a version that will do.
    pub(crate) fn find(&self) -> Option<Found> {
        self.on_path().or_else(|| self.in_cache())
    }

    /// The program, installed first when need be.
    pub(crate) fn ensure(&self) -> Result<Found> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let place = self.place()?;
        println!("Installing {} {} ({}) into {}", self.package, self.version, self.takes, place.display());
        let installed = match self.source {
            Source::Cargo => cargo_install::install(self, &place),
            Source::Npm => npm_install::install(self, &place),
        };
        // Another xtask may have installed it meanwhile: what counts is whether it is there.
        self.in_cache().map_or_else(|| installed.and_then(|()| self.absent(&place)), Ok)
    }

    /// One line for a person who wants to install it by hand.
    pub(crate) fn how_to_get(&self) -> String {
        match self.source {
            Source::Cargo => format!(
                "comes by itself ({}), or: cargo install {} --version {}",
                self.takes, self.package, self.version
            ),
            Source::Npm => format!(
                "comes by itself where npm is ({}), or: npm install --global {}@{}",
                self.takes, self.package, self.version
            ),
        }
    }

    fn absent(&self, place: &Path) -> Result<Found> {
        let command = place.join("bin").join(self.program);
        self.at(command.clone()).with_context(|| {
            format!("{} was installed but does not answer with version {}", command.display(), self.need)
        })
    }

    fn on_path(&self) -> Option<Found> {
        self.at(process::on_path(self.program)?)
    }

    fn in_cache(&self) -> Option<Found> {
        let folder = self.place().ok()?.join("bin");
        let found = self.at(folder.join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)))?;
        Some(Found { folder: Some(folder), ..found })
    }

    fn at(&self, path: PathBuf) -> Option<Found> {
        let complete = self
            .companions
            .iter()
            .all(|name| path.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX)).is_file());
        let version = Version::in_text(&process::answer(&path, &["--version"])?)?;
        (complete && self.need.is_met_by(&version)).then_some(Found { path, version, folder: None })
    }

    fn place(&self) -> Result<PathBuf> {
        // The folder is named after the package where it is a crate, after the program where it is not.
        let name = if self.source == Source::Cargo { self.package } else { self.program };
        Ok(cache::folder()?.join(format!("{name}-{}", self.version)))
    }
}
