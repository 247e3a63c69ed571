//! What helps to read an article: contents, links to its headings, copied code, wide tables and ways past it.

use article_widget_e2e::keys::{ENTER, TAB};
use article_widget_e2e::{OrFail, Page, Story, html, probe};
use serde_json::json;

use super::strict_policy::POLICY;

/// Notes what would be on the reader's clipboard, which not every engine lets a script read.
const CLIPBOARD: &str = "<script nonce=e2e>Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })</script>";
const NAV: &str = "nav.article-widget-contents";

fn fetched(attributes: &str) -> Story {
    let widget = html::widget(&format!("thread=\"tides\" src=\"/tides.html\" {attributes}"), "");
    let story = Story::on_page(&html::page_with_head(CLIPBOARD, &widget));
    story.server.page("/tides.html", &html::tides());
    story
}

const OWN: &str = "<article id=\"own\"><header><h1>Own</h1><p>By <span>Ada</span>, <time>today</time></p></header><p>Words.</p>\
                   <h2>One <em>half</em></h2><p>Words.</p><h2 id=\"kept\">Two</h2><p>Words.</p><h3>Three</h3><p>Words.</p></article>";

fn own(attributes: &str) -> Story {
    let widget = html::widget(&format!("thread=\"own\" {attributes}"), OWN);
    Story::on_page(&html::page_with_head(CLIPBOARD, &widget))
}

#[track_caller]
fn wait_for_light(page: &Page<'_>, selector: &str) {
    page.session().wait_until(selector, &format!("return !!document.querySelector('article-widget {selector}')"));
}

#[track_caller]
fn wait_until_light_gone(page: &Page<'_>, selector: &str) {
    page.session().wait_until(selector, &format!("return !document.querySelector('article-widget {selector}')"));
}

/// The texts of what a selector finds in the article.
#[track_caller]
fn texts(page: &Page<'_>, selector: &str) -> Vec<String> {
    let found =
        page.script("return [...widget.querySelectorAll(rest[0])].map((one) => one.textContent)", json!([selector]));
    serde_json::from_value(found).or_fail("texts")
}

#[track_caller]
fn press(page: &Page<'_>, selector: &str) {
    let find = "const found = document.querySelector('article-widget').querySelector(arguments[0]); found.scrollIntoView({ block: 'center' }); return found";
    let element = page.session().element(find, vec![selector.into()]).or_fail(selector);
    page.session().click(&element).or_fail(selector);
}

#[track_caller]
fn wait_until_copied(page: &Page<'_>, text: &str) {
    page.session().wait_for("the clipboard", || {
        match page.session().script("return window.copied ?? null", Vec::new()) {
            copied if copied == json!(text) => Ok(()),
            copied => Err(copied.to_string()),
        }
    });
}

#[track_caller]
fn wait_until_said(page: &Page<'_>, text: &str) {
    page.session().wait_for("what is said", || {
        match page.script("return root.querySelector('[role=status].said')?.textContent ?? null", json!([])) {
            said if said == json!(text) => Ok(()),
            said => Err(said.to_string()),
        }
    });
}

#[test]
fn a_long_article_has_contents_that_lead_to_its_sections_and_back() {
    let story = fetched("");
    let page = story.open("/story.html");
    wait_for_light(&page, &format!("{NAV} li"));
    assert_eq!(texts(&page, &format!("{NAV} [role=heading]")), ["Contents"]);
    assert_eq!(texts(&page, &format!("{NAV} li a")), ["The first", "Within it", "The second", "Größe & Tiefe"]);
    assert_eq!(texts(&page, &format!("{NAV} li li a")), ["Within it"]);
    page.script("widget.querySelector('nav details').open = true", json!([]));
    press(&page, &format!("{NAV} > details > ol > li:last-child a"));
    let there = "const { top } = [...document.querySelectorAll('article h2')].at(-1).getBoundingClientRect(); return top >= 0 && top < innerHeight / 2 && scrollY > 0";
    story.session.wait_until("the section", there);
    story.session.back();
    story.session.wait_until(
        "the contents again",
        "const { bottom } = document.querySelector('article nav').getBoundingClientRect(); return bottom > 0",
    );
}

#[test]
fn the_link_beside_a_heading_shows_when_the_pointer_is_over_it() {
    let story = fetched("");
    let page = story.open("/story.html");
    let heading = "h2#article-the-first";
    wait_for_light(&page, heading);
    let is_shown = format!(
        "const over = document.querySelector('article-widget').querySelector('{heading}'); return +getComputedStyle(over.previousElementSibling.querySelector('a')).opacity > .6"
    );
    assert_eq!(page.session().script(&is_shown, Vec::new()), json!(false), "before");
    press(&page, heading);
    page.session().wait_until("the link", &is_shown);
}

#[test]
fn a_link_beside_a_heading_copies_its_address_and_is_no_part_of_the_heading() {
    let story = fetched("");
    let page = story.open("/story.html");
    wait_for_light(&page, ".article-widget-anchor > a");
    assert_eq!(texts(&page, ".article-body :is(h2, h3)"), ["The first", "Within it", "The second", "Größe & Tiefe"]);
    assert_eq!(texts(&page, ".article-widget-anchor"), ["", "", "", ""]);
    let named = page.script(
        "return [...widget.querySelectorAll('.article-widget-anchor > a')].map((a) => [a.ariaLabel, a.parentElement.nextElementSibling.id === decodeURIComponent(a.hash.slice(1))])",
        json!([]),
    );
    assert_eq!(named[2], json!(["Copy link to “The second”", true]));
    press(&page, ".article-widget-anchor:has(+ h3) > a");
    let id = page.script("return widget.querySelector('h3').id", json!([]));
    let id = id.as_str().or_fail("an id");
    wait_until_copied(&page, &story.server.url(&format!("/story.html#{id}")));
    wait_until_said(&page, "Link copied");
    assert_eq!(story.session.script("return location.hash", Vec::new()), json!(""), "nothing was gone to");
    // Somebody opens what was copied.
    story.session.goto(&story.server.url("/empty.html"));
    let page = story.open(&format!("/story.html#{id}"));
    wait_for_light(&page, ".article-widget-anchor > a");
    let there = "const { top } = document.querySelector('article h3').getBoundingClientRect(); return top >= 0 && top < innerHeight";
    story.session.wait_until("the section", there);
}

#[test]
fn code_is_copied_as_it_stands() {
    let story = fetched("");
    let page = story.open("/story.html");
    wait_for_light(&page, ".article-widget-copy > button");
    let name = "return [...widget.querySelectorAll('.article-widget-copy button')].map((button) => [button.getAttribute('aria-label'), button.offsetWidth > 60])";
    assert_eq!(page.script(name, json!([])), json!([["Copy code", true]]));
    press(&page, ".article-widget-copy > button");
    wait_until_copied(&page, "let tide = \"low\";\nwait();");
    wait_until_said(&page, "Copied");
}

#[test]
fn a_table_that_is_too_wide_says_so_and_another_does_not() {
    let story = fetched("");
    let page = story.open("/story.html");
    wait_for_light(&page, ".article-widget-wide");
    let hints = "return [...widget.querySelectorAll('.article-widget-wide')].map((hint) => hint.dataset.hint)";
    assert_eq!(page.script(hints, json!([])), json!(["Scroll sideways to see the whole table."]));
    let more = "return [...widget.querySelectorAll('.article-table')].map((table) => table.dataset.more ?? '')";
    assert_eq!(page.script(more, json!([])), json!(["right", ""]));
    page.script("widget.querySelector('.article-table').scrollLeft = 1e5", json!([]));
    story
        .session
        .wait_until("the other side", "return document.querySelector('.article-table').dataset.more === 'left'");
}

#[test]
fn by_keys_a_reader_gets_past_the_article_and_its_contents() {
    let story = fetched("");
    let page = story.open("/story.html");
    page.wait_until_ready();
    wait_for_light(&page, &format!("{NAV} .article-widget-skip"));
    let focused = "return document.activeElement.textContent";
    let header = "const header = document.querySelector('.article-header'); header.tabIndex = -1; header.focus()";
    story.session.script(header, Vec::new());
    story.session.press(&[TAB]);
    assert_eq!(story.session.script(focused, Vec::new()), json!("Skip to comments"));
    story.session.press(&[TAB]);
    assert_eq!(story.session.script(focused, Vec::new()), json!("Skip contents"));
    story.session.press(&[ENTER]);
    story.session.wait_until("the text", "return document.activeElement.classList.contains('article-body')");
    story.session.script(header, Vec::new());
    story.session.press(&[TAB]);
    story.session.press(&[ENTER]);
    story.session.wait_until("the comments", "return document.activeElement.localName === 'article-widget'");
}

#[test]
fn a_short_article_has_no_contents() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"short\" src=\"/article.html\"", "")));
    let page = story.open("/story.html");
    wait_for_light(&page, ".article-widget-anchor");
    assert_eq!(texts(&page, NAV).len(), 0);
}

#[test]
fn the_pages_own_article_gets_what_enhance_names_and_is_as_it_was_without() {
    let story = own("");
    let page = story.open("/story.html");
    let markup = "return widget.querySelector('#own').outerHTML";
    let before = page.script(markup, json!([]));
    page.script("widget.setAttribute('enhance', 'anchors TOC')", json!([]));
    wait_for_light(&page, &format!("{NAV} li"));
    assert_eq!(texts(&page, &format!("{NAV} li a")), ["One half", "Two", "Three"]);
    assert_eq!(texts(&page, ":is(h2, h3)"), ["One half", "Two", "Three"]);
    let ids = page.script("return [...widget.querySelectorAll('h2, h3')].map((one) => one.id)", json!([]));
    assert_eq!(ids, json!(["section-one-half", "kept", "section-three"]));
    assert_eq!(
        page.script("return widget.querySelector('nav').previousElementSibling.localName", json!([])),
        json!("header")
    );
    press(&page, ".article-widget-anchor:has(+ #kept) > a");
    wait_until_copied(&page, &story.server.url("/story.html#kept"));
    page.script("widget.setAttribute('enhance', 'anchors')", json!([]));
    wait_until_light_gone(&page, NAV);
    assert_eq!(texts(&page, ".article-widget-anchor").len(), 3);
    page.script("widget.removeAttribute('enhance')", json!([]));
    wait_until_light_gone(&page, ".article-widget-anchor");
    assert_eq!(page.script(markup, json!([])), before);
}

#[test]
fn a_page_that_changes_its_article_has_everything_once() {
    let story = own("enhance=\"toc anchors\"");
    let page = story.open("/story.html");
    wait_for_light(&page, &format!("{NAV} li"));
    for (change, wanted) in [
        (
            "own.querySelector('h2').replaceWith(Object.assign(document.createElement('h2'), { textContent: 'New' }))",
            json!(["New", "Two", "Three"]),
        ),
        ("own.querySelector('#kept').firstChild.data = 'Changed'", json!(["New", "Changed", "Three"])),
        ("own.replaceWith(own.cloneNode(true))", json!(["New", "Changed", "Three"])),
        ("own.querySelector('h3').remove()", json!(["New", "Changed"])),
        (
            "for (const one of own.querySelectorAll('nav, .article-widget-anchor')) one.remove()",
            json!(["New", "Changed"]),
        ),
    ] {
        page.script(&format!("const own = widget.querySelector('#own'); {change}"), json!([]));
        let seen = "const all = (selector) => [...document.querySelectorAll('article-widget ' + selector)];
            return [all('nav li a').map((a) => a.textContent), all('.article-widget-anchor').map((box) => box.nextElementSibling?.textContent), all('nav').length]";
        story.session.wait_for(change, || match story.session.script(seen, Vec::new()) {
            seen if seen == json!([wanted, wanted, 1]) => Ok(()),
            seen => Err(seen.to_string()),
        });
    }
}

#[test]
fn an_address_that_names_a_heading_without_an_id_leads_there() {
    let filler = "<p>Words.</p>".repeat(200);
    let article = format!("<article><h1>Own</h1><h2>One</h2>{filler}<h2>The end</h2><p>Words.</p></article>");
    let story = Story::on_page(&html::page(&html::widget("thread=\"own\" enhance=\"anchors\"", &article)));
    story.session.goto(&story.server.url("/story.html#section-the-end"));
    story.session.wait_until("the section", "const { top } = [...document.querySelectorAll('h2')].at(-1).getBoundingClientRect(); return scrollY > 0 && top < innerHeight");
}

#[test]
fn the_words_are_the_pages_own() {
    let words = "<script type=\"application/json\" id=\"words\">{\"article-contents\": \"Inhalt\", \"article-copy-link\": \"Link zu {heading}\"}</script>";
    let widget = html::widget("thread=\"own\" enhance=\"toc anchors\" strings=\"words\"", OWN);
    let story = Story::on_page(&html::page(&format!("{words}{widget}")));
    let page = story.open("/story.html");
    wait_for_light(&page, &format!("{NAV} li"));
    assert_eq!(texts(&page, &format!("{NAV} [role=heading]")), ["Inhalt"]);
    let label = page.script("return widget.querySelector('.article-widget-anchor > a').ariaLabel", json!([]));
    assert_eq!(label, json!("Link zu One half"));
    assert_eq!(probe::sightings(&story.session).errors, Vec::<String>::new());
}

#[test]
fn all_of_it_lives_under_a_strict_policy() {
    let story = fetched("");
    story.server.header("Content-Security-Policy", POLICY);
    story.server.page(
        "/own.html",
        &html::page_with_head(CLIPBOARD, &html::widget("thread=\"own\" enhance=\"toc anchors\"", OWN)),
    );
    let page = story.open("/story.html");
    wait_for_light(&page, &format!("{NAV} li"));
    press(&page, ".article-widget-copy > button");
    wait_until_said(&page, "Copied");
    assert_eq!(
        page.script("return getComputedStyle(widget.querySelector('.article-widget-copy')).height", json!([])),
        json!("0px")
    );
    assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new());
    let page = story.open("/own.html");
    wait_for_light(&page, &format!("{NAV} li"));
    press(&page, ".article-widget-anchor > a");
    wait_until_said(&page, "Link copied");
    assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new());
}
