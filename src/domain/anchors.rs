//! Places at which two long texts are surely the same: runs of a few words that each of them has once, in the same order in both. The time
//! grows with the texts' length and hardly more, whatever they say.

/// So many words are compared from one place on: fewer stand twice in many a text.
const RUN: usize = 4;

/// The first words of such runs: their places in both texts, from first to last. `old` and `new`: a number for each word, the same for
/// the same word.
pub(super) fn anchors(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let (old, new) = (single_runs(old), single_runs(new));
    let mut others = new.iter().peekable();
    let mut pairs = Vec::new();
    for (run, place) in &old {
        while others.next_if(|(other, _)| other < run).is_some() {}
        pairs.extend(others.next_if(|(other, _)| other == run).map(|(_, there)| (*place, *there)));
    }
    pairs.sort_unstable();
    in_order(&pairs)
}

/// The runs that a text has once, in their own order, with their places.
fn single_runs(words: &[u32]) -> Vec<([u32; RUN], usize)> {
    let run = |(place, words): (usize, &[u32])| Some((<[u32; RUN]>::try_from(words).ok()?, place));
    let mut runs: Vec<_> = words.windows(RUN).enumerate().filter_map(run).collect();
    runs.sort_unstable();
    runs.chunk_by(|(one, _), (other, _)| one == other)
        .filter_map(|alike| if let [single] = alike { Some(*single) } else { None })
        .collect()
}

/// The most of these pairs, which are in the order of their first places, whose second places are in order too.
fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Of the sequences of each length, the pair with which the one ends that ends first; and for each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let there = |number: usize| pairs.get(number).map_or(0, |(_, there)| *there);
    for (number, (_, place)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| there(*end) < *place);
        before.push(length.checked_sub(1).and_then(|last| ends.get(last).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = number,
            None => ends.push(number),
        }
    }
    let mut last = ends.last().copied();
    let mut found = Vec::with_capacity(ends.len());
    while let Some(number) = last {
        found.extend(pairs.get(number));
        last = before.get(number).copied().flatten();
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_both_have_once_are_found_in_order() {
        let old = [1, 2, 3, 4, 5, 9, 9, 9, 9, 9];
        assert_eq!(anchors(&old, &[0, 1, 2, 3, 4, 5]), [(0, 1), (1, 2)]);
        let same: Vec<(usize, usize)> = (0..5).map(|place| (place, place)).collect();
        assert_eq!(anchors(&old, &old), same, "the nines stand there more than once");
        assert_eq!(anchors(&old, &[]), []);
    }

    #[test]
    fn of_what_changed_places_the_most_is_kept() {
        let (first, second): (Vec<u32>, Vec<u32>) = ((0..10).collect(), (20..26).collect());
        let old = [first.clone(), second.clone()].concat();
        let new = [second, first].concat();
        let found = anchors(&old, &new);
        assert_eq!(found.first(), Some(&(0, 6)), "the longer half");
        assert!(found.is_sorted() && found.iter().map(|(_, there)| there).is_sorted());
    }
}
