//! One browser with a fresh profile, spoken to in plain blocking calls.

mod pressing;
mod windows;

use crate::capabilities::{TextSize, capabilities};
use crate::driver::Driver;
use crate::environment::{Engine, Environment};
use crate::fail::{OrFail, fail};
use crate::vendor::Vendor;
use crate::wait::Patience;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::{PrintConfiguration, PrintPageRange, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::cell::Cell;
use std::future::Future;
use std::path::Path;
use tokio::runtime::Runtime;

/// The member that marks an element reference in WebDriver's JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser session; dropping it ends the browser and its driver.
#[derive(Debug)]
pub struct Session {
    client: Client,
    runtime: Runtime,
    driver: Driver,
    engine: Engine,
    /// The window that it began with.
    first: WindowHandle,
    /// Whether something was changed that holds for the next story too.
    changed: Cell<bool>,
}

impl Session {
    /// Opens a browser with a profile of its own.
    #[track_caller]
    #[must_use]
    pub fn open(environment: &Environment) -> Self {
        Self::open_with(environment, None, None)
    }

    /// Opens a browser whose reader has chosen another size for text, in pixels.
    #[track_caller]
    #[must_use]
    pub fn open_with_text_size(environment: &Environment, text_size: u32) -> Self {
        Self::open_with(environment, None, Some(text_size))
    }

    /// Opens a browser with a profile that outlives it (Chromium only).
    #[track_caller]
    #[must_use]
    pub fn reopen(environment: &Environment, profile: &Path) -> Self {
        Self::open_with(environment, Some(profile), None)
    }

    #[track_caller]
    fn open_with(environment: &Environment, profile: Option<&Path>, text_size: Option<u32>) -> Self {
        let driver = Driver::start(environment);
        let text_size = text_size.map(|pixels| TextSize {
            pixels,
            settings: driver.file("settings", &format!("[websettings]\ndefault-font-size={pixels}\n")),
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().or_fail("no runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(environment, profile, text_size.as_ref()));
        let client = match runtime.block_on(builder.connect(&driver.url())) {
            Ok(client) => client,
            Err(error) => fail(format!("no session in {}: {error}\n{}", environment.engine.name(), driver.log())),
        };
        let first = runtime.block_on(client.window()).or_fail("the first window");
        Self { client, runtime, driver, engine: environment.engine, first, changed: Cell::new(false) }
    }

    /// Closes the browser as a reader does: it writes what it has not written yet.
    #[track_caller]
    pub fn quit(self) {
        self.run(self.client.clone().close()).or_fail("close the browser");
    }

    /// Ends every process of the browser at once, as a crash of the machine would.
    pub fn kill(self) {
        self.driver.kill();
    }

    /// The engine this session runs in.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Goes to `url` and waits for its load event.
    #[track_caller]
    pub fn goto(&self, url: &str) {
        self.run(self.client.goto(url)).or_fail(url);
    }

    /// Reloads the page.
    #[track_caller]
    pub fn reload(&self) {
        self.run(self.client.refresh()).or_fail("reload");
    }

    /// Goes back to the page before.
    #[track_caller]
    pub fn back(&self) {
        self.run(self.client.back()).or_fail("back");
    }

    /// Runs the body of a JavaScript function with `arguments` and gives what it returns.
    #[track_caller]
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        match self.try_script(body, arguments) {
            Ok(value) => value,
            Err(error) => fail(format!("{error}\nin the script: {body}")),
        }
    }

    /// Like [`Session::script`], for a script that may find the page not ready for it.
    pub fn try_script(&self, body: &str, arguments: Vec<Value>) -> Result<Value, String> {
        self.run(self.client.execute(body, arguments)).map_err(|error| error.to_string())
    }

    /// Runs a script whose last argument is a callback to be called with the answer.
    #[track_caller]
    pub fn script_with_callback(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.run(self.client.execute_async(body, arguments)).or_fail(body)
    }

    /// The element a script returns, if it returns one.
    #[track_caller]
    pub fn element(&self, body: &str, arguments: Vec<Value>) -> Option<Element> {
        let value = self.script(body, arguments);
        let id = value.get(ELEMENT)?.as_str()?.to_owned();
        Some(Element::from_element_id(self.client.clone(), id.into()))
    }

    /// Clicks in the middle of an element as a pointer would.
    ///
    /// # Errors
    /// An element that has just been replaced, is behind something or not in sight yet: a reader waits and presses again.
    #[track_caller]
    pub fn click(&self, element: &Element) -> Result<(), String> {
        match self.engine {
            Engine::WebKit => self.press_until_it_is_met(element),
            Engine::Chromium | Engine::Firefox => self.run(element.click()).map_err(|error| error.to_string()),
        }
    }

    /// Types at the end of an element.
    #[track_caller]
    pub fn send_keys(&self, element: &Element, keys: &str) -> Result<(), String> {
        self.run(element.send_keys(keys)).map_err(|error| error.to_string())
    }

    /// Presses keys at once (the last one while the others are held) in whatever has the focus.
    #[track_caller]
    pub fn press(&self, chord: &[char]) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for &value in chord {
            keys = keys.then(KeyAction::Down { value });
        }
        for &value in chord.iter().rev() {
            keys = keys.then(KeyAction::Up { value });
        }
        self.run(self.client.perform_actions(keys)).or_fail("press keys");
    }

    /// Gives the page a viewport of this size, or the nearest one the engine's windows can have.
    #[track_caller]
    pub fn viewport(&self, width: u32, height: u32) {
        if self.engine == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", size);
            return;
        }
        self.changed.set(true);
        let around = self.script("return [outerWidth - innerWidth, outerHeight - innerHeight]", Vec::new());
        let (across, down): (u32, u32) = serde_json::from_value(around).unwrap_or_default();
        self.run(self.client.set_window_rect(0, 0, width + across, height + down)).or_fail("resize");
    }

    /// The text of an open dialog, if there is one.
    #[must_use]
    pub fn dialog(&self) -> Option<String> {
        self.run(self.client.get_alert_text()).ok()
    }

    /// A picture of the viewport.
    pub fn screenshot(&self) -> Result<Vec<u8>, String> {
        self.run(self.client.screenshot()).map_err(|error| error.to_string())
    }

    /// A command of the DevTools protocol (Chromium only).
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.changed.set(true);
        self.run(self.client.issue_cmd(Vendor::devtools(command, parameters))).or_fail(command)
    }

    /// Prints the first sheet of the page, to nowhere (not in WebKit).
    #[track_caller]
    pub fn print(&self) {
        let first = PrintConfiguration::builder().page_ranges(vec![PrintPageRange::single(1)]);
        self.run(self.client.print(first.build().or_fail("a sheet"))).or_fail("print");
    }

    /// Looks again and again until `look` gives a value; its error says what is seen instead.
    #[track_caller]
    pub fn wait_for<T>(&self, what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
        let mut patience = Patience::new();
        loop {
            let seen = match look() {
                Ok(value) => return value,
                Err(seen) => seen,
            };
            if !patience.pause() {
                fail(format!("waited in vain for {what}; seen last: {seen}"));
            }
        }
    }

    /// Lets the page draw what it has decided to draw.
    #[track_caller]
    pub fn let_two_frames_pass(&self) {
        let frames =
            "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))";
        self.script_with_callback(frames, Vec::new());
    }

    /// Looks again and again until a script returns `true`.
    #[track_caller]
    pub fn wait_until(&self, what: &str, script: &str) {
        self.wait_for(what, || match self.script(script, Vec::new()) {
            Value::Bool(true) => Ok(()),
            seen => Err(seen.to_string()),
        });
    }

    fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// What the driver printed, for a failure that needs explaining.
    #[must_use]
    pub fn driver_log(&self) -> String {
        self.driver.log()
    }
}
