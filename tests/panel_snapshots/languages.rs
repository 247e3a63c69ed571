//! That no message of the panel is forgotten where a state is rare. (Every page that is drawn here is looked through.)

use article_widget::domain::messages::Messages;
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage::msg::{ImportMsg, PanelMsg};
use article_widget::manage::panel::Deletion;
use article_widget::store::copy::quota::QuotaState;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::view::messages::panel as panel_text;

use crate::support::Page;
use crate::{backup, choose, count, open, text, texts};

/// A browser in which another discussion is kept too, with the panel open.
fn with_another() -> (Page, Deletion) {
    let page = Page::started();
    let id = ThreadId::explicit("another").unwrap();
    let mut other = page.beside(55);
    other.widget.app.config.thread = id.clone();
    other.send(article_widget::app::Msg::Started);
    other.post("elsewhere");
    other.settle();
    let mut page = page.another_tab(2);
    page.send(PanelMsg::Toggled);
    (page, Deletion::Thread(id.key()))
}

#[test]
fn another_discussion_is_deleted_after_a_question_that_names_it() {
    let (mut page, another) = with_another();
    assert_eq!(text(&page, "[data-action=delete-thread]"), "Delete…");
    assert_eq!(count(&page, "[data-action=delete-thread][aria-label='Delete…: A page']"), 1);
    page.send(PanelMsg::AskedToDelete(another));
    assert_eq!(
        text(&page, ".panel-question p"),
        "Delete everything in “A page”: 1 comment, drafts and imports? This cannot be undone."
    );
    assert_eq!(texts(&page, ".panel-question button"), ["Keep it", "Delete"]);
}

#[test]
fn what_takes_a_while_or_was_asked_says_so() {
    let mut page = open();
    page.send(PanelMsg::AskedToPersist);
    assert!(text(&page, "[data-group=everything] [role=status]").starts_with("Asked."));
    page.widget.manage.panel.as_mut().unwrap().inventory = None;
    assert_eq!(text(&page, "[data-group=room] p"), "Looking through what is kept…");
}

#[test]
fn an_import_says_how_far_it_is_and_what_came_of_it() {
    let (_, file) = backup();
    let mut page = open();
    choose(&mut page, &file);
    page.slices = Some(0);
    page.mirror_hangs = true;
    page.send(ImportMsg::Imported);
    assert_eq!(count(&page, "#panel-import button"), 1);
    let mut page = open();
    choose(&mut page, &file);
    page.send(ImportMsg::ChoseMode(ImportMode::AsOwn));
    page.send(ImportMsg::Imported);
    page.send(ImportMsg::AnsweredRestore { sure: true });
    assert!(text(&page, "#panel-import").contains(". They are yours again."), "{}", text(&page, "#panel-import"));
}

#[test]
fn every_state_of_the_quota_has_its_sentence() {
    let said = [QuotaState::Ample, QuotaState::Low, QuotaState::Full]
        .map(|room| panel_text::quota(room).say(&Messages::default()));
    assert!(said[0] != said[1] && said[1] != said[2]);
}
