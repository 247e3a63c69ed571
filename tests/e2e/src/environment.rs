//! What `cargo xtask test` tells the stories: which engine, which driver, which browser, which built pages.

use crate::fail::{OrFail, fail};
use std::path::PathBuf;

/// A browser engine the stories are told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, by chromedriver.
    Chromium,
    /// Gecko, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver on a virtual X server.
    WebKit,
}

impl Engine {
    /// The engine's name in `E2E_BROWSER` and in file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

/// The variables set by `cargo xtask test`.
#[derive(Clone, Debug)]
pub struct Environment {
    /// `E2E_BROWSER`.
    pub engine: Engine,
    /// `E2E_DIST`: the folder of built pages.
    pub dist: PathBuf,
    /// `E2E_DRIVER`: the WebDriver server's program.
    pub driver: PathBuf,
    /// `E2E_BROWSER_BINARY`: the browser's program.
    pub browser: PathBuf,
}

impl Environment {
    /// Reads the variables; without them the test fails with one sentence instead of passing silently.
    #[track_caller]
    #[must_use]
    pub fn read() -> Self {
        let engine = match std::env::var("E2E_BROWSER").as_deref() {
            Ok("chromium") => Engine::Chromium,
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            Ok(other) => fail(format!("E2E_BROWSER is `{other}`; it must be chromium, firefox or webkit")),
            Err(_) => fail("the stories need a browser and the built pages: run `cargo xtask test`"),
        };
        Self { engine, dist: path("E2E_DIST"), driver: path("E2E_DRIVER"), browser: path("E2E_BROWSER_BINARY") }
    }
}

#[track_caller]
fn path(variable: &str) -> PathBuf {
    let value = std::env::var_os(variable).or_fail(&format!("{variable} is not set: run `cargo xtask test`"));
    PathBuf::from(value)
}
