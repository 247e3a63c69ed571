//! A reader without a pointer.

use article_widget_e2e::keys::{CONTROL, ENTER, ESCAPE, SHIFT, TAB};
use article_widget_e2e::page::{EDIT_FORM, NEW_FORM, Page, REPLY_FORM};
use article_widget_e2e::{Story, html};

const SPACE: char = ' ';

/// The most stops between the page's start and any part of a short thread.
const STOPS: usize = 60;

fn begin() -> Story {
    Story::on_page(&html::page(&html::widget("thread=\"keys\"", html::ARTICLE)))
}

/// Presses Tab until the focus is where it should be.
#[track_caller]
fn tab_to(page: &Page<'_>, what: &str, there: impl Fn(&article_widget_e2e::page::Focus) -> bool) {
    let mut passed = Vec::new();
    for _ in 0..STOPS {
        page.session().press(&[TAB]);
        let focus = page.focus();
        if there(&focus) {
            return;
        }
        passed.push(focus);
    }
    article_widget_e2e::fail(format!("Tab never reached {what}; it passed {passed:#?}"));
}

#[track_caller]
fn type_keys(page: &Page<'_>, text: &str) {
    for character in text.chars() {
        page.session().press(&[character]);
    }
}

#[track_caller]
fn post_by_keys(page: &Page<'_>, text: &str) {
    tab_to(page, "the text field", |focus| focus.name == "body" && focus.form == "new");
    type_keys(page, text);
    page.session().press(&[CONTROL, ENTER]);
    page.wait_for_row(text);
}

#[test]
fn a_comment_is_written_sent_and_found_by_keys_alone() {
    let story = begin();
    let page = story.open("/story.html");
    tab_to(&page, "the text field", |focus| focus.name == "body" && focus.form == "new");
    type_keys(&page, "by keys");
    tab_to(&page, "the name field", |focus| focus.name == "name" && focus.form == "new");
    type_keys(&page, "Ada");
    tab_to(&page, "the button", |focus| focus.element == "button" && focus.form == "new");
    story.session.press(&[ENTER]);
    let row = page.wait_for_row("by keys");
    page.wait_for_focus("the focus on the posted comment", |focus| focus.row == row.id);
    assert_eq!(row.name, "Ada");
}

#[test]
fn ctrl_enter_sends_and_plain_enter_does_not() {
    let story = begin();
    let page = story.open("/story.html");
    tab_to(&page, "the text field", |focus| focus.name == "body");
    type_keys(&page, "one");
    story.session.press(&[ENTER]);
    type_keys(&page, "two");
    assert_eq!(page.value(&format!("{NEW_FORM} textarea[name=body]")), "one\ntwo");
    story.session.press(&[CONTROL, ENTER]);
    page.wait_for_row("one\ntwo");
}

#[test]
fn a_reply_form_takes_the_focus_and_gives_it_back() {
    let story = begin();
    let page = story.open("/story.html");
    post_by_keys(&page, "parent");
    let row = page.row("parent");
    tab_to(&page, "the reply button", |focus| focus.action == "reply");
    story.session.press(&[ENTER]);
    page.wait_for_focus("the focus in the reply's text field", |focus| focus.name == "body" && focus.form == "reply");
    story.session.press(&[ESCAPE]);
    page.wait_until_gone(REPLY_FORM);
    page.wait_for_focus("the focus on the button again", |focus| focus.action == "reply" && focus.row == row.id);

    story.session.press(&[SPACE]);
    page.wait_for_focus("the focus in the reply's text field", |focus| focus.name == "body" && focus.form == "reply");
    type_keys(&page, "child");
    story.session.press(&[ESCAPE]);
    assert_eq!(page.value(&format!("{REPLY_FORM} textarea[name=body]")), "child", "Escape throws no text away");
    story.session.press(&[CONTROL, ENTER]);
    let reply = page.wait_for_row("child");
    page.wait_for_focus("the focus on the posted reply", |focus| focus.row == reply.id);
}

#[test]
fn editing_and_deleting_keep_the_focus_at_the_comment() {
    let story = begin();
    let page = story.open("/story.html");
    post_by_keys(&page, "word");
    let row = page.row("word");
    tab_to(&page, "the edit button", |focus| focus.action == "edit");
    story.session.press(&[ENTER]);
    page.wait_for_focus("the focus in the edit's text field", |focus| focus.name == "body" && focus.form == "edit");
    type_keys(&page, "s");
    story.session.press(&[CONTROL, ENTER]);
    page.wait_until_gone(EDIT_FORM);
    page.wait_for_focus("the focus at the comment", |focus| focus.row == row.id);

    tab_to(&page, "the delete button", |focus| focus.action == "delete");
    story.session.press(&[ENTER]);
    page.wait_for_focus("the focus on Undo", |focus| focus.action == "undo" && focus.row == row.id);
    story.session.press(&[ENTER]);
    page.wait_for(&format!("li.comment:not(.deleted)[data-id='{}']", row.id));
    page.wait_for_focus("the focus at the comment", |focus| focus.row == row.id);
}

#[test]
fn tab_goes_through_the_thread_and_out_of_it_again() {
    let story = Story::on_page(&html::page(&format!(
        "<a href=\"#before\" id=\"before\">before</a>{}<a href=\"#after\" id=\"after\">after</a>",
        html::widget("thread=\"keys\"", html::ARTICLE)
    )));
    let page = story.open("/story.html");
    page.post("Ada", "Something");
    story.session.script("document.getElementById('before').focus()", Vec::new());
    tab_to(&page, "the link after the widget", |focus| focus.text == "after");
    story.session.press(&[SHIFT, TAB]);
    assert_ne!(page.focus().element, "body", "and back into it");
}

#[test]
fn keys_typed_in_the_form_do_not_reach_the_pages_shortcuts() {
    let story = begin();
    let page = story.open("/story.html");
    story.session.script(
        "window.heard = []; document.addEventListener('keydown', (event) => heard.push(event.key))",
        Vec::new(),
    );
    tab_to(&page, "the text field", |focus| focus.name == "body");
    story.session.script("heard.length = 0", Vec::new());
    type_keys(&page, "jk");
    assert_eq!(story.session.script("return heard", Vec::new()), serde_json::json!([]));
}
