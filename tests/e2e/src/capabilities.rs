//! What each engine is asked for when a session opens.

use crate::environment::{Engine, Environment};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Pixels: the size of text where neither page nor reader says anything.
const USUAL_TEXT_SIZE: u32 = 16;

/// The size that a reader has chosen for text.
#[derive(Debug)]
pub(crate) struct TextSize {
    /// In pixels.
    pub(crate) pixels: u32,
    /// A file that says so, as MiniBrowser reads it.
    pub(crate) settings: PathBuf,
}

/// The capabilities of a new session; an unexpected dialog fails the next command. Only Chromium takes a profile. A reader may have
/// chosen the size of text that no page sets.
#[must_use]
pub(crate) fn capabilities(
    environment: &Environment,
    profile: Option<&Path>,
    text_size: Option<&TextSize>,
) -> Capabilities {
    let binary = environment.browser.display().to_string();
    let mut asked = match environment.engine {
        Engine::Chromium => chromium(&binary, profile, text_size),
        Engine::Firefox => {
            json!({ "browserName": "firefox", "moz:firefoxOptions": { "binary": binary, "args": ["-headless"], "prefs": {
            // Both default to a prompt-like delay or a second process that a test does not need.
            "browser.tabs.remote.separatePrivilegedContentProcess": false, "dom.ipc.processPrelaunch.enabled": false,
            "font.size.variable.x-western": text_size.map_or(USUAL_TEXT_SIZE, |size| size.pixels),
        } } })
        }
        Engine::WebKit => {
            let settings = text_size.map(|size| format!("--config={}", size.settings.display()));
            let arguments: Vec<String> = std::iter::once("--automation".to_owned()).chain(settings).collect();
            json!({ "webkitgtk:browserOptions": { "binary": binary, "args": arguments } })
        }
    };
    if let Some(asked) = asked.as_object_mut() {
        asked.insert("unhandledPromptBehavior".to_owned(), json!("dismiss and notify"));
        asked.insert("timeouts".to_owned(), json!({ "script": 60_000, "pageLoad": 60_000, "implicit": 0 }));
    }
    match asked {
        Value::Object(map) => map,
        _ => Capabilities::new(),
    }
}

fn chromium(binary: &str, profile: Option<&Path>, text_size: Option<&TextSize>) -> Value {
    let mut arguments = vec![
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--window-size=1280,900",
        // Nothing but the page under test may use the network.
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A window in the background must go on at full speed, or stories about a second tab wait for nothing.
        "--disable-background-timer-throttling",
        "--disable-renderer-backgrounding",
        "--disable-backgrounding-occluded-windows",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect::<Vec<_>>();
    arguments.extend(profile.map(|profile| format!("--user-data-dir={}", profile.display())));
    let preferences =
        json!({ "webkit.webprefs.default_font_size": text_size.map_or(USUAL_TEXT_SIZE, |size| size.pixels) });
    json!({ "browserName": "chrome", "goog:chromeOptions": { "binary": binary, "args": arguments, "prefs": preferences } })
}
