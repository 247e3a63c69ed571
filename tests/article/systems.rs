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

#[test]
fn author_and_date_that_stand_beside_the_text_are_found() {
    says(
        "a menu beside the article with its author and date, as Material for MkDocs has it",
        &format!(
            "<title>A quiet harbour - Coast Notes</title><main><div class=md-content--post><div class=md-sidebar><nav class=md-nav><div class=md-post__authors><div class='md-profile md-post__profile'><span class=md-author><img src=/ann.png width=40 height=40></span><span class=md-profile__description><strong> Ann Lee </strong><br> Writer</span></div></div><ul class=md-post__meta><li><nav><ul><li><time datetime='2024-05-01 00:00:00+00:00'>May 1, 2024</time></li><li>in <a href=/boats>Boats</a></li></ul></nav></li></ul></nav></div><article class=md-content__inner><h1>A quiet harbour</h1>{TEXT}</article></div></main>"
        ),
        Some("Ann Lee"),
        Some("2024-05-01"),
    );
    says(
        "a card in the sidebar behind the article, as ABlog for Sphinx has it",
        &format!(
            "<title>A quiet harbour &#8212; Coast Notes</title><div class=document><div class=body role=main><section id=a-quiet-harbour><h1>A quiet harbour<a class=headerlink href=#a-quiet-harbour>¶</a></h1>{TEXT}</section></div><div class=sphinxsidebar role=navigation><div class=postcard><h2><span>01 May 2024</span></h2><ul><li id='author ablog__author'><span>Author: </span><a href=/ann>Ann Lee</a></li><li><span>Tag: </span><a href=/boats>boats</a></li></ul></div><h3><a href=/blog>Recent Posts</a></h3></div></div>"
        ),
        Some("Ann Lee"),
        Some("2024-05-01"),
    );
    says(
        "a line of its own in words, as Lektor has it",
        &format!(
            "<title>A quiet harbour — Coast Notes</title><header><h1>Coast Notes</h1></header><div class=page><div class=blog-post><h2>A quiet harbour</h2><p class=meta>written by Ann Lee on 2024-05-01</p>{TEXT}</div></div>"
        ),
        Some("Ann Lee"),
        Some("2024-05-01"),
    );
    says(
        "the article's own footer, as Pelican's simple theme has it",
        &format!(
            "<title>Coast Notes - A quiet harbour</title><header><hgroup><h1><a href=/>Coast Notes</a></h1></hgroup></header><main><article><header><h2><a href=/a rel=bookmark>A quiet harbour</a></h2></header>{TEXT}<footer><p>Published: <time datetime=2024-05-01T10:20:00+00:00>Wed 01 May 2024</time></p><address>By <a href=/ann>Ann Lee</a></address><p>Category: <a href=/boats>Boats</a></p></footer></article></main><footer><address>Made with care by the harbour</address></footer>"
        ),
        Some("By Ann Lee"),
        Some("2024-05-01"),
    );
}

#[test]
fn what_several_lines_or_other_articles_say_is_nobodys_byline() {
    says(
        "a list of what others wrote",
        &format!(
            "<title>A quiet harbour</title><main><h1>A quiet harbour</h1>{TEXT}</main><div class=sidebar><p>Written by Ida Holm on 2023-01-02</p><p>Written by Bo Nord on 2023-02-03</p></div><nav><a class=author-list href=/ida>Ida Holm and 40 others</a></nav>"
        ),
        None,
        None,
    );
}
