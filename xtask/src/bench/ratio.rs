//! One figure as a multiple of another, round by round: what slowed a round down has slowed both.

use super::visits::{Cell, Pick, Run, Spread};

/// A figure of one cell divided by a figure of another, in each round that has both.
pub(super) fn ratio(run: &Run, of: Cell, by: Cell, pick: Pick) -> Option<Spread> {
    let rounds = run.of(of).filter_map(|visit| {
        let other = run.of(by).find(|other| other.repetition == visit.repetition)?;
        Some(pick(visit)? / pick(other)?)
    });
    Spread::of(rounds.filter(|ratio| ratio.is_finite()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::visits::Visit;

    #[test]
    fn each_round_is_divided_by_its_own() {
        let visit = |subject: &str, repetition, drawn| Visit {
            subject: subject.into(),
            size: 10,
            cpu: 1,
            visit: "known".into(),
            repetition,
            drawn: Some(drawn),
            ..Visit::default()
        };
        // The second round was ten times as slow.
        let visits =
            vec![visit("auto", 1, 2.0), visit("plain", 1, 1.0), visit("plain", 2, 10.0), visit("auto", 2, 30.0)];
        let run = Run { visits, ..Run::default() };
        let cell = |subject| Cell::known(subject, 10, 1);
        let found = ratio(&run, cell("auto"), cell("plain"), |visit| visit.drawn);
        assert_eq!(found, Some(Spread { least: 2.0, median: 2.5, most: 3.0 }));
        assert_eq!(ratio(&run, cell("auto"), cell("isso"), |visit| visit.drawn), None);
    }
}
