//! Readers' stories on the built pages, in a real browser.

use super::report::Report;
use super::stage::{Done, tested};
use super::unsteady::tell_again;
use crate::browsers::{self, Browser, Engine};
use crate::{durability, engine_run, project, tools};
use anyhow::{Result, bail};
use std::process::Command;

const NO_BUILD: &str = "there is no release build";

/// Tells the stories in one engine; an absent browser is skipped, except on a build server.
pub(crate) fn check(report: &mut Report, engine: Engine, built: bool) {
    report.stage(&format!("end to end in {}", engine.name()), || {
        in_engine(engine, built, NO_BUILD, |browser| {
            let mut stories = engine_run::command(engine, browser);
            stories
                .env("E2E_AXE", tools::axe()?)
                .env("E2E_READABILITY", tools::readability()?)
                .args(["--test", "stories"]);
            Ok(stories)
        })
    });
}

/// Kills the browser, races and clears, in Chromium.
pub(crate) fn durability(report: &mut Report, built: bool) {
    report.stage("durability in chromium", || {
        in_engine(Engine::Chromium, built, NO_BUILD, |browser| Ok(durability::check(browser)))
    });
}

/// Runs tests in an engine, on what was `built`; otherwise they are skipped, for the reason that is given. Those that fail have a second
/// chance: see `unsteady.rs`.
pub(crate) fn in_engine(
    engine: Engine,
    built: bool,
    otherwise: &str,
    command: impl Fn(&Browser) -> Result<Command>,
) -> Result<Done> {
    match browsers::find(engine) {
        _ if !built => Ok(Done::Skipped(otherwise.to_owned())),
        Ok(browser) => {
            println!("{}", browser.name);
            tell_again(tested(&mut command(&browser)?)?, || command(&browser), tested)
        }
        Err(missing) if project::on_build_server() => bail!(missing),
        Err(missing) => Ok(Done::Skipped(missing)),
    }
}
