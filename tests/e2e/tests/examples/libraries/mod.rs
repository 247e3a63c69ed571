//! The widget on pages that real libraries take in hand; `tests/libraries/` brings them.

mod carousel;
mod hydrating;
mod morphing;
mod navigating;
mod toggling;

use crate::site;
use article_widget_e2e::{Engine, Story};

/// A browser on the site of the libraries.
#[track_caller]
fn begin() -> Option<Story> {
    site::story("libraries")
}

/// Whether a library is tried in this engine: all are in Chromium, and in the others those that differ most.
fn is_tried(story: &Story, library: &str) -> bool {
    story.session.engine() == Engine::Chromium || ["turbo", "idiomorph", "react"].contains(&library)
}
