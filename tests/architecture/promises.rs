//! The tables of the documentation are the public contract: they list what the code does, all of it and nothing else.

use std::collections::BTreeSet;

use super::markdown::Document;
use super::source::{self, Source};

/// The pages with the tables.
pub(super) const ATTRIBUTES: &str = "docs/attributes.md";
pub(super) const LOOKS: &str = "docs/looks.md";
pub(super) const SCRIPTING: &str = "docs/scripting.md";

/// The first cells of the table under a heading.
#[track_caller]
pub(super) fn table(page: &str, heading: &str) -> BTreeSet<String> {
    let page = Document::read(page);
    page.rows(heading).iter().filter_map(|row| row.first()?.codes.first().cloned()).collect()
}

/// The reasons of a refusal that are listed.
pub(super) fn reasons() -> BTreeSet<String> {
    let page = Document::read(SCRIPTING);
    let listed = page.paragraphs.into_iter().find(|paragraph| paragraph.plain.starts_with("A reason is one of "));
    listed.unwrap_or_default().codes.into_iter().collect()
}

/// What stands between two marks, wherever they do.
fn between(text: &str, before: &str, after: &str) -> BTreeSet<String> {
    text.split(before).skip(1).filter_map(|rest| rest.split_once(after)).map(|(found, _)| found.to_owned()).collect()
}

fn loader() -> String {
    source::below("src/element/loader", ".js").iter().map(|source| source.without_comments()).collect()
}

fn drawn() -> String {
    source::below("src/view", ".rs").iter().map(|source| source.without_comments()).collect()
}

/// The properties that some rule reads, directly or through a private one that is itself read.
fn properties() -> BTreeSet<String> {
    let sheets: String =
        source::below("styles", ".css").into_iter().map(|sheet| sheet.text).collect::<String>() + &loader();
    effective(&Source::sample("styles", &sheets))
}

fn effective(sheets: &Source) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for declaration in sheets.text.split([';', '{', '}']) {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let name = name.trim();
        let is_read = !name.starts_with("--_") || sheets.text.contains(&format!("var({name})"));
        if is_read {
            let names = value.split("var(--article-widget-").skip(1);
            found.extend(
                names.filter_map(|rest| rest.split([',', ')']).next()).map(|name| format!("--article-widget-{name}")),
            );
        }
    }
    found
}

/// Every attribute that something reads; `data-lang` is looked for on the host and `lang` around it.
fn attributes() -> BTreeSet<String> {
    let (loader, module) = (loader(), source::read("src/element/attributes.rs").text);
    let mut read = between(&loader, "read(host, \"", "\"");
    read.extend(between(&module, "text(host, \"", "\""));
    read.extend(between(&module, "value(host, \"", "\""));
    if source::read("styles/skins/paper.css").text.contains("[skin=paper]") {
        read.insert("skin".to_owned());
    }
    read.extend(between(&source::read("src/browser/local_dates.rs").text, "get_attribute(\"data-", "\""));
    read
}

#[test]
fn the_attributes_are_those_that_are_read() {
    assert_eq!(table(ATTRIBUTES, "Attributes"), attributes());
}

#[test]
fn a_change_of_every_attribute_is_followed_but_of_the_one_that_style_sheets_read() {
    let loader = source::read("src/element/loader/attributes.js").text;
    let list = between(&loader, "const FOLLOWED = \" ", "\"");
    let followed: BTreeSet<&str> = list.iter().flat_map(|names| names.split(' ')).collect();
    let attributes = attributes();
    assert_eq!(followed, attributes.iter().map(String::as_str).filter(|name| *name != "skin").collect());
}

/// What the loader hands on to the module, by name.
fn methods(loader: &str) -> BTreeSet<String> {
    let list = between(loader, "for (const name of [", "]");
    list.iter().flat_map(|names| names.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn the_methods_are_those_that_the_loader_hands_on_and_the_module_has() {
    let listed: BTreeSet<String> = table(SCRIPTING, "Methods")
        .iter()
        .filter_map(|cell| cell.split_once('('))
        .map(|(name, _)| name.to_owned())
        .collect();
    let element = source::read("src/element/loader/element.js").text;
    assert_eq!(listed, methods(&element));
    let handle = source::read("src/element/handle.rs").text;
    for name in &listed {
        let there = handle.contains(&format!("js_name = {name})")) || handle.contains(&format!("pub fn {name}("));
        assert!(there, "the handle has no `{name}`");
    }
}

#[test]
fn the_reasons_of_a_refusal_are_those_that_a_script_is_given() {
    let adapter = source::read("src/browser/host_calls.rs").text;
    let given = adapter.split("fn code(").nth(1).map(|code| between(code, "=> \"", "\"")).unwrap_or_default();
    assert_eq!(reasons(), given);
}

#[test]
fn a_method_that_the_loader_does_not_hand_on_is_not_counted() {
    let found = methods("for (const name of [\"one\", \"two\"]) { } three() { }");
    assert_eq!(found, ["one", "two"].map(str::to_owned).into());
}

/// The events that the module dispatches, and those that the loader makes itself.
fn events() -> BTreeSet<String> {
    let adapter = source::read("src/browser/host_events.rs").without_comments();
    let mut names = between(&adapter, "\"article-widget:", "\"");
    names.extend(between(&loader(), "new CustomEvent(\"article-widget:", "\""));
    names.into_iter().map(|name| format!("article-widget:{name}")).collect()
}

/// What is listed in the last cell of an event's row.
fn details(event: &str) -> Vec<String> {
    let page = Document::read(SCRIPTING);
    let row = page.rows("Events").iter().find(|row| row.first().is_some_and(|cell| cell.plain == event));
    row.and_then(|row| row.last()).cloned().unwrap_or_default().codes
}

#[test]
fn the_events_are_those_that_are_dispatched() {
    let listed = table(SCRIPTING, "Events");
    assert_eq!(listed, events());
    assert!(listed.len() >= 9, "{listed:?}");
}

#[test]
fn the_reasons_of_a_storage_warning_are_those_that_a_page_is_given() {
    let adapter = source::read("src/browser/host_events.rs").text;
    let given = adapter.split("fn reason(").nth(1).map(|code| between(code, "=> \"", "\"")).unwrap_or_default();
    let mut listed = details("article-widget:storage-warning").into_iter();
    assert_eq!(listed.next().as_deref(), Some("reason"));
    assert_eq!(listed.collect::<BTreeSet<_>>(), given);
    assert_eq!(given.len(), 6);
}

#[test]
fn the_details_of_the_events_of_comments_are_those_that_are_sent() {
    let adapter = source::read("src/browser/host_events.rs").text;
    let arms = adapter.split("fn described(").nth(1).and_then(|rest| rest.split("\nfn ").next()).unwrap_or_default();
    for arm in arms.split("HostEvent::").skip(1) {
        let name = between(arm, "(\"article-widget:", "\"").into_iter().next().unwrap_or_default();
        let mut sent = between(arm, "(\"", "\", ");
        sent.retain(|field| !field.starts_with("article-widget:"));
        if arm.contains("time(at)") {
            sent.insert("at".to_owned());
        }
        let row = details(&format!("article-widget:{name}"));
        let missing: Vec<_> = sent.iter().filter(|field| !row.contains(*field)).collect();
        assert!(!name.is_empty() && !sent.is_empty(), "{arm}");
        assert_eq!(missing, Vec::<&String>::new(), "{name}: {row:?}");
    }
}

#[test]
fn the_slots_are_those_of_the_shadow_root() {
    let named = between(&loader(), "make(\"slot\", { name: \"", "\"");
    let listed: BTreeSet<String> = table(ATTRIBUTES, "Slots").into_iter().filter(|name| name != "(default)").collect();
    assert_eq!(listed, named);
}

#[test]
fn the_parts_are_those_that_are_drawn() {
    let drawn = drawn();
    let mut parts = between(&drawn, " part=\"", "\"");
    // What draws a part of a picture is a closure.
    let computed: Vec<String> =
        between(&drawn, "let part = ", ";").into_iter().filter(|value| !value.starts_with('|')).collect();
    parts.extend(computed.iter().filter_map(|value| value.split('"').rev().nth(1)).map(str::to_owned));
    parts.extend(between(&loader(), "part: \"", "\""));
    assert_eq!(table(LOOKS, "Parts"), parts);
}

#[test]
fn the_custom_properties_are_those_that_have_an_effect() {
    assert_eq!(table(LOOKS, "Custom properties"), properties());
}

#[test]
fn the_policy_is_the_one_that_the_stories_are_told_under() {
    let story = source::read("tests/e2e/tests/stories/strict_policy.rs").text;
    let policy = between(&story, "const POLICY: &str = \"", "\";").into_iter().next().unwrap();
    let policy: Vec<&str> = policy.split_whitespace().filter(|word| *word != "\\").collect();
    let promised = policy.join(" ").replace("'nonce-e2e'", "'self'");
    let blocks = Document::read("docs/deploying.md").blocks;
    assert!(
        blocks.iter().any(|(_, block)| block.trim() == promised),
        "docs/deploying.md must name the tested policy: {promised}"
    );
}

#[test]
fn a_property_that_nothing_reads_is_not_counted() {
    let sheets = Source::sample(
        "a.css",
        ".a { --_gap: var(--article-widget-gap, 1rem); --_b: var(--article-widget-b); color: var(--_b, var(--article-widget-c)) } .d { color: var(--_b) }",
    );
    let names: Vec<String> = effective(&sheets).into_iter().collect();
    assert_eq!(names, ["--article-widget-b", "--article-widget-c"]);
}
