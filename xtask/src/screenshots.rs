//! `cargo xtask screenshots`: pictures of the built page.

use crate::browsers::{self, Engine};
use crate::{build, engine_run, process, project};
use anyhow::{Context, Error, Result};
use std::path::PathBuf;

/// Builds the release and lets Chromium take its pictures into `folder`.
pub(crate) fn run(folder: Option<PathBuf>) -> Result<()> {
    let folder = std::path::absolute(folder.unwrap_or_else(|| project::target().join("screenshots")))
        .context("no such folder")?;
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    browsers::provide(&[Engine::Chromium])?;
    let browser = browsers::find(Engine::Chromium).map_err(Error::msg)?;
    build::release()?;
    let mut pictures = engine_run::command(Engine::Chromium, &browser);
    pictures.env("E2E_SCREENSHOTS", &folder);
    process::run(pictures.args(["--test", "screenshots", "--", "--nocapture", "--test-threads=1"]))?;
    println!("Pictures in {}", folder.display());
    Ok(())
}
