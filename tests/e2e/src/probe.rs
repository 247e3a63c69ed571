//! A script put into every page before all others, so that no error, violation or stray global goes unseen.

use crate::server::Reply;
use crate::session::Session;
use serde::Deserialize;
use serde_json::Value;

/// Where the probe is served.
pub(crate) const PATH: &str = "/__e2e/probe.js";
/// An empty page of the same origin, for preparing storage before the widget runs.
pub const BLANK: &str = "/__e2e/blank.html";
/// The probe's text.
pub(crate) const SCRIPT: &str = include_str!("script/probe.js");

/// What the probe saw on the current page.
#[derive(Debug, Default, Deserialize)]
pub struct Sightings {
    /// Uncaught errors and rejections.
    pub errors: Vec<String>,
    /// Violations of the page's content security policy: directive, what was blocked, a sample.
    pub violations: Vec<String>,
    /// Calls of `alert`, `confirm`, `prompt`, `print` and `open`.
    pub calls: Vec<String>,
}

/// Puts the probe's tag first into the head of an HTML reply.
pub(crate) fn insert(reply: &mut Reply) {
    if !reply.content_type.starts_with("text/html") {
        return;
    }
    let Ok(text) = std::str::from_utf8(&reply.body) else { return };
    let tag = format!("<script src=\"{PATH}\" nonce=\"e2e\"></script>");
    let probed = match text.split_once("<head>") {
        Some((before, after)) => format!("{before}<head>{tag}{after}"),
        // A fragment, as an article file may be, is left as it is.
        None => return,
    };
    reply.body = probed.into_bytes();
}

/// What the probe saw so far, on the page or frame commands go to.
#[track_caller]
#[must_use]
pub fn sightings(session: &Session) -> Sightings {
    let seen = session.script("return window.__e2e || null", Vec::new());
    match seen {
        Value::Null => Sightings::default(),
        seen => serde_json::from_value(seen).unwrap_or_default(),
    }
}

/// Takes the errors for seen that the probe has noticed so far: those that a story makes are not to fail it.
#[track_caller]
pub fn forget_errors(session: &Session) {
    session.script("__e2e.errors.length = 0", Vec::new());
}
