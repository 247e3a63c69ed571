//! How many people reacted to one comment, or to the article, and how.

use super::reaction::Sign;

/// How many reacted with one sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// With which.
    pub sign: Sign,
    /// How many; never none.
    pub count: u32,
    /// Whether the reader is one of them.
    pub own: bool,
}

/// The signs that somebody reacted with, in the order of [`Sign::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reactions(Vec<Tally>);

impl Reactions {
    /// Where nobody has reacted.
    pub const NONE: &Self = &Self(Vec::new());

    /// Takes one more that reacted with this sign.
    pub fn count(&mut self, sign: Sign, own: bool) {
        match self.0.iter_mut().find(|tally| tally.sign == sign) {
            Some(tally) => {
                tally.count = tally.count.saturating_add(1);
                tally.own |= own;
            }
            None => {
                let place = self.0.iter().take_while(|tally| tally.sign < sign).count();
                // Most comments have one or none.
                self.0.reserve_exact(1);
                self.0.insert(place, Tally { sign, count: 1, own });
            }
        }
    }

    /// What was counted.
    pub fn tallies(&self) -> &[Tally] {
        &self.0
    }

    /// Whether the reader reacted with this sign.
    pub fn is_own(&self, sign: Sign) -> bool {
        self.0.iter().any(|tally| tally.sign == sign && tally.own)
    }

    /// Those of the reader's, as if nobody else had reacted: what nobody else can change.
    #[must_use]
    pub fn own(&self) -> Self {
        let own = self.0.iter().filter(|tally| tally.own);
        Self(own.map(|tally| Tally { count: 1, ..*tally }).collect())
    }

    /// How many reactions others gave.
    pub fn others(&self) -> u32 {
        self.0.iter().fold(0, |sum, tally| sum.saturating_add(tally.count.saturating_sub(u32::from(tally.own))))
    }

    /// How many reactions there are, whatever they are.
    pub fn total(&self) -> u32 {
        self.0.iter().fold(0, |sum, tally| sum.saturating_add(tally.count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_stand_in_one_order_whoever_came_first() {
        let mut reactions = Reactions::default();
        for (sign, own) in
            [(Sign::ThumbsDown, false), (Sign::ThumbsUp, false), (Sign::Smile, true), (Sign::ThumbsUp, false)]
        {
            reactions.count(sign, own);
        }
        let told: Vec<_> = reactions.tallies().iter().map(|tally| (tally.sign, tally.count, tally.own)).collect();
        assert_eq!(told, [(Sign::ThumbsUp, 2, false), (Sign::Smile, 1, true), (Sign::ThumbsDown, 1, false)]);
        assert_eq!(
            (reactions.is_own(Sign::Smile), reactions.is_own(Sign::ThumbsUp), reactions.total()),
            (true, false, 4)
        );
        assert_eq!(reactions.own().tallies(), [Tally { sign: Sign::Smile, count: 1, own: true }]);
    }
}
