//! Starting the end-to-end crate against the built pages in one engine.

use crate::browsers::{Browser, Engine};
use crate::project;
use crate::test::timing;
use std::process::Command;

/// The variable in which a test program reads how many of its tests it may run beside each other.
pub(crate) const TESTS_AT_ONCE: &str = "RUST_TEST_THREADS";

/// `cargo test` of the end-to-end crate, told which browser, which driver and which pages.
pub(crate) fn command(engine: Engine, browser: &Browser) -> Command {
    let mut cargo = timing::cargo();
    cargo.current_dir(project::root()).args(["test", "--package", "article-widget-e2e"]);
    cargo.env("E2E_BROWSER", engine.name()).env("E2E_DIST", project::dist());
    cargo.env(TESTS_AT_ONCE, browsers_at_once(std::thread::available_parallelism().map_or(1, usize::from)).to_string());
    cargo.env("E2E_DRIVER", &browser.driver).env("E2E_BROWSER_BINARY", &browser.binary);
    cargo
}

/// How many browsers are busy beside each other on so many cores. A story waits for timers, layouts and the disk now and then, so that
/// one more than there are cores uses them best: measured on two cores with 56 stories, 2, 3 and 4 at once took 68, 60 and 56 s in
/// Chromium, 75, 66 and 71 s in Firefox, 69, 65 and 68 s in WebKit. That serves for engines beside each other, too: more cores tell
/// more stories of one engine at a time.
fn browsers_at_once(cores: usize) -> usize {
    cores + 1
}
