//! The rules of the composers to write in.
#![cfg(test)]

use super::composers::{ComposerId, Composers};
use super::state::{ComposerMsg, ComposerRoom};
use crate::app::effect::{Effect, FocusTarget};
use crate::app::samples::{World, foreign, id, own, post};
use crate::app::step::Step;
use crate::domain::author::AuthorId;

/// The reader's own comment 1 and somebody's comment 2.
fn page() -> World {
    World::reading(&[own(1, post()), foreign(2, post())])
}

fn follow(room: &mut ComposerRoom, msg: ComposerMsg, world: &mut World) -> Vec<Step> {
    room.follow(msg, false, &mut world.context())
}

fn focus(target: FocusTarget) -> Step {
    Effect::Focus(target).into()
}

#[test]
fn a_closed_discussion_takes_no_reply_no_edit_and_no_comment_but_loses_no_text() {
    let (mut world, mut room) = (page(), ComposerRoom::default());
    world.config.readonly = true;
    let sent = ComposerMsg::Submitted { composer: ComposerId::New, name: None, body: "text".to_owned() };
    for msg in [ComposerMsg::PressedReply(id(2)), ComposerMsg::PressedEdit(id(1)), sent] {
        assert_eq!(follow(&mut room, msg, &mut world), []);
    }
    assert_eq!(room.composers, Composers::default());
    let typed = ComposerMsg::Typed { composer: ComposerId::New, text: "half a".to_owned() };
    follow(&mut room, typed, &mut world);
    assert_eq!(world.discussion.shown().drafts().text(ComposerId::New), Some("half a"));
}

#[test]
fn only_an_own_comment_is_edited_and_its_composer_opens_with_what_it_says() {
    let (mut world, mut room) = (page(), ComposerRoom::default());
    for number in [2, 9] {
        assert_eq!(follow(&mut room, ComposerMsg::PressedEdit(id(number)), &mut world), [], "{number}");
    }
    let composer = ComposerId::Edit(id(1));
    let opened = follow(&mut room, ComposerMsg::PressedEdit(id(1)), &mut world);
    assert_eq!(opened, [focus(FocusTarget::Composer(composer))]);
    assert_eq!(room.composers.get(composer).map(|it| it.initial.as_str()), Some("text"));
}

#[test]
fn escape_closes_a_composer_in_which_nothing_was_changed_and_no_other() {
    let (mut world, mut room) = (page(), ComposerRoom::default());
    let composer = ComposerId::Edit(id(1));
    follow(&mut room, ComposerMsg::PressedEdit(id(1)), &mut world);
    let escape = |composer, body: &str| ComposerMsg::PressedEscape { composer, body: body.to_owned() };
    assert_eq!(follow(&mut room, escape(composer, "text, changed"), &mut world), []);
    assert_eq!(follow(&mut room, escape(ComposerId::New, ""), &mut world), [], "this one stays open");
    assert!(room.composers.get(composer).is_some());
    let closed = follow(&mut room, escape(composer, "text"), &mut world);
    assert_eq!(closed.get(1..), Some(&[Step::List, focus(FocusTarget::Edit(id(1)))][..]));
    assert_eq!(room.composers.get(composer), None);
}

#[test]
fn a_composer_that_is_closed_has_its_text_again_when_it_is_opened() {
    let (mut world, mut room) = (page(), ComposerRoom::default());
    let composer = ComposerId::Reply(id(2));
    follow(&mut room, ComposerMsg::PressedReply(id(2)), &mut world);
    let closed = ComposerMsg::Cancelled { composer, body: "half a thought".to_owned() };
    let closed = follow(&mut room, closed, &mut world);
    assert_eq!(closed.last(), Some(&focus(FocusTarget::Reply(id(2)))));
    follow(&mut room, ComposerMsg::PressedReply(id(2)), &mut world);
    assert_eq!(room.composers.get(composer).map(|it| it.initial.as_str()), Some("half a thought"));
}

#[test]
fn a_text_that_another_page_left_stands_in_its_composer_whether_that_is_open_or_not() {
    let (mut world, mut room) = (page(), ComposerRoom::default());
    let [open, closed] = [1, 2].map(|number| ComposerId::Reply(id(number)));
    room.adopt(open, "open".into(), false);
    room.adopt(closed, "closed".into(), true);
    assert_eq!(room.composers.comments().collect::<Vec<_>>(), [id(1)]);
    follow(&mut room, ComposerMsg::PressedReply(id(2)), &mut world);
    let texts = [open, closed].map(|composer| room.composers.get(composer).map(|it| it.initial.as_str()));
    assert_eq!(texts, [Some("open"), Some("closed")]);
}

#[test]
fn a_name_from_another_page_is_checked_like_one_that_is_typed() {
    let mut room = ComposerRoom::default();
    room.heard_name("Ada");
    room.heard_name(&"a".repeat(10_000));
    assert_eq!(room.name(), "Ada");
    room.remembered(Some("Eva".to_owned()), Some(AuthorId::local(1)));
    assert!(room.author().is_some());
    room.forget();
    assert_eq!((room.name(), room.author()), ("", None), "who writes now is somebody else");
}

#[test]
fn a_reply_quotes_what_was_selected_in_the_comment_when_it_was_begun() {
    let (mut world, mut room) = (page(), ComposerRoom::default());
    let composer = ComposerId::Reply(id(2));
    let select = |text: &str| ComposerMsg::Selected { comment: id(2), text: text.to_owned() };
    assert_eq!(follow(&mut room, select("a word"), &mut world), [], "there is no reply");
    let ask = Step::from(Effect::AskSelection(id(2)));
    let opened = follow(&mut room, ComposerMsg::PressedReply(id(2)), &mut world);
    assert_eq!(opened, [ask, focus(FocusTarget::Composer(composer))], "asked before the focus goes");
    let fill = Effect::FillComposer { composer, text: "> a word\n\n".to_owned() };
    assert_eq!(follow(&mut room, select("a word"), &mut world), [fill.into()]);
    assert_eq!(follow(&mut room, select(" "), &mut world), []);
    let again = follow(&mut room, ComposerMsg::PressedReply(id(2)), &mut world);
    assert_eq!(again, [focus(FocusTarget::Composer(composer))], "it is open, and keeps what stands in it");
    world.config.formatting = false;
    let plain = follow(&mut room, ComposerMsg::PressedReply(id(1)), &mut world);
    assert_eq!(plain, [focus(FocusTarget::Composer(ComposerId::Reply(id(1))))], "no signs in plain texts");
}
