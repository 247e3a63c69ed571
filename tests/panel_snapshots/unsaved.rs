//! What of a file finds no space, as the panel draws it.

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg};
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage::msg::{FileMsg, ImportMsg, PanelMsg};
use article_widget::store::copy::usage::Usage;

use super::support::Page;
use super::{choose, count, open, text, texts};

/// Space for nothing.
const NONE: Usage = Usage { origin: 5_242_880, ours: 1_000, quota: 5_242_880 };

#[track_caller]
fn backup(page: &mut Page) -> String {
    page.send(FileMsg::AskedForBackup { everything: false });
    page.widget.manage.offer.clone().unwrap().text.unwrap()
}

/// A page that is shown a file for which there is no space, and has asked for what stands in it.
fn without_space(file: &str) -> Page {
    let mut page = open();
    page.usage = NONE;
    choose(&mut page, file);
    assert_eq!(count(&page, "#panel-unsaved, [data-action=import]"), 0);
    assert_eq!(
        text(&page, "[data-action=unsaved][aria-expanded=false]:not([aria-controls])"),
        "Show them without saving"
    );
    assert!(!text(&page, "#panel-import").contains("nothing new"), "there is something, but no space for it");
    page.send(ImportMsg::ToggledUnsaved);
    assert_eq!(text(&page, "[data-action=unsaved][aria-expanded=true][aria-controls=panel-unsaved]"), "Hide them");
    page
}

#[test]
fn what_finds_no_space_is_read_without_being_saved() {
    let mut theirs = open();
    let attack = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) https://a.example/";
    theirs.submit(ComposerId::New, "<b>Mallory</b>", attack);
    let second = theirs.post("שלום");
    theirs.send(ComposerMsg::PressedEdit(second));
    theirs.send(ComposerMsg::Submitted {
        composer: ComposerId::Edit(second),
        name: None,
        body: "  two\n\nparagraphs".to_owned(),
    });
    let gone = theirs.post("gone");
    theirs.send(ActionMsg::PressedDelete(gone));
    let file = backup(&mut theirs);
    let mut page = without_space(&file);
    assert!(text(&page, "#panel-unsaved .panel-note").starts_with("These are not saved."));
    assert_eq!(texts(&page, "#panel-unsaved .comment-body"), [attack, "שלום", "  twoparagraphs"]);
    let names = ["<b>Mallory</b>", "Reader without a name", "Reader without a name"];
    assert_eq!(texts(&page, "#panel-unsaved bdi.comment-name"), names);
    assert_eq!(count(&page, "#panel-unsaved time[datetime][title]"), 3);
    assert_eq!(texts(&page, "#panel-unsaved li[data-unsaved='2'][tabindex='-1'] .edit-mark"), ["edit of a comment"]);
    assert_eq!(count(&page, "#panel-unsaved .edit-mark"), 1);
    assert_eq!(count(&page, "#panel-unsaved .comment-body p[dir=auto]"), 4);
    assert_eq!(texts(&page, "#panel-unsaved a[rel][target]"), ["https://a.example/"]);
    assert_eq!(count(&page, "#panel-unsaved :is(img, b, script, [onerror], [style])"), 0);
    assert!(text(&page, "[data-figure=not-listed]").starts_with("2 entries are not listed"));
    page.send(ImportMsg::ToggledUnsaved);
    assert_eq!(count(&page, "#panel-unsaved"), 0);
}

#[test]
fn of_much_that_finds_no_space_fifty_are_drawn_at_once() {
    let mut theirs = open();
    for number in 0..130 {
        theirs.post(&format!("Number {number}"));
    }
    let file = backup(&mut theirs);
    let mut page = without_space(&file);
    for (drawn, label) in [(50, "Show 50 more (80)"), (100, "Show the rest (30)")] {
        assert_eq!(count(&page, "#panel-unsaved li"), drawn);
        assert_eq!(text(&page, "[data-action=more-unsaved]"), label);
        page.send(ImportMsg::AskedForMoreUnsaved);
    }
    assert_eq!(count(&page, "#panel-unsaved li"), 130);
    assert_eq!(count(&page, "[data-action=more-unsaved], [data-figure=not-listed]"), 0);
}

#[test]
fn where_nothing_without_space_has_a_text_no_button_promises_one() {
    let mut theirs = open();
    let gone = theirs.post("gone");
    theirs.send(ActionMsg::PressedDelete(gone));
    let file = backup(&mut theirs);
    let mut page = open();
    page.usage = NONE;
    choose(&mut page, &file);
    assert_eq!(text(&page, "[data-figure=over-room]"), "2 entries find no room and will not be imported.");
    assert_eq!(count(&page, "[data-action=unsaved]"), 0);
    assert!(text(&page, "#panel-import").contains("2 entries are not listed"));
}

#[test]
fn what_belongs_to_another_discussion_says_so() {
    let mut theirs = Page::new(1);
    theirs.widget.app.config.thread = ThreadId::explicit("other").unwrap();
    theirs.widget.app.config.title = "<i>Another</i> page".to_owned();
    theirs.send(Msg::Started);
    theirs.send(PanelMsg::Toggled);
    theirs.post("There");
    theirs.post("There too");
    let page = without_space(&backup(&mut theirs));
    assert_eq!(text(&page, "#panel-unsaved .comment-header"), "Reader without a namenowin <i>Another</i> page");
    assert_eq!(text(&page, "#panel-unsaved span bdi"), "<i>Another</i> page");
}
