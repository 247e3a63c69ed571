//! Ids and the links that lead to them: footnotes, contents, headings.

use article_widget::domain::allow_list::Attribute;
use article_widget::domain::safe_markup::{SafeElement, SafeNode};

use crate::support::{body, has, read, rendered};

fn heading_ids(source: &str) -> Vec<String> {
    fn collect(nodes: &[SafeNode], ids: &mut Vec<String>) {
        let elements = nodes.iter().filter_map(|node| match node {
            SafeNode::Element(element) => Some(element),
            SafeNode::Text(_) => None,
        });
        elements.for_each(|element: &SafeElement| {
            if element.tag().is_heading() {
                ids.push(element.attribute(Attribute::Id).unwrap_or("none").to_owned());
            }
            collect(element.children(), ids);
        });
    }
    let mut ids = Vec::new();
    collect(&read(&format!("<article><h1>Bread</h1>{source}</article>")).unwrap().blocks, &mut ids);
    ids
}

#[test]
fn a_footnote_leads_to_its_note_and_back_on_the_same_page() {
    has(
        "<p>Old dough<sup><a href='#fn1' id='r1'>1</a></sup> is kept.</p><ol><li id=fn1>Called a starter. <a href='#r1'>Back</a></li></ol>",
        &[
            "<sup><a tabindex=\"-1\" id=\"article-r1\" href=\"#article-fn1\">1</a></sup>",
            "<li tabindex=\"-1\" id=\"article-fn1\">",
            "<a href=\"#article-r1\">Back</a>",
        ],
    );
}

#[test]
fn a_link_with_the_articles_own_address_stays_within_it_too() {
    for address in ["story.html#n", "https://news.example/2025/story.html#n", "/2025/story.html#n", " #n "] {
        has(&format!("<p><a href='{address}'>1</a></p><p id=n>Note.</p>"), &["<a href=\"#article-n\">1</a>"]);
    }
    for address in ["other.html#n", "?page=2#n", "https://other.example/2025/story.html#n"] {
        let html = body(&format!("<p><a href='{address}'>1</a></p><p id=n>Note.</p>"));
        assert!(!html.contains("\"#") && html.contains("#n\">1</a>"), "{html}");
        assert!(!html.contains(" id="), "nothing leads to it: {html}");
    }
}

#[test]
fn a_fragment_may_be_escaped_and_in_any_script() {
    has(
        "<p><a href='#gr%C3%B6%C3%9Fe'>1</a></p><p id=größe>Note.</p>",
        &["href=\"#article-größe\"", "id=\"article-größe\""],
    );
    has(
        "<p><a href='#user-content-fn-1'>1</a></p><p id=user-content-fn-1>Note.</p>",
        &["href=\"#article-fn-1\"", "id=\"article-fn-1\""],
    );
    has("<p><a href='#x'>1</a></p><h2 id=user-content-x>Note</h2>", &["href=\"#article-x\"", "id=\"article-x\""]);
}

#[test]
fn a_place_without_words_keeps_its_place() {
    has(
        "<p><a href='#a'>1</a><a href='#b'>2</a><a href='#c'>3</a></p><a name=a></a><p>One</p><p><span id=b></span>Two <a id=c></a>three</p>",
        &[
            "<p tabindex=\"-1\" id=\"article-a\">One</p>",
            "<span tabindex=\"-1\" id=\"article-b\"></span>Two",
            "<span tabindex=\"-1\" id=\"article-c\"></span>three",
        ],
    );
    // A box that goes leaves its id to what stands in it.
    has(
        "<p><a href='#s'>1</a></p><section id=s><div><p>Part</p><p>More</p></div></section>",
        &["<p tabindex=\"-1\" id=\"article-s\">Part</p><p>More</p>"],
    );
}

#[test]
fn what_is_not_there_is_not_led_to() {
    let html = body("<p><a href='#gone'>1</a> <a href='#hidden'>2</a> <a href='#'>3</a></p><p hidden id=hidden>x</p>");
    assert!(html.contains("story.html#gone") && html.contains("story.html#hidden"), "{html}");
    assert!(html.contains(" 3</p>"), "a link that leads nowhere is only its words: {html}");
}

#[test]
fn every_heading_has_an_id_of_its_own_or_of_its_words() {
    assert_eq!(
        heading_ids(
            "<h2 id=start>Start</h2><p>x</p><h2>Größe — naïve</h2><p>x</p><h3>橋の歴史</h3><p>x</p><div><h4>…</h4><p>x</p></div>"
        ),
        ["article-start", "article-größe-naïve", "article-橋の歴史", "article-section"]
    );
    assert_eq!(
        heading_ids(
            "<h2>Next</h2><p>x</p><h3>Next</h3><p>x</p><h2 id=next>Other</h2><p>x</p><h2 id=next>Again</h2><p>y</p>"
        ),
        ["article-next-2", "article-next-3", "article-next", "article-again"],
        "an id of the author's goes before one made of words"
    );
}

#[test]
fn of_two_equal_ids_the_first_is_led_to_unless_the_other_is_a_heading() {
    has(
        "<p><a href='#n'>1</a></p><p id=n>One</p><p id=n>Two</p>",
        &["<p tabindex=\"-1\" id=\"article-n\">One</p><p>Two</p>"],
    );
    has(
        "<p><a href='#n'>1</a></p><section id=n><p>One</p><h2 id=n>Two</h2><p>x</p></section>",
        &["<p>One</p><h2 tabindex=\"-1\" id=\"article-n\">Two</h2>"],
    );
    // Ids that differ in signs only.
    has(
        "<p><a href='#a%20b'>1</a><a href='#a+b'>2</a></p><p id='a b'>One</p><p id='a+b'>Two</p>",
        &["id=\"article-a-b\">One", "id=\"article-a-b-2\">Two", "href=\"#article-a-b\">1", "href=\"#article-a-b-2\">2"],
    );
}

#[test]
fn a_lead_picture_keeps_the_id_of_its_figure() {
    has(
        "<figure id=f1><img src=a.png width=800 height=400></figure><p>See <a href='#f1'>figure 1</a>.</p>",
        &["tabindex=\"-1\"", "id=\"article-f1\"", "href=\"#article-f1\""],
    );
}

#[test]
fn the_caption_of_a_lead_picture_keeps_its_id() {
    has(
        "<figure><img src=a.png width=800 height=400><figcaption id=c1>The <b>quay</b></figcaption></figure><p>See <a href='#c1'>below the picture</a>.</p>",
        &[
            "<figcaption><span tabindex=\"-1\" id=\"article-c1\"></span>The <b>quay</b></figcaption>",
            "href=\"#article-c1\"",
        ],
    );
}

#[test]
fn a_link_to_a_place_under_the_address_by_which_a_page_calls_itself_stays_inside() {
    let page = "<head><link rel='alternate' href=/other><link rel=canonical href=https://www.news.example/story></head>\
                <article><h1>A</h1><p>See <a href='https://www.news.example/story#n1'>1</a> and <a href='https://www.news.example/other#n1'>2</a>.</p><p id=n1>Note</p></article>";
    let html = rendered(read(page).unwrap());
    assert!(html.contains("href=\"#article-n1\">1</a>"), "{html}");
    assert!(html.contains("href=\"https://www.news.example/other#n1\">2</a>"), "{html}");
}
