//! The widget on pages that real libraries take in hand; `tests/libraries/` brings them.

mod carousel;
mod hydrating;
mod morphing;
mod navigating;
mod toggling;

use crate::site;
use article_widget_e2e::environment::Environment;
use article_widget_e2e::{Engine, Story};

/// A browser on the site of the libraries, if one of these is tried in this engine.
#[track_caller]
fn begin(libraries: &[&str]) -> Option<Story> {
    if libraries.iter().any(|library| is_tried(library)) { site::story("libraries") } else { None }
}

/// Whether a library is tried in this engine: all are in Chromium, and in the others those that differ most.
#[track_caller]
fn is_tried(library: &str) -> bool {
    let engine = Environment::read().engine;
    let differs = ["turbo", "idiomorph", "react"].contains(&library);
    engine == Engine::Chromium || differs
}
