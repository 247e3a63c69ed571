//! The folder that is published, and what it weighs.

use super::report::Report;
use super::stage::Done;
use crate::build;

/// Builds `dist/` and compares its sizes with the budget; says whether there is a `dist/` to test.
pub(crate) fn check(report: &mut Report) -> bool {
    let built = report.stage("release build", || build::release().map(|()| Done::Checked));
    if built {
        report.stage("size budget", || build::weigh().map(|()| Done::Checked));
    }
    built
}
