//! `cargo xtask bench`: how fast a thread appears, as a ratio to plain HTML, and what posting, editing and hearing cost in short and long threads.

use crate::browsers::{self, Engine};
use crate::command_line::BenchOptions;
use crate::{build, engine_run, process, project};
use anyhow::{Error, Result};

/// Measures what was asked for.
pub(crate) fn run(options: &BenchOptions) -> Result<()> {
    if options.growth { growth() } else { appearing(options.comments) }
}

/// Builds the release and measures it in Chromium with so many comments.
fn appearing(comments: u32) -> Result<()> {
    browsers::provide(&[Engine::Chromium])?;
    let browser = browsers::find(Engine::Chromium).map_err(Error::msg)?;
    build::release()?;
    let mut bench = engine_run::command(Engine::Chromium, &browser);
    bench.env("E2E_BENCH", comments.to_string());
    process::run(bench.args(["--test", "bench", "--", "--nocapture", "--test-threads=1"]))
}

/// Measures the program alone, compiled for speed, in threads of all sizes.
fn growth() -> Result<()> {
    let mut cargo = process::cargo();
    let bench = ["bench", "--profile", "bed", "--package", "article-widget", "--bench", "growth"];
    process::run(cargo.current_dir(project::root()).args(bench))
}
