//! Host pages for stories, as an embedder would write them.

/// The widget's tag with the given attributes around the given light-DOM children, loaded at once.
#[must_use]
pub fn widget(attributes: &str, children: &str) -> String {
    format!("<article-widget loading=\"eager\" {attributes}>{children}</article-widget>")
}

/// A page whose head loads the widget.
#[must_use]
pub fn page(body: &str) -> String {
    page_with_head("", body)
}

/// A page whose head has more than the widget's script.
#[must_use]
pub fn page_with_head(head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host page</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">{head}\
         <script type=\"module\" blocking=\"render\" src=\"/article-widget.js\" nonce=\"e2e\"></script></head>\n<body>{body}</body></html>"
    )
}

/// A short article of the page's own.
pub const ARTICLE: &str = "<article><h1>A quiet harbour</h1><p>The boats came back before the rain.</p></article>";

/// An article file of `count` paragraphs, each with a number in its text.
#[must_use]
pub fn long_article(count: usize) -> String {
    let paragraphs: String = (1..=count)
        .map(|number| {
            format!("<p>Paragraph {number}. The tide went out and the boats lay on the sand until evening.</p>\n")
        })
        .collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A long harbour</title></head><body>\
         <article><h1>A long harbour</h1><p class=\"byline\">By Ada Pier</p><time datetime=\"2026-11-22\">22 November 2026</time>\n\
         {paragraphs}</article></body></html>"
    )
}

/// An article with four sections, one within another, that takes minutes to read.
#[must_use]
pub fn tides() -> String {
    let text = "<p>The tide went out and the boats lay on the sand until the evening, when the water came back.</p>"
        .repeat(15);
    let cells = |tag: &str| format!("<{tag}>A long word of a harbour</{tag}>").repeat(12);
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Tides</title></head><body><article><h1>Tides</h1>\
         <p class=\"byline\">By Ada Pier, <time datetime=\"2026-11-22\">22 November 2026</time></p>{text}\
         <h2>The first</h2>{text}<h3>Within it</h3>{text}<pre><code>let tide = \"low\";\nwait();</code></pre>\
         <h2>The <em>second</em></h2>{text}<table><tr>{}</tr><tr>{}</tr></table><table><tr><td>1</td></tr></table>\
         <h2>Größe &amp; Tiefe</h2>{text}</article></body></html>",
        cells("th"),
        cells("td")
    )
}
