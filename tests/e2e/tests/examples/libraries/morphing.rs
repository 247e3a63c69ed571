//! Libraries that make a page's elements like those that the server sends, which knows nothing of what the widget has added.

use super::{begin, is_tried};
use article_widget_e2e::{Scenes, Tag};

/// What the server has at this address.
const SERVED: &str =
    "const served = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const main = document.querySelector('main');";

/// A library, what the page's head has, and how it is told to morph.
const MORPHS: [(&str, &str, &str); 12] = [
    (
        "turbo, the page visited again",
        TURBO,
        "const morphed = new Promise((go) => addEventListener('turbo:morph', go, { once: true })); Turbo.visit(location.href, { action: 'replace' }); await morphed",
    ),
    (
        "turbo, told to refresh",
        TURBO,
        "const morphed = new Promise((go) => addEventListener('turbo:morph', go, { once: true })); Turbo.renderStreamMessage('<turbo-stream action=\"refresh\" method=\"morph\"></turbo-stream>'); await morphed",
    ),
    (
        "turbo, a part",
        TURBO,
        "Turbo.renderStreamMessage(`<turbo-stream action=\"replace\" method=\"morph\" targets=\"main\"><template>${served.querySelector('main').outerHTML}</template></turbo-stream>`); await pause(300)",
    ),
    ("idiomorph, all of <body>", IDIOMORPH, "Idiomorph.morph(document.body, served.body.outerHTML)"),
    (
        "idiomorph, what <body> holds",
        IDIOMORPH,
        "Idiomorph.morph(document.body, served.body.innerHTML, { morphStyle: 'innerHTML' })",
    ),
    (
        "idiomorph, what <main> holds, twice",
        IDIOMORPH,
        "for (let turn = 0; turn < 2; turn++) { Idiomorph.morph(main, served.querySelector('main').innerHTML, { morphStyle: 'innerHTML' }); await pause(100) }",
    ),
    (
        "idiomorph, the whole document",
        IDIOMORPH,
        "Idiomorph.morph(document.documentElement, served.documentElement.outerHTML, { head: { style: 'none' } })",
    ),
    ("morphdom", "<script src=\"/morphdom.js\"></script>", "morphdom(main, served.querySelector('main').outerHTML)"),
    (
        "morphdom, children only",
        "<script src=\"/morphdom.js\"></script>",
        "morphdom(main, served.querySelector('main').outerHTML, { childrenOnly: true })",
    ),
    ("alpine's morph", ALPINE, "Alpine.morph(main, served.querySelector('main').outerHTML)"),
    (
        "htmx 4, morphed",
        HTMX,
        "await htmx.ajax('GET', location.pathname, { target: 'main', select: 'main', swap: 'outerMorph' })",
    ),
    (
        "htmx 4, morphed inside",
        HTMX,
        "await htmx.ajax('GET', location.pathname, { target: 'body', select: 'main', swap: 'innerMorph' })",
    ),
];

const TURBO: &str = "<meta name=\"turbo-refresh-method\" content=\"morph\"><meta name=\"turbo-refresh-scroll\" content=\"preserve\"><script src=\"/turbo.js\"></script>";
const IDIOMORPH: &str = "<script src=\"/idiomorph.js\"></script>";
const ALPINE: &str = "<script defer src=\"/alpine-morph.js\"></script><script defer src=\"/alpine.js\"></script>";
const HTMX: &str = "<script src=\"/htmx4.js\"></script>";

#[test]
fn a_morph_takes_nothing_from_the_widget_and_who_is_writing_goes_on() {
    let Some(story) = begin(&["idiomorph"]) else { return };
    let mut all = Scenes::on(&story, "");
    let is_tried = |name: &str| is_tried(name.split(',').next().unwrap_or_default());
    for (nth, (name, head, morph)) in MORPHS.iter().enumerate().filter(|(_, (name, ..))| is_tried(name)) {
        all.with_head(head);
        for tag in all.tags(nth, &Tag::ALL) {
            all.play(name, tag, |scene| {
                scene.act(&format!("{SERVED} {morph}"))?;
                scene.is_untouched()?;
                scene.works()
            });
        }
    }
    all.end();
}
