//! A discussion that the embedder has closed.

use article_widget::app::Msg;
use article_widget::app::composers::ComposerId;
use article_widget::app::config::Config;
use article_widget::app::msg::{ActionMsg, ComposerMsg};
use article_widget::manage::msg::{FileMsg, PanelMsg};

use crate::sorting::change;
use crate::support::Page;

fn close(config: &mut Config) {
    config.readonly = true;
}

fn open(config: &mut Config) {
    config.readonly = false;
}

fn closed() -> Page {
    let mut page = Page::started();
    page.post("Mine");
    page.settle();
    change(&mut page, close);
    page.effects();
    page
}

#[test]
fn nothing_is_written_in_a_closed_discussion() {
    let mut page = closed();
    let before = page.stored();
    let id = page.row("Mine");
    page.submit(ComposerId::New, "", "More");
    page.send(ComposerMsg::PressedReply(id));
    page.submit(ComposerId::Reply(id), "", "An answer");
    page.send(ComposerMsg::PressedEdit(id));
    page.submit(ComposerId::Edit(id), "", "Other words");
    assert_eq!(page.shown(), ["Mine"]);
    assert_eq!((page.stored(), page.effects()), (before, vec![]));
    assert_eq!(page.widget.app.composer.composers().comments().count(), 0);
}

#[test]
fn what_is_ones_own_can_be_taken_away_and_taken_along() {
    let mut page = closed();
    let id = page.row("Mine");
    page.send(ActionMsg::PressedDelete(id));
    assert!(page.widget.app.thread().count() == 0);
    page.send(ActionMsg::PressedUndo(id));
    assert_eq!(page.shown(), ["Mine"]);
    page.send(PanelMsg::Toggled);
    page.send(FileMsg::AskedForBackup { everything: false });
    let offered = page.widget.manage.offer.as_ref().and_then(|offer| offer.text.clone());
    assert!(offered.is_some_and(|text| text.contains("Mine")));
}

#[test]
fn what_is_being_written_is_kept_while_it_is_closed() {
    let mut page = Page::started();
    let id = page.post("Mine");
    page.type_text(ComposerId::New, "Half a thought");
    page.send(ComposerMsg::PressedReply(id));
    page.type_text(ComposerId::Reply(id), "Half an answer");
    page.wait(1_000);
    change(&mut page, close);
    page.wait(1_000);
    assert!(page.is_kept("Half a thought") && page.is_kept("Half an answer"));
    change(&mut page, open);
    assert_eq!(page.widget.app.composer_text(ComposerId::New), "Half a thought");
    assert_eq!(page.widget.app.composer_text(ComposerId::Reply(id)), "Half an answer");
    page.submit(ComposerId::New, "", "Half a thought, whole");
    assert_eq!(page.widget.app.thread().count(), 2);
}

#[test]
fn what_an_earlier_page_left_is_in_its_composer_when_the_discussion_opens() {
    let earlier = Page::left_behind("Half a thought");
    let mut page = earlier.beside(2);
    page.widget.app.config.readonly = true;
    page.send(Msg::Started);
    page.wait(1_000);
    page.wait(60_000);
    assert!(page.is_kept("Half a thought"));
    change(&mut page, open);
    assert_eq!(page.widget.app.composer_text(ComposerId::New), "Half a thought");
}
