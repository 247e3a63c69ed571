//! Pictures of every state in Chromium, for people to look at: `cargo xtask screenshots`.

use article_widget_e2e::page::{NEW_FORM, Page};
use article_widget_e2e::{Engine, OrFail, Outage, Story, built, html, showcase, story::file_text};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Where the pictures go and how the page is to look in them.
struct Camera<'s> {
    story: &'s Story,
    folder: PathBuf,
}

impl Camera<'_> {
    /// Takes the page as it stands, whole, wide and narrow, light and dark.
    #[track_caller]
    fn take(&self, state: &str) {
        for scheme in ["light", "dark"] {
            self.media("", &[("prefers-color-scheme", scheme)]);
            for width in [1280, 360] {
                self.shoot(&format!("{state}-{width}-{scheme}"), width);
            }
        }
    }

    /// Takes the page in one special medium only.
    #[track_caller]
    fn take_in(&self, state: &str, medium: &str, features: &[(&str, &str)]) {
        self.media(medium, features);
        for width in [1280, 360] {
            self.shoot(&format!("{state}-{width}"), width);
        }
        self.media("", &[]);
    }

    #[track_caller]
    fn media(&self, medium: &str, features: &[(&str, &str)]) {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.story.session.devtools("Emulation.setEmulatedMedia", json!({ "media": medium, "features": features }));
    }

    #[track_caller]
    fn shoot(&self, name: &str, width: u32) {
        let session = &self.story.session;
        session.viewport(width, 900);
        // The whole page, but not endless: a picture taller than this is nobody's to look at.
        let height = session.script("return Math.min(document.documentElement.scrollHeight, 15000)", Vec::new());
        session.viewport(width, u32::try_from(height.as_u64().or_fail("a height")).unwrap_or(900).max(900));
        session.let_two_frames_pass();
        let picture = session.screenshot().or_fail(name);
        std::fs::write(self.folder.join(format!("{name}.png")), picture).or_fail(name);
        println!("{name}.png");
    }
}

#[track_caller]
fn open<'s>(story: &'s Story, path: &str) -> Page<'s> {
    let page = story.open(path);
    let settled =
        "return !!document.querySelector('article h1') && [...document.images].every((image) => image.complete)";
    story.session.wait_until("the article and its pictures", settled);
    page
}

#[test]
fn every_state_is_photographed() {
    let Some(folder) = std::env::var_os("E2E_SCREENSHOTS") else {
        println!("not photographed: `cargo xtask screenshots` sets E2E_SCREENSHOTS to a folder");
        return;
    };
    let story = Story::begin();
    if story.session.engine() != Engine::Chromium {
        println!("photographed in Chromium only");
        return;
    }
    std::fs::create_dir_all(Path::new(&folder)).or_fail("the folder for the pictures");
    let camera = Camera { story: &story, folder: PathBuf::from(folder) };

    open(&story, "/");
    camera.take("empty");
    the_thread(&story, &camera);
    the_failures(&story, &camera);
    the_directions_and_media(&story, &camera);
    the_languages(&story, &camera);
}

fn the_thread(story: &Story, camera: &Camera<'_>) {
    story.seed(showcase::thread("demo").entries());
    let page = open(story, "/");
    let doomed = page.post("Ada", "Hasty words, to be taken back.");
    page.delete(&doomed);
    camera.take("full");
    let first = page.rows().into_iter().next().or_fail("a first row");
    page.open_reply(&first);
    camera.take("reply");
    let page = open(story, "/");
    let first = page.rows().into_iter().next().or_fail("a first row");
    page.open_edit(&first);
    camera.take("edit");
    let page = open(story, "/");
    page.click("li.comment [data-action=react]");
    page.wait_for(".signs");
    camera.take("reactions");
    page.click("[data-action=search]");
    page.wait_for("[data-action=search-field]");
    page.fill("[data-action=search-field]", "the");
    page.wait_for("[data-action=search-next]");
    page.click("[data-action=search-next]");
    camera.take("search");
}

fn the_failures(story: &Story, camera: &Camera<'_>) {
    let page = open(story, "/");
    page.send("Ada", " ");
    page.wait_for(&format!("{NEW_FORM} .field-error"));
    camera.take("error");

    story.server.break_down("/article.html", Outage::Missing);
    story.open("/").wait_for(".article-notice");
    camera.take("article-failed");
    story.server.recover("/article.html");

    // As in a browser that blocks storage: asking for it is what fails.
    let blocked = "<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } })</script>";
    story.server.page("/blocked.html", &demonstration(blocked, ""));
    open(story, "/blocked.html").post("Ada", "Only as long as this page is open.");
    camera.take("blocked");

    story.server.break_down(&built::module(), Outage::Missing);
    story.session.goto(&story.server.url("/"));
    story.page().wait_for(".waiting button");
    camera.take("module-failed");
    story.server.recover(&built::module());
}

fn the_directions_and_media(story: &Story, camera: &Camera<'_>) {
    story.server.page("/rtl.html", &demonstration("", "lang=\"he\" dir=\"rtl\""));
    open(story, "/rtl.html");
    camera.take("rtl");
    story.server.page("/large.html", &demonstration("<link rel=\"stylesheet\" href=\"/large.css\">", ""));
    story.server.put("/large.css", article_widget_e2e::Reply::css("html { font-size: 200% }"));
    open(story, "/large.html");
    camera.take("text-200");
    open(story, "/");
    camera.take_in("forced-colors", "", &[("forced-colors", "active")]);
    camera.take_in("print", "print", &[]);
}

/// The examples in other languages, with everything open that an everyday reader opens.
fn the_languages(story: &Story, camera: &Camera<'_>) {
    for (name, thread) in [("strings", "hafen-im-november"), ("strings-rtl", "harbour-in-arabic")] {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../examples/{name}.html"));
        story.server.page(&format!("/{name}.html"), &file_text(&example));
        story.seed(showcase::thread(thread).entries());
        let page = open(story, &format!("/{name}.html"));
        let doomed = page.post("Ada", "Hasty words, to be taken back.");
        page.delete(&doomed);
        let first = page.rows().into_iter().next().or_fail("a first row");
        page.open_reply(&first);
        page.send("Ada", " ");
        page.script("root.querySelector('.where').open = true", json!([]));
        camera.take(name);
        page.script("root.querySelector('[data-action=panel]').click()", json!([]));
        page.wait_for("#panel .meter");
        camera.take(&format!("{name}-panel"));
    }
}

/// A copy of the demonstration with something more in its head or on its root element.
fn demonstration(head: &str, root: &str) -> String {
    let widget = html::widget("src=\"article.html\" thread=\"demo\" header-ad=\"placeholder\"", "");
    let head =
        format!("<meta name=\"color-scheme\" content=\"light dark\"><link rel=\"stylesheet\" href=\"demo.css\">{head}");
    html::page_with_head(&head, &format!("<main>{widget}</main>"))
        .replace("<html lang=\"en\"", &format!("<html {}", if root.is_empty() { "lang=\"en\"" } else { root }))
}
