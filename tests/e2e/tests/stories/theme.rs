//! The widget is as light or dark as what is really behind it, also when that changes, and every text of it can be read there.

use article_widget_e2e::{Page, Reply, Story, html};
use serde_json::json;

/// Whether the thread's text is light, which is to say its colours are those for a dark page.
#[track_caller]
fn is_dark(page: &Page<'_>) -> bool {
    let green =
        page.script("return +getComputedStyle(root.querySelector('.heading')).color.match(/[\\d.]+/g)[1]", json!([]));
    green.as_f64().unwrap_or_default() > 127.0
}

#[track_caller]
fn becomes(page: &Page<'_>, dark: bool, what: &str) {
    page.session().wait_for(what, || if is_dark(page) == dark { Ok(()) } else { Err(format!("dark: {}", !dark)) });
}

/// Whether the thread stands on a ground of its own.
#[track_caller]
fn has_ground(page: &Page<'_>) -> bool {
    page.style_of(".mount", "background-color") != "rgba(0, 0, 0, 0)"
}

fn story(style: &str) -> Story {
    let story = Story::on_page(&html::page_with_head(
        "<link rel=\"stylesheet\" href=\"/host.css\">",
        &html::widget("thread=\"theme\"", html::ARTICLE),
    ));
    story.server.put("/host.css", Reply::css(style));
    story
}

/// A page: its sheet, what its root says, what stands around the widget, and whether the widget is dark there and on a ground of
/// its own.
type Case = (&'static str, &'static str, &'static str, bool, bool);

/// What is read, in every notation; what cannot be read on any palette; what cannot be seen.
const CASES: &[Case] = &[
    ("body { background: #fff; color: gray }", "", "", false, false),
    ("body { background: #fff; color: teal }", "", "", false, false),
    ("body { background: #fff; color: #9ca3af }", "", "", false, false),
    ("body { background: #000; color: #ff6a00 }", "", "", true, false),
    ("body { background: #14171a; color: #e7e9ec }", "", "", true, false),
    ("html { background: #1b2a41; color: #eee }", "", "", true, false),
    // Letters in an attribute or class are not what is behind.
    ("body { background: #111; color: #eee }", "data-theme=\"moonlight\"", "", true, false),
    ("", "class=\"dark\" data-theme=\"dark\"", "", false, false),
    // Declared schemes change the canvas.
    (":root { color-scheme: dark }", "", "", true, false),
    (":root { color-scheme: only light }", "data-theme=\"dark\"", "", false, false),
    // Colours of every notation.
    ("body { background: oklch(0.2 0.01 250); color: #eee }", "", "", true, false),
    ("body { background: lab(95% 0 0) }", "", "", false, false),
    ("body { background: color(display-p3 0.1 0.1 0.1); color: #eee }", "", "", true, false),
    ("body { background: hsl(240 20% 8%); color: #eee }", "", "", true, false),
    // A card of the other kind; translucent layers, one over the other.
    ("body { background: #111; color: #eee } #around { background: #fff; color: #111 }", "", "", false, false),
    ("#around { background: rgb(0 0 0 / .6); color: #fff } body { background: rgb(0 0 0 / .8) }", "", "", true, false),
    // Grounds that are neither light nor dark enough for any palette.
    ("body { background: #808080 }", "", "", false, true),
    ("body { background: #334155; color: #fff }", "", "", true, true),
    // Gradients that are read, and one that goes from black to white.
    ("body { background: linear-gradient(#111, #223); color: #eee }", "", "", true, false),
    ("body { background: linear-gradient(#fff, #eee) }", "", "", false, false),
    ("body { background: linear-gradient(#fff, #000) }", "data-theme=\"dark\"", "", true, true),
    // Pictures: what the page declares, then its text.
    ("body { background: #fff url(/none.png); color: #eee }", "", "", true, true),
    ("body { background: #fff url(/none.png) }", "data-bs-theme=\"dark\"", "", true, true),
    // Something that is no ancestor lies behind, such as a film: white text on white would not be a page.
    (
        "body { color: #fff } #behind { position: fixed; inset: 0; z-index: -1; background: #000; pointer-events: none }",
        "",
        "<div id=\"behind\"></div>",
        true,
        true,
    ),
];

#[test]
fn what_is_behind_decides_and_every_text_can_be_read_there() {
    let story = Story::begin();
    for (style, root, before, dark, ground) in CASES {
        let page = html::page_with_head(
            "<link rel=\"stylesheet\" href=\"/host.css\">",
            &format!("{before}<div id=\"around\">{}</div>", html::widget("thread=\"theme\"", html::ARTICLE)),
        );
        story.server.page("/story.html", &page.replace("<html ", &format!("<html {root} ")));
        story.server.put("/host.css", Reply::css(style));
        let page = story.open("/story.html");
        becomes(&page, *dark, &format!("dark: {dark} on {root} {style}"));
        assert_eq!(has_ground(&page), *ground, "a ground of its own on {root} {style}");
    }
}

/// Changes that no attribute above the widget tells of, each with how it is taken back.
const CHANGES: &[(&str, &str)] = &[
    (
        "const style = document.createElement('style'); style.id = 'late'; style.textContent = 'body { background: #111; color: #eee }'; document.body.append(style)",
        "document.getElementById('late').disabled = true",
    ),
    ("document.getElementById('late').disabled = false", "document.getElementById('late').remove()"),
    (
        "const link = document.createElement('link'); link.rel = 'stylesheet'; link.href = '/late.css'; document.head.append(link)",
        "document.querySelector('link[href=\"/late.css\"]').disabled = true",
    ),
    (
        "window.sheet = new CSSStyleSheet(); sheet.replaceSync('body { background: #111; color: #eee }'); document.adoptedStyleSheets = [sheet]",
        "sheet.replaceSync('')",
    ),
    (
        "const box = document.createElement('input'); box.type = 'checkbox'; box.id = 'far'; document.body.append(box); sheet.replaceSync('body:has(#far:checked) { background: #111; color: #eee }'); box.checked = true",
        "document.getElementById('far').checked = false",
    ),
    ("document.documentElement.style.colorScheme = 'dark'", "document.documentElement.style.colorScheme = ''"),
    ("document.body.style.cssText = 'background: #111; color: #eee'", "document.body.style.cssText = ''"),
];

#[test]
fn the_page_is_followed_whatever_changes_it() {
    let story = story("");
    story.server.put("/late.css", Reply::css("body { background: #111; color: #eee }"));
    let page = story.open("/story.html");
    becomes(&page, false, "the start");
    for (change, back) in CHANGES {
        story.session.script(change, Vec::new());
        becomes(&page, true, change);
        story.session.script(back, Vec::new());
        becomes(&page, false, back);
    }
}

#[test]
fn a_page_that_fades_is_followed_to_the_end() {
    let story = story(
        "body { background: #fff; color: #111; transition: background-color .3s, color .3s } body.night { background: #000; color: #eee }",
    );
    let page = story.open("/story.html");
    story.session.script("document.body.className = 'night'", Vec::new());
    becomes(&page, true, "the end of the fading");
}

#[test]
fn through_shadow_roots_the_page_is_followed_too() {
    let story = Story::on_page(&html::page_with_head(
        "<link rel=\"stylesheet\" href=\"/host.css\"><script nonce=\"e2e\">for (const [name, inner] of [['my-page', 'my-post'], ['my-post', 'article-widget']])
            customElements.define(name, class extends HTMLElement { connectedCallback() {
                const element = document.createElement(inner);
                element.setAttribute('thread', 'theme');
                element.setAttribute('loading', 'eager');
                this.attachShadow({ mode: 'open' }).append(element);
            } })</script>",
        "<my-page></my-page>",
    ));
    story.server.put("/host.css", Reply::css("html.dark { background: #111; color: #eee }"));
    story.session.goto(&story.server.url("/story.html"));
    let colour = |dark: bool| {
        let script = "const root = document.querySelector('my-page').shadowRoot.querySelector('my-post').shadowRoot.querySelector('article-widget').shadowRoot;
            const heading = root.querySelector('.heading');
            return heading ? +getComputedStyle(heading).color.match(/[\\d.]+/g)[1] : -1";
        story.session.wait_for(&format!("dark: {dark}"), || {
            let green = story.session.script(script, Vec::new()).as_f64().unwrap_or(-1.0);
            if green >= 0.0 && (green > 127.0) == dark { Ok(()) } else { Err(green.to_string()) }
        });
    };
    colour(false);
    story.session.script("document.documentElement.classList.add('dark')", Vec::new());
    colour(true);
    story.session.script("document.documentElement.classList.remove('dark')", Vec::new());
    colour(false);
}

#[test]
fn in_a_frame_of_the_same_site_the_page_around_it_is_what_is_behind() {
    let story = Story::begin();
    story.server.page("/inner.html", &html::page(&html::widget("thread=\"theme\"", html::ARTICLE)));
    let around = "<!doctype html><html><head><title>Around</title></head><body style=\"background: #1b2a41; color: #eee\">\
        <iframe src=\"/inner.html\" style=\"width: 100%; height: 600px; border: 0\"></iframe></body></html>";
    story.server.page("/around.html", around);
    story.session.goto(&story.server.url("/around.html"));
    story.session.enter_frame(0);
    story.page().wait_until_ready();
    becomes(&story.page(), true, "a dark thread in a light frame that the page shines through");
}

/// The four roots whose size is measured, the host's and the canvas's colour scheme, the host's text and the thread's ground.
const OF_ITS_OWN: u64 = 10;

#[test]
fn looking_for_what_no_event_tells_costs_little_and_happens_only_in_view() {
    // What a look costs is what it asks of the engine: styles, one for each element around the widget and a few of its own.
    let looks = "<script nonce=\"e2e\">window.looks = []; let asked = 0;
    window.getComputedStyle = new Proxy(getComputedStyle, { apply(target, self, given) { asked++; return Reflect.apply(target, self, given) } });
    window.setInterval = new Proxy(setInterval, { apply(target, self, [call, pause]) {
        return Reflect.apply(target, self, [() => { asked = 0; call(); if (pause >= 1000) looks.push(asked) }, pause]);
    } })</script>";
    let story = Story::on_page(&html::page_with_head(looks, &html::widget("thread=\"theme\"", html::ARTICLE)));
    let page = story.open("/story.html");
    story.session.wait_until("three looks", "return looks.length >= 3");
    let most = story.session.script("return Math.max(...looks)", Vec::new()).as_u64();
    let around = page
        .script("let around = 0; for (let at = widget; at; at = at.parentElement) around++; return around", json!([]))
        .as_u64();
    assert!(
        most <= around.map(|around| around + OF_ITS_OWN),
        "a look asks for {most:?} styles among {around:?} elements"
    );
    page.script("widget.style.marginBlockStart = '4000px'; looks.length = 0; return 0", json!([]));
    story.session.let_two_frames_pass();
    page.script("looks.length = 0", json!([]));
    // A timer of the page's own, set after the widget's would have been due, says that enough time has gone.
    story.session.script_with_callback("const [done] = arguments; setTimeout(done, 1500)", Vec::new());
    assert_eq!(story.session.script("return looks.length", Vec::new()), json!(0), "out of view nobody looks");
}

#[test]
fn the_attribute_outdoes_the_page_and_may_change() {
    let story = story("body { background: #000; color: #eee }");
    let page = story.open("/story.html");
    page.script("widget.setAttribute('theme', 'light')", json!([]));
    becomes(&page, false, "theme=light");
    assert!(has_ground(&page), "with a background of its own");
    page.script("widget.setAttribute('theme', 'auto')", json!([]));
    becomes(&page, true, "theme=auto");
    assert!(!has_ground(&page));
}
