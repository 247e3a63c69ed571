//! Strings that are written to become more than text, looked for in a thread that is made of them.

use article_widget_e2e::OrFail;
use serde::Deserialize;
use serde_json::json;

use crate::hostile_strings::{ask, attempts, is_harmless, nothing_happened, seeds, story, wait_until_drawn};

/// So many stand in one thread.
const AT_ONCE: usize = 120;
/// So many are looked for in one call of the driver, which does not wait longer.
const TYPED_AT_ONCE: usize = 24;

/// What came of searching.
#[derive(Debug, Deserialize)]
struct Searched {
    found: usize,
    marked: usize,
    refused: Vec<String>,
}

#[test]
fn what_is_looked_for_and_marked_stays_text_too() {
    let strings = attempts();
    let (mut found, mut marked) = (0, 0);
    for strings in strings.chunks(AT_ONCE) {
        let (story, before) = story("");
        story.seed(seeds(strings).entries());
        let page = story.open("/story.html");
        wait_until_drawn(&page);
        page.click("[data-action=search]");
        page.wait_for("[data-action=search-field]");
        let search = "const field = root.querySelector('[data-action=search-field]');
            const bad = [];
            let [found, marked] = [0, 0];
            for (const text of texts) {
                field.value = text;
                field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                await turn(0);
                field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
                await turn(30);
                const said = root.querySelector('.finder-count');
                found += /\\d/.test(said.textContent);
                marked += globalThis.CSS?.highlights?.get('article-widget-found')?.size > 0;
                bad.push(...foreign(root));
                for (const each of root.querySelectorAll('.finder *')) {
                    if (!/^(DIV|SPAN|INPUT|BUTTON|SVG|PATH)$/i.test(each.nodeName)) bad.push(each.outerHTML);
                }
            }
            return { found, marked, refused: bad }";
        for strings in strings.chunks(TYPED_AT_ONCE) {
            let searched: Searched =
                serde_json::from_value(ask(&page, search, json!(strings))).or_fail("what was found");
            assert_eq!(searched.refused, Vec::<String>::new(), "searched");
            found += searched.found;
            marked += searched.marked;
        }
        is_harmless(&page, "searched");
        nothing_happened(&story, &before, "searched");
    }
    // What has no letters at all is not looked for.
    assert!(found * 20 > strings.len() * 19, "each finds itself: {found} of {}", strings.len());
    assert!(marked * 10 > strings.len() * 9, "and is marked: {marked}");
    println!("searched: {} strings, {found} found, {marked} marked; 0 scripts, 0 reports, 0 requests", strings.len());
}
