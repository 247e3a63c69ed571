//! Several ids of one discussion in files, and in the file that the page publishes.

use article_widget::app::Msg;
use article_widget::app::msg::{ActionMsg, PageMsg};
use article_widget::manage::msg::{ImportMsg, PanelMsg};

use crate::aliases::{OLD, ids, moved};
use crate::importing::{backup, choose, elsewhere, publication};
use crate::published::naming;

#[test]
fn the_files_of_the_discussion_hold_what_is_shown() {
    let mut page = moved(&["From before"]);
    page.post("And now");
    page.settle();
    page.send(PanelMsg::Toggled);
    for text in [publication(&mut page), backup(&mut page)] {
        assert!(text.contains("From before") && text.contains("And now"), "{text}");
    }
    let file = publication(&mut page);
    assert_eq!(file.matches("\"thread\":").count(), 1, "it is one discussion");
}

#[test]
fn what_is_kept_under_another_id_and_published_is_one_comment() {
    let mut page = moved(&["From before"]);
    page.send(PanelMsg::Toggled);
    let file = publication(&mut page);
    let mut next = naming(6, &file);
    (next.storage, next.mirror) = (page.storage, page.mirror);
    next.widget.app.config.aliases = ids(&[OLD]);
    next.send(Msg::Started);
    let id = next.row("From before");
    assert_eq!(next.shown(), ["From before"]);
    assert!(next.widget.app.thread().get(id).is_some_and(|comment| comment.own && comment.published));
    next.send(ActionMsg::PressedDelete(id));
    next.send(ActionMsg::AnsweredErase { id, sure: true });
    next.settle();
    assert_eq!(next.shown(), [""; 0], "erased, though it is published");
}

#[test]
fn a_published_file_may_call_the_discussion_by_any_of_its_ids() {
    let mut theirs = elsewhere(9);
    theirs.post("Theirs");
    let file = publication(&mut theirs).replace("\"demo\"", "\"old\"");
    let mut page = naming(2, &file);
    page.widget.app.config.aliases = ids(&[OLD]);
    page.send(Msg::Started);
    assert_eq!(page.shown(), ["Theirs"]);
}

#[test]
fn an_import_under_another_id_does_not_go_with_what_was_deleted_before_though_no_place_has_kept_that_yet() {
    let mut theirs = elsewhere(9);
    theirs.post("Theirs");
    let file = publication(&mut theirs).replace("\"demo\"", "\"old\"");
    let mut page = moved(&["From before"]);
    page.send(PanelMsg::Toggled);
    page.mirror_hangs = true;
    page.delete_everything();
    choose(&mut page, &file);
    page.send(ImportMsg::Imported);
    page.mirror_hangs = false;
    page.wait(9_000);
    page.send(PageMsg::Woken);
    assert_eq!(page.shown(), ["Theirs"]);
}
