//! A reader looks after what is kept: restores, erases, deletes for good, by pointer and by keys.

use article_widget_e2e::keys::{ENTER, ESCAPE, SHIFT, TAB};
use article_widget_e2e::page::Page;
use article_widget_e2e::{Story, axe, showcase};
use serde_json::json;

use crate::panel_files::backup;

/// The smallest side of what is pressed, in CSS pixels.
const TARGET: u64 = 44;

#[test]
fn everything_here_is_deleted_in_both_tabs_and_stays_deleted() {
    let story = Story::begin();
    let page = story.open("/");
    page.post("Ada", "To be gone");
    let here = story.session.window();
    let there = story.session.new_window();
    story.session.switch_to(&there);
    story.open("/");
    page.wait_for_count("1 Comment");

    story.session.switch_to(&here);
    page.open_panel();
    page.click("[data-action=delete-all]");
    page.click("[data-action=answer-yes]");
    page.wait_for_count("0 Comments");

    story.session.switch_to(&there);
    page.wait_for_count("0 Comments");
    for window in [&there, &here] {
        story.session.switch_to(window);
        story.session.reload();
        page.wait_until_ready();
        page.wait_for_count("0 Comments");
    }
    assert!(!format!("{:?}", page.storage()).contains("To be gone"));
}

#[test]
fn a_reader_who_is_forgotten_leaves_nothing_but_the_marks_of_that() {
    let story = Story::begin();
    story.seed(showcase::thread("another discussion").entries());
    let page = story.open("/");
    page.post("Ada", "To be gone");
    page.open_panel();
    page.session().wait_for("both discussions", || {
        let listed = page.script("return root.querySelectorAll('[data-thread]').length", json!([]));
        if listed == json!(2) { Ok(()) } else { Err(listed.to_string()) }
    });
    page.click("[data-action=forget]");
    page.click("[data-action=answer-yes]");
    page.wait_for_count("0 Comments");
    page.session().wait_for("empty storage", || {
        let left: Vec<String> = page.storage().into_keys().filter(|key| !key.starts_with("\"aw1g:")).collect();
        if left.is_empty() { Ok(()) } else { Err(format!("{left:?}")) }
    });
    page.wait_until_gone("[data-thread]");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("0 Comments");
    assert_eq!(page.value("form[data-form=new] input[name=name]"), "");
}

#[test]
fn another_discussion_is_deleted_from_here() {
    let story = Story::begin();
    story.seed(showcase::thread("another discussion").entries());
    let page = story.open("/");
    page.post("Ada", "Still here");
    page.open_panel();
    page.click("[data-action=delete-thread]");
    page.wait_for_focus("the focus on the safe answer", |focus| focus.action == "answer-no");
    page.click("[data-action=answer-yes]");
    page.session().wait_for("one discussion", || {
        let listed = page.script("return root.querySelectorAll('[data-thread]').length", json!([]));
        if listed == json!(1) { Ok(()) } else { Err(listed.to_string()) }
    });
    page.wait_for_count("1 Comment");
}

#[test]
fn a_comment_deleted_long_ago_is_restored_or_erased() {
    let story = Story::begin();
    let page = story.open("/");
    for text in ["Back again", "Gone for good"] {
        let row = page.post("Ada", text);
        page.delete(&row);
    }
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("0 Comments");
    page.open_panel();
    assert_eq!(page.text_of(".deleted-text"), "Back again");
    page.click("#panel [data-action=undo]");
    page.wait_for_count("1 Comment");
    page.wait_for_row("Back again");
    page.click("#panel [data-action=erase]");
    page.click("#panel [data-action=answer-yes]");
    page.wait_until_gone("[data-group=deleted]");
    page.session().wait_for("the text to be gone", || {
        let left = format!("{:?}", page.storage());
        if left.contains("Gone for good") { Err(left) } else { Ok(()) }
    });
}

#[test]
fn the_panel_is_used_by_keys_alone() {
    let story = Story::begin();
    let page = story.open("/");
    page.post("Ada", "By keys");
    let tab_to = |action: &str| {
        for _ in 0..60 {
            if page.focus().action == action {
                return;
            }
            page.session().press(&[TAB]);
        }
        article_widget_e2e::fail(format!("Tab never reached {action}"));
    };
    // A comment that was posted takes the focus; the button stands before the composer, and before the reactions to the article.
    page.wait_for_focus("the focus at the comment", |focus| !focus.row.is_empty());
    page.script("root.querySelector('form[data-form=new] textarea').focus()", json!([]));
    for action in ["react", "panel"] {
        story.session.press(&[SHIFT, TAB]);
        assert_eq!(page.focus().action, action);
    }
    story.session.press(&[ENTER]);
    page.wait_for("#panel [data-thread]");
    page.wait_for_focus("the focus in the panel", |focus| focus.element == "section");
    tab_to("backup");
    story.session.press(&[ENTER]);
    page.wait_for("#panel-offer");
    page.wait_for_focus("the focus on the file", |focus| focus.text.contains("comments-backup"));
    tab_to("close-offer");
    story.session.press(&[ENTER]);
    page.wait_until_gone("#panel-offer");
    tab_to("delete-all");
    story.session.press(&[ENTER]);
    page.wait_for_focus("the focus on the safe answer", |focus| focus.action == "answer-no");
    story.session.press(&[ESCAPE]);
    page.wait_until_gone(".panel-question");
    page.wait_for_focus("the focus in the panel", |focus| focus.element == "section");
    story.session.press(&[ESCAPE]);
    page.wait_until_gone("#panel");
    page.wait_for_focus("the focus on the button", |focus| focus.action == "panel");
    page.wait_for_count("1 Comment");
}

/// Looks at the page with the panel in both colour schemes and at both widths.
#[track_caller]
pub(crate) fn is_clean(page: &Page<'_>, state: &str) {
    is_clean_in(page, "#panel", state);
}

/// Likewise, with the part of the widget that a selector finds.
#[track_caller]
pub(crate) fn is_clean_in(page: &Page<'_>, part: &str, state: &str) {
    axe::is_clean(page.session(), state, &[], |width| {
        let small = page.script(
                "return [...root.querySelectorAll(`${rest[1]} :is(button, a, label, summary, input[type=file]), [data-action=panel]`)]
                    .filter((each) => { const { width, height } = each.getBoundingClientRect(); return height > 0 && (height < rest[0] - .5 || width < rest[0] - .5); })
                    .map((each) => each.outerHTML)",
                json!([TARGET, part]),
            );
        assert_eq!(small, json!([]), "{state}, {width} px: too small to be pressed");
        let over = page.script(
                "const edge = root.querySelector(rest[0]).getBoundingClientRect();
                return [...root.querySelectorAll(`${rest[0]} *`)].filter((each) => { const box = each.getBoundingClientRect(); return box.width > 1 && (box.left < edge.left - 1 || box.right > edge.right + 1); }).map((each) => each.outerHTML.slice(0, 200))",
                json!([part]),
            );
        assert_eq!(over, json!([]), "{state}, {width} px: it leaves {part}");
    });
    page.session().viewport(1280, 900);
}

#[test]
fn the_panel_is_accessible_in_every_state() {
    let file = backup();
    let story = Story::begin();
    story.seed(showcase::thread("demo").entries());
    story.seed(showcase::thread("another discussion").entries());
    let page = story.open("/");
    page.wait_for("li.comment");
    story.session.wait_until("the article", "return !!document.querySelector('article h1')");
    let row = page.post("Ada", "To be deleted in a moment");
    page.delete(&row);
    page.open_panel();
    page.wait_for("[data-thread]");
    is_clean(&page, "open");
    page.click("[data-action=backup]");
    page.wait_for("#panel-offer");
    is_clean(&page, "a file is offered");
    page.click("[data-action=close-offer]");
    page.choose_file("theirs.jsonl", &format!("{file}garbage\n"));
    page.wait_for(".figures");
    page.click(".reasons summary");
    is_clean(&page, "a preview");
    page.click("[data-action=import]");
    page.wait_for("[data-action=undo-import]");
    is_clean(&page, "imported");
    page.click("[data-action=forget]");
    page.wait_for(".panel-question");
    is_clean(&page, "a question");
}
