//! The three browser engines and the programs that drive them.

mod chromium;
mod engine;
mod firefox;
mod packages;
mod webkit;

pub(crate) use engine::Engine;
pub(crate) use packages::{how_to_get, provide};

use std::path::PathBuf;

/// A browser that can be driven.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) binary: PathBuf,
    /// The program that speaks WebDriver for it.
    pub(crate) driver: PathBuf,
    /// What the browser calls itself.
    pub(crate) name: String,
}

/// The engine's browser and driver, or a sentence naming what is missing.
pub(crate) fn find(engine: Engine) -> Result<Browser, String> {
    match engine {
        Engine::Chromium => chromium::find(),
        Engine::Firefox => firefox::find(),
        Engine::WebKit => webkit::find(),
    }
}
