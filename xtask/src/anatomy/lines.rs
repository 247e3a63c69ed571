//! A report as lines for the terminal, and the difference of two.

use super::report::{Report, Weight};
use crate::size::grouped;
use crate::table::{self, Align};
use std::collections::{BTreeMap, BTreeSet};

/// How many functions are listed.
const FUNCTIONS: usize = 80;

/// How long a function's name may be, in characters.
const NAME: usize = 110;

/// All of a report.
pub(crate) fn report(report: &Report) -> Vec<String> {
    let mut lines = parts(report);
    let row = |(name, [all, first]): (String, [u64; 2])| vec![name, grouped(all), grouped(first)];
    lines.extend(titled("Room, before wasm-bindgen", report.rooms().into_iter().map(row)));
    lines.extend(titled("Crate or family, before wasm-bindgen", biggest(report.crates()).into_iter().map(row)));
    let mut functions: Vec<_> = report.functions.iter().collect();
    functions.sort_by_key(|(_, function)| std::cmp::Reverse((function.first, function.bytes)));
    let row = |(name, function): &(&String, &super::report::Function)| {
        let copies = if function.copies > 1 { format!(" ({} copies)", function.copies) } else { String::new() };
        row((short(name) + &copies, [function.bytes, function.first]))
    };
    lines.extend(titled("Function, before wasm-bindgen", functions.iter().take(FUNCTIONS).map(row)));
    lines
}

/// What is otherwise in `now` than in `before`.
pub(crate) fn difference(before: &Report, now: &Report) -> Vec<String> {
    let weights = |report: &Report| {
        let of = |(name, part): (&String, &super::report::Part)| (name.clone(), part.whole.brotli);
        report.parts.iter().map(of).collect::<BTreeMap<_, _>>()
    };
    let functions = |report: &Report| report.functions.iter().map(|(name, it)| (name.clone(), it.bytes)).collect();
    let all = |sums: BTreeMap<String, [u64; 2]>| sums.into_iter().map(|(name, [all, _])| (name, all)).collect();
    let mut lines = changes("Part, after brotli", &weights(before), &weights(now));
    lines.extend(changes("Room", &all(before.rooms()), &all(now.rooms())));
    lines.extend(changes("Crate or family", &all(before.crates()), &all(now.crates())));
    lines.extend(changes("Function", &functions(before), &functions(now)));
    lines
}

fn parts(report: &Report) -> Vec<String> {
    let cell = |weight: Weight| [grouped(weight.raw), grouped(weight.brotli)];
    let mut rows = vec![
        ["part", "raw", "brotli", "code", "brotli", "data", "brotli", "imports", "brotli"].map(String::from).to_vec(),
    ];
    for (name, part) in &report.parts {
        let cells = [part.whole, part.code, part.data, part.imports].map(cell);
        rows.push([name.clone()].into_iter().chain(cells.into_iter().flatten()).collect());
    }
    let align = [&[Align::Left][..], &[Align::Right; 8]].concat();
    table::lines(&align, &rows)
}

fn biggest(sums: BTreeMap<String, [u64; 2]>) -> Vec<(String, [u64; 2])> {
    let mut sorted: Vec<_> = sums.into_iter().collect();
    sorted.sort_by_key(|(_, [all, first])| std::cmp::Reverse((*first, *all)));
    sorted
}

fn titled(title: &str, rows: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    let head = [title, "bytes", "in the first module"].map(String::from).to_vec();
    let rows: Vec<_> = [head].into_iter().chain(rows).collect();
    [String::new()].into_iter().chain(table::lines(&[Align::Left, Align::Right, Align::Right], &rows)).collect()
}

/// The greatest changes first; a name that is on one side alone has 0 bytes on the other.
fn changes(title: &str, before: &BTreeMap<String, u64>, now: &BTreeMap<String, u64>) -> Vec<String> {
    let of = |bytes: &BTreeMap<String, u64>, name: &String| bytes.get(name).copied().unwrap_or_default();
    let names: BTreeSet<_> = before.keys().chain(now.keys()).collect();
    let mut changed: Vec<_> = names.into_iter().map(|name| (of(before, name), of(now, name), name)).collect();
    changed.retain(|(before, now, _)| before != now);
    changed.sort_by_key(|(before, now, _)| std::cmp::Reverse(before.abs_diff(*now)));
    let sum = |bytes: &BTreeMap<String, u64>| bytes.values().sum::<u64>();
    let row = |name: &str, before: u64, now: u64| {
        let sign = if now < before { "-" } else { "+" };
        vec![short(name), grouped(before), grouped(now), format!("{sign}{}", grouped(now.abs_diff(before)))]
    };
    let mut rows = vec![[title, "before", "now", "change"].map(String::from).to_vec()];
    rows.extend(changed.iter().take(FUNCTIONS).map(|(before, now, name)| row(name, *before, *now)));
    // Rooms count twice in a sum: as a folder, and as a file in it.
    if title != "Room" {
        rows.push(row("all", sum(before), sum(now)));
    }
    let align = [Align::Left, Align::Right, Align::Right, Align::Right];
    [String::new()].into_iter().chain(table::lines(&align, &rows)).collect()
}

fn short(name: &str) -> String {
    if name.chars().count() <= NAME { name.to_owned() } else { name.chars().take(NAME).collect::<String>() + "…" }
}

#[cfg(test)]
mod tests {
    use super::super::report::{Function, Part};
    use super::*;

    fn sample(functions: &[(&str, u64)], brotli: u64) -> Report {
        let function =
            |(name, bytes): &(&str, u64)| ((*name).to_owned(), Function { bytes: *bytes, first: bytes / 2, copies: 2 });
        let part = Part { whole: Weight { raw: 9_000, brotli }, ..Part::default() };
        Report { parts: [("app.wasm".to_owned(), part)].into(), functions: functions.iter().map(function).collect() }
    }

    #[test]
    fn parts_come_first_and_the_greatest_function_before_the_others() {
        let lines = report(&sample(&[("yew::small", 10), ("article_widget::app::update::follow", 2_000)], 1_234));
        assert!(lines.iter().any(|line| line.starts_with("app.wasm  9,000   1,234")), "{lines:#?}");
        let place = |text: &str| lines.iter().rposition(|line| line.starts_with(text)).unwrap();
        assert!(
            place("article_widget::app::update::follow (2 copies)  2,000                1,000") < place("yew::small"),
            "{lines:#?}"
        );
        assert!(lines.iter().any(|line| line.starts_with("app::update") && line.ends_with("1,000")), "{lines:#?}");
    }

    #[test]
    fn what_stayed_as_it_was_is_left_out_of_a_difference() {
        let before = sample(&[("yew::same", 5), ("yew::gone", 7), ("yew::grown", 1_000)], 1_000);
        let lines = difference(&before, &sample(&[("yew::same", 5), ("yew::grown", 3_000)], 900));
        assert!(!lines.iter().any(|line| line.contains("same")), "{lines:#?}");
        let words = |name: &str| {
            let line = lines.iter().find(|line| line.starts_with(name)).unwrap();
            line.split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(words("app.wasm"), "1,000 900 -100");
        assert_eq!(words("yew::gone"), "7 0 -7");
        assert_eq!(words("yew::grown"), "1,000 3,000 +2,000");
    }
}
