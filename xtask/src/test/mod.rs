//! `cargo xtask test`: every check, one after the other, and a table of how they went.

mod end_to_end;
mod examples;
mod in_browser;
mod native;
mod release;
mod report;
mod stage;
pub(crate) mod sweeps;
mod tally;
mod times;
pub(crate) mod timing;
mod unsteady;

use crate::browsers::{self, Engine};
use crate::command_line::TestOptions;
use crate::tools;
use anyhow::Result;
use report::Report;
use stage::Done;

/// Runs the stages; a failed one does not keep the others from running, but fails the whole.
pub(crate) fn run(options: &TestOptions) -> Result<()> {
    let mut report = Report::default();
    native::check(&mut report, options.quick);
    if !options.quick {
        let engines = options.engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
        sweeps::check(&mut report);
        report.stage("tools and browsers", || provide(&engines));
        in_browser::check(&mut report);
        let built = release::check(&mut report);
        for engine in &engines {
            end_to_end::check(&mut report, *engine, built);
        }
        let examples = examples::build(&mut report, built);
        for engine in &engines {
            examples::check(&mut report, *engine, examples);
        }
        if engines.contains(&Engine::Chromium) {
            end_to_end::durability(&mut report, built);
        }
    }
    report.close()
}

/// Everything the later stages install on demand, at once, so that their times are their own.
fn provide(engines: &[Engine]) -> Result<Done> {
    tools::ensure_wasm_target()?;
    tools::ensure_rust_src()?;
    tools::wasm_bindgen()?.ensure()?;
    tools::wasm_opt()?.ensure()?;
    tools::esbuild()?.ensure()?;
    tools::trunk()?.ensure()?;
    // Chromium also runs the tests that are compiled to WebAssembly.
    let mut wanted = engines.to_vec();
    if !wanted.contains(&Engine::Chromium) {
        wanted.push(Engine::Chromium);
    }
    browsers::provide(&wanted)?;
    Ok(Done::Checked)
}
