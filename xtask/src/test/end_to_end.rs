//! Readers' stories on the built pages, in a real browser.

use super::report::Report;
use super::stage::{Done, tested};
use crate::browsers::{self, Engine};
use crate::{engine_run, project, tools};
use anyhow::bail;

/// Tells the stories in one engine; an absent browser is skipped, except on a build server.
pub(crate) fn check(report: &mut Report, engine: Engine, built: bool) {
    report.stage(&format!("end to end in {}", engine.name()), || match browsers::find(engine) {
        _ if !built => Ok(Done::Skipped("there is no release build".to_owned())),
        Ok(browser) => {
            println!("{}", browser.name);
            tested(engine_run::command(engine, &browser).env("E2E_AXE", tools::axe()?).arg("--no-fail-fast"))
        }
        Err(missing) if project::on_build_server() => bail!(missing),
        Err(missing) => Ok(Done::Skipped(missing)),
    });
}
