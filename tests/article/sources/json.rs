//! Articles from JSON: JSON Feed and WordPress.

use article_widget::domain::allow_list::Attribute;
use article_widget::domain::article_error::ArticleError;
use article_widget::reader::kind::Kind;

use super::support::{found, kind_of, outline, read, read_item};

const FEED: &str = r##"{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Harbour notes", "home_page_url": "https://notes.example/", "language": "en-GB",
  "authors": [{ "name": "Ida Holm", "url": "https://notes.example/ida" }, { "name": "Bo Li" }],
  "items": [
    { "id": "https://notes.example/2024/bridge", "url": "https://notes.example/2024/bridge/",
      "title": "The bridge &amp; the ferry", "summary": "It opened.",
      "content_html": "<h1>The bridge &amp; the ferry</h1><p>It <b>opened</b> on <a href=\"../tide\">Saturday</a>.</p><script>x()</script><p><img src=\"one.jpg\" alt=\"One\"></p>",
      "image": "https://notes.example/lead.jpg", "banner_image": "https://notes.example/banner.jpg",
      "date_published": "2024-05-01T10:00:00+02:00", "date_modified": "2024-05-02T08:00:00Z",
      "attachments": [{ "url": "https://notes.example/a.mp3", "mime_type": "audio/mpeg" }] },
    { "id": 7, "title": "Vec<T> explained", "language": "de", "author": { "name": "Old Style" },
      "content_text": "First line\nsecond line\n\n  \n<b>Not</b> bold & more" }
  ]
}"##;

#[test]
fn a_feed_gives_its_first_item_with_all_that_it_says() {
    let article = read(Kind::Json, FEED).unwrap();
    assert_eq!(article.headline.as_deref(), Some("The bridge & the ferry"));
    assert_eq!(article.byline.as_deref(), Some("Ida Holm, Bo Li"));
    assert_eq!(article.language.as_deref(), Some("en-GB"));
    assert_eq!(article.summary.as_deref(), Some("It opened."));
    let published = article.published.clone().unwrap();
    assert_eq!(
        (published.datetime.as_deref(), published.text.as_str()),
        (Some("2024-05-01T10:00:00+02:00"), "2024-05-01")
    );
    assert_eq!(article.modified.clone().unwrap().datetime.as_deref(), Some("2024-05-02T08:00:00Z"));
    assert!(outline(&article).starts_with("p: It opened on Saturday."), "{}", outline(&article));
    let drawn = format!("{article:?}");
    assert!(
        drawn.contains("https://notes.example/2024/tide")
            && drawn.contains("https://notes.example/2024/bridge/one.jpg")
    );
    assert!(!drawn.contains("x()"));
    let facts = found(Kind::Json, FEED, None).unwrap().facts;
    assert_eq!(facts.picture.as_deref(), Some("https://notes.example/lead.jpg"));
}

#[test]
fn what_stands_behind_the_sign_picks_an_item_by_its_id_or_its_address() {
    let article = read_item(Kind::Json, FEED, Some("7")).unwrap();
    assert_eq!(article.headline.as_deref(), Some("Vec<T> explained"));
    assert_eq!((article.byline.as_deref(), article.language.as_deref()), (Some("Old Style"), Some("de")));
    assert_eq!(outline(&article), "p: First linesecond line\np: <b>Not</b> bold & more");
    for bridge in [
        "https://notes.example/2024/bridge",
        "https%3A%2F%2Fnotes.example%2F2024%2Fbridge%2F",
        "//notes.example/2024/bridge/",
    ] {
        let picked = read_item(Kind::Json, FEED, Some(bridge)).unwrap();
        assert_eq!(picked.headline.as_deref(), Some("The bridge & the ferry"), "{bridge}");
    }
    for nothing in ["8", "bridge", "%ff"] {
        assert_eq!(read_item(Kind::Json, FEED, Some(nothing)).unwrap_err(), ArticleError::NoSuchItem, "{nothing}");
    }
}

#[test]
fn a_lone_item_and_a_feed_of_the_first_version_are_read() {
    let lone = read(Kind::Json, r#"{"id": "1", "content_html": "<p>Alone", "author": {"name": "Ada"}}"#).unwrap();
    assert_eq!((lone.headline, lone.byline.as_deref()), (None, Some("Ada")));
    let old = r#"{"version": "https://jsonfeed.org/version/1", "author": {"name": "Ada"}, "items": [{"id": "1", "content_text": "Old"}]}"#;
    assert_eq!(read(Kind::Json, old).unwrap().byline.as_deref(), Some("Ada"));
    let empty = r#"{"version": "https://jsonfeed.org/version/1.1", "items": []}"#;
    assert_eq!(read(Kind::Json, empty).unwrap_err(), ArticleError::Empty);
}

/// As `GET /wp-json/wp/v2/posts?slug=harbour&_embed` answers.
const POSTS: &str = r##"[{
  "id": 42, "date": "2024-05-01T23:30:00", "date_gmt": "2024-05-02T03:30:00", "guid": { "rendered": "https://blog.example/?p=42" },
  "modified": "2024-05-03T08:00:00", "modified_gmt": "2024-05-03T12:00:00", "slug": "harbour", "status": "publish", "type": "post",
  "link": "https://blog.example/2024/05/harbour/", "title": { "rendered": "The harbour&#8217;s <em>end</em>" },
  "content": { "rendered": "\n<p>The ferry is late.</p>\n\n\n\n<figure class=\"wp-block-image\"><img decoding=\"async\" src=\"/wp-content/one.jpg\" alt=\"Ferry\"/><figcaption>A ferry</figcaption></figure>\n", "protected": false },
  "excerpt": { "rendered": "<p>The ferry is late. Why [&hellip;]</p>\n", "protected": false }, "author": 3, "featured_media": 9,
  "_embedded": { "author": [{ "id": 3, "name": "Ida Holm" }],
    "wp:featuredmedia": [{ "id": 9, "source_url": "https://blog.example/wp-content/lead.jpg" }], "wp:term": [[{ "name": "News" }]] }
}, { "id": 43, "slug": "tide", "title": { "rendered": "" }, "content": { "rendered": "<p>Tide.</p>" }, "date_gmt": "0000-00-00T00:00:00",
  "yoast_head_json": { "author": "Bo Li", "og_image": [{ "url": "https://blog.example/og.jpg" }] }, "jetpack_featured_media_url": "" }]"##;

#[test]
fn a_post_of_wordpress_is_read_with_its_author_and_picture() {
    let article = read(Kind::Json, POSTS).unwrap();
    assert_eq!(article.headline.as_deref(), Some("The harbour’s end"));
    assert_eq!(article.byline.as_deref(), Some("Ida Holm"));
    assert_eq!(article.summary.as_deref(), Some("The ferry is late. Why…"));
    let published = article.published.clone().unwrap();
    assert_eq!((published.datetime.as_deref(), published.text.as_str()), (Some("2024-05-02T03:30:00Z"), "2024-05-01"));
    assert_eq!(article.modified.clone().unwrap().datetime.as_deref(), Some("2024-05-03T12:00:00Z"));
    let lead = article.lead.clone().unwrap();
    assert_eq!(lead.picture.attribute(Attribute::Src), Some("https://blog.example/wp-content/one.jpg"));
    assert_eq!(outline(&article), "p: The ferry is late.");
    let facts = found(Kind::Json, POSTS, None).unwrap().facts;
    assert_eq!(facts.picture.as_deref(), Some("https://blog.example/wp-content/lead.jpg"));
}

#[test]
fn posts_of_a_list_are_picked_by_number_or_name_and_a_post_may_stand_alone() {
    for name in ["43", "tide"] {
        let found = found(Kind::Json, POSTS, Some(name)).unwrap();
        assert_eq!(found.facts.headline, None);
        assert_eq!(found.facts.byline.as_deref(), Some("Bo Li"));
        assert_eq!(found.facts.picture.as_deref(), Some("https://blog.example/og.jpg"));
        assert_eq!(found.facts.published, None);
    }
    assert_eq!(read_item(Kind::Json, POSTS, Some("44")).unwrap_err(), ArticleError::NoSuchItem);
    let lone = POSTS.trim_start_matches('[').split("}, { \"id\": 43").next().unwrap().to_owned() + "}";
    assert_eq!(read(Kind::Json, &lone).unwrap().headline.as_deref(), Some("The harbour’s end"));
    assert_eq!(kind_of("text/html; charset=UTF-8", &lone), Some(Kind::Json));
    let locked = r#"{"title": {"rendered": "Protected: x"}, "content": {"rendered": "", "protected": true}}"#;
    assert_eq!(read(Kind::Json, locked).unwrap_err(), ArticleError::Empty);
    assert_eq!(read(Kind::Json, "[]").unwrap_err(), ArticleError::Empty);
}

#[test]
fn other_json_and_broken_json_have_their_names() {
    for other in ["{}", "[1, 2]", "\"text\"", "{\"items\": [{\"name\": \"x\"}]}", "{\"content\": \"x\"}", "null"] {
        assert_eq!(read(Kind::Json, other).unwrap_err(), ArticleError::WrongType, "{other}");
    }
    let deep = format!("{{\"content_html\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    for broken in ["", "{\"content_html\": \"x\"", "<p>x</p>", "{'content_html': 'x'}", &deep] {
        assert_eq!(read(Kind::Json, broken).unwrap_err(), ArticleError::Unreadable);
    }
    let odd = r#"{"content_html": 1, "content_text": "Text", "title": {"a": 1}, "authors": "Ada", "tags": null, "date_published": 5}"#;
    assert_eq!(outline(&read(Kind::Json, odd).unwrap()), "p: Text");
}
