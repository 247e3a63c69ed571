//! The exports of other systems that hold articles: Blogger's as Atom, those of WordPress as RSS.

use article_widget::domain::article::Article;
use article_widget::domain::article_error::ArticleError;
use article_widget::reader::kind::Kind;

use super::support::{blocks, kind_of, outline, read, read_item};
use crate::support::{corpora, corpus};

fn export(name: &str) -> Option<String> {
    let text = corpus(&corpora()?.join("exports"), name);
    assert_eq!(kind_of("text/xml", &text), Some(Kind::Feed), "{name}");
    Some(text)
}

#[track_caller]
fn says(article: &Article, headline: &str, byline: &str, day: &str, first: &str) {
    assert_eq!(article.headline.as_deref(), Some(headline));
    assert_eq!(article.byline.as_deref(), Some(byline));
    assert_eq!(article.published.as_ref().map(|date| date.text.as_str()), Some(day));
    let text = outline(article);
    assert!(text.starts_with(first), "{text}");
}

#[test]
fn bloggers_posts_are_read_and_its_comments_are_none() {
    let Some(text) = export("gbc-blogger-sample.xml") else { return };
    let title = "A test of newlines and labels/categories";
    says(&read(Kind::Feed, &text).unwrap(), title, "jlueck", "2008-05-16", "p: We're having fun with tags, labels");
    let picked = read_item(Kind::Feed, &text, Some("post-18")).unwrap();
    says(&picked, "An image test", "jlueck", "2008-05-16", "p: Here is an example of a post that contains an image.");
    let video = "http://jlueck.wordpress.com/2008/05/16/a-video-test/";
    let picked = read_item(Kind::Feed, &text, Some(video)).unwrap();
    says(&picked, "A video test", "jlueck", "2008-05-16", "p: Okay, it's on to something a little trickier.");
    assert_eq!(read_item(Kind::Feed, &text, Some("post-1")).unwrap_err(), ArticleError::NoSuchItem);
}

#[test]
fn posts_of_wordpress_without_elements_have_their_paragraphs() {
    let Some(text) = export("gbc-wordpress-sample.wxr") else { return };
    let article = read(Kind::Feed, &text).unwrap();
    says(&article, "A test of newlines and labels/categories", "jlueck", "2008-05-16", "p: We're having fun with tags");
    assert_eq!(blocks(&article).len(), 3, "{}", outline(&article));
    let video = format!("{:?}", read_item(Kind::Feed, &text, Some("20")).unwrap());
    assert!(video.contains("(Href, \"http://www.youtube.com/watch?v=pY8jaGs7xJ0\")"), "{video}");
    let page = read_item(Kind::Feed, &text, Some("http://jlueck.wordpress.com/about/")).unwrap();
    says(&page, "About", "jlueck", "2008-01-11", "p: This is an example of a WordPress page");
    assert!(format!("{:?}", read_item(Kind::Feed, &text, Some("18")).unwrap()).contains("homer_simpson.jpg"));
}

#[test]
fn the_first_post_of_an_export_is_none_of_its_pages_pictures_styles_or_drafts() {
    for (name, headline, first) in [
        ("jekyll-wordpress.xml", "The Art of Connection", "p: Welcome to WordPress! This is a sample post."),
        ("wpimp-small-export.xml", "Hello world!", "p: Welcome to WordPress. This is your first post."),
    ] {
        let Some(text) = export(name) else { return };
        let article = read(Kind::Feed, &text).unwrap();
        assert_eq!(article.headline.as_deref(), Some(headline));
        assert!(outline(&article).starts_with(first), "{}", outline(&article));
    }
    let Some(text) = export("jekyll-wordpress.xml") else { return };
    let article = read(Kind::Feed, &text).unwrap();
    assert_eq!((article.byline.as_deref(), article.language.as_deref()), (Some("jekyllbot"), Some("en")));
    assert_eq!(article.published.unwrap().datetime.as_deref(), Some("2025-01-19T02:26:26+0000"));
    assert!(article.summary.unwrap().starts_with("In the ever-evolving world, the art"));
    assert!(outline(&read_item(Kind::Feed, &text, Some("blog-post-1")).unwrap()).len() > 100);
}

#[test]
fn characters_that_are_hard_to_show_come_through() {
    let Some(text) = export("wpimp-wxr-utf-8-challenges.xml") else { return };
    let article = read(Kind::Feed, &text).unwrap();
    assert!(article.headline.as_deref().unwrap().contains("Frost \u{202a}🌲"), "{:?}", article.headline);
    assert_eq!(article.modified.as_ref().map(|date| date.text.as_str()), Some("2024-06-10"));
    assert!(outline(&article).contains("🚀🌟💫⭐️🔥💯🎉🎊🌈🦄") && outline(&article).contains("السلام عليكم"));
}

#[test]
fn exports_that_are_damaged_or_hold_no_text_say_so() {
    let Some(text) = export("wpimp-crazy-cdata.xml") else { return };
    says(&read(Kind::Feed, &text).unwrap(), "Hello world!", "admin", "2012-01-05", "p: Content with nested");
    for (name, error) in [
        // An element in it ends under another name.
        ("wpimp-malformed.xml", ArticleError::Unreadable),
        // Only comments, of posts without a text.
        ("isso-wordpress.xml", ArticleError::Empty),
        ("isso-disqus.xml", ArticleError::WrongType),
        // Its first and last sign are no XML.
        ("remark42-disqus.xml", ArticleError::Unreadable),
    ] {
        let Some(folder) = corpora() else { return };
        let text = corpus(&folder.join("exports"), name);
        assert_eq!(read(Kind::Feed, &text).unwrap_err(), error, "{name}");
    }
    let Some(folder) = corpora() else { return };
    let comments = corpus(&folder.join("exports"), "remark42-commento.json");
    assert_eq!(read(Kind::Json, &comments).unwrap_err(), ArticleError::WrongType);
}
