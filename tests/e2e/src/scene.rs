//! A widget in use on a page whose elements another script changes, clones or moves, and what must hold afterwards.

use crate::environment::Engine;
use crate::fail::fail;
use crate::page::Page;
use crate::probe::sightings;
use crate::seen::Seen;
use crate::story::Story;
use crate::tag::{self, Tag, WORDS};
use crate::wait::Patience;
use serde_json::{Value, json};

/// The comment that is posted in each scene; the texts that are being written in the composers of a reply and of a new comment.
const POSTED: &str = "Whose dog is it?";
const REPLY: &str = "Half a reply";
const OTHER: &str = "Half a thought";

/// Seconds within which the widget must have put right what another script did.
const SOON: u64 = 8;

/// Makes every complaint of the widget on the console count as an error of the page.
const COMPLAINTS: &str = "<script nonce=\"e2e\">{ const { error } = console; console.error = (...given) => {
    if (String(given[0]).startsWith('article-widget')) window.__e2e.errors.push(given.join(' '));
    error(...given); } }</script>";

/// What the script of every act ([`Scene::act`]) can use: `pause` (milliseconds), `until` (something is found), `widget`, `root`.
const PRELUDE: &str = "const done = arguments[arguments.length - 1];
    const pause = (millis) => new Promise((go) => setTimeout(go, millis));
    const until = async (look) => { for (let left = 500; ; left--) { const found = look(); if (found) return found; if (!left) throw new Error(`waited in vain for ${look}`); await pause(20); } };
    const widget = document.querySelector('article-widget, div[data-article-widget]');
    const root = widget && widget.shadowRoot;\n";

/// Several scenes in one browser. All are played, also after a failure; the failures are told at the end.
#[derive(Debug)]
pub struct Scenes<'s> {
    story: &'s Story,
    head: String,
    played: usize,
    troubles: Vec<String>,
}

/// One scene: the widget has its article and a comment, and the reader is writing in two forms.
#[derive(Debug)]
pub struct Scene<'s> {
    story: &'s Story,
    /// The address of its page on the site.
    pub path: String,
    before: Seen,
}

impl<'s> Scenes<'s> {
    /// Scenes on pages with the HTML `head` in their `<head>`, beside the widget's script.
    #[must_use]
    pub fn on(story: &'s Story, head: &str) -> Self {
        story.server.page("/article.html", &tag::article());
        Self { story, head: format!("{COMPLAINTS}{head}"), played: 0, troubles: Vec::new() }
    }

    /// The forms of the widget's tag in which scene number `nth` of a list is played: all with `E2E_ALL_TAGS`; else two of them in
    /// Chromium and one in the other engines, in turn, so that the scenes of a list together try every form.
    #[must_use]
    pub fn tags(&self, nth: usize, all: &[Tag]) -> Vec<Tag> {
        if std::env::var_os("E2E_ALL_TAGS").is_some() {
            return all.to_vec();
        }
        let wanted = if self.story.session.engine() == Engine::Chromium { 2 } else { 1 };
        all.iter().copied().cycle().skip(nth).step_by(2).take(wanted).collect()
    }

    /// Puts this HTML into the `<head>` of the pages of later scenes, in place of the earlier one.
    pub fn with_head(&mut self, head: &str) {
        self.head = format!("{COMPLAINTS}{head}");
    }

    /// Plays a scene on a page with the widget alone in its `<main>`.
    #[track_caller]
    pub fn play(&mut self, name: &str, tag: Tag, happens: impl FnOnce(&Scene<'s>) -> Result<(), String>) {
        self.play_within(name, tag, ("", ""), happens);
    }

    /// Like [`play`](Self::play), but in WebKit a scene that fails is played up to two more times: there a page's first layout is
    /// sometimes too short, whatever the widget does.
    #[track_caller]
    pub fn play_again(&mut self, name: &str, tag: Tag, happens: impl Fn(&Scene<'s>) -> Result<(), String>) {
        let before = self.troubles.len();
        let tries = if self.story.session.engine() == Engine::WebKit { 3 } else { 1 };
        for left in (0..tries).rev() {
            self.play(name, tag, &happens);
            if self.troubles.len() == before || left == 0 {
                return;
            }
            self.troubles.truncate(before);
        }
    }

    /// Like [`play`](Self::play), with HTML before and after the widget.
    #[track_caller]
    pub fn play_within(
        &mut self,
        name: &str,
        tag: Tag,
        (before, after): (&str, &str),
        happens: impl FnOnce(&Scene<'s>) -> Result<(), String>,
    ) {
        self.played += 1;
        let path = format!("/scene-{}.html", self.played);
        let widget = tag.html(&format!("scene {}", self.played));
        let html = crate::html::page_with_head(&self.head, &format!("<main>{before}{widget}{after}</main>"));
        self.story.server.page(&path, &html);
        self.play_at(&format!("{name}, {tag:?}"), path, happens);
    }

    /// Plays a scene on the page that the site has at `path`.
    #[track_caller]
    pub fn play_at(&mut self, name: &str, path: String, happens: impl FnOnce(&Scene<'s>) -> Result<(), String>) {
        self.story.session.goto(&self.story.server.url(&path));
        let played = Scene::begin(self.story, path).and_then(|scene| happens(&scene));
        let errors = sightings(&self.story.session).errors;
        let thrown = if errors.is_empty() { Ok(()) } else { Err(format!("uncaught: {errors:#?}")) };
        for trouble in [played, thrown].into_iter().filter_map(Result::err) {
            println!("{name}: {trouble}");
            self.troubles.push(format!("{name}: {trouble}"));
        }
    }

    /// Ends the scenes: fails with everything that went wrong in them.
    #[track_caller]
    pub fn end(self) {
        if !self.troubles.is_empty() {
            fail(format!("{} of {} scenes:\n{}", self.troubles.len(), self.played, self.troubles.join("\n")));
        }
    }
}

impl<'s> Scene<'s> {
    /// Waits for the page's first widget, posts a comment in it and begins two more texts.
    fn begin(story: &'s Story, path: String) -> Result<Self, String> {
        let page = story.page();
        page.wait_until_ready();
        let mut scene = Self { story, path, before: Seen::default() };
        scene.see("the article", |seen| seen.first().is_some_and(|first| first.articles == 1 && first.above == 0))?;
        scene.write(POSTED, REPLY, OTHER)?;
        scene.see("what was written", |seen| seen.first().is_some_and(|first| first.heading == "1 Comment"))?;
        scene.before = Seen::all(&story.session).into_iter().next().unwrap_or_default();
        scene.before.is_as_it_should_be()?;
        page.script(
            "widget.e2eMark = 'widget'; root.querySelector('form[data-form=new] textarea').e2eMark = 'composer'",
            json!([]),
        );
        Ok(scene)
    }

    /// The story, with the browser and the site.
    #[must_use]
    pub fn story(&self) -> &'s Story {
        self.story
    }

    /// The widget.
    #[must_use]
    pub fn page(&self) -> Page<'s> {
        self.story.page()
    }

    /// Runs the body of an asynchronous function, which can use `pause`, `until`, `widget` and `root`.
    #[track_caller]
    pub fn act(&self, body: &str) -> Result<(), String> {
        let script =
            format!("{PRELUDE}(async () => {{ {body} }})().then(() => done(''), (error) => done(String(error)))");
        match self.story.session.script_with_callback(&script, Vec::new()) {
            Value::String(nothing) if nothing.is_empty() => Ok(()),
            thrown => Err(format!("the act threw {thrown}: {body}")),
        }
    }

    /// Checks that the page has this one widget, as it was at the beginning, with both texts in writing.
    #[track_caller]
    pub fn is_whole(&self) -> Result<(), String> {
        self.finds(std::slice::from_ref(&self.before))
    }

    /// Checks that the widget [`is whole`](Self::is_whole), and that it is the same element with the same text field, so that a reader who
    /// is writing keeps the caret.
    #[track_caller]
    pub fn is_untouched(&self) -> Result<(), String> {
        self.is_whole()?;
        self.is_the_same_element()?;
        self.has("return root.querySelector('form[data-form=new] textarea').e2eMark", &json!("composer"))
    }

    /// Checks that the widget is the element that it was at the beginning.
    #[track_caller]
    pub fn is_the_same_element(&self) -> Result<(), String> {
        self.has("return widget.e2eMark", &json!("widget"))
    }

    /// Checks that the page has the widget, as it was, and `clones` others of the same thread, in which nothing is being written.
    #[track_caller]
    pub fn has_clones(&self, clones: usize) -> Result<(), String> {
        self.see("live clones", |seen| {
            let written = seen.iter().filter(|one| **one == self.before).count();
            let others = seen.iter().filter(|one| one.unwritten() == self.before.unwritten()).count();
            written == 1 && others == clones + 1 && seen.len() == others
        })
    }

    /// Posts a comment in the first widget, and checks that all widgets of the thread show it and that the reply is still being written.
    #[track_caller]
    pub fn works(&self) -> Result<(), String> {
        self.write("Mine.", "", "")?;
        self.see("the second comment", |seen| {
            let heard = |one: &Seen| one.heading == "2 Comments" && one.rows.last().is_some_and(|row| row == "Mine.");
            let here = seen.iter().filter(|one| one.reply == self.before.reply && one.new.is_empty()).count();
            here == 1 && seen.iter().all(heard)
        })
    }

    /// Waits until the page has exactly these widgets.
    #[track_caller]
    pub fn finds(&self, widgets: &[Seen]) -> Result<(), String> {
        self.see(&format!("{} widgets as expected", widgets.len()), |seen| seen == widgets)
    }

    /// Waits until what is seen of the page's widgets satisfies `is_it`; `what` names it in the failure.
    #[track_caller]
    pub fn see(&self, what: &str, is_it: impl Fn(&[Seen]) -> bool) -> Result<(), String> {
        let mut patience = Patience::of_seconds(SOON);
        loop {
            let seen = Seen::all(&self.story.session);
            if is_it(&seen) {
                return Ok(());
            }
            if !patience.pause() {
                let unlike: Vec<String> = seen.iter().map(|one| format!("[{}]", one.unlike(&self.before))).collect();
                return Err(format!("waited in vain for {what}; where the page differs: {}", unlike.join(" ")));
            }
        }
    }

    /// Checks that a script, which can use `widget` and `root`, returns what is expected.
    #[track_caller]
    pub fn has(&self, script: &str, expected: &Value) -> Result<(), String> {
        let seen = self.page().script(script, json!([]));
        if seen == *expected { Ok(()) } else { Err(format!("{script}: {seen}, not {expected}")) }
    }

    #[track_caller]
    fn write(&self, post: &str, reply: &str, other: &str) -> Result<(), String> {
        let used = self
            .story
            .session
            .script_with_callback(include_str!("script/use.js"), vec![json!(post), json!(reply), json!(other)]);
        if used == json!("") { Ok(()) } else { Err(format!("the widget cannot be used: {used}")) }
    }
}

impl Seen {
    /// Checks what every scene begins with: if this does not hold, what is seen later proves nothing.
    fn is_as_it_should_be(&self) -> Result<(), String> {
        let rows = [POSTED.to_owned()];
        let written = self.new == OTHER && self.reply == REPLY && self.rows == rows;
        let transparent = self.looks.first().is_none_or(|ground| ground == "rgba(0, 0, 0, 0)" || ground == "absent");
        if written && !transparent && (self.articles, self.times, self.threads) == (1, 1, 1) {
            Ok(())
        } else {
            Err(format!("at the beginning of the scene, with the words {WORDS:?}: {self:#?}"))
        }
    }
}
