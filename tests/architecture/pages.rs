//! What the pages of the documentation say and show can be done as it stands there.

use std::collections::BTreeSet;

use article_widget::domain::thread_id::ThreadId;
use article_widget::view::messages::catalogue::all;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::markdown::Document;
use super::promises::{ATTRIBUTES, table};
use super::source::{self, must_be_none, must_be_one};

/// Pages for those who work on the program: they shorten what the widget says.
const INSIDE: [&str; 2] = ["docs/decisions.md", "docs/invariants.md"];
/// Attributes that every element may have.
const EVERYWHERE: [&str; 4] = ["id", "slot", "data-article-widget", "type"];

fn pages() -> Vec<Document> {
    let mut paths = source::paths_below("docs", ".md");
    paths.push("README.md".to_owned());
    paths.iter().map(|path| Document::read(path)).collect()
}

#[test]
fn the_readme_shows_the_two_commands_together() {
    let blocks = Document::read("README.md").blocks;
    let both = ["cargo xtask serve", "cargo xtask test"];
    let has_both = |block: &str| {
        both.iter().all(|command| block.lines().any(|line| line.split('#').next().map(str::trim) == Some(command)))
    };
    assert!(blocks.iter().any(|(language, block)| language == "sh" && has_both(block)), "{blocks:?}");
    assert!(source::read(".ci/run").text.lines().any(|line| line == "cargo xtask test"));
}

#[test]
fn every_example_is_on_the_page_of_examples() {
    let page = Document::read("docs/examples.md");
    let listed: BTreeSet<&str> = page
        .rows("Examples")
        .iter()
        .filter_map(|row| row.first())
        .flat_map(|cell| &cell.codes)
        .map(String::as_str)
        .collect();
    let folder = std::fs::read_dir(source::root().join("examples")).unwrap();
    let mut there = BTreeSet::new();
    for entry in folder.map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            there.insert(format!("examples/{name}/"));
        } else if name.ends_with(".html") {
            there.insert(format!("examples/{name}"));
        }
    }
    assert_eq!(listed, there.iter().map(String::as_str).collect());
}

fn select<'a>(html: &'a Html, elements: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(elements).unwrap_or_else(|error| panic!("{elements}: {error}"));
    html.select(&selector).collect()
}

/// What a snippet says that the widget does not know.
fn unknown(page: &str, snippet: &str, attributes: &BTreeSet<String>) -> Vec<String> {
    let html = Html::parse_fragment(snippet);
    let widgets = "article-widget, article-widget-count, [data-article-widget], script[data-thread]";
    let mut complaints = Vec::new();
    for element in select(&html, widgets).into_iter().map(|element| element.value()) {
        for (name, value) in element.attrs() {
            let bare = name.strip_prefix("data-").unwrap_or(name);
            let is_scripts = element.name() == "script" && matches!(name, "src" | "blocking");
            if !attributes.contains(bare) && !EVERYWHERE.contains(&name) && !is_scripts {
                complaints.push(format!("{page}: `{name}` is no attribute of the widget: {snippet}"));
            }
            if bare == "thread" && ThreadId::explicit(value).is_none() {
                complaints.push(format!("{page}: `{value}` names no discussion: {snippet}"));
            }
            let script = format!("<script type=\"application/json\" id=\"{value}\">");
            if bare == "strings" && !snippet.contains(&script) {
                complaints.push(format!("{page}: there is no script `{value}` in {snippet}"));
            }
        }
    }
    for script in select(&html, "script[type=\"application/json\"]") {
        complaints.extend(wrong_sentences(page, &script.text().collect::<String>()));
    }
    complaints
}

/// What of a list of sentences the widget would not take, or would show otherwise than the English.
fn wrong_sentences(page: &str, json: &str) -> Vec<String> {
    let Ok(Value::Object(sentences)) = serde_json::from_str(json) else {
        return vec![format!("{page}: this is no list of sentences: {json}")];
    };
    let mut complaints = Vec::new();
    for (key, said) in &sentences {
        let Some(sentence) = all().find(|sentence| sentence.key() == key) else {
            complaints.push(format!("{page}: there is no sentence `{key}`."));
            continue;
        };
        let forms: Vec<(&str, &Value)> = match said {
            Value::Object(forms) => forms.iter().map(|(form, said)| (form.as_str(), said)).collect(),
            said => vec![("other", said)],
        };
        if !forms.iter().any(|(form, _)| *form == "other") {
            complaints.push(format!("{page}: `{key}` lacks `other`."));
        }
        for (form, said) in forms {
            let (english, said) = (sentence.english(), said.as_str().unwrap_or_default());
            if said.is_empty() || parts(said) != parts(english) {
                complaints.push(format!("{page}: `{key}`, `{form}`: fill in what the English fills in: {english}"));
            }
        }
    }
    complaints
}

/// What is filled in.
fn parts(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn what_the_pages_show_can_be_pasted() {
    let attributes = table(ATTRIBUTES, "Attributes");
    let pages = pages();
    let snippets: Vec<(&str, &str)> = pages
        .iter()
        .flat_map(|page| {
            page.blocks.iter().filter(|(language, _)| language == "html").map(|(_, text)| (&*page.path, &**text))
        })
        .collect();
    assert!(snippets.len() >= 12, "{snippets:?}");
    must_be_none(snippets.iter().flat_map(|(page, snippet)| unknown(page, snippet, &attributes)).collect());
}

#[test]
fn the_german_example_has_every_sentence() {
    let path = "examples/strings/german.json";
    let text = source::read(path).text;
    must_be_none(wrong_sentences(path, &text));
    let Value::Object(german) = serde_json::from_str(&text).unwrap() else { panic!("{path} is no list") };
    let missing = all().filter(|sentence| !german.contains_key(sentence.key()));
    must_be_none(
        missing.map(|sentence| format!("{path} lacks `{}`: {}", sentence.key(), sentence.english())).collect(),
    );
    // Where English has a form for one, German has.
    let counted = all().filter(|sentence| sentence.one() != sentence.english());
    must_be_none(
        counted
            .filter(|it| !german[it.key()]["one"].is_string())
            .map(|it| format!("{path}: `{}` of one", it.key()))
            .collect(),
    );
}

/// What stands between straight quotation marks in a page's running text, and looks like words of the widget.
fn quoted(page: &Document) -> BTreeSet<String> {
    let cells = page.headings.iter().flat_map(|heading| page.cells(&heading.text));
    let texts = page.paragraphs.iter().chain(page.items.iter()).chain(cells);
    texts
        .flat_map(|text| text.plain.split('"').skip(1).step_by(2).map(|words| words.replace('\n', " ")))
        .filter(|words| words.starts_with(char::is_uppercase))
        .collect()
}

/// Whether the widget says this somewhere.
fn is_said(words: &str, loader: &str) -> bool {
    let bare = |text: &str| text.trim_end_matches(['.', '…']).to_owned();
    let counted = words.strip_prefix("3 ").map(|rest| format!("{{count}} {rest}"));
    let whole = counted.as_deref().unwrap_or(words);
    // Of several sentences the first will do.
    let begins = |english: &str| whole.ends_with('.') && english.starts_with(whole);
    let words = bare(whole);
    let said = |english: &str| bare(english) == words || begins(english);
    all().any(|sentence| said(sentence.english())) || loader.contains(&format!("\"{words}"))
}

#[test]
fn the_words_that_the_pages_quote_are_said_by_the_widget() {
    let loader: String = source::below("src/element/loader", ".js").into_iter().map(|script| script.text).collect();
    let mut all = 0;
    let mut wrong = Vec::new();
    for page in pages().iter().filter(|page| !INSIDE.contains(&&*page.path)) {
        for words in quoted(page) {
            all += 1;
            if !is_said(&words, &loader) {
                wrong.push(format!("{}: nobody says \"{words}\".", page.path));
            }
        }
    }
    must_be_none(wrong);
    assert!(all >= 30, "{all}");
    assert!(is_said("Send to the author", "") && is_said("3 Comments", "") && !is_said("Send to me", ""));
}

#[test]
fn the_keys_that_are_listed_are_those_of_the_format() {
    let format = Document::read("src/store/FORMAT.md");
    let prefix = |code: &String| code.starts_with("aw1").then(|| code.split('<').next().map(str::to_owned))?;
    let kept: BTreeSet<String> =
        format.codes.iter().map(|(_, code)| code).filter_map(prefix).filter(|key| key.contains(':')).collect();
    let listed: BTreeSet<String> = table("docs/storage.md", "Keys").iter().filter_map(prefix).collect();
    assert_eq!(listed.difference(&kept).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(listed.len() == 10, "{listed:?}");
}

#[test]
fn the_rule_notices_what_cannot_be_pasted() {
    let attributes = BTreeSet::from(["thread", "strings"].map(str::to_owned));
    let judge = |snippet: &str| unknown("a.md", snippet, &attributes);
    must_be_none(judge("<article-widget thread=\"a\" id=\"b\"></article-widget>"));
    must_be_one(judge("<article-widget tread=\"a\">"), &["`tread`"]);
    must_be_one(judge("<div data-article-widget data-tread=\"a\"></div>"), &["`data-tread`"]);
    must_be_one(judge("<article-widget strings=\"german\">"), &["script `german`"]);
    must_be_one(judge("<script type=\"application/json\">{\"empti\": \"x\"}</script>"), &["`empti`"]);
    must_be_one(judge("<script type=\"application/json\">{\"empty\": \"x\",}</script>"), &["no list"]);
    must_be_one(judge("<script type=\"application/json\">{\"heading\": \"x\"}</script>"), &["`heading`", "{count}"]);
    must_be_one(
        judge("<script type=\"application/json\">{\"heading\": {\"one\": \"{count}\"}}</script>"),
        &["`other`"],
    );
}
