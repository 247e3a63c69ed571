//! An import is undone and made again as everything else that was done here, while its file is held.

use article_widget::app::msg::ActionMsg;
use article_widget::manage;
use article_widget::manage::import::Import;
use article_widget::manage::msg::{ImportMsg, PanelMsg};
use article_widget::port::announced::Announced;

use crate::importing::{choose, done, elsewhere, file_of_two};
use crate::support::Page;

/// A page that has imported two comments of somebody's.
fn imported() -> Page {
    let file = file_of_two();
    let mut page = elsewhere(2);
    page.post("Mine");
    choose(&mut page, &file);
    page.send(ImportMsg::Imported);
    page.settle();
    page
}

#[test]
fn an_import_is_undone_and_made_again_while_its_file_is_held() {
    let mut page = imported();
    for _ in 0..2 {
        assert_eq!(page.widget.app.thread().count(), 3);
        page.send(ActionMsg::Undid);
        page.settle();
        assert_eq!((page.shown(), page.said()), (vec!["Mine".to_owned()], Announced::UndidImport));
        assert_eq!(page.managed_focus(), Some(manage::FocusTarget::Import));
        assert!(matches!(page.widget.manage.import, Import::Undone));
        page.send(ActionMsg::Redid);
        page.settle();
        assert_eq!(page.said(), Announced::Imported);
    }
    page.send(ActionMsg::Undid);
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["[Mine]"], "what was done before it comes next");
    page.send(ActionMsg::Redid);
    page.send(ImportMsg::DidAgain);
    page.settle();
    assert_eq!(page.widget.app.thread().count(), 3, "the button does the same");
    assert_eq!(page.reloaded(3).widget.app.thread().count(), 3);
}

#[test]
fn an_import_that_its_button_undid_is_made_again_by_the_key_and_none_whose_file_was_let_go() {
    let mut page = imported();
    let batches = done(&page).batches;
    page.send(ImportMsg::Undid { batches });
    page.settle();
    page.send(ActionMsg::Redid);
    page.settle();
    assert_eq!(page.widget.app.thread().count(), 3);
    page.send(PanelMsg::Toggled);
    page.send(ActionMsg::Undid);
    page.settle();
    assert_eq!(page.widget.app.thread().count(), 2, "the panel is closed: the comment is what was done last");
    assert!(page.shown().contains(&"[Mine]".to_owned()), "{:?}", page.shown());
}
