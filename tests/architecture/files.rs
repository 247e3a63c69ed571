//! What a file looks like: how it begins, how long it is, what it is called, what a `mod.rs` holds.

use syn::spanned::Spanned;
use syn::{Attribute, Item, Meta, Visibility};

use super::source::{self, Source, must_be_none, must_be_one};

const LONGEST: usize = 300;
const NAMES_OF_NOTHING: [&str; 7] = ["utils", "util", "common", "helpers", "helper", "misc", "shared"];

/// Complains about a file that does not begin with a sentence.
fn without_opening_sentence(source: &Source) -> Option<String> {
    let opening: Vec<&str> = source
        .text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(str::trim)
        .take_while(|line| !line.is_empty())
        .collect();
    let sentence = opening.join(" ");
    (!sentence.trim_end_matches(')').ends_with(['.', ':'])).then(|| {
        format!(
            "{}: a file begins with a `//!` sentence that says what its one concept is, and ends with a full stop.",
            source.path
        )
    })
}

/// Complains about a file of too many lines.
fn too_long(source: &Source) -> Option<String> {
    let lines = source.text.lines().count();
    (lines > LONGEST).then(|| {
        format!("{}: {lines} lines are more than {LONGEST}. A file holds one concept: find the second one and give it a file of its own.", source.path)
    })
}

/// Complains about a path with a name that says nothing.
fn named_after_nothing(path: &str) -> Option<String> {
    let name = path
        .split('/')
        .map(|part| part.split('.').next().unwrap_or(part))
        .find(|part| NAMES_OF_NOTHING.contains(part))?;
    Some(format!("{path}: `{name}` names no concept, so anything ends up there. Name it after what it is about."))
}

/// Complains about everything in a `mod.rs` but `mod`, `pub mod` and `pub use`, each perhaps with a documentation of its own.
fn more_than_lists(source: &Source) -> Vec<String> {
    let is_doc =
        |attribute: &Attribute| attribute.path().is_ident("doc") && matches!(attribute.meta, Meta::NameValue(_));
    let file = source.syntax();
    let lists = |item: &Item| match item {
        Item::Mod(item) => item.content.is_none() && item.attrs.iter().all(is_doc),
        Item::Use(item) => !matches!(item.vis, Visibility::Inherited) && item.attrs.iter().all(is_doc),
        _ => false,
    };
    let others = file.items.iter().filter(|item| !lists(item)).map(Spanned::span);
    let settings = file.attrs.iter().filter(|attribute| !is_doc(attribute)).map(Spanned::span);
    settings
        .chain(others)
        .map(|span| {
            format!(
                "{}:{}: a `mod.rs` holds only docs, `mod` and `pub use`. Give this a file: {}",
                source.path,
                span.start().line,
                span.source_text().unwrap_or_default()
            )
        })
        .collect()
}

fn rust() -> Vec<Source> {
    ["src", "tests", "xtask"].iter().flat_map(|folder| source::below(folder, ".rs")).collect()
}

#[test]
fn every_file_begins_with_a_sentence_about_itself() {
    must_be_none(rust().iter().filter_map(without_opening_sentence).collect());
}

#[test]
fn no_file_is_longer_than_300_lines() {
    let mut files = rust();
    files.extend(source::below("src", ".js"));
    files.extend(source::below("styles", ".css"));
    must_be_none(files.iter().filter_map(too_long).collect());
}

#[test]
fn every_file_is_named_after_a_concept() {
    must_be_none(
        ["src", "tests", "xtask", "styles"]
            .iter()
            .flat_map(|folder| source::paths_below(folder, ""))
            .filter_map(|path| named_after_nothing(&path))
            .collect(),
    );
}

#[test]
fn a_mod_file_only_lists() {
    must_be_none(source::below("src", "/mod.rs").iter().flat_map(more_than_lists).collect());
}

#[test]
fn every_style_sheet_is_included() {
    let adopted = source::read("src/element/style_sheets.rs");
    let parts = source::below("src/parts", ".rs");
    let page = source::read("index.html");
    let used = |path: &str| {
        adopted.text.contains(&format!("sheet!(\"{}\")", path.trim_start_matches("styles/")))
            || parts.iter().any(|part| part.text.contains(&format!("\"/{path}\"")))
            || page.text.contains(&format!("href=\"{path}\""))
    };
    let lost = source::below("styles", ".css").into_iter().filter(|sheet| !used(&sheet.path));
    must_be_none(
        lost.map(|sheet| {
            format!("{}: nobody loads this. Add it to src/element/style_sheets.rs, or to its part in src/parts/, or delete it.", sheet.path)
        })
        .collect(),
    );
}

#[test]
fn the_rule_notices_a_file_without_its_sentence() {
    let judge = |text: &str| without_opening_sentence(&Source::sample("src/a.rs", text)).into_iter().collect();
    must_be_one(judge("use std::fmt;\n"), &["src/a.rs"]);
    must_be_one(judge("//! no full stop\nuse std::fmt;\n"), &["full stop"]);
    must_be_none(judge("//! A sentence that\n//! goes on.\n//!\n//! more\n"));
}

#[test]
fn the_rule_notices_a_long_file_and_a_name_of_nothing() {
    let long = Source::sample("src/a.rs", &"a\n".repeat(301));
    must_be_one(too_long(&long).into_iter().collect(), &["301"]);
    assert_eq!(too_long(&Source::sample("src/a.rs", &"a\n".repeat(300))), None);
    must_be_one(named_after_nothing("src/utils/time.rs").into_iter().collect(), &["utils"]);
    must_be_one(named_after_nothing("styles/common.css").into_iter().collect(), &["common"]);
    assert_eq!(named_after_nothing("src/domain/commonplace.rs"), None);
}

#[test]
fn the_rule_notices_code_in_a_mod_file() {
    let judge = |text: &str| more_than_lists(&Source::sample("src/app/mod.rs", text));
    assert!(judge("//! Docs.\n\n/// More.\npub mod a;\nmod b;\npub(crate) mod c;\npub use b::{B, C};").is_empty());
    must_be_one(judge("mod a;\nconst B: u8 = 1;"), &["mod.rs:2"]);
    must_be_one(judge("mod a;\nfn b() {}"), &["fn b"]);
    must_be_one(judge("use super::a;"), &["mod.rs:1"]);
}
