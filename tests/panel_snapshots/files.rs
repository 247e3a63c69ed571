//! What is said of a file before it goes, and before it becomes the reader's own.

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::ActionMsg;
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage::msg::{FileMsg, ImportMsg, PanelMsg};
use article_widget::store::file::import_preview::ImportMode;

use super::{backup, choose, count, open, text, texts};

#[test]
fn what_others_will_see_is_listed_before_it_is_given_away() {
    let mut page = open();
    page.submit(ComposerId::New, "<b>Ann</b>", "one https://a.example/");
    let gone = page.post("gone");
    page.send(ActionMsg::PressedDelete(gone));
    page.send(FileMsg::AskedForPublication { everything: false });
    assert_eq!(text(&page, "#panel-offer details:not([open]) > summary"), "What is in it");
    assert_eq!(texts(&page, "#panel-offer details .comment-body"), ["one https://a.example/"]);
    assert_eq!(texts(&page, "#panel-offer details .comment-name"), ["<b>Ann</b>"]);
    assert!(text(&page, "#panel-offer").contains("A file for others with 1 comment."));
    for number in 0..60 {
        page.post(&format!("Number {number}"));
    }
    page.settle();
    page.send(FileMsg::AskedForPublication { everything: true });
    let listed = texts(&page, "#panel-offer details li");
    assert_eq!((listed.len(), listed[50].as_str()), (51, "and 11 more"));
    assert!(text(&page, "#panel-offer").contains("A file for others with 61 comments."));
    page.send(FileMsg::AskedForBackup { everything: false });
    assert_eq!(count(&page, "#panel-offer details"), 0);
    assert_eq!(text(&page, "[data-group=everything] [data-action=publish-all]"), "Everything for others");
}

#[test]
fn a_backup_becomes_ones_own_only_after_a_question() {
    let (_, file) = backup();
    let mut page = open();
    choose(&mut page, &file);
    page.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    page.send(ImportMsg::Imported);
    assert_eq!(
        text(&page, "#panel-import .panel-question p"),
        "Restore 5 entries as your own? This cannot be undone as a whole."
    );
    assert_eq!(texts(&page, "#panel-import button"), ["Not now", "Restore"]);
}

#[test]
fn an_import_made_before_the_page_moved_can_be_undone_after() {
    let (_, file) = backup();
    let mut before = open();
    choose(&mut before, &file);
    before.send(ImportMsg::Imported);
    let mut page = before.beside(2);
    let old = page.widget.app.config.thread.clone();
    page.widget.app.config.thread = ThreadId::explicit("another").unwrap();
    page.widget.app.config.aliases = vec![old];
    page.send(Msg::Started);
    page.send(PanelMsg::Toggled);
    assert_eq!(count(&page, "[data-group=imports] [data-action=undo-batch]"), 1);
    let kept = page.shown();
    let threads = page.widget.manage.panel.as_ref().unwrap().inventory.as_ref().unwrap().threads.clone();
    let batches: Vec<_> = threads
        .iter()
        .flat_map(|thread| thread.imports.iter().map(|import| (thread.key.clone(), import.batch)))
        .collect();
    page.send(ImportMsg::Undid { batches });
    page.settle();
    assert_eq!((kept.len(), page.shown().len()), (2, 0));
}
