//! Pages in the style sheets that many sites use.

use super::site;
use article_widget_e2e::Page;
use serde_json::json;

/// Fields and buttons have their own looks, not those that the page's sheet took away or gave.
#[track_caller]
fn keeps_its_looks(page: &Page<'_>) {
    assert_eq!(page.style_of("form[data-form=new]", "border-top-style"), "solid");
    assert_eq!(page.style_of("button[type=submit]", "cursor"), "pointer");
    let size = page.script(
        "const box = root.querySelector('button[type=submit]').getBoundingClientRect(); return box.height >= 40 && box.width >= 60",
        json!([]),
    );
    assert_eq!(size, json!(true), "the button can be hit");
}

#[test]
fn bootstrap() {
    let Some(story) = site::story("bootstrap") else { return };
    let page = story.open("/index.html");
    keeps_its_looks(&page);
    site::writes_and_comes_back(&story, &page, "bootstrap");
}

#[test]
fn tailwind_with_its_preflight_on_a_dark_page_that_declares_nothing() {
    let Some(story) = site::story("tailwind") else { return };
    let page = story.open("/index.html");
    keeps_its_looks(&page);
    let dark = page.script("return root.querySelector('.mount').classList.contains('dark')", json!([]));
    assert_eq!(dark, json!(true), "the thread is as dark as the page");
    site::writes_and_comes_back(&story, &page, "tailwind");
}
