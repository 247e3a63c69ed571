//! A reader turns on the browser's reader mode.

use article_widget_e2e::distiller::distilled;
use article_widget_e2e::reader_mode::reader_mode;
use article_widget_e2e::{Engine, OrFail, Story, html};
use serde_json::json;

/// The texts of the article's blocks as they were drawn, each in one line.
const BLOCKS: &str = "return [...document.querySelectorAll('.article-body :is(p, h2, h3, li, td, figcaption)')]
    .map((block) => block.textContent.replace(/\\s+/g, ' ').trim()).filter((text) => text)";

/// Words that an aid shows and no article says.
const AIDS: [&str; 5] = ["Contents", "Copy code", "Skip to comments", "Skip contents", "Post a Comment"];

#[track_caller]
fn takes_all_of_it(story: &Story, title: &str, byline: &str) {
    let shown = story.session.script("return document.title", Vec::new());
    let shown = shown.as_str().or_fail("the title");
    story
        .session
        .wait_until("the article", "return !!document.querySelector('.article-widget-article .article-widget-anchor')");
    let seen = reader_mode(&story.session);
    assert_eq!((seen.title.as_deref(), seen.byline.as_deref()), (Some(title), Some(byline)), "{seen:?}");
    assert_eq!(seen.lang.as_deref(), Some("en"));
    let blocks: Vec<String> = serde_json::from_value(story.session.script(BLOCKS, Vec::new())).or_fail("the blocks");
    assert!(blocks.len() > 10);
    holds_the_article_alone(&seen.text, &blocks);
    if story.session.engine() == Engine::Chromium {
        let seen = distilled(&story.session);
        assert_eq!(seen.title, shown);
        holds_the_article_alone(&seen.text, &blocks);
    }
}

#[track_caller]
fn holds_the_article_alone(text: &str, blocks: &[String]) {
    for block in blocks {
        assert!(text.contains(block), "{block} is not in {text}");
    }
    for aid in AIDS {
        assert!(!text.contains(aid), "{aid} is in {text}");
    }
}

#[test]
fn of_the_demonstration_it_takes_the_whole_article_with_its_picture() {
    let story = Story::begin();
    story.open("/").wait_until_ready();
    takes_all_of_it(&story, "Trump leaves the next step in the Ukraine talks to Putin and Zelenskyy", "Staff report");
    assert_eq!(reader_mode(&story.session).pictures, [story.server.url("/three-chairs.svg")]);
    if story.session.engine() == Engine::Chromium {
        assert_eq!(distilled(&story.session).pictures, [story.server.url("/three-chairs.svg")]);
    }
}

#[test]
fn of_a_long_article_with_comments_it_takes_the_article() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"long\" src=\"/long.html\"", "")));
    let sections = |text: &str| {
        text.replace("<p>Paragraph 5.", "<h2>Five</h2><p>Paragraph 5.")
            .replace("<p>Paragraph 25.", "<h2>Twenty-five</h2><p>Paragraph 25.")
            .replace("<p>Paragraph 40.", "<h2>Forty</h2><pre>let a = 1;</pre><p>Paragraph 40.")
    };
    story.server.page("/long.html", &sections(&html::long_article(60)));
    let page = story.open("/story.html");
    page.post("Ada", "A comment that no reader mode shows");
    takes_all_of_it(&story, "A long harbour", "Ada Pier");
    let contents =
        story.session.script("return document.querySelectorAll('nav.article-widget-contents li').length", Vec::new());
    assert_eq!(contents, json!(3));
    assert!(!reader_mode(&story.session).text.contains("A comment that"));
    if story.session.engine() == Engine::Chromium {
        assert!(!distilled(&story.session).text.contains("A comment that"));
    }
}
