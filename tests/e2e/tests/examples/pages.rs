//! Pages that lie beside the release.

use super::site;
use article_widget_e2e::{OrFail, Story};
use serde_json::json;

#[track_caller]
fn text(story: &Story, selector: &str) -> String {
    let found = story.session.script(
        "return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent).join(' | ')",
        vec![json!(selector)],
    );
    found.as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn wait_for_text(story: &Story, selector: &str, expected: &str) {
    story.session.wait_for(expected, || match text(story, selector) {
        seen if seen.contains(expected) => Ok(()),
        seen => Err(seen),
    });
}

#[track_caller]
fn press(story: &Story, selector: &str) {
    story.session.script("document.querySelector(arguments[0]).click()", vec![json!(selector)]);
}

#[test]
fn a_plain_page() {
    let Some(story) = site::story("pages") else { return };
    let page = story.open("/plain.html");
    let ad =
        page.script("return widget.querySelector('[slot=header-ad]').getBoundingClientRect().height > 0", json!([]));
    assert_eq!(ad, json!(true), "the page's own ad stands in the band");
    site::writes_and_comes_back(&story, &page, "plain");
}

#[test]
fn two_widgets_and_a_list_of_counts() {
    let Some(story) = site::story("pages") else { return };
    let island = story.open("/two-widgets.html");
    let coast = island.nth(1);
    coast.wait_until_ready();
    wait_for_text(&story, "nav li", "0 Comments | From the coast, 0 Comments");
    island.post("Ada", "Twice a week is enough.");
    story.session.script("scrollTo(0, 0)", Vec::new());
    wait_for_text(&story, "nav li", "1 Comment | From the coast, 0 Comments");
    coast.post("Bo", "Today it is gone.");
    coast.post("Bo", "And back.");
    // A count that nobody sees waits until somebody may.
    story.session.script("scrollTo(0, 0)", Vec::new());
    wait_for_text(&story, "nav li", "1 Comment | From the coast, 2 Comments");
    site::photograph(&story, "two-widgets");
}

#[test]
fn a_div_and_the_scripts_own_tag() {
    let Some(story) = site::story("pages") else { return };
    let by_div = story.open("/forms.html");
    let by_script = by_div.nth(1);
    by_script.wait_until_ready();
    by_div.post("Ada", "In the div");
    by_script.post("Bo", "Where the script stands");
    story.session.reload();
    by_div.wait_until_ready();
    by_script.wait_until_ready();
    assert_eq!(
        (by_div.texts(), by_script.texts()),
        (vec!["In the div".to_owned()], vec!["Where the script stands".to_owned()])
    );
    site::photograph(&story, "forms");
}

#[test]
fn every_event_and_method_is_logged() {
    let Some(story) = site::story("pages") else { return };
    let page = story.open("/events.html");
    let heard = |what: &str| wait_for_text(&story, "#log li", what);
    heard("ready {\"thread\":\"events-and-methods\",\"count\":0}");
    let row = page.post("Ada", "First");
    heard("comment-posted {\"thread\":\"events-and-methods\"");
    heard("\"parent\":null,\"name\":\"Ada\",\"body\":\"First\"");
    heard("\"state\":\"saved\"}");
    page.edit(&row, "First, changed");
    heard("\"body\":\"First, changed\"");
    page.delete(&row);
    heard("comment-deleted");
    page.undo(&row);
    heard("comment-restored");
    for (method, result) in [
        ("count", "count → 1"),
        ("exportThread", "characters"),
        ("importThread", "\"already\""),
        ("exportAll", "exportAll → "),
        ("reload", "reload → \"done\""),
        ("focusForm", "focusForm → \"done\""),
        ("clear", "clear → \"done\""),
    ] {
        press(&story, &format!("[data-method={method}]"));
        heard(result);
    }
    page.wait_for_count("0 Comments");
    assert!(!text(&story, "#log li").contains('✗'), "{}", text(&story, "#log li"));
    site::photograph(&story, "events");
}

/// Posts by hand and waits for the heading: what is said is not English here.
#[track_caller]
fn wait_for_heading(page: &article_widget_e2e::Page<'_>, expected: &str) {
    page.session().wait_for(expected, || match page.text_of(".heading") {
        seen if seen == expected => Ok(()),
        seen => Err(seen),
    });
}

/// Long words leave no place on a narrow page, also where the panel and a reply are open.
#[track_caller]
fn fits_a_phone(story: &Story, page: &article_widget_e2e::Page<'_>) {
    let first = page.rows().into_iter().next().or_fail("a first row");
    page.open_reply(&first);
    page.script("root.querySelector('[data-action=panel]').click()", json!([]));
    page.wait_for("#panel .meter");
    // Not every engine's window can be so narrow.
    story.session.script("document.body.style.inlineSize = '320px'; document.body.style.margin = 0", Vec::new());
    story.session.let_two_frames_pass();
    let wide = "const edge = document.body.getBoundingClientRect(); return [...root.querySelectorAll('.mount *')].filter((each) => { const { left, right } = each.getBoundingClientRect();
        return right - left > 1 && (left < edge.left - 1 || right > edge.right + 1) && !each.closest('.unseen, select'); })
        .map((each) => each.outerHTML.slice(0, 200))";
    assert_eq!(page.script(wide, json!([])), json!([]));
    page.script(
        "root.querySelector('[data-action=close-panel]').click(); root.querySelector('[data-action=cancel]').click()",
        json!([]),
    );
}

#[test]
fn a_page_in_german() {
    let Some(story) = site::story("pages") else { return };
    let page = story.open("/strings.html");
    wait_for_heading(&page, "0 Kommentare");
    let row = page.post("Ada", "Der Hund gehört dem Hafenmeister.");
    wait_for_heading(&page, "1 Kommentar");
    page.reply(&row, "Seit wann?");
    wait_for_heading(&page, "2 Kommentare");
    assert_eq!(page.text_of("time"), "jetzt");
    assert!(page.has("[data-action=reply][aria-label='Ada antworten']"));
    fits_a_phone(&story, &page);
    site::photograph(&story, "strings");
}

#[test]
fn a_page_from_right_to_left() {
    let Some(story) = site::story("pages") else { return };
    let page = story.open("/strings-rtl.html");
    wait_for_heading(&page, "لا تعليقات");
    let row = page.post("آدا", "الكلب لمدير الميناء.");
    wait_for_heading(&page, "تعليق واحد");
    page.reply(&row, "منذ متى؟");
    wait_for_heading(&page, "تعليقان");
    page.post("آدا", "منذ أمس.");
    wait_for_heading(&page, "3 تعليقات");
    assert_eq!(page.style_of(".thread", "direction"), "rtl");
    fits_a_phone(&story, &page);
    site::photograph(&story, "strings-rtl");
}
