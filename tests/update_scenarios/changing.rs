//! Editing, deleting, undoing, and closing composers.

use article_widget::app::FocusTarget;
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg};
use article_widget::port::announced::Announced;
use article_widget::replica::save_state::SaveState;
use article_widget::store::copy::key_value::KeyValue;

use crate::support::Page;

#[test]
fn an_edit_replaces_the_text_and_keeps_the_earlier_one() {
    let mut page = Page::started();
    let id = page.post("first");
    page.wait(60_000);
    page.send(ComposerMsg::PressedEdit(id));
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Edit(id)).unwrap().initial, "first");
    assert_eq!(page.focus(), Some(FocusTarget::Composer(ComposerId::Edit(id))));
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "second".to_owned() });
    assert_eq!(page.focus(), Some(FocusTarget::Edit(id)));
    assert_eq!(page.said(), Announced::Edited);
    assert!(page.save_state(id) == Some(SaveState::Saving));
    let page = page.reloaded(2);
    assert_eq!(page.shown(), ["second"]);
    let comment = &page.widget.app.rows().get(0).unwrap().comment;
    assert_eq!(comment.earlier[0].body.as_str(), "first");
    assert_eq!(comment.edited_at, Some(page.env.now));
}

#[test]
fn an_edit_does_not_change_the_name() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "Ann", "first");
    let id = page.row("first");
    page.submit(ComposerId::New, "Bob", "other");
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "second".to_owned() });
    let comment = page.widget.app.thread().get(id).unwrap();
    assert_eq!(comment.author.name.as_ref().unwrap().as_str(), "Ann");
    assert_eq!(page.widget.app.composer.name(), "Bob");
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let mut page = Page::started();
    let id = page.post("same");
    let before = page.stored();
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "same".to_owned() });
    assert_eq!(page.stored(), before);
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Edit(id)), None);
    assert_eq!(page.focus(), Some(FocusTarget::Edit(id)));
}

#[test]
fn a_deletion_can_be_undone_where_the_comment_was() {
    let mut page = Page::started();
    let id = page.post("one");
    page.post("two");
    page.send(ActionMsg::PressedDelete(id));
    assert_eq!(page.shown(), ["[one]", "two"]);
    assert_eq!(page.widget.app.thread().count(), 1);
    assert_eq!(page.focus(), Some(FocusTarget::Undo(id)));
    assert_eq!(page.said(), Announced::Deleted);
    page.send(ActionMsg::PressedUndo(id));
    assert_eq!(page.shown(), ["one", "two"]);
    assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
    assert_eq!(page.said(), Announced::Restored);
    assert_eq!(page.reloaded(2).shown(), ["one", "two"]);
}

#[test]
fn a_deleted_comment_is_gone_after_a_reload_but_its_replies_are_not() {
    let mut page = Page::started();
    let lone = page.post("lone");
    let asked = page.post("asked");
    page.reply(asked, "answer");
    page.send(ActionMsg::PressedDelete(lone));
    page.send(ActionMsg::PressedDelete(asked));
    assert_eq!(page.reloaded(2).shown(), ["[asked]", "  answer"]);
}

#[test]
fn pressing_twice_does_nothing_more() {
    let mut page = Page::started();
    let id = page.post("one");
    page.send(ActionMsg::PressedUndo(id));
    page.send(ActionMsg::PressedDelete(id));
    let before = page.stored();
    page.send(ActionMsg::PressedDelete(id));
    assert_eq!(page.stored(), before);
}

#[test]
fn a_text_set_aside_is_there_when_the_composer_is_opened_again() {
    let mut page = Page::started();
    let id = page.post("one");
    page.send(ComposerMsg::PressedReply(id));
    page.send(ComposerMsg::Cancelled { composer: ComposerId::Reply(id), body: "half".to_owned() });
    assert_eq!(page.focus(), Some(FocusTarget::Reply(id)));
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Reply(id)), None);
    page.send(ComposerMsg::PressedReply(id));
    assert_eq!(page.widget.app.composer.composers().get(ComposerId::Reply(id)).unwrap().initial, "half");
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Cancelled { composer: ComposerId::Edit(id), body: "x".to_owned() });
    assert_eq!(page.focus(), Some(FocusTarget::Edit(id)));
}

#[test]
fn escape_closes_a_composer_only_if_nothing_in_it_would_be_lost() {
    let mut page = Page::started();
    let id = page.post("one");
    let composer = ComposerId::Reply(id);
    page.send(ComposerMsg::PressedReply(id));
    page.send(ComposerMsg::PressedEscape { composer, body: "half".to_owned() });
    assert!(page.widget.app.composer.composers().get(composer).is_some());
    page.send(ComposerMsg::PressedEscape { composer, body: String::new() });
    assert_eq!(page.widget.app.composer.composers().get(composer), None);
    page.send(ComposerMsg::PressedEscape { composer: ComposerId::New, body: String::new() });
    assert!(page.widget.app.composer.composers().get(ComposerId::New).is_some());
}

#[test]
fn a_composer_stays_open_where_its_comment_is_deleted() {
    let mut page = Page::started();
    let id = page.post("one");
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ActionMsg::PressedDelete(id));
    assert!(page.widget.app.composer.composers().get(ComposerId::Edit(id)).is_some());
    assert_eq!(page.shown(), ["[one]"]);
}

#[test]
fn what_a_second_author_of_this_browser_wrote_can_still_be_changed() {
    // Two tabs that start at once in a fresh browser each take an author id of their own.
    let mut one = Page::started();
    let id = one.post("one");
    one.storage.set("aw1p:author", "local:00000000000000000000000009").unwrap();
    let mut two = one.reloaded(2);
    two.send(ComposerMsg::PressedEdit(id));
    two.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: "changed".to_owned() });
    assert_eq!(two.shown(), ["changed"]);
    two.send(ActionMsg::PressedDelete(id));
    assert_eq!(two.reloaded(3).widget.app.thread().count(), 0);
}
