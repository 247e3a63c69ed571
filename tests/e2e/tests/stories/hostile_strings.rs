//! Strings that are written to become more than text: as names, formatted texts, reactions, targets of links, drafts, what is typed with its
//! preview, what an author publishes and what a file brings. The page lets nothing be parsed, and all that is drawn is touched.

use article_widget_e2e::page::Page;
use article_widget_e2e::{Engine, OrFail, Reply, Seeds, Story, built, html, probe};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::hostile_text::{corpus, globals};

/// Nothing at all may make markup of a text.
const POLICY: &str = "default-src 'none'; script-src 'nonce-e2e' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/// What may stand where a text is shown, and what touches it.
const ALLOWED: &str = include_str!("../../src/script/allowed.js");
/// Of the strings, one of so many is tried by the test command. `E2E_ALL_STRINGS` tries all of them.
const OF_SO_MANY: usize = 24;
/// So many stand in one thread, as three comments each: a page draws all rows of a thread that is no longer.
const AT_ONCE: usize = 330;
/// So many are typed in one call of the driver, which does not wait longer.
const TYPED_AT_ONCE: usize = 120;
/// What the page itself asks for, beside the files of the widget.
const OF_THE_PAGE: [&str; 4] = ["/story.html", "/__e2e/", "/favicon.ico", "/published.jsonl"];

/// Those that can be said in a comment: all of them where that is asked for, else a sample.
pub(crate) fn attempts() -> Vec<String> {
    let each = if std::env::var_os("E2E_ALL_STRINGS").is_some() { 1 } else { OF_SO_MANY };
    let fits = |text: &String| !text.trim().is_empty() && text.chars().count() < 10_000;
    corpus().into_iter().flatten().filter(fits).step_by(each).collect()
}

/// The same string as a name, where it is short enough for one.
fn name(text: &str) -> &str {
    if text.chars().count() <= 100 { text } else { "Mallory" }
}

/// A thread in which each string is a plain and a formatted text, a name, a reaction if it is short enough, and the target of links.
pub(crate) fn seeds(strings: &[String]) -> Seeds {
    let mut seeds = Seeds::of_thread("xss");
    seeds.name();
    for text in strings {
        let plain = seeds.post(name(text), text);
        seeds.react(plain, text);
        seeds.formatted_reply(plain, name(text), text);
        let line = text.replace(['\n', '\r'], " ");
        let links = format!(
            "[word]({line}) [word](<{line}>) <{line}> ![word]({line}) [word] [{line}](https://a.example)\n\n[word]: <{line}>"
        );
        // What is too long for all of them is tried as two.
        let fits = links.chars().count() < 10_000;
        let links = if fits { links } else { format!("[word]({line})\n\n<{line}>").chars().take(10_000).collect() };
        seeds.formatted_reply(plain, "Mallory", &links);
    }
    seeds
}

/// What was touched.
#[derive(Debug, Default, Deserialize)]
struct Touched {
    nodes: u64,
    focused: u64,
    clicked: u64,
    refused: Vec<String>,
}

impl Touched {
    fn add(&mut self, more: Touched) {
        self.nodes += more.nodes;
        self.focused += more.focused;
        self.clicked += more.clicked;
        self.refused.extend(more.refused);
    }
}

/// A page that allows nothing, and its globals before anybody has written there.
#[track_caller]
pub(crate) fn story(attributes: &str) -> (Story, Vec<String>) {
    let story = Story::on_page(&html::page(&html::widget(&format!("thread=\"xss\" {attributes}"), html::ARTICLE)));
    story.server.header("Content-Security-Policy", POLICY);
    story.server.put("/published.jsonl", Reply::new("application/jsonl", Vec::new()));
    let before = globals(&story.open("/story.html"));
    (story, before)
}

/// Runs a script that knows what is allowed and gives its answer to `done`.
#[track_caller]
pub(crate) fn ask(page: &Page<'_>, script: &str, rest: Value) -> Value {
    let body = format!(
        "const [texts, done] = arguments; const widget = document.querySelector('article-widget'), root = widget.shadowRoot;\n{ALLOWED}\n(async () => {{ {script} }})().then(done, (error) => done({{ error: String(error) }}))"
    );
    page.session().script_with_callback(&body, vec![rest])
}

/// Looks at everything that is drawn.
#[track_caller]
pub(crate) fn is_harmless(page: &Page<'_>, place: &str) {
    let foreign = ask(page, "return foreign(root)", Value::Null);
    assert_eq!(foreign, json!([]), "{place}: only elements, attributes and schemes of the list are drawn");
}

/// Touches everything that is drawn, and looks at it again.
#[track_caller]
fn touch(page: &Page<'_>, place: &str) -> Touched {
    is_harmless(page, place);
    let all = "const seen = [];
        const rows = [...root.querySelectorAll('.comments > li, .other-draft, #panel')];
        for (const [number, row] of rows.entries()) {
            seen.push(touch(row));
            if (number % 40 === 39) await turn(0);
        }
        return sum(seen)";
    let touched: Touched = serde_json::from_value(ask(page, all, Value::Null)).or_fail("what was touched");
    if page.session().engine() == Engine::Chromium {
        point(page);
    }
    is_harmless(page, place);
    assert_eq!(touched.refused, Vec::<String>::new(), "{place}: no link leads elsewhere");
    touched
}

/// Moves a real pointer over some of the rows.
#[track_caller]
fn point(page: &Page<'_>) {
    for row in 0..12 {
        let points = page.script(
            "const rows = [...root.querySelectorAll('.comments > li')];
             const row = rows[Math.floor(rows.length * rest[0] / 12)];
             row?.scrollIntoView({ block: 'center', behavior: 'instant' });
             return [...row?.querySelectorAll('.comment-name, .comment-body, .comment-body a, .comment-body :last-child') ?? []].slice(0, 6)
                .map((each) => each.getBoundingClientRect()).map((box) => [box.x + box.width / 2, box.y + box.height / 2])",
            json!([row]),
        );
        for point in points.as_array().into_iter().flatten() {
            let at = json!({ "type": "mouseMoved", "x": point.get(0), "y": point.get(1) });
            page.session().devtools("Input.dispatchMouseEvent", at);
        }
    }
}

/// What ends each page: nothing has run, nothing was refused, nothing was asked for, the reader is where they were.
#[track_caller]
pub(crate) fn nothing_happened(story: &Story, before: &[String], place: &str) {
    let page = story.page();
    let seen = probe::sightings(&story.session);
    assert!(seen.calls.is_empty() && seen.errors.is_empty(), "{place}: {seen:?}");
    assert_eq!(seen.violations, Vec::<String>::new(), "{place}: no report of the policy");
    assert_eq!(story.session.dialog(), None, "{place}");
    assert_eq!(globals(&page), before, "{place}: no global was set");
    let address = story.session.script("return location.href", Vec::new());
    assert_eq!(address, json!(story.server.url("/story.html")), "{place}: nobody was led away");
    let is_own = |path: &String| OF_THE_PAGE.iter().any(|own| path.starts_with(own)) || file_of_the_widget(path);
    let foreign: Vec<String> = story.server.requests().into_iter().filter(|path| !is_own(path)).collect();
    assert_eq!(foreign, Vec::<String>::new(), "{place}: no request");
}

/// `/article-widget.js`, or a file in the folder with the version.
fn file_of_the_widget(path: &str) -> bool {
    let mut parts = path.trim_start_matches('/').rsplitn(2, '/');
    let (file, folder) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    file.starts_with("article-widget")
        && (folder.is_empty() || built::versioned(file).trim_start_matches('/') == path.trim_start_matches('/'))
}

/// Waits until all rows are drawn, and formatted.
#[track_caller]
pub(crate) fn wait_until_drawn(page: &Page<'_>) {
    page.wait_for("li.comment");
    page.wait_until_gone(".gap");
    page.wait_for("[data-action=as-typed]");
    page.session().let_two_frames_pass();
}

#[track_caller]
fn tell(place: &str, strings: usize, touched: &Touched) {
    let Touched { nodes, focused, clicked, .. } = touched;
    println!(
        "{place}: {strings} strings; {nodes} nodes hovered, {focused} focused, {clicked} links clicked; 0 scripts, 0 reports, 0 requests"
    );
}

/// Tries all strings in a place, some at once: `show` has a page show them there.
#[track_caller]
fn are_harmless(place: &str, attributes: &str, show: impl for<'s> Fn(&'s Story, &[String]) -> Page<'s>) {
    let strings = attempts();
    let mut all = Touched::default();
    for strings in strings.chunks(AT_ONCE) {
        let (story, before) = story(attributes);
        let page = show(&story, strings);
        wait_until_drawn(&page);
        all.add(touch(&page, place));
        nothing_happened(&story, &before, place);
    }
    tell(place, strings.len(), &all);
}

#[test]
fn in_a_thread_they_stay_names_texts_and_links_that_lead_nowhere() {
    are_harmless("kept", "", |story, strings| {
        story.seed(seeds(strings).entries());
        let page = story.open("/story.html");
        assert!(!page.has(".notice[data-notice=unreadable]"), "{}", page.visible_text());
        page
    });
}

#[test]
fn what_an_author_publishes_stays_text_too() {
    are_harmless("published", "comments=\"published.jsonl\"", |story, strings| {
        let file = seeds(strings).publication().into_bytes();
        story.server.put("/published.jsonl", Reply::new("application/jsonl", file));
        story.open("/story.html")
    });
}

#[test]
fn what_a_file_brings_stays_text_too_in_the_panel_and_in_the_thread() {
    are_harmless("imported", "", |story, strings| {
        let file = seeds(strings).publication();
        let page = story.open("/story.html");
        page.open_panel();
        page.choose_file(strings.first().map_or("a", |text| name(text)), &file);
        page.wait_for("[data-action=import]");
        is_harmless(&page, "a preview of an import");
        page.click("[data-action=import]");
        page.wait_for("[data-batch]");
        page
    });
}

#[test]
fn drafts_of_other_pages_stay_text_too() {
    let strings = attempts();
    let mut all = Touched::default();
    for strings in strings.chunks(AT_ONCE) {
        let (story, before) = story("");
        let mut seeds = Seeds::of_thread("xss");
        strings.iter().for_each(|text| seeds.draft(text));
        story.seed(seeds.entries());
        let page = story.open("/story.html");
        // The newest stands in the composer, the others below it.
        page.wait_for_value("form[data-form=new] textarea", &in_a_field(strings.last()));
        page.session().wait_for("the other drafts", || {
            let count = page.script("return root.querySelectorAll('.other-draft').length", json!([]));
            if count == json!(strings.len() - 1) { Ok(()) } else { Err(count.to_string()) }
        });
        all.add(touch(&page, "drafts"));
        nothing_happened(&story, &before, "drafts");
    }
    tell("drafts", strings.len(), &all);
}

/// A field has line feeds only.
fn in_a_field(text: Option<&String>) -> String {
    text.map(|text| text.replace("\r\n", "\n").replace('\r', "\n")).unwrap_or_default()
}

#[test]
fn what_is_typed_with_its_preview_open_stays_text_too() {
    let strings = attempts();
    let mut all = Touched::default();
    let (story, before) = story("");
    let page = story.open("/story.html");
    page.click("form[data-form=new] textarea");
    page.click("[data-action=preview]");
    page.wait_for(".preview-empty");
    for strings in strings.chunks(TYPED_AT_ONCE) {
        let typed = "const [name, field] = ['input[name=name]', 'textarea'].map((each) => root.querySelector(`form[data-form=new] ${each}`));
            const preview = root.querySelector('.preview');
            const seen = [], bad = [];
            for (const text of texts) {
                field.focus({ preventScroll: true });
                name.value = text;
                field.value = text;
                for (const each of [name, field]) each.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                await turn(62 + Math.floor(text.length / 1000) * 10);
                await turn(0);
                await turn(8);
                bad.push(...foreign(root));
                seen.push(touch(preview));
            }
            const said = sum(seen);
            return { ...said, refused: [...said.refused, ...bad] }";
        let touched: Touched = serde_json::from_value(ask(&page, typed, json!(strings))).or_fail("what was touched");
        assert_eq!(touched.refused, Vec::<String>::new(), "typed");
        all.add(touched);
        nothing_happened(&story, &before, "typed");
    }
    assert!(all.nodes > strings.len() as u64, "previews were drawn: {all:?}");
    tell("typed", strings.len(), &all);
}
