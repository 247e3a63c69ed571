//! No file of `src` uses itself by way of others: who changes one file of such a circle would have to understand all of them.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{self, Source};
use super::uses::Uses;

/// The files that use themselves by way of others: `a` uses `b`, which uses `a`.
fn in_circles(edges: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let leads_back = |start: &String| {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&String> = edges.get(start).into_iter().flatten().collect();
        while let Some(file) = next.pop() {
            if seen.insert(file) {
                next.extend(edges.get(file).into_iter().flatten());
            }
        }
        seen.contains(start)
    };
    edges.keys().filter(|file| leads_back(file)).cloned().collect()
}

#[test]
fn no_two_files_use_each_other() {
    let found = in_circles(&Uses::of(&source::below("src", ".rs")).edges());
    assert!(
        found.is_empty(),
        "these files use each other, directly or around; what both need belongs into a third: {found:#?}"
    );
}

#[test]
fn a_circle_is_noticed_however_it_is_written() {
    let a = "use super::b::B; pub struct A;";
    for (b, way) in [
        ("use super::a::A;", "a `use` line"),
        ("fn f(_: &crate::app::a::A) {}", "a full path"),
        ("use super::A;", "a re-export"),
        ("use crate::app; fn f() { app::a::g() }", "the name of a module"),
        ("fn f() { html! { <p>{ super::a::g() }</p> } }", "a macro"),
        ("use super::c::C;", "a third file"),
    ] {
        let sources = [
            Source::sample("src/lib.rs", "pub mod app;"),
            Source::sample("src/app/mod.rs", "mod a; mod b; mod c; pub use a::A;"),
            Source::sample("src/app/a.rs", a),
            Source::sample("src/app/b.rs", b),
            Source::sample("src/app/c.rs", "use super::a::A as Other;"),
        ];
        let found = in_circles(&Uses::of(&sources).edges());
        assert!(found.contains("src/app/a.rs") && found.contains("src/app/b.rs"), "{way}: {found:?}");
        assert!(!found.contains("src/app/mod.rs"), "{way}: who declares is not in it");
    }
}

#[test]
fn what_only_tests_use_and_what_is_said_in_comments_is_no_use() {
    let sources = [
        Source::sample("src/a.rs", "use crate::b::B;"),
        Source::sample("src/b.rs", "// crate::a::A\n#[cfg(test)] mod tests { use crate::a::A; }"),
    ];
    assert!(in_circles(&Uses::of(&sources).edges()).is_empty());
}
