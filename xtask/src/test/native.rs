//! What needs neither a browser nor an installed tool.

use super::report::Report;
use super::stage::{checked, tested};
use super::timing;
use crate::{process, project};
use std::process::Command;

/// The packages whose tests need nothing else.
const TESTED: [&str; 8] = [
    "--package",
    "article-widget",
    "--package",
    "article-widget-trace",
    "--package",
    "article-widget-thread",
    "--package",
    "xtask",
];

/// Format, lints, documentation and the tests that run on this machine itself.
pub(crate) fn check(report: &mut Report, quick: bool) {
    report.stage("format", || checked(&mut cargo(&["fmt", "--all", "--check"])));
    // The end-to-end crate brings a WebDriver client, which quick tests do not wait for.
    let packages: &[&str] = if quick { &TESTED } else { &["--workspace"] };
    report.stage("lints", || {
        checked(cargo(&["clippy", "--quiet", "--all-targets"]).args(packages).args(["--", "--deny", "warnings"]))
    });
    if !quick {
        report.stage("documentation", || {
            let mut doc =
                cargo(&["doc", "--quiet", "--no-deps", "--package", "article-widget", "--document-private-items"]);
            checked(doc.env("RUSTDOCFLAGS", "--deny warnings"))
        });
        report.stage("fuzz targets compile", || {
            let mut check = cargo(&["check", "--quiet", "--manifest-path", "tests/fuzz/Cargo.toml"]);
            // Nothing is linked, so the C++ of libFuzzer need not be compiled.
            checked(check.args(["--target-dir", "target/fuzz"]).env("CUSTOM_LIBFUZZER_PATH", "unused/libfuzzer.a"))
        });
    }
    report.stage("native tests", || {
        let mut cargo = timing::cargo();
        tested(cargo.current_dir(project::root()).args(["test", "--no-fail-fast"]).args(TESTED))
    });
}

/// Cargo in the project's folder.
fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = process::cargo();
    cargo.current_dir(project::root()).args(arguments);
    cargo
}
