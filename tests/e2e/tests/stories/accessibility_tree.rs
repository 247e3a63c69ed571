//! What a screen reader is given: the accessibility tree of each state of a thread, as it was recorded. Only Chromium tells it; what
//! engines make of roles and names is theirs. Where a difference is meant, `TREES_WRITE=1` records the trees anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use article_widget_e2e::page::Page;
use article_widget_e2e::{Engine, OrFail, Seeds, Story, html};
use serde_json::{Value, json};

use crate::published::{publish, reader};

/// What is said of a node beside its role and its name.
const TOLD: [&str; 6] = ["expanded", "pressed", "level", "disabled", "live", "required"];

/// Roles that say nothing by themselves: what is in them is told as if they were not there.
const SILENT: [&str; 4] = ["generic", "none", "InlineTextBox", "LineBreak"];

/// The tree below the thread, a line a node.
#[track_caller]
fn tree(page: &Page<'_>) -> String {
    page.session().let_two_frames_pass();
    let told = page.session().devtools("Accessibility.getFullAXTree", json!({}));
    let nodes: BTreeMap<&str, &Value> = told
        .get("nodes")
        .unwrap_or(&Value::Null)
        .as_array()
        .or_fail("nodes")
        .iter()
        .filter_map(|node| Some((node.get("nodeId")?.as_str()?, node)))
        .collect();
    let is_thread = |node: &&Value| role(node) == "region" && name(node).contains("Comment");
    let thread = nodes.values().copied().find(is_thread).or_fail("the thread's region");
    let mut lines = String::new();
    write(&nodes, thread, 0, "", &mut lines);
    lines
}

fn text<'a>(node: &'a Value, pointer: &str) -> &'a str {
    node.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

fn role(node: &Value) -> &str {
    text(node, "/role/value")
}

fn name(node: &Value) -> &str {
    text(node, "/name/value")
}

fn write(nodes: &BTreeMap<&str, &Value>, node: &Value, depth: usize, above: &str, lines: &mut String) {
    let (role, name) = (role(node), name(node));
    let is_said = node.get("ignored") != Some(&json!(true)) && !SILENT.contains(&role);
    // It is said for a while only that a comment is being saved, and that it is.
    let is_said = is_said && !["Saved in this browser", "Saving…"].contains(&name);
    // The date of a comment that the reader was led to.
    let is_said = is_said && !name.starts_with(" · ");
    // A text that is the name of what it stands in is not said twice.
    let is_said = is_said && !(role == "StaticText" && (name == above || name.trim().is_empty()));
    let depth = if is_said {
        let facts = node.get("properties").and_then(Value::as_array).into_iter().flatten();
        let told = facts.filter(|fact| TOLD.iter().any(|told| text(fact, "/name") == *told));
        let told: String = told.fold(String::new(), |mut told, fact| {
            let _ = write!(told, " {}={}", text(fact, "/name"), fact.pointer("/value/value").unwrap_or(&Value::Null));
            told
        });
        let _ = writeln!(lines, "{}{role} {name:?}{told}", "  ".repeat(depth));
        depth + 1
    } else {
        depth
    };
    // What was announced last depends on how fast the storage was.
    if is_said && role == "status" && depth == 2 {
        return;
    }
    let above = if is_said { name } else { above };
    for child in node.get("childIds").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        if let Some(child) = nodes.get(child) {
            write(nodes, child, depth, above, lines);
        }
    }
}

/// Compares the tree with what was recorded of this state.
#[track_caller]
fn is_as_recorded(page: &Page<'_>, state: &str) {
    let told = tree(page);
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/stories/trees/{state}.txt"));
    if std::env::var_os("TREES_WRITE").is_some() {
        return std::fs::write(&path, &told).or_fail("a tree is written");
    }
    let recorded = std::fs::read_to_string(&path).or_fail(state);
    assert_eq!(told, recorded, "{state}: is the difference meant?");
}

/// A reader whose engine tells of the tree.
fn begin() -> Option<Story> {
    let story = Story::on_page(&html::page(&html::widget("thread=\"tree\"", html::ARTICLE)));
    (story.session.engine() == Engine::Chromium).then_some(story)
}

#[test]
fn a_thread_with_nothing_in_it() {
    let Some(story) = begin() else { return };
    let page = story.open("/story.html");
    page.wait_for_count("0 Comments");
    is_as_recorded(&page, "empty");
}

#[test]
fn a_conversation_with_what_can_be_done_in_it() {
    let Some(story) = begin() else { return };
    let page = story.open("/story.html");
    let first = page.post("Ada", "The bridge is closed.");
    let reply = page.reply(&first, "Since when?");
    page.edit(&reply, "Since when, and why?");
    let gone = page.post("Grace", "Never mind.");
    page.delete(&gone);
    page.wait_for("[data-save=saved]");
    is_as_recorded(&page, "conversation");
    page.open_reply(&page.wait_for_row("The bridge is closed."));
    is_as_recorded(&page, "replying");
    page.click("form[data-form=reply] [data-action=cancel]");
    page.click("li.comment [data-action=react]");
    page.wait_for(".signs");
    is_as_recorded(&page, "reacting");
    page.click(".signs .sign");
    page.wait_for(".chip");
    page.click("[data-action=fold]");
    page.wait_for("[data-action=fold][aria-expanded=false]");
    is_as_recorded(&page, "folded");
}

#[test]
fn a_search_and_what_it_found() {
    let Some(story) = begin() else { return };
    let page = story.open("/story.html");
    page.post("Ada", "The bridge is closed.");
    page.post("Grace", "Which bridge?");
    page.wait_for("[data-save=saved]");
    page.click("[data-action=search]");
    page.wait_for("[data-action=search-field]");
    is_as_recorded(&page, "search");
    page.fill("[data-action=search-field]", "bridge");
    page.wait_for("[data-action=search-next]");
    page.click("[data-action=search-next]");
    page.wait_for(".finder-count .unseen");
    is_as_recorded(&page, "found");
}

#[test]
fn what_is_new_and_published() {
    let story = reader(None);
    if story.session.engine() != Engine::Chromium {
        return;
    }
    let mut seeds = Seeds::of_thread("shared");
    seeds.post("Ann", "Before.");
    publish(&story, Some(&seeds.publication()));
    let page = story.open("/story.html");
    page.wait_for_row("Before.");
    page.wait_for("[data-action=react]");
    seeds.post("Bob", "Since then.");
    publish(&story, Some(&seeds.publication()));
    story.session.reload();
    page.wait_until_ready();
    page.wait_for(".is-new");
    page.click(".toolbar [data-action=next-new]");
    page.wait_for(".comment [data-action=next-new]");
    // How long ago it was is another matter.
    page.script("root.querySelectorAll('time').forEach((time) => time.replaceChildren('some time ago'))", json!([]));
    is_as_recorded(&page, "new");
}

#[test]
fn your_comments() {
    let Some(story) = begin() else { return };
    let page = story.open("/story.html");
    page.post("Ada", "The bridge is closed.");
    page.open_panel();
    page.wait_for("#panel [data-action]");
    is_as_recorded(&page, "panel");
}
