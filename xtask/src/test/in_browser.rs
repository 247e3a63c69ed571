//! What is compiled to WebAssembly: its lints, and its tests in headless Chromium.

use super::report::Report;
use super::stage::{Done, checked, tested_within};
use crate::browsers::{self, Browser, Engine};
use crate::{process, project, tools};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// The target's name in the middle of cargo's variable for its test runner.
const RUNNER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";

/// How long the tests may say nothing once they are compiled; they take seconds. The runner's own server sometimes leaves a connection
/// of Chromium unread when several come at once (seen with wasm-bindgen-cli 0.2.130), and then waits for minutes.
const PATIENCE: Duration = Duration::from_secs(45);
/// So often they are begun: on a machine with nothing else to do more than half of the attempts were seen to hang.
const ATTEMPTS: u32 = 8;

/// The lints and the tests.
pub(crate) fn check(report: &mut Report) {
    report.stage("lints of the wasm module", || {
        tools::ensure_wasm_target()?;
        let mut clippy = process::cargo();
        clippy.current_dir(project::root()).args([
            "clippy",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
            "--package",
            "article-widget",
        ]);
        checked(clippy.args(["--lib", "--bins", "--test", "browser", "--", "--deny", "warnings"]))
    });
    report.stage("browser tests in chromium", || match browsers::find(Engine::Chromium) {
        Ok(browser) => run(&browser),
        Err(missing) if project::on_build_server() => bail!(missing),
        Err(missing) => Ok(Done::Skipped(missing)),
    });
}

/// Compiles the tests and runs them; again if none of them was run. A runner that hangs ends by itself, with its browser, after minutes.
fn run(browser: &Browser) -> Result<Done> {
    tools::ensure_wasm_target()?;
    process::run(tests(browser)?.arg("--no-run"))?;
    for _ in 1..ATTEMPTS {
        match tested_within(PATIENCE, &mut tests(browser)?) {
            Ok(done) if matches!(done, Done::Tested { tally, .. } if tally.passed > 0) => return Ok(done),
            Ok(_) => println!("no test was run in Chromium: trying once more"),
            Err(error) => println!("{error}: trying once more"),
        }
    }
    tested_within(PATIENCE, &mut tests(browser)?)
}

/// Cargo with the tests and their runner.
fn tests(browser: &Browser) -> Result<Command> {
    let wasm_bindgen = tools::wasm_bindgen()?.ensure()?;
    let mut cargo = process::cargo();
    cargo.current_dir(project::root()).args(["test", "--no-fail-fast", "--package", "article-widget"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--test", "browser"]);
    cargo.env(RUNNER, tools::test_runner(&wasm_bindgen)).env("CHROMEDRIVER", &browser.driver);
    // With these variables the runner would drive another browser than Chromium; and on a busy machine its 20 seconds are too few.
    cargo.env_remove("GECKODRIVER").env_remove("SAFARIDRIVER").env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(browser)?);
    Ok(cargo)
}

/// A file that tells the runner which Chromium and how; the runner adds headless and no-sandbox itself.
fn capabilities(browser: &Browser) -> Result<PathBuf> {
    let arguments = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    let capabilities = json!({ "goog:chromeOptions": { "binary": browser.binary, "args": arguments } });
    let path = project::target().join("webdriver.json");
    std::fs::write(&path, capabilities.to_string()).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
