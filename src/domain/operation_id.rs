//! The identity of an operation: when it happened in the order of causes, and which page made it.

use std::fmt;

use super::base32::{push_base32, read_base32};

/// Digits of a Lamport number in an id (45 bits).
const LAMPORT_WIDTH: usize = 9;
/// Digits of an actor in an id (64 bits).
const ACTOR_WIDTH: usize = 13;

/// A logical clock value, below 2^45: greater than every operation its maker had seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lamport(u64);

impl Lamport {
    /// The greatest value that fits an id.
    pub const MAX: Lamport = Lamport((1 << 45) - 1);

    /// A value, or `None` from 2^45 on.
    pub fn new(value: u64) -> Option<Self> {
        (value <= Self::MAX.0).then_some(Self(value))
    }

    /// The number.
    pub fn value(self) -> u64 {
        self.0
    }

    /// The next value; stays at [`Lamport::MAX`], where the store then refuses the repeated id.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1).min(Self::MAX.0))
    }
}

/// One loaded page's random 64-bit name, never stored as such and never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Actor(pub u64);

/// An operation's id; sorts by Lamport number, then by actor. Its text form has 22 characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperationId {
    /// Position in the order of causes.
    pub lamport: Lamport,
    /// Who made it.
    pub actor: Actor,
}

impl OperationId {
    /// The fixed id of the record that names a thread; no operation can have it.
    pub const NAMING: OperationId = OperationId { lamport: Lamport(0), actor: Actor(0) };

    /// What stands for the article where somebody reacts to it: no comment can have this id.
    pub const ARTICLE: OperationId = Self::NAMING;

    /// Reads the 22-character form; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 22 {
            return None;
        }
        let (lamport, actor) = text.split_at_checked(9)?;
        Some(Self {
            lamport: Lamport::new(u64::try_from(read_base32(lamport)?).ok()?)?,
            actor: Actor(u64::try_from(read_base32(actor)?).ok()?),
        })
    }
}

impl fmt::Display for OperationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(LAMPORT_WIDTH + ACTOR_WIDTH);
        push_base32(&mut text, u128::from(self.lamport.0), LAMPORT_WIDTH);
        push_base32(&mut text, u128::from(self.actor.0), ACTOR_WIDTH);
        f.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(lamport: u64, actor: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(actor) }
    }

    #[test]
    fn the_text_form_comes_back_and_sorts_alike() {
        let mut ids = vec![id(3, 9), id(1, u64::MAX), id(1, 0), id((1 << 45) - 1, 7)];
        for one in &ids {
            assert_eq!(one.to_string().len(), 22);
            assert_eq!(OperationId::parse(&one.to_string()), Some(*one));
        }
        let mut texts: Vec<_> = ids.iter().map(ToString::to_string).collect();
        ids.sort();
        texts.sort();
        assert_eq!(ids.iter().map(ToString::to_string).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for bad in
            ["", "0", "000000000g00000000000", "000000000g000000000000V", "vvvvvvvvvvvvvvvvvvvvvv", "ééééééééééé"]
        {
            assert_eq!(OperationId::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_clock_stops_at_its_greatest_value() {
        assert_eq!(Lamport::MAX.next(), Lamport::MAX);
        assert_eq!(Lamport::new(1 << 45), None);
        assert_eq!(Lamport::default().next(), Lamport(1));
    }
}
