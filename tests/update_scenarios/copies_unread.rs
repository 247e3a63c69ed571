//! What is said and what a file holds where one of the two copies cannot be read, or has not been written yet.

use article_widget::manage;
use article_widget::manage::host_call::{HostCall, HostResult};
use article_widget::manage::msg::{FileMsg, PanelMsg};
use article_widget::manage::panel::Deletion;
use article_widget::port::announced::Announced;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::file::thread_file::FileKind;

use crate::panel::{discussion, here, offer, panel};
use crate::support::looking::clear;

const BACKUP: FileMsg = FileMsg::AskedForBackup { everything: true };

#[test]
fn a_backup_without_one_copy_is_not_called_complete() {
    for (hangs, refused, complete) in [
        (true, None, false),
        (false, Some(StoreError::Failed), false),
        (false, Some(StoreError::Blocked), true),
        (false, None, true),
    ] {
        let mut page = here();
        page.post("Hello");
        page.settle();
        (page.mirror_hangs, page.refuse_mirror) = (hangs, refused);
        let offer = offer(&mut page, BACKUP);
        assert!(offer.text.is_some(), "half is better than nothing");
        assert_eq!(offer.again, (!complete).then_some(BACKUP), "{hangs} {refused:?}");
        let said = page.said();
        assert_eq!(said, if complete { Announced::FileReady } else { Announced::FileInPart });
    }
}

#[test]
fn a_script_is_not_given_half_a_backup_for_a_whole_one() {
    for kind in [FileKind::Backup, FileKind::Publication] {
        let mut page = here();
        page.post("Hello");
        page.settle();
        page.mirror_hangs = true;
        page.effects();
        page.send(manage::Msg::HostCalled { ticket: 1, call: HostCall::Export { kind, everything: true } });
        assert!(page.managed().contains(&manage::Effect::Settle { ticket: 1, result: HostResult::Failed }), "{kind:?}");
    }
}

#[test]
fn a_deletion_that_one_copy_was_not_asked_for_is_not_finished() {
    for everything in [true, false] {
        let mut page = here();
        let other = discussion(&mut page, "other", &["elsewhere"]);
        page.mirror_hangs = true;
        let what = if everything { Deletion::Everything } else { Deletion::Thread(other) };
        page.send(PanelMsg::AskedToDelete(what.clone()));
        page.send(PanelMsg::AnsweredDelete { sure: true });
        assert!(panel(&page).unfinished);
        assert_eq!(page.said(), Announced::DeletedInPart);
        page.mirror_hangs = false;
        page.send(PanelMsg::AskedToDelete(what));
        page.send(PanelMsg::AnsweredDelete { sure: true });
        assert!(!panel(&page).unfinished);
        page.settle();
        page.settle();
        assert_eq!(page.said(), Announced::DeletedEverything);
    }
}

#[test]
fn a_comment_that_no_copy_keeps_yet_is_in_the_backup() {
    let mut page = here();
    page.post("kept");
    page.settle();
    page.mirror_hangs = true;
    let id = page.post("at risk");
    page.wait(8_000);
    assert_eq!(page.save_state(id), Some(SaveState::AtRisk));
    // A script of the page empties the one copy, too.
    clear(&page.storage);
    for everything in [true, false] {
        let offer = offer(&mut page, FileMsg::AskedForBackup { everything });
        assert_eq!(offer.comments, 2);
        let text = offer.text.unwrap();
        assert!(text.contains("at risk") && text.contains("kept"));
    }
}

#[test]
fn what_is_kept_and_known_stands_in_a_backup_once() {
    let mut page = here();
    page.post("Hello");
    page.settle();
    let text = offer(&mut page, BACKUP).text.unwrap();
    assert_eq!(text.lines().count(), 4, "a header, the discussion, its name and the comment: {text}");
}
