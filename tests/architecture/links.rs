//! Every link and picture of the project's documents leads somewhere.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use super::markdown::Document;
use super::source::{self, Source, must_be_none, must_be_one};

/// Where paths begin that are there on one machine only.
const MACHINES: [&str; 6] = ["/home/", "/root/", "/Users/", "/work/", "C:\\", "file:///"];
/// What is made by a command, and in no copy of the project.
const MADE: [&str; 2] = ["target", "dist"];

/// The project's documents, without the articles of example sites.
pub(super) fn documents() -> Vec<Source> {
    let all = source::below("", ".md");
    all.into_iter().filter(|document| !document.path.starts_with("examples/")).collect()
}

/// All Markdown of the project, by path.
fn pages() -> BTreeMap<String, Document> {
    source::below("", ".md").iter().map(|page| (page.path.clone(), Document::of(page))).collect()
}

/// A relative address as a path from the project's folder; none if it leads out of it.
fn resolved(page: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in Path::new(address).components() {
        match part {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::ParentDir => drop(parts.pop()?),
            Component::CurDir => {}
            _ => return None,
        }
    }
    Some(parts.join("/"))
}

/// What is wrong with an address, in words that follow it.
fn trouble(
    page: &str,
    address: &str,
    pages: &BTreeMap<String, Document>,
    exists: &dyn Fn(&str) -> bool,
) -> Option<String> {
    if address.contains(':') {
        let url = url::Url::parse(address).ok().filter(|url| url.scheme() == "https");
        let has_host = url.is_some_and(|url| url.domain().is_some_and(|host| host.contains('.')));
        return (!has_host).then(|| "is no https address".to_owned());
    }
    let (path, anchor) = address.split_once('#').map_or((address, None), |(path, anchor)| (path, Some(anchor)));
    let to = if path.is_empty() { Some(page.to_owned()) } else { resolved(page, path) };
    let Some(to) = to.filter(|to| !MADE.iter().any(|made| to.split('/').next() == Some(made))) else {
        return Some("leads out of the project".to_owned());
    };
    if !pages.contains_key(&to) && !exists(&to) {
        return Some(format!("leads to `{to}`, which is not there"));
    }
    let anchor = anchor?;
    match pages.get(&to) {
        Some(target) if target.headings.iter().any(|heading| heading.anchor == anchor) => None,
        Some(_) => Some(format!("leads to a heading that `{to}` does not have")),
        None => Some("has an anchor, and leads to no document".to_owned()),
    }
}

fn complaints(document: &Document, pages: &BTreeMap<String, Document>, exists: &dyn Fn(&str) -> bool) -> Vec<String> {
    let page = &*document.path;
    let images = document.images.iter().map(|(line, (address, _))| (line, address));
    let links = document.links.iter().map(|(line, address)| (line, address)).chain(images);
    let dead = links.filter_map(|(line, address)| {
        Some(format!("{page}:{line}: `{address}` {}.", trouble(page, address, pages, exists)?))
    });
    let silent = document.images.iter().filter(|(_, (_, alt))| alt.split_whitespace().count() < 2);
    let silent = silent.map(|(line, (address, _))| {
        format!("{page}:{line}: what does `{address}` show? Say so in its `alt`, for those who do not see it.")
    });
    let lost = document
        .markup
        .iter()
        .map(|(line, markup)| format!("{page}:{line}: `{markup}` is shown nowhere. Put it into backticks."));
    dead.chain(silent).chain(lost).collect()
}

#[test]
fn every_link_and_picture_of_the_documents_leads_somewhere() {
    let pages = pages();
    let links: usize = pages.values().map(|page| page.links.len()).sum();
    assert!(links > 60, "only {links} links: this test looks in the wrong place");
    let exists = |path: &str| source::root().join(path).exists();
    must_be_none(pages.values().flat_map(|page| complaints(page, &pages, &exists)).collect());
}

#[test]
fn no_document_names_a_place_on_one_machine() {
    let mut found = Vec::new();
    for document in documents() {
        for (number, line) in document.text.lines().enumerate() {
            let named = MACHINES
                .iter()
                .filter(|place| line.split([' ', '`', '(', '"', '<']).any(|word| word.starts_with(**place)));
            found.extend(
                named.map(|place| format!("{}:{}: `{place}` is on one machine only.", document.path, number + 1)),
            );
        }
    }
    must_be_none(found);
}

#[test]
fn every_page_of_the_documentation_is_in_its_index() {
    let index = Document::read("docs/README.md");
    let linked = |page: &str| index.links.iter().any(|(_, to)| resolved(&index.path, to).as_deref() == Some(page));
    let pages = source::paths_below("docs", ".md").into_iter().filter(|page| *page != index.path);
    must_be_none(
        pages.filter(|page| !linked(page)).map(|page| format!("docs/README.md does not name {page}.")).collect(),
    );
}

#[test]
fn the_rule_notices_a_link_that_leads_nowhere() {
    let other = Document::of(&Source::sample("docs/b.md", "# Here\n"));
    let judge = |text: &str| {
        let page = Document::of(&Source::sample("docs/a.md", text));
        let pages = BTreeMap::from([("docs/b.md".to_owned(), Document::of(&Source::sample("docs/b.md", "# Here\n")))]);
        complaints(&page, &pages, &|path| path == "src/there.rs" || path == "docs/a.md")
    };
    assert_eq!(other.headings.len(), 1);
    must_be_none(judge("[a](b.md#here) [b](../src/there.rs) [c](https://example.org/x)"));
    must_be_one(judge("[a](c.md)"), &["docs/a.md:1", "`docs/c.md`"]);
    must_be_one(judge("[a](b.md#there)"), &["heading"]);
    must_be_one(judge("[a](../../b.md)"), &["out of the project"]);
    must_be_one(judge("[a](/b.md)"), &["out of the project"]);
    must_be_one(judge("[a](../target/b.md)"), &["out of the project"]);
    must_be_one(judge("[a](../src/there.rs#L3)"), &["no document"]);
    must_be_one(judge("[a](http://example.org)"), &["no https"]);
    must_be_one(judge("[a](https://)"), &["no https"]);
    must_be_one(judge("A picture:\n![](../src/there.rs)"), &["docs/a.md:2", "`alt`"]);
    must_be_one(judge("An <article-widget>"), &["backticks"]);
}
