//! What the panel says of what could not be read, and of what does not count.

use article_widget::manage::msg::{FileMsg, PanelMsg};
use article_widget::manage::panel::Deletion;
use article_widget::store::format::envelope;
use article_widget::store::format::stored_text::StoredText;

use crate::{backup, count, open, text, texts};

#[test]
fn a_backup_without_one_copy_says_so_and_can_be_tried_again() {
    let (mut page, _) = backup();
    page.settle();
    page.mirror_hangs = true;
    page.send(FileMsg::AskedForBackup { everything: false });
    let said = text(&page, "#panel-offer");
    assert!(said.contains("One of this browser's two copies of your comments could not be read"), "{said}");
    assert!(!said.contains("complete"), "{said}");
    assert_eq!(texts(&page, "#panel-offer button"), ["Download", "Try again", "Not now"]);
    page.mirror_hangs = false;
    page.send(FileMsg::AskedForBackup { everything: false });
    assert_eq!(count(&page, "#panel-offer .panel-warning"), 0);
}

#[test]
fn a_deletion_without_one_copy_is_said_not_to_be_finished() {
    let mut page = open();
    page.mirror_hangs = true;
    page.send(PanelMsg::AskedToDelete(Deletion::Everything));
    page.send(PanelMsg::AnsweredDelete { sure: true });
    assert!(text(&page, "[data-note=unfinished]").starts_with("Not finished"));
}

#[test]
fn what_is_set_aside_is_counted() {
    let mut page = open();
    assert_eq!(count(&page, "[data-note=set-aside]"), 0);
    let thread = page.widget.app.config.thread.key();
    let value = envelope::wrap("{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"from afar\"}").unwrap();
    let key = format!("aw1i:{thread}:0000300000000000000001:0000000020000000000001:0000000");
    page.storage.put(&key, StoredText::from(value.as_str()));
    page = page.reloaded(2);
    page.send(PanelMsg::Toggled);
    assert!(text(&page, "[data-note=set-aside]").starts_with("1 imported entry is kept and not shown"));
}
