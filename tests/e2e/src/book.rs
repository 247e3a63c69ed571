//! An article of a megabyte, as each kind of source has it, with all that articles are made of, over and over.

use serde_json::json;

/// How long its text is at least, in bytes.
const LENGTH: usize = 1 << 20;

const TITLE: &str = "A book of the harbour";
const WORDS: &str = "The harbour was built in nineteen months, with granite that came by barge, and was paid for by a toll on herring. ";

/// The text of its chapters in HTML; each chapter has six paragraphs of the class `story-text`.
#[must_use]
fn chapters() -> String {
    let mut text = String::new();
    let mut chapter = 0;
    while text.len() < LENGTH {
        chapter += 1;
        let linked = format!(
            "<a href=\"https://archive.example/{chapter}\">the minutes of the council</a>, <em>as they were kept</em>, <a href=\"#chapter-{chapter}\">say so</a>. "
        );
        text.push_str(&format!("<h2 id=\"chapter-{chapter}\">Chapter {chapter}: a year at the quay</h2>"));
        for number in 1..=6 {
            text.push_str(&format!(
                "<p class=\"story-text\">Paragraph {chapter}.{number}. {WORDS}{linked}{}</p>",
                WORDS.repeat(number)
            ));
        }
        text.push_str(&format!("<figure class=\"wp-block-image\"><img src=\"/three-chairs.svg?{chapter}\" width=640 height=360 alt=\"The quay\"><figcaption>The quay in year {chapter}</figcaption></figure>"));
        text.push_str(&format!("<ul>{}</ul>", format!("<li>{WORDS}</li>").repeat(5)));
        text.push_str(&format!(
            "<blockquote><p>{WORDS}</p></blockquote><pre><code>let tide = {chapter};\nlet wind = 7;</code></pre>"
        ));
        text.push_str(&format!(
            "<table><thead><tr><th>Year<th>Boats<th>Toll</thead><tbody>{}</tbody></table>",
            "<tr><td>1871<td>112<td>4 shillings".repeat(8)
        ));
        text.push_str("<aside class=\"related-links\"><h3>Related</h3><ul><li><a href=\"/a\">Another story</a></li><li><a href=\"/b\">And one more</a></li></ul></aside>");
    }
    text
}

/// As a page of a publisher.
#[must_use]
pub fn page() -> String {
    format!(
        "<!doctype html><html lang=en><head><title>{TITLE}</title><meta property=\"og:type\" content=\"article\"></head><body><header><nav><a href=\"/\">Home</a></nav></header><main><article><h1>{TITLE}</h1><p class=byline>By Ida Holm</p>{}</article></main><footer>© The harbour</footer></body></html>",
        chapters()
    )
}

/// As a file of Markdown with front matter.
#[must_use]
pub fn markdown() -> String {
    let mut text = format!("---\ntitle: {TITLE}\nauthor: Ida Holm\n---\n\n");
    let mut chapter = 0;
    while text.len() < LENGTH {
        chapter += 1;
        text.push_str(&format!("## Chapter {chapter}: a year at the quay\n\n"));
        for number in 1..=6 {
            text.push_str(&format!(
                "Paragraph {chapter}.{number}. {WORDS}[The minutes](https://archive.example/{chapter}), _as they were kept_, say **so**. {}\n\n",
                WORDS.repeat(number)
            ));
        }
        text.push_str(&format!("![The quay](/three-chairs.svg?{chapter})\n\n{}\n", format!("- {WORDS}\n").repeat(5)));
        text.push_str(&format!("> {WORDS}\n\n```rust\nlet tide = {chapter};\nlet wind = 7;\n```\n\n"));
        text.push_str(&format!(
            "| Year | Boats | Toll |\n|---|--:|---|\n{}\n",
            "| 1871 | 112 | 4 shillings |\n".repeat(8)
        ));
    }
    text
}

/// As the only item of a JSON Feed.
#[must_use]
pub fn json_feed() -> String {
    let item = json!({ "id": "1", "title": TITLE, "authors": [{ "name": "Ida Holm" }], "content_html": chapters() });
    json!({ "version": "https://jsonfeed.org/version/1.1", "title": "The harbour", "items": [item] }).to_string()
}

/// As a post of WordPress's REST interface.
#[must_use]
pub fn wordpress() -> String {
    json!([{ "id": 7, "slug": "book", "link": "/book", "title": { "rendered": TITLE }, "content": { "rendered": chapters() } }])
        .to_string()
}

/// As the only entry of an Atom feed, with its HTML escaped.
#[must_use]
pub fn atom() -> String {
    let escaped = chapters().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The harbour</title><entry><id>1</id><title>{TITLE}</title><author><name>Ida Holm</name></author><content type=\"html\">{escaped}</content></entry></feed>"
    )
}

/// As the only item of an RSS feed, with its HTML as character data.
#[must_use]
pub fn rss() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The harbour</title><item><title>{TITLE}</title><dc:creator>Ida Holm</dc:creator><content:encoded><![CDATA[{}]]></content:encoded></item></channel></rss>",
        chapters()
    )
}
