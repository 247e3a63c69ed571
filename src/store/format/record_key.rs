//! The keys under which a thread is kept. Their prefixes are frozen for ever.
//!
//! | key | what it holds |
//! |---|---|
//! | `aw1:<thread>:<id>` | an operation of the reader's own |
//! | `aw1i:<thread>:<id>:<batch>:<epoch>` | an operation from a file, by the import that brought it |
//! | `aw1g:<thread>:<epoch>` | that everything of earlier epochs is deleted |
//! | `aw1d:<thread>:<composer>:<name>:<actor>` | what is being written in a composer (`new`, `r<id>` or `e<id>`), and by which page |

use std::fmt;

use crate::domain::base32::{read_base32, write_base32};
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::{Actor, OperationId};
use crate::domain::thread_id::ThreadKey;

/// How often "delete everything" was done in a thread; operations carry the number they were made under.
pub type Epoch = u32;

/// Digits of an epoch in a key (35 bits, of which 32 are used).
const EPOCH_WIDTH: usize = 7;
/// Digits of an actor in a draft's key.
const ACTOR_WIDTH: usize = 13;

/// What a key of one thread is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// An operation of the reader's own.
    Own(OperationId),
    /// An operation from a file.
    Imported {
        /// The operation.
        id: OperationId,
        /// The operation of the reader's own that brought it.
        batch: OperationId,
        /// The epoch it was brought in.
        epoch: Epoch,
    },
    /// That everything of earlier epochs is deleted.
    Epoch(Epoch),
    /// What is being written in a composer, by one page.
    Draft {
        /// The composer.
        composer: ComposerId,
        /// What tells this draft from others; the operation that comes of it repeats it.
        name: OperationId,
        /// The page.
        actor: Actor,
    },
}

/// A key of a thread.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RecordKey {
    /// The thread.
    pub thread: ThreadKey,
    /// What it is for.
    pub slot: Slot,
}

impl RecordKey {
    /// The key of an operation of the reader's own.
    pub fn own(thread: &ThreadKey, id: OperationId) -> Self {
        Self::new(thread, Slot::Own(id))
    }

    /// The key for a purpose.
    pub fn new(thread: &ThreadKey, slot: Slot) -> Self {
        Self { thread: thread.clone(), slot }
    }

    /// Reads a key of `thread`. `None` if it is another thread's or nobody's; `Some(Err(()))` if it begins like one
    /// of this thread but ends like none: somebody's damage, or a later version's, to be counted and left alone.
    pub fn parse(thread: &ThreadKey, key: &str) -> Option<Result<Self, ()>> {
        let (family, own, rest) = split(key)?;
        (own == thread.as_str()).then(|| slot(family, rest).ok_or(()).map(|slot| Self { thread: thread.clone(), slot }))
    }

    /// Reads a key of whatever thread; `None` if it is nobody's, or damaged.
    pub fn read(key: &str) -> Option<Self> {
        let (family, thread, rest) = split(key)?;
        Some(Self { thread: ThreadKey::parse(thread)?, slot: slot(family, rest)? })
    }
}

/// What all keys of a thread begin with, one for each kind of key.
pub fn prefixes(thread: &ThreadKey) -> [String; 4] {
    ["aw1:", "aw1i:", "aw1g:", "aw1d:"].map(|family| format!("{family}{thread}:"))
}

/// The 13 characters of the thread that a key belongs to; `None` if it belongs to none.
pub fn thread_of(key: &str) -> Option<&str> {
    split(key).map(|(_, thread, _)| thread)
}

/// A key's family, thread and rest.
fn split(key: &str) -> Option<(&str, &str, &str)> {
    let (family, rest) = key.split_once(':')?;
    let (thread, rest) = rest.split_once(':')?;
    (matches!(family, "aw1" | "aw1i" | "aw1g" | "aw1d") && thread.len() == 13).then_some((family, thread, rest))
}

fn slot(family: &str, rest: &str) -> Option<Slot> {
    let mut parts = rest.split(':');
    let first = parts.next()?;
    let slot = match family {
        "aw1" => Slot::Own(OperationId::parse(first)?),
        "aw1i" => Slot::Imported {
            id: OperationId::parse(first)?,
            batch: OperationId::parse(parts.next()?)?,
            epoch: number(parts.next()?)?,
        },
        "aw1g" => Slot::Epoch(number(first)?),
        _ => {
            let composer = match first.split_at_checked(1)? {
                ("n", "ew") => ComposerId::New,
                ("r", id) => ComposerId::Reply(OperationId::parse(id)?),
                ("e", id) => ComposerId::Edit(OperationId::parse(id)?),
                _ => return None,
            };
            let name = OperationId::parse(parts.next()?)?;
            let actor = parts.next().filter(|actor| actor.len() == 13)?;
            Slot::Draft { composer, name, actor: Actor(u64::try_from(read_base32(actor)?).ok()?) }
        }
    };
    parts.next().is_none().then_some(slot)
}

fn number(text: &str) -> Option<Epoch> {
    (text.len() == 7).then(|| read_base32(text)).flatten().and_then(|number| Epoch::try_from(number).ok())
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thread = &self.thread;
        let digits = |epoch: Epoch| write_base32(u128::from(epoch), EPOCH_WIDTH);
        match self.slot {
            Slot::Own(id) => write!(f, "aw1:{thread}:{id}"),
            Slot::Imported { id, batch, epoch } => {
                write!(f, "aw1i:{thread}:{id}:{batch}:{}", digits(epoch))
            }
            Slot::Epoch(epoch) => write!(f, "aw1g:{thread}:{}", digits(epoch)),
            Slot::Draft { composer, name, actor } => {
                let actor = write_base32(u128::from(actor.0), ACTOR_WIDTH);
                match composer {
                    ComposerId::New => write!(f, "aw1d:{thread}:new:{name}:{actor}"),
                    ComposerId::Reply(id) => write!(f, "aw1d:{thread}:r{id}:{name}:{actor}"),
                    ComposerId::Edit(id) => write!(f, "aw1d:{thread}:e{id}:{name}:{actor}"),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::Lamport;
    use crate::domain::thread_id::ThreadId;

    fn id(lamport: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(1) }
    }

    #[test]
    fn every_key_comes_back_in_its_own_thread_only() {
        let thread = ThreadId::explicit("a").unwrap().key();
        let cases = [
            (Slot::Own(id(33)), "aw1:T:0000000110000000000001"),
            (
                Slot::Imported { id: id(33), batch: id(34), epoch: 2 },
                "aw1i:T:0000000110000000000001:0000000120000000000001:0000002",
            ),
            (Slot::Epoch(33), "aw1g:T:0000011"),
            (
                Slot::Draft { composer: ComposerId::New, name: id(34), actor: Actor(5) },
                "aw1d:T:new:0000000120000000000001:0000000000005",
            ),
            (
                Slot::Draft { composer: ComposerId::Reply(id(33)), name: id(34), actor: Actor(5) },
                "aw1d:T:r0000000110000000000001:0000000120000000000001:0000000000005",
            ),
            (
                Slot::Draft { composer: ComposerId::Edit(id(33)), name: id(34), actor: Actor(5) },
                "aw1d:T:e0000000110000000000001:0000000120000000000001:0000000000005",
            ),
        ];
        for (slot, text) in cases {
            let key = RecordKey { thread: thread.clone(), slot };
            assert_eq!(key.to_string(), text.replace('T', thread.as_str()));
            assert_eq!(RecordKey::parse(&thread, &key.to_string()), Some(Ok(key.clone())));
            assert_eq!(RecordKey::parse(&ThreadId::explicit("b").unwrap().key(), &key.to_string()), None);
            assert_eq!(thread_of(&key.to_string()), Some(thread.as_str()));
            assert!(prefixes(&thread).iter().any(|prefix| key.to_string().starts_with(prefix)));
            let longer = RecordKey::parse(&thread, &format!("{key}:0"));
            assert_eq!(longer, Some(Err(())), "{key}");
            assert_eq!(RecordKey::parse(&thread, &format!("{key}0")), Some(Err(())), "{key}");
        }
        assert_eq!(RecordKey::parse(&thread, &format!("aw1:{thread}:x")), Some(Err(())));
        assert_eq!(
            RecordKey::parse(&thread, &format!("aw1d:{thread}:é:0000000120000000000001:0000000000005")),
            Some(Err(()))
        );
        for nobodys in ["other", "aw1:", "aw1p:name", "aw2:0000000000000:x", "aw1:short:x"] {
            assert_eq!(RecordKey::parse(&thread, nobodys), None);
            assert_eq!(thread_of(nobodys), None);
        }
    }
}
