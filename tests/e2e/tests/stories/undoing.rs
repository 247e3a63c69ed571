//! A reader takes back what they did, by the buttons beside it and by the keys that every program has for it.

use article_widget_e2e::keys::{CONTROL, SHIFT};
use article_widget_e2e::page::{Focus, NEW_FORM, Page, Row};
use article_widget_e2e::{Engine, Outage, Story, built, html};
use serde_json::json;

use crate::panel_files::backup;

fn begin() -> Story {
    Story::on_page(&html::page(&html::widget("thread=\"undo\"", html::ARTICLE)))
}

/// Puts the focus on a row, as a reader does who has just posted it.
fn stand_on(page: &Page<'_>, row: &Row) {
    page.script("root.querySelector(`li[data-id='${rest[0]}']`).focus()", json!([row.id]));
    page.wait_for_focus("the row", |focus| focus.row == row.id);
}

#[track_caller]
fn wait_for_texts(page: &Page<'_>, texts: &[&str]) {
    page.session().wait_for("the texts", || match page.texts() {
        shown if shown == texts => Ok(()),
        shown => Err(format!("{shown:?}")),
    });
}

fn is_on(focus: &Focus, action: &str, row: &Row) -> bool {
    focus.action == action && focus.row == row.id
}

#[test]
fn what_was_done_last_says_so_and_is_undone_and_done_again_by_its_buttons() {
    let story = begin();
    let page = story.open("/story.html");
    let row = page.post("Ada", "First words");
    assert_eq!(page.text_of(&row.inside(".undo-row")), "Comment posted.Undo");
    page.edit(&row, "Second words");
    assert_eq!(page.text_of(&row.inside(".undo-row")), "Comment edited.Undo");
    page.click(&row.inside("button[data-action=undo]"));
    page.wait_for_row("First words");
    page.wait_for_focus("what does it again", |focus| is_on(focus, "redo", &row));
    assert_eq!(page.text_of(&row.inside(".undo-row")), "Edit undone.RedoComment posted.Undo");
    page.click(&row.inside("button[data-action=redo]"));
    page.wait_for_row("Second words");
    page.wait_for_focus("what undoes it", |focus| is_on(focus, "undo", &row));
    page.delete(&row);
    page.undo(&row);
    assert_eq!(page.text_of(&row.inside(".undo-row")), "Deletion undone.RedoComment edited.Undo");
    for _ in 0..2 {
        page.click(&row.inside("button[data-action=undo]"));
        page.session().let_two_frames_pass();
    }
    page.wait_for_count("0 Comments");
    assert_eq!(page.text_of(&row.inside(".gone > span")), "Posting undone.");
    page.wait_for_focus("what posts it again", |focus| is_on(focus, "redo", &row));
    page.click(&row.inside("button[data-action=redo]"));
    wait_for_texts(&page, &["First words"]);
    story.session.reload();
    page.wait_until_ready();
    wait_for_texts(&page, &["First words"]);
    assert!(!page.has(".undo-row"), "what an earlier page did is not undone here");
}

#[test]
fn the_keys_undo_and_do_again_while_the_focus_is_in_the_widget() {
    let story = begin();
    let page = story.open("/story.html");
    let row = page.post("Ada", "First words");
    page.edit(&row, "Second words");
    stand_on(&page, &row);
    story.session.press(&[CONTROL, 'z']);
    wait_for_texts(&page, &["First words"]);
    story.session.press(&[CONTROL, SHIFT, 'z']);
    wait_for_texts(&page, &["Second words"]);
    for key in ['z', 'z'] {
        story.session.press(&[CONTROL, key]);
        page.session().let_two_frames_pass();
    }
    page.wait_for_count("0 Comments");
    story.session.press(&[CONTROL, 'y']);
    wait_for_texts(&page, &["First words"]);
    assert_eq!(page.text_of("[role=status]"), "Comment restored.");
}

#[test]
fn in_a_text_field_and_outside_the_widget_the_keys_are_the_browsers_and_the_pages() {
    let story = Story::on_page(&html::page(&format!(
        "<textarea id=theirs></textarea>{}",
        html::widget("thread=\"undo\"", html::ARTICLE)
    )));
    let page = story.open("/story.html");
    page.post("Ada", "Stays");
    let listen = "window.heard = []; document.addEventListener('keydown', (event) => {
        if (event.key === 'z') setTimeout(() => heard.push(event.defaultPrevented)); }, true)";
    story.session.script(listen, Vec::new());
    let field = format!("{NEW_FORM} textarea[name=body]");
    page.script("root.querySelector(rest[0]).focus()", json!([field]));
    story.session.press(&['a', 'b']);
    story.session.press(&[CONTROL, 'z']);
    // The driver of WebKit sends the keys to the page alone, not to the browser.
    if story.session.engine() != Engine::WebKit {
        page.session().wait_for("the browser's own undo", || match page.value(&field) {
            value if value != "ab" => Ok(()),
            value => Err(value),
        });
    }
    wait_for_texts(&page, &["Stays"]);
    story.session.script("document.getElementById('theirs').focus()", Vec::new());
    story.session.press(&[CONTROL, 'z']);
    story.session.wait_until("both keys", "return heard.length === 2");
    assert_eq!(story.session.script("return heard", Vec::new()), json!([false, false]));
    wait_for_texts(&page, &["Stays"]);
}

#[test]
fn what_another_tab_changed_since_is_left_as_it_is() {
    let story = begin();
    let page = story.open("/story.html");
    let row = page.post("Ada", "Mine");
    let here = story.session.window();
    let there = story.session.new_window();
    story.session.switch_to(&there);
    let other = story.open("/story.html");
    other.wait_for_row("Mine");
    other.edit(&row, "From the other tab");
    story.session.switch_to(&here);
    page.wait_for_row("From the other tab");
    page.wait_until_gone(".undo-row");
    stand_on(&page, &row);
    story.session.press(&[CONTROL, 'z']);
    page.wait_for(&row.inside(".undo-row"));
    assert_eq!(page.text_of(&row.inside(".undo-row")), "Left as it is: it was changed elsewhere since.");
    wait_for_texts(&page, &["From the other tab"]);
}

#[test]
fn the_history_shows_what_each_edit_changed_and_an_earlier_text_is_used_again() {
    let story = begin();
    let page = story.open("/story.html");
    let row = page.post("Ada", "One small word");
    page.edit(&row, "One large word");
    page.edit(&row, "Another <i>large</i> word");
    page.click(&row.inside(".history summary"));
    page.wait_for(&row.inside(".history del"));
    let of = |selector: &str| page.text_of(&row.inside(selector));
    assert_eq!(of(".history li:last-child del"), "small");
    assert_eq!(of(".history li:last-child ins"), "large");
    assert!(!page.has(".history i"), "what is marked is text");
    assert_eq!(page.style_of(&row.inside(".history del"), "text-decoration-line"), "line-through");
    page.click(&row.inside(".history li:last-child [data-action=use-again]"));
    page.wait_for_row("One small word");
    page.wait_for_focus("what undoes it", |focus| is_on(focus, "undo", &row));
    story.session.press(&[CONTROL, 'z']);
    page.wait_for_row("Another <i>large</i> word");
}

#[test]
fn where_what_draws_differences_does_not_come_the_earlier_texts_are_there_all_the_same() {
    let story = begin();
    story.server.break_down(&built::versioned("article-widget-history.wasm"), Outage::Missing);
    let page = story.open("/story.html");
    let row = page.post("Ada", "One small word");
    page.edit(&row, "One large word");
    page.click(&row.inside(".history summary"));
    page.session().wait_for("the request", || {
        let requests = story.server.requests();
        requests.iter().find(|path| path.contains("-history.")).map(drop).ok_or_else(|| format!("{requests:?}"))
    });
    assert_eq!(page.text_of(&row.inside(".history li")), "One small word");
}

#[test]
fn an_import_is_undone_and_made_again_by_keys_and_by_its_button() {
    let file = backup();
    let story = Story::begin();
    let page = story.open("/");
    page.post("Ada", "Mine");
    page.open_panel();
    page.choose_file("theirs.jsonl", &file);
    page.click("[data-action=import]");
    page.wait_for_row("The second of two");
    page.wait_for("[data-action=undo-import]");
    page.script("root.querySelector('#panel-import').focus()", json!([]));
    story.session.press(&[CONTROL, 'z']);
    wait_for_texts(&page, &["Mine"]);
    page.click("[data-action=redo-import]");
    page.wait_for_row("The second of two");
    page.click("[data-action=undo-import]");
    wait_for_texts(&page, &["Mine"]);
    page.script("root.querySelector('#panel-import').focus()", json!([]));
    story.session.press(&[CONTROL, SHIFT, 'z']);
    page.wait_for_row("The second of two");
}
