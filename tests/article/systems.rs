//! Pages in the shapes that content systems give them.

use article_widget::domain::allow_list::Attribute;

use crate::support::read;

const TEXT: &str = "<p>The harbour was built in nineteen months, with granite that came by barge, and was paid for by a toll on herring.</p>\
                    <p><img src=/quay.jpg alt='The quay'></p><p>In the first year, one hundred boats paid it, and nobody complained.</p>";

/// What a page's headline, byline and date are to be, and whether its first picture opens it.
#[track_caller]
fn says(system: &str, page: &str, byline: Option<&str>, day: Option<&str>) {
    let article = read(page).unwrap();
    assert_eq!(article.headline.as_deref(), Some("A quiet harbour"), "{system}");
    assert_eq!(article.byline.as_deref(), byline, "{system}");
    let date = article.published.and_then(|date| date.datetime);
    assert_eq!(date.as_deref().and_then(|date| date.get(..10)), day, "{system}");
    let source = article.lead.as_ref().and_then(|lead| lead.picture.attribute(Attribute::Src));
    assert_eq!(source, Some("https://news.example/quay.jpg"), "{system}");
}

#[test]
fn the_headline_is_that_of_the_article_where_title_and_headings_name_the_site_too() {
    says(
        "the site's name first in the title, and the page's only h1",
        &format!(
            "<title>Coast Notes - A quiet harbour</title><header><h1><a href=/>Coast Notes</a></h1></header><main><h2>A quiet harbour</h2>{TEXT}</main>"
        ),
        None,
        None,
    );
    says(
        "two h1, each a part of the title",
        &format!(
            "<title>A quiet harbour – The Coast Notes</title><header><h1>The Coast Notes</h1></header><main><h1>A quiet harbour</h1><div class='entry-content wp-block-post-content'>{TEXT}</div></main>"
        ),
        None,
        None,
    );
    says(
        "og:title with the site's name",
        &format!(
            "<title>A quiet harbour | Coast Notes</title><meta property=og:title content='A quiet harbour | Coast Notes'><main><article><header><h1>A quiet harbour</h1></header>{TEXT}</article></main>"
        ),
        None,
        None,
    );
}

#[test]
fn a_date_below_the_text_is_the_articles_where_its_system_calls_it_so() {
    says(
        "a block theme that tells the date under the text",
        &format!(
            "<title>A quiet harbour</title><main><h1 class=wp-block-post-title>A quiet harbour</h1><div class='entry-content wp-block-post-content'>{TEXT}</div><div class=wp-block-post-date><time datetime=2024-05-01T10:20:00+00:00>May 1, 2024</time></div></main>"
        ),
        None,
        Some("2024-05-01"),
    );
}
