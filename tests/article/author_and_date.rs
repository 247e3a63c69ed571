//! Who wrote an article, and when: as pages say it in the ways that are no vocabulary's.

use article_widget::domain::article::Article;

use crate::support::read;

const LONG: &str = "<p>The harbour was built in nineteen months, with granite that came by barge, and was paid for by a toll on herring, as the \
                    minutes say.</p>";

fn page(head: &str, around: &str) -> Article {
    let text = LONG.repeat(4);
    read(&format!(
        "<title>A quiet harbour</title>{head}<main>{}</main>",
        around.replace("TEXT", &text).replace("TITLE", "<h1>A quiet harbour</h1>")
    ))
    .unwrap()
}

fn day(said: Option<article_widget::domain::article::Published>) -> Option<String> {
    said?.datetime?.get(..10).map(str::to_owned)
}

#[test]
fn a_day_near_the_headline_is_that_of_the_publication() {
    for (around, expected) in [
        ("TITLE<div class=sc-a1><p>November 2, 2022</p></div>TEXT", "2022-11-02"),
        ("TITLE<div><span>Ann</span> <span>·</span> <span>12.12.2025</span></div>TEXT", "2025-12-12"),
        ("<div class=kicker>18 Dec 2025</div>TITLETEXT", "2025-12-18"),
        ("TITLE<p>What the minutes say.</p><div class=header-date>Publié le 1er août 2024</div>TEXT", "2024-08-01"),
        ("TITLE<p class=x>2024年5月1日</p>TEXT", "2024-05-01"),
        ("TITLETEXT<div class='sno-story-date'><span>May 31, 2024</span></div>", "2024-05-31"),
    ] {
        assert_eq!(day(page("", around).published).as_deref(), Some(expected), "{around}");
        let shown = page("", around).blocks;
        assert!(!format!("{shown:?}").contains("2025"), "it is told once: {around}");
    }
}

#[test]
fn a_day_in_the_story_or_of_something_else_is_none_of_the_articles() {
    for around in [
        "TITLETEXT<p>On May 31, 2024 the toll ended.</p>",
        "TITLE<nav><a href=/a>May 31, 2024</a></nav>TEXT",
        "TITLETEXT<ul><li><a href=/a>One</a> <span class=date>May 1, 2024</span><li><a href=/b>Two</a> <span class=date>May 2, 2024</span></ul>",
        "TITLE<ul class=upcoming-events><li>A fair<p>May 31, 2024</p></ul>TEXT",
        "TITLETEXT<footer><span class=date>May 31, 2024</span></footer>",
    ] {
        assert_eq!(page("", around).published, None, "{around}");
    }
}

#[test]
fn a_day_that_is_said_to_be_that_of_a_change_is_that() {
    for around in [
        "TITLE<div><div>Last updated:</div><div>Dec 12, 2025</div></div>TEXT",
        "TITLE<p class=post-date>Updated: December 12, 2025</p>TEXT",
        "TITLE<p>Zuletzt aktualisiert am 12. Dezember 2025</p>TEXT",
    ] {
        let article = page("", around);
        assert_eq!((day(article.published), day(article.modified).as_deref()), (None, Some("2025-12-12")), "{around}");
    }
    let both = page("", "TITLE<p>May 1, 2024</p><p>Updated May 3, 2024</p>TEXT");
    assert_eq!(
        (day(both.published).as_deref(), day(both.modified).as_deref()),
        (Some("2024-05-01"), Some("2024-05-03"))
    );
}

#[test]
fn days_are_declared_in_more_than_one_form_and_place() {
    for (head, expected) in [
        (
            "<script type=application/ld+json>{\"@type\":\"BlogPosting\",\"datePublished\":\"Feb 08, 2022\"}</script>",
            "2022-02-08",
        ),
        (
            "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2024-03-17T19:47:39+00:00\"}]}</script>",
            "2024-03-17",
        ),
        ("<meta property=article:published_time content='Thu, 09/25/2025 - 11:38'>", "2025-09-25"),
        ("<meta name=citation_publication_date content=2025/12/18>", "2025-12-18"),
    ] {
        assert_eq!(day(page(head, "TITLETEXT").published).as_deref(), Some(expected), "{head}");
    }
    let page = page(
        "<script type=application/ld+json>[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\"},{\"@type\":\"Article\",\"datePublished\":\"2024-05-01\"}]</script>",
        "TITLETEXT",
    );
    assert_eq!(day(page.published).as_deref(), Some("2024-05-01"), "an article speaks for itself");
}

#[test]
fn a_line_near_the_headline_says_by_whom() {
    for (around, name) in [
        ("TITLE<p>By <a href=/people/ann-lee>Ann Lee</a></p>TEXT", "Ann Lee"),
        ("TITLE<div><p>by Ann van der Lee, Editor</p></div>TEXT", "Ann van der Lee"),
        ("TITLE<div><p>By Ann Lee</p><p>Founder and Captain</p></div>TEXT", "Ann Lee"),
        ("TITLE<p>Von Änne Lee | 1. Mai 2024</p>TEXT", "Änne Lee"),
        ("TITLE<div class=meta>by <a href=/ann>Ann</a> · Dec 20, 2025</div>TEXT", "Ann"),
    ] {
        assert_eq!(page("", around).byline.as_deref(), Some(name), "{around}");
    }
    for around in ["TITLE<p>By the sea</p>TEXT", "TITLE<p>By design</p>TEXT", "TITLE<p>By Sunday</p>TEXT"] {
        assert_eq!(page("", around).byline, None, "{around}");
    }
}

#[test]
fn a_link_to_the_sites_first_page_names_no_author() {
    let around = "<header><a class=site-title rel=author href=/>Coast Notes</a></header>TITLE<p class=post-meta><span itemprop=author><span \
                  class=p-author itemprop=name>Ann Lee</span></span></p>TEXT";
    assert_eq!(page("", around).byline.as_deref(), Some("Ann Lee"));
}

#[test]
fn an_author_whom_the_page_declares_is_not_told_again_in_the_text() {
    let article = page(
        "<meta name=author content='Ann Lee'>",
        "<header>TITLE<p class=tracked><strong>Ann Lee</strong></p></header>TEXT",
    );
    assert_eq!(article.byline.as_deref(), Some("Ann Lee"));
    assert!(!format!("{:?}", article.blocks).contains("Ann Lee"));
}

#[test]
fn what_leads_to_other_posts_and_says_what_may_be_done_with_this_one_is_no_part_of_it() {
    let after = "TITLETEXT<ul class=links-nextprev><li>← Previous<br><a href=/a>My fourth post</a></ul><div class=license-box><div>A quiet harbour</div>\
                 <div>https://coast.example/quay/</div><div>CC BY 4.0</div></div>";
    let shown = format!("{:?}", page("", after).blocks);
    assert!(shown.contains("herring") && !shown.contains("fourth") && !shown.contains("coast.example"), "{shown}");
}

#[test]
fn what_says_no_name_is_none() {
    for line in [
        "5 mins read",
        "Updated March 13, 2024",
        "Sat, 20 Dec, 2025 - 06:36",
        "About the author",
        "Written by",
        "page.head.author",
    ] {
        let around = format!("TITLE<div class=author-line>{line}</div>TEXT");
        assert_eq!(page("", &around).byline, None, "{line}");
    }
    for (line, name) in
        [("Dec 17, 2025Ann Lee", "Ann Lee"), ("<span>Posted by</span><b>Ann Lee</b>", "Posted by Ann Lee")]
    {
        let around = format!("TITLE<div class=author-line>{line}</div>TEXT");
        assert_eq!(page("", &around).byline.as_deref(), Some(name), "{line}");
    }
}

#[test]
fn authors_are_declared_for_those_who_share_and_those_who_cite() {
    for (head, names) in [
        ("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'>", "Ann Lee"),
        ("<meta name=citation_author content='Lee, Ann'><meta name=citation_author content='Bo Ek'>", "Ann Lee, Bo Ek"),
    ] {
        assert_eq!(page(head, "TITLETEXT").byline.as_deref(), Some(names), "{head}");
    }
    let time_to_read =
        "<meta name=twitter:label1 content='Est. reading time'><meta name=twitter:data1 content='3 minutes'>";
    assert_eq!(page(time_to_read, "TITLETEXT").byline, None);
}
