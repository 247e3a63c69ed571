//! Edits that are written to take long to compare: two texts without order, with one word again and again, turned around.

use std::time::Duration;

use article_widget::domain::differences::differences;

use super::clock::least;

/// Two texts of about so many units.
pub(crate) type Texts = fn(u64) -> (String, String);

/// The edits.
pub(crate) const EDITS: &[(&str, Texts)] = &[
    ("one word", |units| {
        let text = repeated("the boats came back before the rain ", units);
        (text.clone(), format!("{text}again"))
    }),
    ("every other word", |units| (repeated("one two ", units), repeated("one three ", units))),
    ("every word", |units| (numbered("a", units), numbered("b", units))),
    ("nothing in common, of few words", |units| (of_few(units, 3, "a"), of_few(units, 5, "b"))),
    ("few words without order", |units| (of_few(units, 3, "a"), of_few(units, 5, "a"))),
    ("two words without order", |units| (of_two(units, 3), of_two(units, 5))),
    ("one word more and more often", |units| (repeated("a ", units / 2), repeated("a ", units))),
    ("turned around", |units| {
        let text = numbered("a", units);
        let turned = text.split(' ').rev().collect::<Vec<_>>().join(" ");
        (text, turned)
    }),
    ("halves exchanged", |units| {
        let text = numbered("a", units);
        let (first, second) = text.split_at(text.len() / 2);
        (format!("{first}{second}"), format!("{second}{first}"))
    }),
    ("only signs", |units| (repeated(".,", units), repeated(",;.", units))),
    ("only line ends", |units| (repeated("\n", units), repeated("\n \n", units))),
    ("signs of Chinese", |units| (of_signs(units, 3), of_signs(units, 5))),
    ("everything new", |units| (String::new(), numbered("a", units))),
];

fn repeated(part: &str, units: u64) -> String {
    part.repeat(usize::try_from(units).unwrap_or_default() / part.len())
}

fn numbered(word: &str, units: u64) -> String {
    (0..units / 7).map(|number| format!("{word}{number:05} ")).collect()
}

/// The numbers of a sequence that is the same every time and has no order.
fn chance(seed: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(seed), |last| {
        Some(last.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    })
    .map(|number| number >> 33)
}

fn of_few(units: u64, seed: u64, word: &str) -> String {
    let count = usize::try_from(units / 4).unwrap_or_default();
    chance(seed).take(count).map(|number| format!("{word}{:02} ", number % 60)).collect()
}

fn of_two(units: u64, seed: u64) -> String {
    let count = usize::try_from(units / 2).unwrap_or_default();
    chance(seed).take(count).map(|number| if number % 2 == 0 { "a " } else { "b " }).collect()
}

fn of_signs(units: u64, seed: u64) -> String {
    let count = usize::try_from(units).unwrap_or_default();
    chance(seed).take(count).filter_map(|number| char::from_u32(0x4e00 + u32::try_from(number % 300).ok()?)).collect()
}

/// The time of one comparison.
pub(crate) fn time(texts: Texts, units: u64) -> Duration {
    let (before, after) = texts(units);
    least(5, || assert!(!differences(&before, &after).is_empty(), "the texts are there"))
}
