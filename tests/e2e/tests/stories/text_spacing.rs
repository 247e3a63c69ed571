//! Readers who set letters, words, lines and paragraphs apart (WCAG 2.2, 1.4.12), and who enlarge the page four times (1.4.10): nothing is
//! cut off, nothing lies over something else, and nothing has to be scrolled sideways.

use article_widget_e2e::page::Page;
use article_widget_e2e::{Story, html};
use serde_json::{Value, json};

/// The spacing of the criterion, wherever text stands.
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]";

/// Where text is cut off, or lies over its neighbour. What only screen readers read is a pixel large.
const LOST: &str = "const lost = [];
    const seen = (each) => { const { width, height } = each.getBoundingClientRect(); return width > 2 && height > 2; };
    for (const each of root.querySelectorAll('.thread *')) {
        if (!seen(each) || each.closest('svg, select, textarea, .comment-body pre')) continue;
        const { overflowX, overflowY } = getComputedStyle(each);
        const is_cut = (overflow, inside, outside) => overflow !== 'visible' && inside > outside + 1;
        if (is_cut(overflowX, each.scrollWidth, each.clientWidth) || is_cut(overflowY, each.scrollHeight, each.clientHeight)) {
            lost.push(['cut', each.className || each.nodeName, each.textContent.slice(0, 40)]);
        }
    }
    for (const row of root.querySelectorAll('.toolbar, .finder-row, .actions, .comment-header, .comment-form-row')) {
        const boxes = [...row.children].filter(seen).map((each) => [each, each.getBoundingClientRect()]);
        for (const [number, [one, a]] of boxes.entries()) {
            for (const [other, b] of boxes.slice(number + 1)) {
                const over = Math.min(a.right, b.right) - Math.max(a.left, b.left), below = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                const isText = (each) => each.textContent.trim();
                if (over > 1.5 && below > 12 && isText(one) && isText(other)) lost.push(['over', one.textContent.slice(0, 30), other.textContent.slice(0, 30)]);
            }
        }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) lost.push(['sideways', scrollWidth, clientWidth]);
    return lost";

#[track_caller]
fn nothing_is_lost(page: &Page<'_>, state: &str) {
    page.session().let_two_frames_pass();
    let lost = page.script(LOST, json!([]));
    assert_eq!(lost, Value::Array(Vec::new()), "{state}");
}

/// A thread with all that stands in rows, the search and a composer open.
fn full(page: &Page<'_>) {
    let first = page.post(
        "Augusta Ada King, Countess of Lovelace",
        "The bridge is closed, and https://example.org/a-rather-long-address-without-a-space says why.",
    );
    let reply =
        page.reply(&first, "Since **when**, and for how long? Nobody who lives here has been told anything about it.");
    page.edit(&reply, "Since when, and why?");
    let gone = page.post("Grace", "Never mind.");
    page.delete(&gone);
    page.click("li.comment [data-action=react]");
    page.click(".signs .sign");
    page.wait_for(".chip");
    page.click("[data-action=search]");
    page.wait_for("[data-action=search-field]");
    page.fill("[data-action=search-field]", "bridge");
    page.wait_for("[data-action=search-next]");
    page.click("[data-action=search-next]");
    page.open_reply(&page.wait_for_row("Since when, and why?"));
}

#[test]
fn text_that_is_set_apart_loses_nothing() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"spaced\"", html::ARTICLE)));
    let page = story.open("/story.html");
    full(&page);
    page.script(SPACED, json!([]));
    for width in [1280, 360, 320] {
        story.session.viewport(width, 900);
        nothing_is_lost(&page, &format!("set apart, {width} px"));
    }
}

#[test]
fn a_page_enlarged_four_times_loses_nothing() {
    // A window of 1280 by 1024 pixels that is enlarged four times is one of 320 by 256.
    let story = Story::on_page(&html::page(&html::widget("thread=\"enlarged\"", html::ARTICLE)));
    let page = story.open("/story.html");
    full(&page);
    story.session.viewport(320, 256);
    nothing_is_lost(&page, "enlarged four times");
    assert_eq!(page.style_of(".finder", "position"), "static", "it leaves the place to what is read");
}
