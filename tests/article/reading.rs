//! Finding the article in a page: its text, headline, byline, date, lead picture, and what makes it fail.

use article_widget::domain::allow_list::Attribute;
use article_widget::domain::article_error::ArticleError;
use article_widget::domain::safe_markup::SafeNode;

use crate::support::{corpora, corpus, fixture, found, read, rendered};

const STORY: &str =
    "<p>The first paragraph of a story that is long enough to be one, with more than eighty characters.</p>";

fn block_names(nodes: &[SafeNode]) -> Vec<&'static str> {
    let name = |node: &SafeNode| match node {
        SafeNode::Text(_) => "text",
        SafeNode::Element(element) => element.tag().name(),
    };
    nodes.iter().map(name).collect()
}

#[test]
fn the_article_with_the_most_text_is_chosen_over_teasers() {
    let article = read(&format!(
        "<main><article><h2>Teaser</h2><p>Read on</p></article><article><h1>Story</h1>{STORY}</article></main>"
    ))
    .unwrap();
    assert_eq!(article.headline.as_deref(), Some("Story"));
    assert_eq!(block_names(&article.blocks), ["p"]);
}

#[test]
fn main_then_the_article_role_then_the_body_stand_in_for_an_article() {
    for (open, close) in
        [("<main>", "</main>"), ("<div role=article>", "</div>"), ("<div role=main>", "</div>"), ("", "")]
    {
        let page =
            format!("<header>{}</header>{open}<h1>Story</h1>{STORY}{close}", if open.is_empty() { "" } else { "Site" });
        let html = rendered(read(&page).unwrap());
        assert!(html.contains("<h1 class=\"p-name\">Story</h1>") && !html.contains("Site"), "{open} gave {html}");
    }
}

#[test]
fn a_headline_comes_from_the_article_then_from_the_title() {
    let headline = |page: &str| read(page).unwrap().headline;
    assert_eq!(
        headline("<title>Title – Site</title><h1> Own\n <em>headline</em></h1><p>x").as_deref(),
        Some("Own headline")
    );
    assert_eq!(headline("<title>Title</title><article><p>x").as_deref(), Some("Title"));
    assert_eq!(headline("<title>Title | Site</title><article><h3>Title</h3><p>x").as_deref(), Some("Title"));
    assert_eq!(headline("<h1>Site</h1><article><p>x").as_deref(), Some("Site"));
    assert_eq!(headline("<p>x"), None);
}

#[test]
fn a_second_h1_becomes_a_heading_of_the_second_level() {
    let article = read("<article><h1>One</h1><p>x</p><h1>Two</h1><p>y</p><h3>Three</h3><p>z</p></article>").unwrap();
    assert_eq!(article.headline.as_deref(), Some("One"));
    assert_eq!(block_names(&article.blocks), ["p", "h2", "p", "h3", "p"]);
}

#[test]
fn the_line_with_author_and_date_is_shown_once() {
    for line in [
        "<p class=byline>By <a rel=author href=/ann>Ann Lee</a>, <time datetime=2025-08-22>22 August 2025</time></p>",
        "<div class=meta><span class=author>By Ann Lee</span> · <time datetime=2025-08-22>22 August 2025</time></div>",
        "<p>By <span itemprop=author><span itemprop=name>Ann Lee</span></span></p><p><time itemprop=datePublished datetime=2025-08-22>22 August 2025</time></p>",
    ] {
        let article = read(&format!("<article><h1>Story</h1>{line}{STORY}</article>")).unwrap();
        assert!(
            article.byline.as_deref().is_some_and(|name| name.ends_with("Ann Lee")),
            "{:?} from {line}",
            article.byline
        );
        let published = article.published.clone().unwrap();
        assert_eq!(published.datetime.as_deref(), Some("2025-08-22"));
        assert_eq!(published.text, "22 August 2025");
        assert_eq!(block_names(&article.blocks), ["p"], "{line}");
    }
}

#[test]
fn a_name_or_a_date_inside_a_sentence_stays_in_it() {
    let page = format!(
        "<article><h1>Story</h1>{STORY}<p>As <a rel=author href=/a>Ann Lee</a> wrote on <time datetime=2025-08-21>Thursday</time>, and as everybody knows since.</p></article>"
    );
    let article = read(&page).unwrap();
    assert_eq!(article.published, None);
    let html = rendered(article);
    assert!(html.contains(">Ann Lee</a> wrote on <time datetime=\"2025-08-21\">Thursday</time>"), "{html}");
}

#[test]
fn nothing_beside_a_byline_is_lost_with_it() {
    let html = rendered(
        read(&format!(
            "<article><header><h1>Story</h1><p>A short deck.</p><p>By <a rel=author href=/a>Ann</a></p></header>{STORY}"
        ))
        .unwrap(),
    );
    assert!(html.contains("A short deck."), "{html}");
    assert_eq!(html.matches("Ann").count(), 1, "{html}");
}

#[test]
fn author_and_date_may_stand_in_the_head() {
    let article = read(
        "<meta name=author content=' Ann  Lee '><meta property=article:published_time content=2025-08-22T06:00:00Z><article><p>x",
    )
    .unwrap();
    assert_eq!(article.byline.as_deref(), Some("Ann Lee"));
    let published = article.published.unwrap();
    assert_eq!((published.datetime.as_deref(), published.text.as_str()), (Some("2025-08-22T06:00:00Z"), "2025-08-22"));
}

#[test]
fn the_first_picture_above_the_text_leads_and_is_shown_once() {
    let page = format!(
        "<article><h1>Story</h1><figure><img src=a.png alt='A boat' width=800 height=450><figcaption>Drawing: <a href=/b>B</a></figcaption></figure>{STORY}<p><img src=b.png></p>"
    );
    let article = read(&page).unwrap();
    let lead = article.lead.clone().unwrap();
    assert_eq!(lead.picture.attribute(Attribute::Src), Some("https://news.example/2025/a.png"));
    assert_eq!(lead.picture.attribute(Attribute::Alt), Some("A boat"));
    assert_eq!(lead.picture.attribute(Attribute::Width), Some("800"));
    let html = rendered(article);
    assert_eq!(html.matches("a.png").count(), 1, "{html}");
    assert!(
        html.contains("<figcaption>Drawing: <a rel=\"noopener\" href=\"https://news.example/b\">B</a></figcaption>"),
        "{html}"
    );
}

#[test]
fn icons_late_pictures_and_galleries_do_not_lead() {
    for page in [
        format!("<article>{STORY}{STORY}<img src=a.png alt=x></article>"),
        format!("<article><img src=a.png alt=x width=48 height=48>{STORY}</article>"),
        format!("<article><figure><img src=a.png><img src=b.png></figure>{STORY}</article>"),
        format!("<article><img src='data:image/png;base64,AAAA' alt=x>{STORY}</article>"),
        format!("<article><p>Words <img src=a.png> and words</p>{STORY}</article>"),
    ] {
        let article = read(&page).unwrap();
        assert_eq!(article.lead, None, "{page}");
    }
}

#[test]
fn a_picture_that_only_counts_readers_is_left_out() {
    let html = rendered(
        read(&format!("<article>{STORY}<img src=https://count.example/p width=1 height=1 alt=counted>")).unwrap(),
    );
    assert!(!html.contains("count"), "{html}");
}

#[test]
fn a_refused_picture_leaves_its_alternative_text() {
    let html = rendered(read("<article><p>See <img src='data:image/png,x' alt='the map'> here</p>").unwrap());
    assert!(html.contains("<p>See the map here</p>"), "{html}");
}

#[test]
fn an_article_without_text_or_picture_is_an_error() {
    for page in [
        "",
        " ",
        "<h1>Only a headline</h1>",
        "<article><p> </p><div><br></div><hr></article>",
        "<script>x</script>",
        "<p hidden>x",
    ] {
        assert_eq!(read(page), Err(ArticleError::Empty), "{page:?}");
    }
    assert!(read("<img src=a.png>").is_ok());
}

#[test]
fn loose_lines_become_paragraphs_and_boxes_around_blocks_go() {
    let article = read("<div><div>One <b>line</b><ul><li>item</li></ul>another</div> <p>and one</p></div>").unwrap();
    assert_eq!(block_names(&article.blocks), ["p", "ul", "p", "p"]);
}

#[test]
fn language_and_direction_are_those_nearest_to_the_article() {
    let article = read("<html lang=en dir=ltr><body lang=ar dir=rtl><article><p>نص عربي</p>").unwrap();
    assert_eq!((article.language.as_deref(), article.direction), (Some("ar"), Some("rtl")));
    let html = rendered(article);
    assert!(html.contains("<div lang=\"ar\" dir=\"rtl\" class=\"article-body e-content\"><p>نص عربي</p>"), "{html}");
}

#[test]
fn a_page_may_declare_another_base() {
    assert_eq!(found("<base target=x><base href=/b/><p>x").base.as_deref(), Some("/b/"));
    assert_eq!(found("<p>x").base, None);
}

#[test]
fn an_article_of_four_hundred_paragraphs_is_read_whole() {
    let paragraphs: String = (1..=400).map(|number| format!("<p>Paragraph number {number}.</p>\n")).collect();
    let article = read(&format!("<article><h1>Long</h1>{paragraphs}</article>")).unwrap();
    assert_eq!(article.blocks.len(), 400);
    assert_eq!(article.minutes, 6);
    assert!(rendered(article).contains("<p>Paragraph number 400.</p>"));
}

#[test]
fn the_articles_inside_a_feed_of_another_system_can_be_read() {
    let Some(folder) = corpora() else { return };
    let feed = corpus(&folder, "exports/jekyll-wordpress.xml");
    let posts = feed.split("<content:encoded><![CDATA[").skip(1).filter_map(|rest| rest.split("]]>").next());
    let (mut read_posts, mut empty) = (0, 0);
    for post in posts {
        match read(post) {
            Ok(article) => {
                assert!(article.blocks.iter().all(SafeNode::is_block), "{post}");
                read_posts += 1;
            }
            Err(error) => {
                assert_eq!(error, ArticleError::Empty);
                empty += 1;
            }
        }
    }
    assert!(read_posts > 0, "{read_posts} read, {empty} empty");
}

#[test]
fn a_page_of_a_blog_with_everything_around_it_gives_only_its_story() {
    let article = read(&fixture("blog-page.html")).unwrap();
    assert_eq!(article.headline.as_deref(), Some("The bridge reopens"));
    assert_eq!(article.byline.as_deref(), Some("Ida Holm"));
    assert_eq!(article.published.as_ref().map(|date| date.text.as_str()), Some("3 May 2025"));
    let html = rendered(article);
    for gone in ["Menu", "Share", "Subscribe", "cookies", "Related", "track()"] {
        assert!(!html.contains(gone), "{gone} in {html}");
    }
    for kept in
        ["opened again on Saturday", "<th scope=\"col\">Year</th>", "<figcaption>", "the old toll house", "<pre"]
    {
        assert!(html.contains(kept), "{kept} not in {html}");
    }
}

#[test]
fn the_demonstration_article_is_read_with_all_its_parts() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/demo/article.html");
    let article = read(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(
        article.headline.as_deref(),
        Some("Trump leaves the next step in the Ukraine talks to Putin and Zelenskyy")
    );
    assert_eq!(article.byline.as_deref(), Some("Staff report"));
    assert_eq!(article.published.as_ref().and_then(|date| date.datetime.as_deref()), Some("2025-08-22"));
    assert!(article.lead.as_ref().is_some_and(|lead| lead.picture.attribute(Attribute::Alt) != Some("")));
    let names = block_names(&article.blocks);
    assert_eq!(names.iter().filter(|name| **name == "p").count(), 10);
    assert_eq!(names.iter().filter(|name| **name == "h2").count(), 3);
    assert!(names.contains(&"table") && names.contains(&"ul"));
    assert_eq!(article.language.as_deref(), Some("en"));
}
