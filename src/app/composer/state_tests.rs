//! The rules of the boxes to write in.
#![cfg(test)]

use super::form::{FormId, Forms};
use super::state::{Composer, ComposerMsg};
use crate::app::effect::{Effect, FocusTarget};
use crate::app::samples::{World, foreign, id, own, post};
use crate::app::step::Step;
use crate::domain::author::AuthorId;

/// The reader's own comment 1 and somebody's comment 2.
fn page() -> World {
    World::reading(&[own(1, post()), foreign(2, post())])
}

fn follow(composer: &mut Composer, message: ComposerMsg, world: &mut World) -> Vec<Step> {
    composer.follow(message, false, &mut world.around())
}

fn focus(target: FocusTarget) -> Step {
    Effect::Focus(target).into()
}

#[test]
fn a_closed_discussion_takes_no_reply_no_edit_and_no_comment_but_loses_no_text() {
    let (mut world, mut composer) = (page(), Composer::default());
    world.config.readonly = true;
    let sent = ComposerMsg::Submitted { form: FormId::New, name: None, body: "text".to_owned() };
    for message in [ComposerMsg::PressedReply(id(2)), ComposerMsg::PressedEdit(id(1)), sent] {
        assert_eq!(follow(&mut composer, message, &mut world), []);
    }
    assert_eq!(composer.forms, Forms::default());
    let typed = ComposerMsg::Typed { form: FormId::New, text: "half a".to_owned() };
    follow(&mut composer, typed, &mut world);
    assert_eq!(world.discussion.shown().drafts().text(FormId::New), Some("half a"));
}

#[test]
fn only_an_own_comment_is_edited_and_its_box_opens_with_what_it_says() {
    let (mut world, mut composer) = (page(), Composer::default());
    for number in [2, 9] {
        assert_eq!(follow(&mut composer, ComposerMsg::PressedEdit(id(number)), &mut world), [], "{number}");
    }
    let form = FormId::Edit(id(1));
    let opened = follow(&mut composer, ComposerMsg::PressedEdit(id(1)), &mut world);
    assert_eq!(opened, [focus(FocusTarget::Form(form))]);
    assert_eq!(composer.forms.get(form).map(|it| it.initial.as_str()), Some("text"));
}

#[test]
fn escape_closes_a_box_in_which_nothing_was_changed_and_no_other() {
    let (mut world, mut composer) = (page(), Composer::default());
    let form = FormId::Edit(id(1));
    follow(&mut composer, ComposerMsg::PressedEdit(id(1)), &mut world);
    let escape = |form, body: &str| ComposerMsg::PressedEscape { form, body: body.to_owned() };
    assert_eq!(follow(&mut composer, escape(form, "text, changed"), &mut world), []);
    assert_eq!(follow(&mut composer, escape(FormId::New, ""), &mut world), [], "this one stays open");
    assert!(composer.forms.get(form).is_some());
    let closed = follow(&mut composer, escape(form, "text"), &mut world);
    assert_eq!(closed.get(1..), Some(&[Step::List, focus(FocusTarget::Edit(id(1)))][..]));
    assert_eq!(composer.forms.get(form), None);
}

#[test]
fn a_box_that_is_closed_has_its_text_again_when_it_is_opened() {
    let (mut world, mut composer) = (page(), Composer::default());
    let form = FormId::Reply(id(2));
    follow(&mut composer, ComposerMsg::PressedReply(id(2)), &mut world);
    let closed = ComposerMsg::Cancelled { form, body: "half a thought".to_owned() };
    let closed = follow(&mut composer, closed, &mut world);
    assert_eq!(closed.last(), Some(&focus(FocusTarget::Reply(id(2)))));
    follow(&mut composer, ComposerMsg::PressedReply(id(2)), &mut world);
    assert_eq!(composer.forms.get(form).map(|it| it.initial.as_str()), Some("half a thought"));
}

#[test]
fn a_text_that_another_page_left_stands_in_its_box_whether_that_is_open_or_not() {
    let (mut world, mut composer) = (page(), Composer::default());
    let [open, closed] = [1, 2].map(|number| FormId::Reply(id(number)));
    composer.adopt(open, "open".to_owned(), false);
    composer.adopt(closed, "closed".to_owned(), true);
    assert_eq!(composer.forms.comments().collect::<Vec<_>>(), [id(1)]);
    follow(&mut composer, ComposerMsg::PressedReply(id(2)), &mut world);
    let texts = [open, closed].map(|form| composer.forms.get(form).map(|it| it.initial.as_str()));
    assert_eq!(texts, [Some("open"), Some("closed")]);
}

#[test]
fn a_name_from_another_page_is_checked_like_one_that_is_typed() {
    let mut composer = Composer::default();
    composer.heard_name("Ada");
    composer.heard_name(&"a".repeat(10_000));
    assert_eq!(composer.name(), "Ada");
    composer.remembered(Some("Eva".to_owned()), Some(AuthorId::local(1)));
    assert!(composer.author().is_some());
    composer.forget();
    assert_eq!((composer.name(), composer.author()), ("", None), "who writes now is somebody else");
}
