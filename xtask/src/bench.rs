//! `cargo xtask bench`: how fast a thread appears, as a ratio to plain HTML.

use crate::browsers::{self, Engine};
use crate::{build, engine_run, process};
use anyhow::{Error, Result};

/// Builds the release and measures it in Chromium with so many comments.
pub(crate) fn run(comments: u32) -> Result<()> {
    browsers::provide(&[Engine::Chromium])?;
    let browser = browsers::find(Engine::Chromium).map_err(Error::msg)?;
    build::release()?;
    let mut bench = engine_run::command(Engine::Chromium, &browser);
    bench.env("E2E_BENCH", comments.to_string());
    process::run(bench.args(["--test", "bench", "--", "--nocapture", "--test-threads=1"]))
}
