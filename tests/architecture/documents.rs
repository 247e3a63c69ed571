//! What the documents say of the code must be there: files, tests, commands.

use super::links::documents;
use super::markdown::Document;
use super::source::{self, Source, must_be_none, must_be_one};

/// A test's name is a sentence of at least four words in small letters.
fn is_test_name(text: &str) -> bool {
    text.matches('_').count() >= 3
        && text.chars().all(|each| each.is_ascii_lowercase() || each.is_ascii_digit() || each == '_')
}

fn is_path(text: &str) -> bool {
    let folders = ["src/", "tests/", "xtask/", "styles/", "examples/", "docs/", ".ci/", ".cargo/"];
    folders.iter().any(|folder| text.starts_with(folder)) && !text.contains(['*', '<', '{', ' ', '…'])
}

fn complaints(document: &Source, tests: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let wrong = |(number, text): (usize, String)| {
        let at = format!("{}:{number}", document.path);
        if is_test_name(&text) && !tests.contains(&format!("fn {text}(")) {
            Some(format!("{at}: there is no test `{text}`. Name the one that guards this now."))
        } else if is_path(&text) && !exists(&text) {
            Some(format!("{at}: there is no `{text}`."))
        } else {
            None
        }
    };
    Document::of(document).codes.into_iter().filter_map(wrong).collect()
}

#[test]
fn files_and_tests_that_the_documents_name_exist() {
    let tests: String = ["src", "tests", "xtask"]
        .iter()
        .flat_map(|folder| source::below(folder, ".rs"))
        .map(|source| source.text)
        .collect();
    let exists = |path: &str| source::root().join(path).exists();
    must_be_none(documents().iter().flat_map(|document| complaints(document, &tests, exists)).collect());
}

#[test]
fn the_rule_notices_a_test_and_a_file_that_are_gone() {
    let document = Source::sample(
        "A.md",
        "See `a_test_that_is_gone`, `a_test_that_is_there` and\n`src/gone.rs`, `src/there.rs`, `a_b`.\n```\nsrc/gone.rs\n```\n",
    );
    let found = complaints(&document, "fn a_test_that_is_there() {", |path| path == "src/there.rs");
    assert_eq!(
        found,
        [
            "A.md:1: there is no test `a_test_that_is_gone`. Name the one that guards this now.",
            "A.md:2: there is no `src/gone.rs`."
        ]
    );
}

/// Each budget stands in the CHANGELOG with its reason; the last line about a file is the one that counts.
fn without_reason(budget: &str, changelog: &str) -> Vec<String> {
    let entries = budget.lines().filter_map(|line| line.strip_prefix('"')?.split_once("\" = "));
    let mut complaints = Vec::new();
    for (file, bytes) in entries {
        let row = changelog
            .lines()
            .rfind(|line| line.starts_with('|') && line.contains(&format!("`{file}`")))
            .unwrap_or_default();
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        if !matches!(cells.as_slice(), [_, _, _, number, reason, ..] if number.replace(',', "") == bytes.replace('_', "") && !reason.is_empty())
        {
            complaints.push(format!("xtask/size-budget.toml: why may `{file}` weigh {bytes} bytes? Say so in the last line about it under \"Size budget\" in CHANGELOG.md."));
        }
    }
    complaints
}

#[test]
fn every_size_budget_has_its_reason() {
    must_be_none(without_reason(&source::read("xtask/size-budget.toml").text, &source::read("CHANGELOG.md").text));
}

#[test]
fn the_rule_notices_a_budget_that_rose_in_silence() {
    let before = "| v1 | `a.js` | 2,000 | the glue |\n| v2 | `a.js` | 3,000 | more glue |\n";
    assert!(without_reason("# Why.\n\"a.js\" = 3_000\n", before).is_empty());
    must_be_one(without_reason("\"a.js\" = 4_000\n", before), &["`a.js`", "4_000"]);
    must_be_one(without_reason("\"b.js\" = 4_000\n", before), &["`b.js`"]);
    must_be_one(without_reason("\"a.js\" = 1_000\n", "| v1 | `a.js` | 1,000 | |\n"), &["`a.js`"]);
}
