//! The rules of what is done to single comments.
#![cfg(test)]

use super::state::{ActionMsg, Actions};
use crate::app::effect::{Effect, FocusTarget};
use crate::app::samples::{World, appended, at, delete, foreign, id, outputs, own, post, rest};
use crate::app::step::Step;
use crate::port::ToManage;
use crate::port::announced::Announced;
use crate::store::format::operation::Kind;

/// The reader's own comment 1, which is deleted, their comment 3, which is not, and somebody's deleted comment 4.
fn page() -> World {
    World::reading(&[own(1, post()), own(2, delete(1)), own(3, post()), foreign(4, post()), foreign(5, delete(4))])
}

fn follow(actions: &mut Actions, msg: ActionMsg, world: &mut World) -> Vec<Step> {
    actions.follow(msg, &mut world.context())
}

#[test]
fn only_an_own_deleted_comment_is_asked_about_and_erased() {
    let (mut world, mut actions) = (page(), Actions::default());
    assert!(world.discussion.comments().get(id(4)).is_some_and(|it| it.deleted && !it.own));
    for number in [3, 4, 9] {
        follow(&mut actions, ActionMsg::PressedErase(id(number)), &mut world);
        assert_eq!(actions.confirming(), None, "{number}");
        let sure = ActionMsg::AnsweredErase { id: id(number), sure: true };
        assert_eq!(follow(&mut actions, sure, &mut world), [], "{number}");
    }
    assert_eq!(follow(&mut actions, ActionMsg::PressedErase(id(1)), &mut world), []);
    assert_eq!(actions.confirming(), Some(id(1)));
    let steps = follow(&mut actions, ActionMsg::AnsweredErase { id: id(1), sure: true }, &mut world);
    assert_eq!(appended(&steps), [Kind::Erase { target: id(1), changes: vec![id(2)] }], "with its changes");
    assert_eq!(rest(steps), [Step::Say(Announced::Erased), Effect::Focus(FocusTarget::Heading).into()]);
    assert_eq!(actions.confirming(), None);
}

#[test]
fn whoever_is_not_sure_comes_back_to_the_button_that_shows_it_again() {
    let (mut world, mut actions) = (page(), Actions::default());
    follow(&mut actions, ActionMsg::PressedErase(id(1)), &mut world);
    let steps = follow(&mut actions, ActionMsg::AnsweredErase { id: id(1), sure: false }, &mut world);
    assert_eq!((steps, actions.confirming()), (vec![Effect::Focus(FocusTarget::Undo(id(1))).into()], None));
    assert!(world.discussion.comments().get(id(1)).is_some());
}

#[test]
fn what_is_deleted_here_keeps_its_place_until_it_is_erased() {
    let (mut world, mut actions) = (page(), Actions::default());
    let steps = follow(&mut actions, ActionMsg::PressedDelete(id(3)), &mut world);
    assert_eq!(appended(&steps), [delete(3)]);
    world.keep(steps);
    assert_eq!(*actions.undoable(), [id(3)].into());
    assert_eq!(follow(&mut actions, ActionMsg::PressedDelete(id(3)), &mut world), [], "it is deleted already");
    let steps = follow(&mut actions, ActionMsg::PressedUndo(id(3)), &mut world);
    assert_eq!(appended(&steps), [Kind::Restore { target: id(3) }]);
    world.keep(steps);
    assert_eq!(follow(&mut actions, ActionMsg::PressedUndo(id(3)), &mut world), [], "it is there");
    let steps = follow(&mut actions, ActionMsg::PressedDelete(id(3)), &mut world);
    world.keep(steps);
    follow(&mut actions, ActionMsg::AnsweredErase { id: id(3), sure: true }, &mut world);
    assert!(actions.undoable().is_empty());
}

#[test]
fn a_text_can_be_taken_along_as_long_as_it_is_not_saved() {
    let (mut world, mut actions) = (page(), Actions::default());
    let copied = Step::Do(Effect::CopyText("text".to_owned()));
    let saved = Step::Do(Effect::SaveFile { name: "comment.txt".to_owned(), text: "text".to_owned() });
    let mut take = |world: &mut World| {
        let all = [ActionMsg::PressedCopyText(id(1)), ActionMsg::PressedDownloadText(id(1))];
        all.into_iter().flat_map(|msg| follow(&mut actions, msg, world)).collect::<Vec<_>>()
    };
    assert_eq!(take(&mut world), [], "it is saved");
    let steps = follow(&mut Actions::default(), ActionMsg::PressedUndo(id(1)), &mut world);
    assert_eq!(appended(&steps), [Kind::Restore { target: id(1) }]);
    world.respond(&outputs(steps));
    assert_eq!(take(&mut world), [copied, saved]);
}

#[test]
fn a_deletion_of_everything_says_once_that_it_takes_long_and_once_that_it_is_done() {
    let (mut world, mut actions) = (page(), Actions::default());
    let outputs = world.discussion.delete_everything();
    actions.deletes_everything(at(1_000), true);
    let mut report = |world: &World, millis| actions.report(&world.discussion, at(millis));
    assert_eq!(report(&world, 8_999), []);
    assert_eq!(report(&world, 9_000), [Step::Say(Announced::NotDeleted)]);
    assert_eq!(report(&world, 90_000), []);
    world.keep(vec![Step::Out(outputs)]);
    let done = [Effect::ToManage(ToManage::Deleted).into(), Step::Say(Announced::DeletedEverything)];
    assert_eq!(report(&world, 90_000), done);
    assert_eq!(report(&world, 90_000), []);
}

#[test]
fn of_one_that_was_asked_for_another_thread_only_the_other_program_hears() {
    let (mut world, mut actions) = (page(), Actions::default());
    let outputs = world.discussion.delete_everything();
    actions.deletes_everything(at(1_000), true);
    actions.leave_thread();
    assert_eq!((actions.report(&world.discussion, at(90_000)), actions.next_change()), (Vec::new(), None));
    world.keep(vec![Step::Out(outputs)]);
    assert_eq!(actions.report(&world.discussion, at(90_000)), [Effect::ToManage(ToManage::Deleted).into()]);
    actions.deletes_everything(at(1_000), true);
    actions.give_up_deleting();
    assert_eq!(actions.report(&world.discussion, at(90_000)), [], "nothing is being deleted any more");
}
