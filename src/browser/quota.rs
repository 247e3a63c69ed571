//! How much space this browser gives an origin, and asking it to keep what is there.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::page;

/// What WebKit gives an origin's `localStorage`, in UTF-16 units, as soon as one string is not Latin-1.
const WEBKIT: u64 = 2_600_000;
/// What Chromium and Firefox give.
const OTHERS: u64 = 5_242_880;

/// The engine, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Engine {
    Chromium,
    Gecko,
    WebKit,
    Unknown,
}

/// How many UTF-16 units (keys and values) the whole origin may keep in `localStorage`. An unknown engine is taken for
/// the one that gives least: a limit too low costs old threads some space, one too high costs comments.
pub fn local_quota_units() -> u64 {
    match engine() {
        Engine::Chromium | Engine::Gecko => OTHERS,
        Engine::WebKit | Engine::Unknown => WEBKIT,
    }
}

/// Whether this browser removes what scripts keep when the site is not used for seven days: WebKit, unless the page is
/// an app of its own on the home screen.
pub fn forgets_after_seven_days() -> bool {
    engine() == Engine::WebKit && !navigator("standalone").is_some_and(|standalone| standalone.is_truthy())
}

/// Asks the browser not to clear this origin when space is short. Firefox then asks the reader, which only a press of
/// theirs may bring about (`may_prompt`); the others decide in silence. What came of it is not told.
pub fn ask_to_persist(may_prompt: bool) {
    // Whoever is unknown might prompt.
    if may_prompt || matches!(engine(), Engine::Chromium | Engine::WebKit) {
        let _ = persist();
    }
}

fn persist() -> Option<()> {
    let manager = navigator("storage")?;
    let ask = Reflect::get(&manager, &JsValue::from_str("persist")).ok()?.dyn_into::<Function>().ok()?;
    let promise = ask.call0(&manager).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    wasm_bindgen_futures::spawn_local(async move {
        // Awaited only so that a refusal is not reported to the page as an error nobody handles.
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    });
    Some(())
}

/// Told apart by `navigator.vendor`, for which the HTML standard knows three values, one for each engine: it is the same
/// for every browser built on an engine, while the user agent's name is not.
fn engine() -> Engine {
    let vendor = navigator("vendor").and_then(|vendor| vendor.as_string());
    match vendor.as_deref() {
        Some("Google Inc.") => Engine::Chromium,
        Some("Apple Computer, Inc.") => Engine::WebKit,
        // The third value is empty, and says little. No other engine has this property.
        Some("") if page::window().is_some_and(|window| has(&window, "mozInnerScreenX")) => Engine::Gecko,
        _ => Engine::Unknown,
    }
}

fn has(of: &JsValue, name: &str) -> bool {
    Reflect::has(of, &JsValue::from_str(name)).unwrap_or(false)
}

fn navigator(name: &str) -> Option<JsValue> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    get(&get(&page::window()?.into(), "navigator")?, name)
}
