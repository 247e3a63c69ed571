//! The keys under which operations are kept.

use std::fmt;

use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;

/// The prefix of the reader's own operations. Frozen for ever.
const OWN: &str = "aw1:";

/// The key of one of the reader's own operations: `aw1:<thread>:<id>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordKey {
    /// The thread it belongs to.
    pub thread: ThreadKey,
    /// The operation.
    pub id: OperationId,
}

impl RecordKey {
    /// What all keys of a thread begin with.
    pub fn prefix(thread: &ThreadKey) -> String {
        format!("{OWN}{thread}:")
    }

    /// Reads a key of `thread`. `None` if it is another thread's or nobody's; `Some(Err(()))` if it begins like one
    /// of this thread but does not end in an id: somebody's damage, to be counted and left alone.
    pub fn parse(thread: &ThreadKey, key: &str) -> Option<Result<Self, ()>> {
        let id = key.strip_prefix(OWN)?.strip_prefix(thread.as_str())?.strip_prefix(':')?;
        Some(OperationId::parse(id).ok_or(()).map(|id| Self { thread: thread.clone(), id }))
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", Self::prefix(&self.thread), self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::{Actor, Lamport};
    use crate::domain::thread_id::ThreadId;

    #[test]
    fn a_key_comes_back_in_its_own_thread_only() {
        let thread = ThreadId::explicit("a").unwrap().key();
        let key = RecordKey {
            thread: thread.clone(),
            id: OperationId { lamport: Lamport::new(33).unwrap(), actor: Actor(1) },
        };
        assert_eq!(key.to_string(), format!("aw1:{thread}:0000000110000000000001"));
        assert_eq!(RecordKey::parse(&thread, &key.to_string()), Some(Ok(key.clone())));
        assert_eq!(RecordKey::parse(&ThreadId::explicit("b").unwrap().key(), &key.to_string()), None);
        assert_eq!(RecordKey::parse(&thread, &format!("aw1:{thread}:x")), Some(Err(())));
        assert_eq!(RecordKey::parse(&thread, "other"), None);
    }
}
