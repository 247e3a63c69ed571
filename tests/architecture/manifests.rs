//! What Cargo.toml, clippy.toml and the page's HTML must say.

use super::source::{self, Source, must_be_none, must_be_one};

/// The calls that clippy refuses by their resolved names, whatever they are imported as.
const DISALLOWED: [&str; 8] = [
    "web_sys::window",
    "js_sys::Date::now",
    "std::time::Instant::now",
    "std::time::SystemTime::now",
    "yew::virtual_dom::VNode::from_html_unchecked",
    "web_sys::Element::set_inner_html",
    "web_sys::Element::set_outer_html",
    "web_sys::Element::insert_adjacent_html",
];

/// Every dependency has its reason in a comment on the line above it, or, as a table, on a line within.
fn unjustified(manifest: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut before = "";
    let mut in_list = false;
    let mut lines = manifest.text.lines().enumerate().map(|(number, line)| (number + 1, line.trim())).peekable();
    while let Some((number, line)) = lines.next() {
        let complain = |name: &str| {
            format!(
                "{}:{number}: why does the project need `{name}`? Say so in a comment on the line above it.",
                manifest.path
            )
        };
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_matches(['[', ']']);
            let path: Vec<&str> = section.split('.').collect();
            in_list = path.last().is_some_and(|last| last.ends_with("dependencies"));
            if let [.., parent, name] = path.as_slice()
                && parent.ends_with("dependencies")
            {
                let mut said = before.starts_with('#');
                while let Some((_, inside)) = lines.next_if(|(_, line)| !line.starts_with('[')) {
                    said |= inside.starts_with('#');
                }
                if !said {
                    complaints.push(complain(name));
                }
            }
        } else if in_list
            && let Some((name, _)) = line.split_once('=').filter(|_| !line.starts_with('#'))
            && !before.starts_with('#')
        {
            complaints.push(complain(name.trim()));
        }
        before = line;
    }
    complaints
}

fn not_disallowed(clippy: &Source) -> Vec<String> {
    let named = |call: &&&str| !clippy.text.contains(&format!("path = \"{call}\""));
    DISALLOWED
        .iter()
        .filter(named)
        .map(|call| {
            format!("{}: `{call}` is missing in disallowed-methods; tests/architecture/forbidden.rs says where it may stand, and why.", clippy.path)
        })
        .collect()
}

/// What a policy without `'unsafe-inline'` would block.
fn inline(page: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for (number, line) in page.text.lines().enumerate() {
        let line = line.to_ascii_lowercase();
        // A `<script type="application/json">` holds data; a content security policy does not take it for a script.
        let harmless = |tag: &str| tag.contains("src=") || tag.contains("type=\"application/json\"");
        let script = line.split("<script").skip(1).any(|tag| !harmless(tag.split('>').next().unwrap_or_default()));
        let handler = line.split_whitespace().any(|word| word.starts_with("on") && word.contains("=\""));
        if script || handler || line.contains("<style") || line.contains(" style=") {
            complaints.push(format!(
                "{}:{}: no inline script, handler or style: the page must work under the strict policy of docs/deploying.md.",
                page.path,
                number + 1
            ));
        }
    }
    complaints
}

#[test]
fn every_dependency_has_its_reason() {
    must_be_none(unjustified(&source::read("Cargo.toml")));
}

#[test]
fn clippy_refuses_the_forbidden_calls() {
    must_be_none(not_disallowed(&source::read("clippy.toml")));
}

#[test]
fn the_page_and_the_examples_hold_nothing_inline() {
    let mut pages = source::below("examples", ".html");
    pages.push(source::read("index.html"));
    must_be_none(pages.iter().flat_map(inline).collect());
}

#[test]
fn the_rule_notices_a_dependency_without_a_reason() {
    let judge = |text: &str| unjustified(&Source::sample("Cargo.toml", text));
    must_be_one(judge("[dependencies]\n# Why.\na = \"1\"\nb = \"1\"\n"), &["Cargo.toml:4", "`b`"]);
    must_be_one(judge("[target.'cfg(unix)'.dev-dependencies]\na = \"1\"\n"), &["`a`"]);
    must_be_one(judge("[dependencies.c]\nversion = \"1\"\n\n[lints]\n"), &["`c`"]);
    assert!(
        judge(
            "[dependencies]\n# Why.\na = \"1\"\n\n[dependencies.c]\n# Why.\nversion = \"1\"\n[package]\nname = \"d\"\n"
        )
        .is_empty()
    );
}

#[test]
fn the_rule_notices_a_call_that_clippy_would_let_pass() {
    let all: String = DISALLOWED.iter().skip(1).map(|call| format!("{{ path = \"{call}\" }}\n")).collect();
    must_be_one(not_disallowed(&Source::sample("clippy.toml", &all)), &["web_sys::window"]);
}

#[test]
fn the_rule_notices_what_a_strict_policy_blocks() {
    let judge = |text: &str| inline(&Source::sample("a.html", text));
    for text in ["<script>go()</script>", "<p style=\"color: red\">", "<style>p {}</style>", "<p onclick=\"go()\">"] {
        must_be_one(judge(&format!("<!doctype html>\n{text}")), &["a.html:2"]);
    }
    assert!(judge("<script type=\"module\" src=\"article-widget.js\"></script>").is_empty());
    assert!(judge("<script type=\"application/json\" id=\"a\">{}</script>").is_empty());
}
