//! Calls that may stand in one place only, or nowhere.

use super::code;
use super::source::{self, Source, must_be_none, must_be_one};

/// Names that only some files may use.
struct Rule {
    /// Paths or single words of Rust code, each as its parts.
    names: &'static [&'static [&'static str]],
    /// The files that may.
    only_in: &'static [&'static str],
    /// What to do instead.
    instead: &'static str,
}

const MARKUP: &str = "reader text never becomes HTML: draw it as text, or as a domain::safe_markup";

const RULES: &[Rule] = &[
    Rule {
        names: &[&["web_sys", "window"], &["gloo", "utils"]],
        only_in: &["src/browser/page.rs"],
        instead: "ask browser::page, which returns None where there is no page",
    },
    Rule {
        names: &[&["Date", "now"]],
        only_in: &["src/browser/environment.rs"],
        instead: "time is an input: take it from app::Env",
    },
    Rule {
        names: &[&["Instant"], &["SystemTime"]],
        only_in: &[],
        instead: "it panics in wasm; time is an input: take it from app::Env",
    },
    Rule {
        names: &[&["Math", "random"], &["crypto"], &["get_random_values_with_u8_array"]],
        only_in: &["src/browser/environment.rs"],
        instead: "chance is an input: take ids from app::Env",
    },
    Rule {
        names: &[
            &["from_html_unchecked"],
            &["VRaw"],
            &["set_inner_html"],
            &["set_outer_html"],
            &["insert_adjacent_html"],
            &["create_contextual_fragment"],
            &["set_html_unsafe"],
            &["HtmlDocument"],
        ],
        only_in: &[],
        instead: MARKUP,
    },
    Rule {
        names: &[&["DomParser"], &["DOMParser"], &["InertParser"]],
        only_in: &["src/browser/inert_parse.rs"],
        instead: "untrusted markup is parsed in that one file, which hands it on as domain::markup",
    },
    Rule {
        names: &[&["js_sys", "eval"], &["new_no_args"], &["new_with_args"]],
        only_in: &[],
        instead: "code made from text runs whatever a reader wrote, and a strict page forbids it",
    },
    Rule {
        names: &[
            &["fetch_with_str"],
            &["fetch_with_request"],
            &["fetch_with_str_and_init"],
            &["fetch_with_request_and_init"],
            &["XmlHttpRequest"],
            &["WebSocket"],
            &["EventSource"],
            &["send_beacon_with_opt_str"],
            &["set_cookie"],
        ],
        only_in: &["src/browser/fetching.rs"],
        instead: "the widget asks the network for nothing but its own module and the files that the embedder named",
    },
];

/// JavaScript that stands nowhere in the loader, not even in a string, each with the reason.
const JAVASCRIPT: &[(&str, &str)] = &[
    ("innerHTML", MARKUP),
    ("outerHTML", MARKUP),
    ("insertAdjacentHTML", MARKUP),
    ("setHTMLUnsafe", MARKUP),
    ("document.write", MARKUP),
    ("eval(", "a strict page forbids it"),
    ("new Function", "a strict page forbids it"),
    ("setAttribute(\"style\"", "a strict page forbids inline style: set a class, or a property of a constructed sheet"),
    ("localStorage.", "only src/browser/local_storage.rs touches storage"),
    ("sessionStorage", "only src/browser/local_storage.rs touches storage"),
    ("document.cookie", "the widget has no cookie"),
    ("sendBeacon", "nothing is sent anywhere"),
    (
        "fetch(",
        "the module is fetched in network.js, or in package.js in its place, and the module fetches the article; nothing else is asked for",
    ),
];

/// Built-in classes and methods that old JavaScript libraries replace by their own (see `examples/old-library.js`).
const CHANGED: [&str; 11] = [
    "new Map(",
    "new Set(",
    ".map(",
    ".filter(",
    ".some(",
    ".every(",
    ".includes(",
    ".forEach(",
    ".reduce(",
    ".flatMap(",
    ".push(",
];

/// The script of the frame's own page, into which no library comes: it may use what libraries replace.
const OWN_PAGE: &str = "src/element/loader/embed.js";

/// The files of the loader that fetch anything: `network.js`, and the file that takes its place in the npm package.
const NETWORK: [&str; 2] = ["src/element/loader/network.js", "src/element/loader/package.js"];

fn complaints(source: &Source) -> Vec<String> {
    let tokens = source.tokens();
    let paths = code::paths(&source.syntax());
    let mut complaints = Vec::new();
    for rule in RULES.iter().filter(|rule| !rule.only_in.contains(&source.path.as_str())) {
        for name in rule.names {
            let mut lines: Vec<usize> = match name {
                [word] => tokens.iter().filter(|token| token.text == *word).map(|token| token.line).collect(),
                _ => paths
                    .iter()
                    .filter(|path| path.segments.windows(name.len()).any(|part| part == *name))
                    .map(|path| path.line)
                    .collect(),
            };
            lines.dedup();
            let place = if rule.only_in.is_empty() {
                "stands nowhere".to_owned()
            } else {
                format!("stands only in {}", rule.only_in.join(" and "))
            };
            complaints.extend(
                lines
                    .iter()
                    .map(|line| format!("{}:{line}: `{}` {place}: {}.", source.path, name.join("::"), rule.instead)),
            );
        }
    }
    complaints.extend(inline_style(source));
    complaints
}

/// Complains about inline style. In `html!` an attribute and its equals sign stand together, as nothing else does after rustfmt.
fn inline_style(source: &Source) -> Vec<String> {
    // The allow-list names the element in order to refuse it.
    if !matches!(source.layer(), "view" | "element" | "browser") {
        return Vec::new();
    }
    let text = source.without_comments();
    let marks = [" style=", " {style}", "<style", "\"style\""];
    let lines = text.lines().enumerate().filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)));
    lines
        .map(|(number, _)| {
            format!(
                "{}:{}: no inline style: a strict page forbids it. Set a class and write the rule in styles/.",
                source.path,
                number + 1
            )
        })
        .collect()
}

/// The loader's files must not use what an old JavaScript library on the page may have replaced.
fn changed_by_old_libraries(source: &Source) -> Vec<String> {
    let text = source.without_comments();
    CHANGED
        .iter()
        .filter(|word| source.path != OWN_PAGE && text.contains(**word))
        .map(|word| format!("{}: `{word}` is another thing after an old library: see page/lists.js.", source.path))
        .collect()
}

/// Complains about each word of [`JAVASCRIPT`] in a file of the loader.
fn complaints_of_javascript(source: &Source) -> Vec<String> {
    let text = source.without_comments();
    let stands = |word: &&(&str, &str)| {
        text.contains(word.0) && !(word.0 == "fetch(" && NETWORK.contains(&source.path.as_str()))
    };
    JAVASCRIPT
        .iter()
        .filter(stands)
        .map(|(word, why)| format!("{}: `{word}` must not stand here: {why}.", source.path))
        .collect()
}

#[test]
fn calls_that_belong_to_one_place_stand_there_only() {
    must_be_none(source::below("src", ".rs").iter().flat_map(complaints).collect());
}

#[test]
fn the_loader_makes_no_markup_and_runs_no_text() {
    must_be_none(source::below("src", ".js").iter().flat_map(complaints_of_javascript).collect());
}

#[test]
fn the_loader_needs_nothing_that_old_libraries_change() {
    must_be_none(source::below("src", ".js").iter().flat_map(changed_by_old_libraries).collect());
    for word in CHANGED {
        must_be_one(changed_by_old_libraries(&Source::sample("src/element/a.js", &format!("a = b{word}c)"))), &[word]);
    }
}

#[test]
fn the_rule_notices_each_forbidden_call() {
    for (path, text, name) in [
        ("src/browser/focus.rs", "let a = web_sys::window();", "web_sys::window"),
        ("src/browser/focus.rs", "use web_sys::{Element, window};", "web_sys::window"),
        ("src/browser/records.rs", "let a = js_sys::Date::now();", "Date::now"),
        ("src/app/update.rs", "use std::time::Instant;", "Instant"),
        ("src/app/env.rs", "let a = std::time::SystemTime::now();", "SystemTime"),
        ("src/browser/effect_runner.rs", "js_sys::Math::random()", "Math::random"),
        ("src/view/body_text.rs", "Html::from_html_unchecked(text)", "from_html_unchecked"),
        ("src/view/body_text.rs", "VNode::VRaw(raw)", "VRaw"),
        ("src/browser/focus.rs", "element.set_inner_html(text);", "set_inner_html"),
        ("src/browser/focus.rs", "element.set_outer_html(text);", "set_outer_html"),
        ("src/browser/focus.rs", "element.insert_adjacent_html(text);", "insert_adjacent_html"),
        ("src/browser/article_source.rs", "let p = DomParser::new();", "DomParser"),
        ("src/element/handle.rs", "js_sys::eval(text)", "js_sys::eval"),
        ("src/browser/focus.rs", "window.fetch_with_str(url)", "fetch_with_str"),
    ] {
        must_be_one(complaints(&Source::in_function(path, text)), &[&format!("{path}:1"), name]);
    }
    assert!(complaints(&Source::in_function("src/browser/page.rs", "web_sys::window()")).is_empty());
    assert!(complaints(&Source::in_function("src/browser/focus.rs", "page::window() // web_sys::window")).is_empty());
}

#[test]
fn the_rule_notices_inline_style() {
    let drawn = |text: &str| complaints(&Source::in_function("src/view/avatar.rs", text));
    must_be_one(drawn("html! { <p style=\"color: red\" /> }"), &["avatar.rs:1", "inline style"]);
    must_be_one(drawn("html! {\n<p {style} /> }"), &["avatar.rs:2"]);
    must_be_one(drawn("tag.add_attribute(\"style\", value);"), &["inline style"]);
    assert!(drawn("let style = 1; // a style=\"\" attribute").is_empty());
}

#[test]
fn the_rule_notices_each_forbidden_word_in_the_loader() {
    for (word, _) in JAVASCRIPT {
        must_be_one(complaints_of_javascript(&Source::sample("src/element/a.js", &format!("a.{word} x"))), &[word]);
        assert!(complaints_of_javascript(&Source::sample("src/element/a.js", &format!("// a.{word} x"))).is_empty());
    }
}
