//! Hostile markup: whatever goes in, only what the allow-list and the link policy name comes out.

use article_widget::domain::allow_list::{Attribute, Tag};
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::markup_builder::MAX_DEPTH;
use article_widget::domain::safe_markup::SafeNode;
use scraper::{Html, Node};

use crate::support::{corpora, corpus, read, rendered};

/// The elements that the view itself puts around an article; their attributes and classes.
const OUR_TAGS: [&str; 4] = ["html", "head", "h1", "header"];
const OUR_ATTRIBUTES: [&str; 8] =
    ["class", "rel", "loading", "decoding", "fetchpriority", "tabindex", "role", "aria-label"];
const OUR_CLASSES: [&str; 12] = [
    "article-header",
    "p-name",
    "byline",
    "byline-name p-author h-card",
    "dt-published",
    "article-updated",
    "dt-updated",
    "reading-time",
    "article-body e-content",
    "article-lead",
    "u-photo",
    "article-table",
];

/// Looks at what a second parser makes of the drawn HTML, so that text which only looks harmless is found too.
#[track_caller]
fn holds_only_what_is_allowed(html: &str, source: &str) {
    for node in Html::parse_document(html).tree.nodes() {
        let element = match node.value() {
            Node::Element(element) => element,
            Node::Comment(comment) => panic!("comment {comment:?} from {source:?}"),
            _ => continue,
        };
        let name = element.name();
        let known = Tag::named(name).is_some_and(|tag| tag.name() == name || name == "body" || name == "header");
        assert!(known || OUR_TAGS.contains(&name), "<{name}> from {source:?} in {html}");
        for (key, value) in element.attrs() {
            let known = Attribute::named(key).is_some() || OUR_ATTRIBUTES.contains(&key);
            assert!(known, "{key}={value:?} from {source:?} in {html}");
            let holds = match key {
                "href" => ["http://", "https://", "mailto:"].iter().any(|scheme| value.starts_with(scheme)),
                "src" => ["http://", "https://"].iter().any(|scheme| value.starts_with(scheme)),
                "class" => OUR_CLASSES.contains(&value),
                _ => true,
            };
            assert!(holds, "{key}={value:?} from {source:?} in {html}");
        }
    }
}

/// Reads a page and checks what is drawn of it; whether anything was.
fn judge(html: &str, source: &str) -> bool {
    match read(html) {
        Ok(article) => {
            holds_only_what_is_allowed(&rendered(article), source);
            true
        }
        Err(error) => {
            assert_eq!(error, ArticleError::Empty, "{source:?}");
            false
        }
    }
}

#[test]
fn thousands_of_known_attacks_come_out_as_permitted_markup_only() {
    let Some(folder) = corpora() else { return };
    let attacks: Vec<String> = serde_json::from_str(&corpus(&folder, "xss.json")).unwrap();
    assert!(attacks.len() > 5_000);
    let mut shown = 0_usize;
    for attack in &attacks {
        shown += usize::from(judge(attack, attack));
        judge(&format!("<article><h1>Headline</h1><p>Before {attack} after.</p></article>"), attack);
        judge(&format!("<article><p><a href=\"{attack}\">link</a><img src=\"{attack}\" alt='{attack}'></p>"), attack);
    }
    // Were most of them empty, the test would say little.
    assert!(shown > attacks.len() / 2, "only {shown} of {} showed anything", attacks.len());
}

#[test]
fn all_attacks_in_one_page_do_not_help_each_other() {
    let Some(folder) = corpora() else { return };
    let attacks: Vec<String> = serde_json::from_str(&corpus(&folder, "xss.json")).unwrap();
    for chunk in attacks.chunks(50) {
        judge(&chunk.join("\n"), "fifty at once");
    }
}

#[test]
fn pages_and_feeds_of_other_systems_come_out_as_permitted_markup_only() {
    let Some(folder) = corpora() else { return };
    for entry in std::fs::read_dir(folder.join("exports")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = corpus(&folder.join("exports"), &name);
        judge(&text, &name);
        // Their entries hold escaped HTML or CDATA sections: the articles themselves.
        for section in text.split("<![CDATA[").skip(1).filter_map(|rest| rest.split("]]>").next()) {
            judge(section, &name);
        }
        judge(&text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), &name);
    }
}

#[test]
fn a_very_deep_page_keeps_its_text_and_stays_shallow() {
    fn depth(nodes: &[SafeNode]) -> usize {
        let below = |node: &SafeNode| match node {
            SafeNode::Text(_) => 0,
            SafeNode::Element(element) => 1 + depth(element.children()),
        };
        nodes.iter().map(below).max().unwrap_or(0)
    }
    let page = format!("<article>{}deep{}<p>after</p>", "<div>".repeat(5_000), "</div>".repeat(5_000));
    let article = read(&page).unwrap();
    assert!(depth(&article.blocks) <= MAX_DEPTH);
    let html = rendered(article);
    assert!(html.contains("deep") && html.contains("after"), "{html}");
}

#[test]
fn a_script_below_the_greatest_depth_does_not_become_text() {
    let page = format!("<p>seen{}<script>unseen()</script><style>unseen</style>", "<b>".repeat(100));
    let html = rendered(read(&page).unwrap());
    assert!(html.contains("seen") && !html.contains("unseen"), "{html}");
}
