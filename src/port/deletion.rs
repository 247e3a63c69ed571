//! How long the reader waits for a deletion, and what they are told of it meanwhile.

use crate::domain::timestamp::Timestamp;
use crate::replica::AT_RISK_AFTER;

/// A deletion that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// Since when the reader waits for it, if they are told here when it is done.
    since: Option<Timestamp>,
    /// Whether they were told that it takes long.
    told: bool,
}

impl Deletion {
    /// A deletion that is asked for now.
    pub fn requested(now: Timestamp, says: bool) -> Self {
        Self { since: says.then_some(now), told: false }
    }

    /// The same deletion, of which nothing is announced on this page any more.
    pub fn quiet(self) -> Self {
        Self { since: None, ..self }
    }

    /// Whether the reader waits to be told here.
    pub fn is_awaited(&self) -> bool {
        self.since.is_some()
    }

    /// When the reader is to be told that the deletion is not done.
    pub fn next_change(&self) -> Option<Timestamp> {
        self.since.filter(|_| !self.told).map(|since| since.plus(AT_RISK_AFTER))
    }

    /// Whether they are to be told that it takes long: once.
    pub fn takes_long(&mut self, now: Timestamp) -> bool {
        let is_long = self.since.is_some_and(|since| now.since(since) >= AT_RISK_AFTER);
        is_long && !std::mem::replace(&mut self.told, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millis(millis).unwrap()
    }

    #[test]
    fn the_reader_is_told_once_that_it_takes_long_and_not_before() {
        let mut deletion = Deletion::requested(at(0), true);
        assert_eq!((deletion.is_awaited(), deletion.next_change()), (true, Some(at(8_000))));
        assert_eq!([7_999, 8_000, 8_001].map(|now| deletion.takes_long(at(now))), [false, true, false]);
        assert_eq!(
            (deletion.is_awaited(), deletion.next_change()),
            (true, None),
            "that it is done is still to be said"
        );
    }

    #[test]
    fn nobody_waits_for_one_that_is_said_elsewhere() {
        for mut deletion in [Deletion::requested(at(0), false), Deletion::requested(at(0), true).quiet()] {
            let told = deletion.takes_long(at(90_000));
            assert_eq!((deletion.is_awaited(), deletion.next_change(), told), (false, None, false));
        }
    }
}
