//! The panel "Your comments" as markup, drawn natively by Yew's server renderer.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

#[path = "panel_snapshots/files.rs"]
mod files;
#[path = "panel_snapshots/languages.rs"]
mod languages;
#[path = "panel_snapshots/unread.rs"]
mod unread;
#[path = "panel_snapshots/unsaved.rs"]
mod unsaved;

#[path = "support/drawing.rs"]
mod drawing;
#[path = "support/pseudo_language.rs"]
mod pseudo_language;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the scenarios ask more of a page than the panel does")]
mod support;

use article_widget::app::Msg;
use article_widget::app::config::Persistence;
use article_widget::app::msg::ActionMsg;
use article_widget::manage::msg::{FileMsg, ImportMsg, PanelMsg};
use article_widget::manage::panel::Deletion;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::copy::usage::Usage;
use article_widget::store::file::file_contents::FileError;
use article_widget::store::file::import_preview::ImportMode;
use drawing::drawn;
use scraper::{Html as Parsed, Selector};
use support::Page;

/// Draws a page, in English and once more in a language of which nothing may be missing.
#[track_caller]
fn parsed(page: &Page) -> Parsed {
    let mut widget = page.widget.clone();
    widget.app.config.messages = pseudo_language::messages();
    pseudo_language::must_be_whole(&drawn(widget));
    Parsed::parse_fragment(&drawn(page.widget.clone()))
}

/// The texts of what a selector finds.
fn texts(page: &Page, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    parsed(page).select(&selector).map(|element| element.text().collect()).collect()
}

#[track_caller]
fn text(page: &Page, selector: &str) -> String {
    texts(page, selector).into_iter().next().unwrap_or_else(|| "(nothing)".to_owned())
}

fn count(page: &Page, selector: &str) -> usize {
    texts(page, selector).len()
}

fn open() -> Page {
    let mut page = Page::started();
    page.send(PanelMsg::Toggled);
    page
}

/// A file of three comments, the second of them deleted, and the page it comes from.
fn backup() -> (Page, String) {
    let mut page = open();
    page.post("one");
    let second = page.post("two");
    page.post("three");
    page.send(ActionMsg::PressedDelete(second));
    page.send(FileMsg::AskedForBackup { everything: false });
    let text = page.widget.manage.offer.clone().unwrap().text.unwrap();
    (page, text)
}

fn choose(page: &mut Page, text: &str) {
    page.send(ImportMsg::ReadFile { name: "a.jsonl".to_owned(), text: Ok(std::rc::Rc::from(text)) });
}

#[test]
fn the_button_says_whether_the_panel_is_open() {
    let mut page = Page::started();
    assert_eq!(count(&page, "[data-action=panel][aria-expanded=false]"), 1);
    assert_eq!(count(&page, "#panel"), 0);
    page.send(PanelMsg::Toggled);
    assert_eq!(count(&page, "[data-action=panel][aria-expanded=true][aria-controls=panel]"), 1);
    assert_eq!(count(&page, "section#panel[tabindex='-1'][aria-labelledby=panel-title]"), 1);
    assert_eq!(text(&page, "#panel-title"), "Your comments");
}

#[test]
fn the_meter_is_a_picture_with_a_text() {
    let mut page = Page::started();
    page.post("Hello");
    page.usage = Usage { origin: 1_200_000, ours: 0, quota: 5_242_880 };
    page.send(PanelMsg::Toggled);
    let found = parsed(&page);
    let meter = found.select(&Selector::parse("svg.meter[role=img]").unwrap()).next().unwrap();
    assert_eq!(
        meter.attr("aria-label"),
        Some("under 1 KB used by comments, 1.1 MB by the rest of this site, 2.0 MB free")
    );
    assert_eq!(count(&page, ".meter rect[width]"), 3);
    assert_eq!(texts(&page, ".legend b"), ["under 1 KB", "1.1 MB", "2.0 MB"]);
}

#[test]
fn where_space_is_short_the_panel_says_what_follows() {
    for (origin, room) in [(4_800_000, "low"), (5_100_000, "full")] {
        let mut page = Page::started();
        page.usage = Usage { origin, ours: 0, quota: 5_242_880 };
        page.send(PanelMsg::Toggled);
        let said = text(&page, &format!("[data-room={room}] .panel-note"));
        assert!(said.contains("ew comments and edits are refused"), "{said}");
        assert!(said.contains("deleting, erasing and files always work"), "{said}");
    }
}

#[test]
fn an_offered_file_says_what_is_in_it() {
    let (page, _) = backup();
    assert_eq!(text(&page, "#panel-offer .file-name"), "comments-backup-2025-08-22.jsonl");
    assert!(text(&page, "#panel-offer").contains("A backup with 2 comments. It was read back and is complete."));
    assert_eq!(texts(&page, "#panel-offer button"), ["Download", "Not now"]);
}

#[test]
fn a_file_that_could_not_be_made_is_not_offered() {
    let (mut page, _) = backup();
    page.widget.manage.offer.as_mut().unwrap().text = None;
    assert!(text(&page, "#panel-offer").contains("The file could not be made"));
    assert_eq!(count(&page, "[data-action=take-offer]"), 0);
}

#[test]
fn a_preview_counts_what_is_new_here_and_refused() {
    let (_, file) = backup();
    let mut lines: Vec<&str> = file.lines().collect();
    lines.insert(3, "<b>garbage</b>");
    let mut page = open();
    choose(&mut page, &lines.join("\n"));
    assert!(text(&page, "#panel-import .panel-warning").starts_with("This file is not complete"));
    assert_eq!(texts(&page, ".figures dd")[2], "1");
    assert_eq!(text(&page, ".reasons li"), "Line 4: it is damaged or cut off.");
    assert_eq!(texts(&page, ".whose label > span").len(), 2);
    assert_eq!(count(&page, "[data-mode=foreign][checked]"), 1);
    page.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    assert_eq!(count(&page, "[data-mode=own][checked]"), 1);
    assert_eq!(texts(&page, "#panel-import button"), ["Import", "Cancel"]);
}

#[test]
fn of_many_refused_lines_the_first_fifty_are_listed() {
    let (_, file) = backup();
    let mut lines: Vec<&str> = file.lines().collect();
    (0..60).for_each(|_| lines.insert(1, "garbage"));
    let mut page = open();
    choose(&mut page, &lines.join("\n"));
    let listed = texts(&page, ".reasons li");
    assert_eq!((listed.len(), listed[50].as_str()), (51, "and 10 more"));
}

#[test]
fn a_file_without_anything_new_offers_no_import() {
    let (mut page, file) = backup();
    choose(&mut page, &file);
    assert!(text(&page, "#panel-import").contains("There is nothing new in this file."));
    assert_eq!(count(&page, "[data-action=import]"), 0);
}

#[test]
fn an_import_under_way_shows_how_far_it_is_and_can_be_stopped() {
    let (_, file) = backup();
    let mut page = open();
    page.slices = Some(0);
    choose(&mut page, &file);
    assert_eq!(count(&page, "#panel-import progress[max][value][aria-label]"), 1);
    assert_eq!(texts(&page, "#panel-import button"), ["Stop"]);
}

#[test]
fn an_import_that_is_done_can_be_undone_there_and_in_the_list() {
    let (_, file) = backup();
    let mut page = open();
    choose(&mut page, &file);
    page.send(ImportMsg::Imported);
    assert!(text(&page, "#panel-import").starts_with("Imported "));
    assert_eq!(count(&page, "[data-action=undo-import]"), 1);
    assert_eq!(text(&page, "[data-batch] bdi"), "a.jsonl");
    assert_eq!(count(&page, "[data-batch] [data-action=undo-batch]"), 1);
}

#[test]
fn a_file_that_cannot_be_imported_says_why() {
    let mut page = open();
    for error in [FileError::TooLarge, FileError::TooManyLines, FileError::NoHeader, FileError::Newer(9)] {
        page.send(ImportMsg::ReadFile { name: String::new(), text: Err(error) });
        assert!(text(&page, "#panel-import p").ends_with("Nothing was imported."), "{error:?}");
    }
}

#[test]
fn deleted_comments_can_be_restored_or_after_a_question_erased() {
    let (mut page, _) = backup();
    assert_eq!(texts(&page, ".deleted-text"), ["two"]);
    assert_eq!(texts(&page, "#panel .panel-actions button"), ["Erase…", "Restore"]);
    let id = page.widget.app.thread().comments().find(|comment| comment.deleted).unwrap().id;
    page.send(ActionMsg::PressedErase(id));
    assert_eq!(count(&page, "#panel .panel-question"), 0, "that is asked in the thread");
    page.send(PanelMsg::AskedToDelete(Deletion::Comment(id)));
    assert_eq!(texts(&page, "#panel .panel-question button"), ["Keep it", "Erase"]);
    page.send(PanelMsg::AnsweredDelete { sure: true });
    assert_eq!(count(&page, ".deleted-text"), 0);
}

#[test]
fn this_discussion_is_marked_and_deleted_only_after_a_question() {
    let (mut page, _) = backup();
    page.send(PanelMsg::Toggled);
    page.send(PanelMsg::Toggled);
    assert_eq!(text(&page, ".thread-title"), "A page");
    assert_eq!(text(&page, ".this-one"), "this discussion");
    assert!(text(&page, ".panel-facts").starts_with("2 comments · "));
    assert_eq!(count(&page, ".panel-question"), 0);
    let this = page.widget.app.config.thread.key();
    page.send(PanelMsg::AskedToDelete(Deletion::Thread(this)));
    assert!(text(&page, ".panel-question p").contains("2 comments, drafts and imports, in every tab"));
    page.send(PanelMsg::AskedToDelete(Deletion::Everything));
    assert_eq!(count(&page, ".panel-question"), 1);
    assert!(text(&page, ".panel-question p").contains("in every discussion on this site, and forget your name"));
}

#[test]
fn where_nothing_can_be_kept_the_file_is_all_there_is() {
    let mut page = Page::new(1);
    page.refuse = Some(StoreError::Blocked);
    page.refuse_mirror = Some(StoreError::Blocked);
    page.send(Msg::Started);
    assert_eq!(count(&page, "[data-action=take-along]"), 0, "there is nothing to take along yet");
    page.post("Only here");
    assert_eq!(text(&page, "[data-action=take-along]"), "Take your comments with you");
    page.send(FileMsg::AskedForPublication { everything: false });
    assert_eq!(texts(&page, "#panel-offer button"), ["Download", "Copy instead", "Not now"]);
    assert_eq!(count(&page, "#panel-file, [data-action=backup], [data-action=delete-all], .meter"), 0);
}

#[test]
fn a_browser_that_forgets_is_named_in_one_sentence() {
    let mut page = open();
    assert_eq!(count(&page, "[data-note=seven-days]"), 0);
    page.widget.app.notices.browser_forgets(true);
    assert!(text(&page, "[data-note=seven-days]").contains("seven days"));
    page.widget.app.config.storage = Persistence::Session;
    assert_eq!(count(&page, "[data-note=seven-days]"), 0);
}

#[test]
fn every_id_is_used_once_every_field_has_a_label_and_nothing_a_style() {
    let (mut page, file) = backup();
    choose(&mut page, &file.replacen("two", "zwei", 1));
    page.send(PanelMsg::AskedToDelete(Deletion::Everything));
    let found = parsed(&page);
    let selector = Selector::parse("[id]").unwrap();
    let mut ids: Vec<&str> = found.select(&selector).filter_map(|element| element.attr("id")).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert_eq!(count(&page, "label[for=panel-file]"), 1);
    assert_eq!(count(&page, ".choice input[type=radio]"), count(&page, ".choice"));
    assert_eq!(count(&page, "[style], style, script"), 0);
}
