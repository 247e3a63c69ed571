//! How a comment came to stand as it does: which operation changed it last, and which gave it each of its texts.

use super::operation_set::OperationSet;
use crate::domain::body::Body;
use crate::domain::operation_id::OperationId;
use crate::store::format::operation::{Kind, Operation};

impl OperationSet {
    /// The operations that decide how a comment stands, in their order: its post, and the changes that count. That it was sent to
    /// the author decides nothing.
    #[inline(never)]
    fn turns(&self, id: OperationId) -> Vec<&Operation> {
        let Some((post, provenance)) = self.counted(id).filter(|(post, _)| matches!(post.kind, Kind::Post { .. }))
        else {
            return Vec::new();
        };
        let mut turns = vec![post];
        let changes = self.changes_that_count(post, provenance).map(|(change, _)| change);
        turns.extend(changes.filter(|change| !matches!(change.kind, Kind::Sent { .. })));
        turns
    }

    /// The operation that changed a comment last, be it its post; of those before `end`, if that is named.
    pub fn newest_turn(&self, id: OperationId, end: Option<OperationId>) -> Option<OperationId> {
        let turns = self.turns(id);
        turns.iter().map(|turn| turn.id).take_while(|turn| end.is_none_or(|end| *turn < end)).last()
    }

    /// The texts that a comment has had, oldest first, each with the operation that gave it.
    #[inline(never)]
    pub fn texts(&self, id: OperationId) -> Vec<(OperationId, &Body)> {
        self.turns(id).into_iter().filter_map(|turn| turn.kind.body().map(|body| (turn.id, body))).collect()
    }

    /// The text that an operation gave the comment.
    pub fn text_of(&self, id: OperationId, turn: OperationId) -> Option<&Body> {
        self.texts(id).into_iter().find(|(given, _)| *given == turn).map(|(_, body)| body)
    }

    /// The operation that gave the comment the text before that of this one.
    pub fn text_before(&self, id: OperationId, turn: OperationId) -> Option<OperationId> {
        self.texts(id).into_iter().map(|(given, _)| given).take_while(|given| *given < turn).last()
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;

    #[test]
    fn the_newest_turn_is_the_last_that_counts_whoever_else_said_something() {
        let set = after(&[own(post(1, 1)), own(edit(1, 3, 1, "second")), own(edit(2, 4, 1, "taken over"))]);
        assert_eq!(set.newest_turn(id(1), None), Some(id(3)), "somebody else's counts for nothing");
        assert_eq!(set.newest_turn(id(1), Some(id(3))), Some(id(1)));
        assert_eq!(set.newest_turn(id(3), None), None, "an edit is no comment");
    }

    #[test]
    fn each_text_is_known_by_the_operation_that_gave_it() {
        let set = after(&[own(post(1, 1)), own(delete(1, 2, 1)), own(edit(1, 3, 1, "second"))]);
        let texts: Vec<_> = set.texts(id(1)).into_iter().map(|(turn, body)| (turn, body.as_str())).collect();
        assert_eq!(texts, [(id(1), "first"), (id(3), "second")]);
        assert_eq!(set.text_of(id(1), id(3)).map(|body| body.as_str()), Some("second"));
        assert_eq!(set.text_of(id(1), id(2)), None);
        assert_eq!((set.text_before(id(1), id(3)), set.text_before(id(1), id(1))), (Some(id(1)), None));
    }
}
