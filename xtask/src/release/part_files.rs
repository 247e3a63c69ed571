//! Which file of the release a module lies in that the splitter has cut off. Many small files are slow to fetch, and a file holds more than
//! each of those needs who share it: so what is wanted first, and by most readers, decides.

use std::collections::BTreeSet;

/// The part without which nothing can be written: every reader fetches it.
pub(super) const ENGINE: &str = "engine";
/// The parts that nobody asks for without it. What they share with it lies in its file.
const WITH_ENGINE: [&str; 7] = ["formatting", "history", "letter", "manage", "names", "published", "search"];
/// The part that every article needs, and the readers of single kinds of articles, which are fetched only where it is.
const ARTICLE: &str = "article";
const WITH_ARTICLE: [&str; 4] = ["feed", "json", "markdown", "page"];
/// The readers of files and feeds, which share much that the reader of pages does without.
const OF_ENTRIES: [&str; 3] = ["feed", "json", "markdown"];
/// The readers of what holds JSON: the others do without what parses it.
const OF_JSON: [&str; 2] = ["json", "page"];
/// What reads Markdown, in articles and in comments: a page may want one of them alone.
const OF_MARKDOWN: [&str; 2] = ["formatting", "markdown"];
/// What a page fetches to show what it names, after that. What others share with one of these lies in a file for that one.
const OF_PAGE: [&str; 2] = [ARTICLE, "published"];

/// The file of a module that these parts need.
pub(super) fn file_of(users: &BTreeSet<&str>) -> String {
    let rest = || users.iter().filter(|part| **part != ENGINE);
    let name = if users.contains(ENGINE) {
        if rest().all(|part| WITH_ENGINE.contains(part)) { ENGINE.to_owned() } else { "shared".to_owned() }
    } else if users.len() == 1 {
        rest().copied().collect()
    } else if users.iter().all(|part| OF_MARKDOWN.contains(part)) {
        "shared-markdown".to_owned()
    } else if users.iter().all(|part| OF_ENTRIES.contains(part)) {
        "shared-entry".to_owned()
    } else if users.iter().all(|part| OF_JSON.contains(part)) {
        "shared-json".to_owned()
    } else if users.iter().all(|part| *part == ARTICLE || WITH_ARTICLE.contains(part)) {
        ARTICLE.to_owned()
    } else {
        let first = OF_PAGE.into_iter().find(|part| users.contains(part)).unwrap_or("rest");
        format!("shared-{first}")
    };
    format!("article-widget-{name}.wasm")
}

/// Whether a page can know that it will want a part before the module is there. What reads an article is known, and comes, with it; what
/// comments need is known when they are drawn.
pub(super) fn is_foreseen(part: &str) -> bool {
    part != "formatting" && !WITH_ARTICLE.contains(&part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_fetches_for_the_engine_what_it_does_without() {
        for (users, file) in [
            (&["engine"][..], "engine"),
            (&["engine", "letter", "manage"], "engine"),
            (&["count", "engine", "manage"], "shared"),
            (&["manage"], "manage"),
            (&["article", "count", "published"], "shared-article"),
            (&["count", "manage", "published"], "shared-published"),
            (&["count", "manage"], "shared-rest"),
            (&["article", "page"], "article"),
            (&["feed", "page"], "article"),
            (&["json", "page"], "shared-json"),
            (&["json", "markdown", "page"], "article"),
            (&["feed", "json"], "shared-entry"),
            (&["json"], "json"),
            (&["formatting"], "formatting"),
            (&["engine", "formatting"], "engine"),
            (&["formatting", "markdown"], "shared-markdown"),
            (&["engine", "json"], "shared"),
        ] {
            assert_eq!(file_of(&users.iter().copied().collect()), format!("article-widget-{file}.wasm"), "{users:?}");
        }
    }
}
