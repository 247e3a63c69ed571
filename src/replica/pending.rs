//! Operations for which the primary copy has not responded yet.

use std::rc::Rc;

use litemap::LiteMap;

use crate::domain::composer_id::ComposerId;
use crate::store::format::operation::Operation;

/// An operation that waits for the primary copy's response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Awaited {
    pub(super) operation: Operation,
    /// The composer that its text came from, in which the text stays until the response.
    pub(super) composer: Option<ComposerId>,
    pub(super) value: Rc<str>,
}

/// All operations that wait, by the keys of their records.
#[derive(Clone, Debug, Default)]
pub(super) struct Pending(LiteMap<String, Awaited>);

impl Pending {
    /// Whether an operation of this key waits.
    pub(super) fn holds(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Takes an operation that waits from now on.
    pub(super) fn put(&mut self, key: String, awaited: Awaited) {
        self.0.insert(key, awaited);
    }

    /// Takes an operation out: the response has come.
    pub(super) fn take(&mut self, key: &str) -> Option<Awaited> {
        self.0.remove(key)
    }

    /// Gives all of them up: the reader deleted everything.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{id, post, value};
    use super::*;
    use crate::store::oplog::operation_set::Element;

    fn awaited() -> Awaited {
        let post = post(1);
        let operation = Element::read(id(1), &post.value).unwrap().operation.unwrap();
        Awaited { operation, composer: Some(ComposerId::New), value: value(&post) }
    }

    #[test]
    fn the_response_about_an_operation_is_taken_once() {
        let mut pending = Pending::default();
        pending.put("a".to_owned(), awaited());
        assert!(pending.holds("a") && !pending.holds("b"));
        assert_eq!(pending.take("b"), None);
        assert_eq!(pending.take("a"), Some(awaited()));
        assert_eq!((pending.holds("a"), pending.take("a")), (false, None));
    }

    #[test]
    fn what_is_given_up_waits_for_no_response() {
        let mut pending = Pending::default();
        pending.put("a".to_owned(), awaited());
        pending.clear();
        assert_eq!(pending.take("a"), None);
    }
}
