//! What the reader does to what they wrote: hide it, show it again, erase it for good, take along what is not saved, or delete all of it
//! at once. A room: it knows nothing of the others.

use super::context::Context;
use super::effect::{Effect, FocusTarget};
use super::step::Step;
use crate::discussion::Discussion;
use crate::domain::author::Author;
use crate::domain::comment::Comment;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::timestamp::Timestamp;
use crate::port::announced::Announced;
use crate::port::{Deletion, ToManage};
use crate::store::format::operation::Kind;

/// What is being done to comments.
#[derive(Clone, Debug, Default)]
pub struct Actions {
    /// The comment about whose erasure the reader is being asked.
    confirming: Option<OperationId>,
    /// What was deleted here, and can be taken back where it stood.
    undoable: SortedSet<OperationId>,
    /// The deletion of everything, while it is under way.
    deletion: Option<Deletion>,
}

/// What the reader did to a comment of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionMsg {
    /// They pressed "Delete".
    PressedDelete(OperationId),
    /// They pressed "Undo" where a comment was deleted.
    PressedUndo(OperationId),
    /// They asked for a deleted comment to be erased, and were asked whether they are sure.
    PressedErase(OperationId),
    /// They are sure, or are not.
    AnsweredErase {
        /// The comment.
        id: OperationId,
        /// Whether they are sure.
        sure: bool,
    },
    /// They pressed "Copy" beside a text that is not saved.
    PressedCopyText(OperationId),
    /// They pressed "Download" beside a text that is not saved.
    PressedDownloadText(OperationId),
    /// They pressed "Try again" beside a text that is not saved.
    PressedSaveAgain,
}

impl Actions {
    /// The comment about whose erasure the reader is being asked.
    pub fn confirming(&self) -> Option<OperationId> {
        self.confirming
    }

    /// What can be taken back where it stood.
    pub(super) fn undoable(&self) -> &SortedSet<OperationId> {
        &self.undoable
    }

    /// When the reader is to be told that a deletion takes long.
    pub(super) fn next_change(&self) -> Option<Timestamp> {
        self.deletion.as_ref().and_then(Deletion::next_change)
    }

    /// Follows what the reader did.
    #[inline(never)]
    pub(super) fn follow(&mut self, msg: ActionMsg, context: &mut Context<'_>) -> Vec<Step> {
        match msg {
            ActionMsg::PressedDelete(id) => self.change(id, Kind::Delete { target: id }, context),
            ActionMsg::PressedUndo(id) => self.change(id, Kind::Restore { target: id }, context),
            ActionMsg::PressedErase(id) => {
                if own(context.discussion, id).is_some_and(|comment| comment.deleted) {
                    self.confirming = Some(id);
                }
                Vec::new()
            }
            ActionMsg::AnsweredErase { id, sure: true } => self.erase(id, context),
            ActionMsg::AnsweredErase { id, sure: false } => {
                self.confirming = None;
                vec![Effect::Focus(FocusTarget::Undo(id)).into()]
            }
            ActionMsg::PressedCopyText(id) => {
                let text = context.discussion.unsaved_text(id);
                text.map(|text| Effect::CopyText(text.to_owned()).into()).into_iter().collect()
            }
            ActionMsg::PressedDownloadText(id) => {
                let save = |text: &str| Effect::SaveFile { name: "comment.txt".to_owned(), text: text.to_owned() };
                context.discussion.unsaved_text(id).map(|text| save(text).into()).into_iter().collect()
            }
            ActionMsg::PressedSaveAgain => vec![Step::Out(context.discussion.send_again())],
        }
    }

    /// Deletes or restores one of the reader's own comments.
    fn change(&mut self, id: OperationId, kind: Kind, context: &mut Context<'_>) -> Vec<Step> {
        let deletes = matches!(kind, Kind::Delete { .. });
        let Some(comment) = own(context.discussion, id).filter(|comment| comment.deleted != deletes) else {
            return Vec::new();
        };
        // Signed as the comment is, not as this page would sign: two tabs may have started as two authors.
        let author = comment.author.clone();
        self.confirming = None;
        if deletes {
            self.undoable.insert(id);
        }
        let focus = if deletes { FocusTarget::Undo(id) } else { FocusTarget::Comment(id) };
        vec![
            append(kind, author, context),
            Step::Say(if deletes { Announced::Deleted } else { Announced::Restored }),
            Effect::Focus(focus).into(),
        ]
    }

    /// Erases a deleted comment. Its keys are removed once the tombstone is kept for certain.
    pub(super) fn erase(&mut self, id: OperationId, context: &mut Context<'_>) -> Vec<Step> {
        self.confirming = None;
        let Some(author) = own(context.discussion, id).filter(|comment| comment.deleted).map(|it| it.author.clone())
        else {
            return Vec::new();
        };
        // What only the published file says need not be named, however much that is: it stays away with its comment.
        let Some(set) = context.discussion.set_of_own(id) else {
            return Vec::new();
        };
        let changes: Vec<OperationId> = set.changes(id).filter(|id| set.is_kept(*id)).collect();
        let of = |id: OperationId| set.effective(id)?.0.operation.as_ref()?.draft;
        // Drafts have names like operations: one that could not be removed is not taken for a new text later.
        let drafts = changes.iter().copied().chain([id]).filter_map(of).collect::<Vec<_>>();
        let changes = changes.into_iter().chain(drafts).collect();
        self.undoable.remove(&id);
        vec![
            append(Kind::Erase { target: id, changes }, author, context),
            Step::Say(Announced::Erased),
            Effect::Focus(FocusTarget::Heading).into(),
        ]
    }

    /// Everything of the discussion is being deleted; when that is done it is said here, if it `says`.
    pub(super) fn deletes_everything(&mut self, now: Timestamp, says: bool) {
        *self = Self { deletion: Some(Deletion::requested(now, says)), ..Self::default() };
    }

    /// Leaves a discussion. What the reader asked for there goes on, and nothing is said of it here.
    pub(super) fn leave_thread(&mut self) {
        *self = Self { deletion: self.deletion.take().map(Deletion::quiet), ..Self::default() };
    }

    /// Nothing goes where a deletion was under way any more.
    pub(super) fn give_up_deleting(&mut self) {
        self.deletion = None;
    }

    /// Says that what the reader wants deleted is gone, once it is, or that it takes long.
    pub(super) fn report(&mut self, discussion: &Discussion, now: Timestamp) -> Vec<Step> {
        let Some(deletion) = &mut self.deletion else {
            return Vec::new();
        };
        if discussion.shown().is_purging() {
            return if deletion.takes_long(now) { vec![Step::Say(Announced::NotDeleted)] } else { Vec::new() };
        }
        let mut steps: Vec<Step> = vec![Effect::ToManage(ToManage::Deleted).into()];
        if deletion.is_awaited() {
            steps.push(Step::Say(Announced::DeletedEverything));
        }
        self.deletion = None;
        steps
    }
}

/// A comment, if it is the reader's own.
fn own(discussion: &Discussion, id: OperationId) -> Option<&Comment> {
    discussion.comments().get(id).filter(|comment| comment.own).map(AsRef::as_ref)
}

fn append(kind: Kind, author: Author, context: &mut Context<'_>) -> Step {
    Step::Out(context.discussion.append(kind, author, None, context.config.page(), context.env))
}

#[cfg(test)]
mod tests {
    use super::super::samples::{World, appended, at, delete, foreign, id, outputs, own, post, rest};
    use super::*;

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
}
