//! A browser and a server for one story, and the checks every story ends with.

use crate::environment::Environment;
use crate::fail::OrFail;
use crate::html;
use crate::lent::Lent;
use crate::page::Page;
use crate::probe::{self, sightings};
use crate::server::Server;
use crate::session::Session;
use serde_json::json;
use std::path::{Path, PathBuf};

/// One reader, one browser, one site.
#[derive(Debug)]
pub struct Story {
    /// The site, serving the built pages.
    pub server: Server,
    /// The browser.
    pub session: Lent,
}

impl Story {
    /// Starts a server over the built pages and opens a browser.
    #[track_caller]
    #[must_use]
    pub fn begin() -> Self {
        let environment = Environment::read();
        Self { server: Server::start(&environment.dist), session: Lent::any(&environment) }
    }

    /// Starts a story of a reader who has chosen another size for text, in pixels.
    #[track_caller]
    #[must_use]
    pub fn with_text_size(pixels: u32) -> Self {
        let environment = Environment::read();
        let session = Lent::only(Session::open_with_text_size(&environment, pixels));
        Self { server: Server::start(&environment.dist), session }
    }

    /// Starts a server over another folder and opens a browser.
    #[track_caller]
    #[must_use]
    pub fn over(folder: &Path) -> Self {
        Self { server: Server::start(folder), session: Lent::any(&Environment::read()) }
    }

    /// Starts a story on the given page: fixture HTML, served as `/story.html`.
    #[track_caller]
    #[must_use]
    pub fn on_page(html: &str) -> Self {
        let story = Self::begin();
        story.server.page("/story.html", html);
        story
    }

    /// One whose driver is inside a frame so high, without an origin, in which a page with the widget stands: nothing is kept there.
    #[track_caller]
    #[must_use]
    pub fn in_opaque_frame(height: u32) -> Self {
        let frame = format!(
            "<iframe sandbox=\"allow-scripts allow-forms\" src=\"/inside.html\" width=\"900\" height=\"{height}\"></iframe>"
        );
        let around = "<!doctype html><html><head><title>frame</title></head><body>";
        let story = Self::on_page(&format!("{around}{frame}</body></html>"));
        story.server.page("/inside.html", &html::page(&html::widget("thread=\"blocked\"", html::ARTICLE)));
        // Module scripts of an opaque origin are cross-origin requests.
        story.server.header("Access-Control-Allow-Origin", "*");
        // WebKit's driver clicks only where the frame's part of the page is in view.
        story.session.viewport(1000, height + 200);
        story.session.goto(&story.server.url("/story.html"));
        story.session.enter_frame(0);
        story
    }

    /// Goes to a path of the site and waits until its first widget's thread has been read.
    #[track_caller]
    pub fn open(&self, path: &str) -> Page<'_> {
        self.session.goto(&self.server.url(path));
        let page = self.page();
        page.wait_until_ready();
        page
    }

    /// The page that is open, without waiting for anything.
    #[must_use]
    pub fn page(&self) -> Page<'_> {
        Page::first(&self.session)
    }

    /// Writes storage entries before any page of the widget has run.
    #[track_caller]
    pub fn seed(&self, entries: &[(String, String)]) {
        self.session.goto(&self.server.url(probe::BLANK));
        let entries = json!(entries);
        self.session.script("for (const [key, value] of arguments[0]) localStorage.setItem(key, value)", vec![entries]);
    }

    /// Runs a script on an empty page of the same origin.
    #[track_caller]
    pub fn prepare(&self, script: &str) {
        self.session.goto(&self.server.url(probe::BLANK));
        self.session.script(script, Vec::new());
    }

    fn photograph_failure(&self) {
        let test = std::thread::current().name().unwrap_or("story").replace("::", "-");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots/failed");
        let file: PathBuf = folder.join(format!("{test}-{}.png", self.session.engine().name()));
        // A story that failed must not fail once more because its picture cannot be had.
        if let Ok(picture) = self.session.screenshot()
            && std::fs::create_dir_all(&folder).is_ok()
            && std::fs::write(&file, picture).is_ok()
        {
            println!("a picture of the failure: {}", file.display());
        }
    }
}

impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.photograph_failure();
            return;
        }
        assert_eq!(self.session.dialog(), None, "a dialog stands open at the end of the story");
        let seen = sightings(&self.session);
        assert!(seen.errors.is_empty(), "uncaught errors on the page: {:#?}", seen.errors);
        assert!(seen.calls.is_empty(), "the page called {:#?}", seen.calls);
    }
}

/// The text of a file of this package.
#[track_caller]
#[must_use]
pub fn file_text(path: &Path) -> String {
    std::fs::read_to_string(path).or_fail(&path.display().to_string())
}
