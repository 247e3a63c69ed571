//! Starting the end-to-end crate against the built pages in one engine.

use crate::browsers::{Browser, Engine};
use crate::project;
use crate::test::timing;
use std::process::Command;

/// `cargo test` of the end-to-end crate, told which browser, which driver and which pages.
pub(crate) fn command(engine: Engine, browser: &Browser) -> Command {
    let mut cargo = timing::cargo();
    cargo.current_dir(project::root()).args(["test", "--package", "article-widget-e2e"]);
    cargo.env("E2E_BROWSER", engine.name()).env("E2E_DIST", project::dist());
    cargo.env("E2E_DRIVER", &browser.driver).env("E2E_BROWSER_BINARY", &browser.binary);
    cargo
}
