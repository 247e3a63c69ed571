//! The example pages: built once, and tried in each engine.

use super::end_to_end::in_engine;
use super::report::Report;
use super::stage::Done;
use crate::browsers::Engine;
use crate::{examples, package};

/// Packs the npm package and builds the examples with it; says whether there is something to try.
pub(crate) fn build(report: &mut Report, built: bool) -> bool {
    report.stage("npm package, types, examples", || {
        if !built {
            return Ok(Done::Skipped("there is no release build".to_owned()));
        }
        let missing = examples::make(&package::pack()?)?;
        Ok(if missing.is_empty() { Done::Checked } else { Done::CheckedWithout(missing.join(", ")) })
    })
}

/// Tries the built examples in one engine.
pub(crate) fn check(report: &mut Report, engine: Engine, built: bool) {
    report.stage(&format!("examples in {}", engine.name()), || {
        in_engine(engine, built, "there are no examples", |browser| Ok(examples::command(engine, browser)))
    });
}
