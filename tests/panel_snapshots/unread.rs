//! What the panel says where one of the two copies could not be read.

use article_widget::app::panel::{Deletion, PanelMsg};

use crate::{backup, count, open, tell, text, texts};

#[test]
fn a_backup_without_one_copy_says_so_and_can_be_tried_again() {
    let (mut page, _) = backup();
    page.settle();
    page.mirror_hangs = true;
    tell(&mut page, PanelMsg::AskedForBackup { everything: false });
    let said = text(&page, "#panel-offer");
    assert!(said.contains("One of this browser's two copies of your comments could not be read"), "{said}");
    assert!(!said.contains("complete"), "{said}");
    assert_eq!(texts(&page, "#panel-offer button"), ["Download", "Try again", "Not now"]);
    page.mirror_hangs = false;
    tell(&mut page, PanelMsg::AskedForBackup { everything: false });
    assert_eq!(count(&page, "#panel-offer .panel-warning"), 0);
}

#[test]
fn a_deletion_without_one_copy_is_said_not_to_be_finished() {
    let mut page = open();
    page.mirror_hangs = true;
    tell(&mut page, PanelMsg::AskedToDelete(Deletion::Everything));
    tell(&mut page, PanelMsg::AnsweredDelete { sure: true });
    assert!(text(&page, "[data-note=unfinished]").starts_with("Not finished"));
}
