//! What is compiled to WebAssembly: its lints, and its tests in headless Chromium.

use super::report::Report;
use super::stage::{Done, checked, tested_within};
use crate::browsers::{self, Browser, Engine};
use crate::{process, project, tools};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::path::PathBuf;
use std::time::Duration;

/// The target's name in the middle of cargo's variable for its test runner.
const RUNNER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";

/// The runner was seen to wait for Chromium for ever. The tests take seconds, and compiling them two minutes at most.
const PATIENCE: Duration = Duration::from_secs(5 * 60);

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

/// Runs the tests; once more if none of them was run: Chromium was seen to hang while it loaded their page.
fn run(browser: &Browser) -> Result<Done> {
    match run_once(browser) {
        Ok(Done::Tested(tally, times)) if tally.passed > 0 => Ok(Done::Tested(tally, times)),
        first => {
            println!("no test was run in Chromium ({first:?}): trying once more");
            run_once(browser)
        }
    }
}

fn run_once(browser: &Browser) -> Result<Done> {
    tools::ensure_wasm_target()?;
    let wasm_bindgen = tools::wasm_bindgen()?.ensure()?;
    let mut cargo = process::cargo();
    cargo.current_dir(project::root()).args(["test", "--no-fail-fast", "--package", "article-widget"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--test", "browser"]);
    cargo.env(RUNNER, tools::test_runner(&wasm_bindgen)).env("CHROMEDRIVER", &browser.driver);
    // With these variables the runner would drive another browser than Chromium; and on a busy machine its 20 seconds are too few.
    cargo.env_remove("GECKODRIVER").env_remove("SAFARIDRIVER").env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    tested_within(PATIENCE, cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(browser)?))
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
