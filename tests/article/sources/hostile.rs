//! Hostile text in every kind of source: whatever goes in, only what the allow-list and the link policy name comes out.

use article_widget::domain::article_error::ArticleError;
use article_widget::reader::kind::Kind;

use super::support::read_item;
use crate::hostile::holds_only_what_is_allowed;
use crate::support::{corpora, corpus, rendered};

/// Each way in which an attack can get into a source.
fn sources(attack: &str) -> Vec<(Kind, String)> {
    let json = serde_json::to_string(attack).unwrap();
    let xml = attack.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let cdata = attack.replace("]]>", "]]]]><![CDATA[>");
    vec![
        (Kind::Markdown, attack.to_owned()),
        (
            Kind::Markdown,
            format!(
                "---\ntitle: {attack}\nauthor: {attack}\nlang: {attack}\nimage: {attack}\n---\n\nWords {attack} more\n\n> {attack}\n"
            ),
        ),
        (
            Kind::Markdown,
            format!("[text]({attack}) ![text]({attack}) <{attack}> [text][a][^1]\n\n[a]: {attack}\n[^1]: {attack}\n"),
        ),
        (
            Kind::Json,
            format!(
                "{{\"title\": {json}, \"content_html\": {json}, \"image\": {json}, \"url\": {json}, \"language\": {json}}}"
            ),
        ),
        (
            Kind::Json,
            format!("{{\"content_text\": {json}, \"authors\": [{{\"name\": {json}}}], \"date_published\": {json}}}"),
        ),
        (
            Kind::Json,
            format!(
                "[{{\"title\": {{\"rendered\": {json}}}, \"content\": {{\"rendered\": {json}}}, \"link\": {json}, \"date\": {json}}}]"
            ),
        ),
        (
            Kind::Feed,
            format!(
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'><entry><title type='html'>{xml}</title>\
                     <author><name>{xml}</name></author><published>{xml}</published><content type='html'>{xml}</content></entry></feed>"
            ),
        ),
        // What is not well-formed is mended or refused.
        (
            Kind::Feed,
            format!(
                "<entry xmlns='http://www.w3.org/2005/Atom'><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{attack}</div></content></entry>"
            ),
        ),
        (
            Kind::Feed,
            format!(
                "<rss><channel><item><title>{xml}</title><link>{xml}</link><description>{xml}</description></item></channel></rss>"
            ),
        ),
        (
            Kind::Feed,
            format!(
                "<rss xmlns:c='http://purl.org/rss/1.0/modules/content/' xmlns:wp='http://wordpress.org/export/1.2/'><channel><item>\
                     <c:encoded><![CDATA[{cdata}]]></c:encoded><wp:post_type>post</wp:post_type></item></channel></rss>"
            ),
        ),
        (Kind::Xhtml, format!("<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{attack}</p></body></html>")),
    ]
}

#[track_caller]
fn nothing_gets_through(of: &[Kind]) {
    let Some(folder) = corpora() else { return };
    let attacks: Vec<String> = serde_json::from_str(&corpus(&folder, "xss.json")).unwrap();
    let (mut shown, mut all) = (0_usize, 0_usize);
    for attack in &attacks {
        for (kind, text) in sources(attack).into_iter().filter(|(kind, _)| of.contains(kind)) {
            all += 1;
            match read_item(kind, &text, None) {
                Ok(article) => {
                    holds_only_what_is_allowed(&rendered(article), attack);
                    shown += 1;
                }
                Err(error) => {
                    assert!(matches!(error, ArticleError::Empty | ArticleError::Unreadable), "{error:?} of {text}");
                }
            }
        }
    }
    // Were most of them empty, the test would say little.
    assert!(shown > all / 3, "only {shown} of {all} showed anything");
}

#[test]
fn known_attacks_in_markdown_come_out_as_permitted_markup_only() {
    nothing_gets_through(&[Kind::Markdown]);
}

#[test]
fn known_attacks_in_json_come_out_as_permitted_markup_only() {
    nothing_gets_through(&[Kind::Json]);
}

#[test]
fn known_attacks_in_feeds_come_out_as_permitted_markup_only() {
    nothing_gets_through(&[Kind::Feed]);
}

#[test]
fn known_attacks_in_xhtml_come_out_as_permitted_markup_only() {
    nothing_gets_through(&[Kind::Xhtml]);
}
