//! A reader takes files along, and brings them back.

use article_widget_e2e::Story;
use article_widget_e2e::keys::{ENTER, TAB};
use article_widget_e2e::page::Page;

use crate::full_storage::{FILL, fingerprint};
use crate::panel::is_clean;

#[track_caller]
fn figure(page: &Page<'_>, which: &str) -> String {
    page.wait_for(".figures");
    page.text_of(&format!("[data-figure={which}] dd"))
}

/// A backup of two comments, made in a browser that is closed then.
#[track_caller]
pub(crate) fn backup() -> String {
    let story = Story::begin();
    let page = story.open("/");
    let first = page.post("Ada", "The first of two");
    page.reply(&first, "The second of two");
    page.open_panel();
    page.click("[data-action=backup]");
    page.take_file()
}

#[test]
fn a_backup_made_in_one_browser_is_restored_in_another() {
    let file = backup();
    let story = Story::begin();
    let page = story.open("/");
    page.open_panel();
    page.choose_file("backup.jsonl", &file);
    assert_eq!(figure(&page, "refused"), "0");
    page.click("[data-mode=own]");
    page.wait_for("[data-mode=own]:checked");
    page.wait_for(".figures");
    page.click("[data-action=import]");
    page.click("[data-action=answer-yes]");
    page.wait_for("[data-action=close-import]");
    page.wait_for_count("2 Comments");
    page.click("[data-action=close-import]");
    page.click("[data-action=close-panel]");
    page.wait_until_gone("#panel");
    let row = page.row("The first of two");
    page.edit(&row, "The first, edited in the other browser");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_row("The first, edited in the other browser");
    page.wait_for_count("2 Comments");
}

#[test]
fn an_import_is_shown_first_changes_nothing_twice_and_can_be_undone() {
    let mut lines: Vec<String> = backup().lines().map(str::to_owned).collect();
    lines.insert(2, "{\"this\":\"is no line of such a file\"}".to_owned());
    let file = lines.join("\n");
    let story = Story::begin();
    let page = story.open("/");
    page.open_panel();
    let before = page.storage();
    page.choose_file("theirs.jsonl", &file);
    assert_eq!(figure(&page, "refused"), "1");
    assert!(page.text_of("#panel-import").contains("not complete"));
    assert!(page.text_of(".reasons li").contains("Line 3"));
    page.wait_for_focus("the focus on the preview", |focus| focus.text.contains("not complete"));
    assert_eq!(page.storage(), before, "a preview writes nothing");

    page.click("[data-action=import]");
    page.wait_for_count("2 Comments");
    page.wait_for("[data-batch]");
    let row = page.row("The first of two");
    assert!(!row.actions.iter().any(|action| action == "edit"), "what is somebody's is not edited: {row:?}");

    page.choose_file("theirs.jsonl", &file);
    assert_eq!(figure(&page, "new"), "0");
    page.click("[data-action=close-import]");

    page.click("[data-action=undo-batch]");
    page.wait_for_count("0 Comments");
    page.wait_until_gone("[data-batch]");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("0 Comments");
}

#[test]
fn what_finds_no_space_is_read_by_keys_and_gone_after_a_reload() {
    let file = backup();
    let story = Story::begin();
    story.open("/");
    story.prepare(FILL);
    let page = story.open("/");
    page.open_panel();
    let before = fingerprint(&page);
    page.choose_file("theirs.jsonl", &file);
    assert_eq!(figure(&page, "new"), "0");
    let said = page.text_of("[data-figure=over-room]");
    assert_eq!(said, "2 entries find no room and will not be imported.");
    assert!(!page.has("[data-action=import]"), "there is nothing to import");
    page.wait_for_focus("the focus on the preview", |focus| focus.text.contains("find no room"));
    story.session.press(&[TAB]);
    page.wait_for_focus("the focus on the button", |focus| focus.action == "unsaved");
    story.session.press(&[ENTER]);
    page.wait_for("#panel-unsaved li");
    let shown = page.text_of("#panel-unsaved");
    for text in ["These are not saved.", "Ada", "The first of two", "The second of two"] {
        assert!(shown.contains(text), "{text:?} is missing in {shown:?}");
    }
    page.wait_for_focus("the focus still on the button", |focus| focus.text == "Hide them");
    is_clean(&page, "what finds no room");
    assert_eq!(fingerprint(&page), before, "looking at it keeps nothing");
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_count("0 Comments");
    assert!(!page.has("#panel-unsaved"));
    assert_eq!(fingerprint(&page), before, "and nothing came later");
}

#[test]
fn a_file_that_is_no_such_file_is_refused_in_one_message() {
    let story = Story::begin();
    let page = story.open("/");
    page.open_panel();
    page.choose_file("diary.txt", "Dear diary");
    page.wait_for("#panel-import");
    assert!(page.text_of("#panel-import p").contains("not a file of comments"));
    page.click("[data-action=close-import]");
    page.wait_until_gone("#panel-import");
}

#[test]
fn where_nothing_can_be_kept_the_file_is_made_from_memory() {
    let story = Story::in_opaque_frame(800);
    let page = story.page();
    page.wait_until_ready();
    page.post("Ada", "Only while this page is open");
    page.click("[data-action=take-along]");
    page.wait_for("#panel-offer");
    assert!(page.text_of("#panel-offer").contains("1 comment"));
    assert!(page.take_file().contains("Only while this page is open"));
    assert!(!page.has("#panel-file"), "nothing can be brought in either");
    story.session.leave_frame();
}
