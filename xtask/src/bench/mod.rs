//! `cargo xtask bench`: what a thread weighs, how fast it appears and how fast a comment is posted, beside plain HTML, small scripts and
//! other widgets; and what the program alone costs in short and long threads.

mod bar;
mod bars;
mod chart;
mod figures;
mod page;
mod peers;
mod plan;
mod ratio;
mod visits;

use crate::browsers::{self, Engine};
use crate::command_line::BenchOptions;
use crate::{build, engine_run, process, project};
use anyhow::{Context, Error, Result};
use plan::Plan;
use visits::Run;

/// Measures what was asked for.
pub(crate) fn run(options: &BenchOptions) -> Result<()> {
    match options {
        BenchOptions { growth: true, .. } => growth(),
        BenchOptions { typing: true, built, .. } => alone("E2E_TYPING", "no_key_waits", *built),
        BenchOptions { articles: true, built, .. } => alone("E2E_ARTICLES", "the_page_is_free", *built),
        _ => pages(options),
    }
}

/// Measures the release in Chromium and prints the tables.
fn pages(options: &BenchOptions) -> Result<()> {
    let plan = Plan::of(options)?;
    if !options.again {
        measure(&plan, options)?;
    }
    let run = Run::read(&plan.visits)?;
    for line in bars::lines(&run).into_iter().chain(figures::lines(&run)) {
        println!("{line}");
    }
    println!("\nEvery visit: {}; a picture of each page: {}", plan.visits.display(), plan.pictures.display());
    if options.write { page::write(&run, &project::root().join("docs")) } else { Ok(()) }
}

/// Builds the release, unless it is to be taken as it is, and visits its pages.
fn measure(plan: &Plan, options: &BenchOptions) -> Result<()> {
    browsers::provide(&[Engine::Chromium])?;
    let browser = browsers::find(Engine::Chromium).map_err(Error::msg)?;
    if !options.built {
        build::release()?;
    }
    let mut bench = engine_run::command(Engine::Chromium, &browser);
    bench.env("E2E_BENCH", serde_json::to_string(plan).context("the plan cannot be written")?);
    process::run(bench.args(["--test", "bench", "--", "--nocapture", "--test-threads=1"]))
}

/// Carries out one measurement of its own in Chromium, which a variable asks for, with the release or with what is built already.
fn alone(variable: &str, test: &str, is_built: bool) -> Result<()> {
    browsers::provide(&[Engine::Chromium])?;
    let browser = browsers::find(Engine::Chromium).map_err(Error::msg)?;
    if !is_built {
        build::release()?;
    }
    let mut bench = engine_run::command(Engine::Chromium, &browser);
    process::run(bench.env(variable, "1").args(["--test", "bench", "--", "--nocapture", test]))
}

/// Measures the program alone, compiled for speed, in threads of all sizes.
fn growth() -> Result<()> {
    let mut cargo = process::cargo();
    let bench = ["bench", "--profile", "bed", "--package", "article-widget", "--bench", "growth"];
    process::run(cargo.current_dir(project::root()).args(bench))
}
