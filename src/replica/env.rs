//! What the program may not make up itself: time, randomness, and the one clock of this page.

use crate::domain::author::AuthorId;
use crate::domain::operation_id::{Actor, Lamport, OperationId};
use crate::domain::timestamp::Timestamp;

/// Passed to every update. All widgets of a page share one, so that two of them never make the same id.
#[derive(Clone, Debug)]
pub struct Env {
    /// The time of this update.
    pub now: Timestamp,
    /// An author id for a reader who has none yet.
    pub spare_author: AuthorId,
    actor: Actor,
    clock: Lamport,
}

impl Env {
    /// The environment of a page that has just been loaded: `actor` and `spare_author` are random.
    pub fn new(now: Timestamp, actor: Actor, spare_author: AuthorId) -> Self {
        Self { now, spare_author, actor, clock: Lamport::default() }
    }

    /// Notes a Lamport number seen, so that whatever is done next counts as later.
    pub fn observe(&mut self, seen: Lamport) {
        self.clock = self.clock.max(seen);
    }

    /// The author id to write under: the remembered one, or else a new one.
    pub fn author(&self, remembered: Option<&AuthorId>) -> AuthorId {
        remembered.unwrap_or(&self.spare_author).clone()
    }

    /// The page's own number.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// An id that nothing has yet.
    pub fn next_id(&mut self) -> OperationId {
        self.clock = self.clock.next();
        OperationId { lamport: self.clock, actor: self.actor }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_later_than_everything_seen() {
        let mut env = Env::new(Timestamp::from_millis(0).unwrap(), Actor(5), AuthorId::local(1));
        let first = env.next_id();
        env.observe(Lamport::new(40).unwrap());
        env.observe(Lamport::new(7).unwrap());
        let second = env.next_id();
        assert_eq!(first.lamport, Lamport::new(1).unwrap());
        assert_eq!(second.lamport, Lamport::new(41).unwrap());
        assert_eq!(second.actor, Actor(5));
    }
}
