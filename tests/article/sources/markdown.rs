//! Articles from Markdown files.

use article_widget::domain::allow_list::Attribute;
use article_widget::domain::article_error::ArticleError;
use article_widget::reader::kind::Kind;

use super::support::{found, outline, read};
use crate::support::rendered;

#[test]
fn a_post_of_a_site_generator_is_read_with_its_front_matter() {
    let text = "---\ntitle: \"The bridge: reopened\"\nauthors:\n  - Ida Holm\n  - name: Bo Li\ndate: 2024-05-01 10:00:00 +0200\nlastmod: 2024-05-02\n\
        cover: ./cover.jpg\nlang: en_GB\ndescription: >\n  It opened\n  on Saturday.\n---\n\n# The bridge: reopened\n\nIt *opened* on [Saturday](../tide.md).\n\n\
        ## Why\n\n- [x] done\n- [ ] not done\n\n| Year | Boats |\n|---|--:|\n| 1850 | ~~two~~ 3 |\n";
    let article = read(Kind::Markdown, text).unwrap();
    assert_eq!(article.headline.as_deref(), Some("The bridge: reopened"));
    assert_eq!(article.language.as_deref(), Some("en-GB"));
    assert_eq!(article.summary.as_deref(), Some("It opened on Saturday."));
    assert_eq!(article.published.clone().unwrap().datetime.as_deref(), Some("2024-05-01T10:00:00+0200"));
    assert_eq!(article.modified.clone().unwrap().text, "2024-05-02");
    let blocks = "p: It opened on Saturday.\nh2: Why\nul: ☑ done ☐ not done\ntable: Year";
    assert!(outline(&article).starts_with(blocks), "{}", outline(&article));
    let html = rendered(article);
    assert!(html.contains("https://news.example/tide.md") && html.contains("<del>two</del>"), "{html}");
    let facts = found(Kind::Markdown, text, None).unwrap().facts;
    assert_eq!((facts.byline.as_deref(), facts.picture.as_deref()), (Some("Ida Holm, Bo Li"), Some("./cover.jpg")));
}

#[test]
fn without_front_matter_the_first_heading_is_the_headline() {
    for (text, headline, rest) in [
        ("# The *bridge* & more\n\nText.", Some("The bridge & more"), "p: Text."),
        ("The bridge\n==========\nText.", Some("The bridge"), "p: Text."),
        (
            "<!-- a comment -->\n\n[![](badge.svg)](https://ci.example)\n\n# Tool\n\nText.",
            Some("Tool"),
            "p: \np: Text.",
        ),
        ("<h1 align=\"center\">Tool</h1>\n\nText.", Some("Tool"), "p: Text."),
        ("Text first.\n\n# Later", None, "p: Text first.\nh2: Later"),
        ("## Second\n\nText.", None, "h2: Second\np: Text."),
    ] {
        let article = read(Kind::Markdown, text).unwrap();
        assert_eq!(article.headline.as_deref(), headline, "{text}");
        if article.lead.is_none() {
            assert_eq!(outline(&article), rest, "{text}");
        }
    }
    assert_eq!(read(Kind::Markdown, "# Only this").unwrap_err(), ArticleError::Empty);
    assert_eq!(read(Kind::Markdown, "---\ntitle: Only this\n---\n").unwrap_err(), ArticleError::Empty);
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_in_which_they_are_named() {
    let text = "One[^b], two[^a], again[^b].\n\n[^a]: First *written*.\n\n[^b]:\n    Named first[^c].\n\n    Its second paragraph.\n\nLast words.\n\n\
        [^c]: Inside.\n[^never]: Never named.\n";
    let html = article_widget::reader::markdown::as_html(text);
    assert_eq!(
        html,
        "<p>One<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>, two<sup><a href=\"#fn-2\" id=\"fnref-2\">2</a></sup>, \
         again<sup><a href=\"#fn-1\">1</a></sup>.</p>\n<p>Last words.</p>\n<hr>\n<ol>\n\
         <li id=\"fn-1\">\n<p>Named first<sup><a href=\"#fn-3\" id=\"fnref-3\">3</a></sup>.</p>\n\
         <p>Its second paragraph. <a href=\"#fnref-1\">↩</a></p>\n</li>\n\
         <li id=\"fn-2\">\n<p>First <em>written</em>. <a href=\"#fnref-2\">↩</a></p>\n</li>\n\
         <li id=\"fn-3\">\n<p>Inside. <a href=\"#fnref-3\">↩</a></p>\n</li>\n<li id=\"fn-4\">\n<p>Never named.</p>\n</li>\n</ol>\n"
    );
}

#[test]
fn formulas_stay_as_they_are_written_and_prices_too() {
    let article =
        read(Kind::Markdown, "Mass $m_1 * m_2$ is\n\n$$\na_b = *c*\n$$\n\nIt costs $5 and $6, or *more*.").unwrap();
    assert_eq!(outline(&article), "p: Mass $m_1 * m_2$ is\np: $$ a_b = *c* $$\np: It costs $5 and $6, or more.");
}

#[test]
fn marked_quotes_say_what_they_are_and_raw_html_is_judged_like_any() {
    let text = "> [!WARNING]\n> Hot.\n\n<details><summary>More</summary>\n\n**Inside**\n\n</details>\n\n<div onclick=\"x()\">Box</div>\n\n\
        An ![image](a.png \"Title\") and <kbd>Esc</kbd><script>x()</script>.";
    let article = read(Kind::Markdown, text).unwrap();
    assert_eq!(outline(&article), "blockquote: Warning Hot.\ndetails: More Inside\np: Box\np: An and Esc.");
    let html = rendered(article);
    assert!(
        html.contains("<summary>More</summary>") && html.contains("<kbd>Esc</kbd>") && html.contains("files/a.png"),
        "{html}"
    );
    assert!(!html.contains("x()"), "{html}");
}

#[test]
fn what_nests_without_end_keeps_its_text_and_stays_shallow() {
    for text in [
        format!("{}deep", "> ".repeat(5_000)),
        format!("{}deep", "- ".repeat(5_000)),
        format!("{}deep{}", "*a **b ".repeat(2_000), "** *".repeat(2_000)),
        format!("{}deep{}", "[".repeat(5_000), "](a)".repeat(5_000)),
    ] {
        let article = read(Kind::Markdown, &text).unwrap();
        assert!(outline(&article).contains("deep"));
    }
    let html = article_widget::reader::markdown::as_html(&format!("{}deep\n\nafter", "> ".repeat(5_000)));
    assert!(html.matches("<blockquote>").count() < 60 && html.matches("</blockquote>").count() < 60, "{}", html.len());
    assert_eq!(html.matches("<blockquote>").count(), html.matches("</blockquote>").count());
}

#[test]
fn a_picture_that_opens_a_file_is_its_lead() {
    let article = read(Kind::Markdown, "# Ferry\n\n![A ferry](ferry.jpg)\n\nText.").unwrap();
    let lead = article.lead.unwrap();
    assert_eq!(lead.picture.attribute(Attribute::Src), Some("https://news.example/files/ferry.jpg"));
}
