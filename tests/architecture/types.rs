//! The types of the public contract name what the tables of the documentation name.

use std::collections::BTreeSet;

use super::promises::{ATTRIBUTES, SCRIPTING, reasons, table};
use super::source;

fn types() -> String {
    source::read("src/element/types/article-widget.d.ts").text
}

/// The names that an interface declares, without those inside the types of its members.
fn members(types: &str, interface: &str) -> BTreeSet<String> {
    let body = types.split(&format!("interface {interface} {{")).nth(1).and_then(|rest| rest.split_once("\n}"));
    let lines = body.map_or("", |(body, _)| body).lines().filter_map(|line| line.strip_prefix("  "));
    lines
        .filter(|line| line.starts_with(|first: char| first.is_alphabetic() || first == '"'))
        .filter_map(|line| {
            let line = line.strip_prefix("readonly ").unwrap_or(line);
            let (name, _) = match line.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"')?,
                None => line.split_once(['?', ':', '('])?,
            };
            Some(name.to_owned())
        })
        .collect()
}

/// The first words of a table's cells: `exportThread` of `exportThread({kind})`.
#[track_caller]
fn listed(page: &str, heading: &str) -> BTreeSet<String> {
    table(page, heading).iter().filter_map(|cell| cell.split('(').next()).map(str::to_owned).collect()
}

#[test]
fn the_types_know_the_attributes_methods_and_events_that_the_documents_list_and_no_others() {
    assert_eq!(members(&types(), "ArticleWidgetAttributes"), listed(ATTRIBUTES, "Attributes"));
    let mut methods = members(&types(), "ArticleWidget");
    // These two are properties: the page speaks of them in its text and not in the table.
    assert!(methods.remove("ready") && methods.remove("count"));
    assert_eq!(methods, listed(SCRIPTING, "Methods"));
    assert_eq!(members(&types(), "ArticleWidgetEventMap"), listed(SCRIPTING, "Events"));
}

#[test]
fn the_types_know_every_reason_of_a_refusal() {
    let known = reasons();
    let types = types();
    let declared = types.split("ArticleWidgetRefusalReason =").nth(1).and_then(|rest| rest.split_once(';')).unwrap().0;
    assert_eq!(declared.split('"').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>(), known);
}

#[test]
fn the_members_of_an_interface_are_read_and_nothing_below_them() {
    let types = "export interface A extends B {\n  /** a: b */\n  one?: 1;\n  readonly two: {\n    three: 3;\n  };\n  \"article-widget:four\": X;\n  five(six: 6): void;\n}\n";
    let found = members(&types.replace(" extends B", ""), "A");
    assert_eq!(found, ["one", "two", "article-widget:four", "five"].map(str::to_owned).into());
}
