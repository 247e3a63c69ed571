//! The parts of the module come late, not at all, or with other bytes than the module knows.

use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};

use article_widget_e2e::environment::Environment;
use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::{OrFail, Outage, Page, Reply, Story, built, html};
use serde_json::json;

const APP: &str = "article-widget-app_bg.wasm";
const ARTICLE: &str = "article-widget-article.wasm";
const ENGINE: &str = "article-widget-engine.wasm";
const LETTER: &str = "article-widget-letter.wasm";
const MANAGE: &str = "article-widget-manage.wasm";
const PUBLISHED: &str = "article-widget-published.wasm";
const RETRY_ARTICLE: &str = "button[data-action=retry-article]";
const RETRY_LETTER: &str = "[data-notice=letter] button";
const RETRY_PUBLISHED: &str = "[data-notice=published] button";
/// Under these is what parts share of which the engine knows nothing.
const BESIDE_ENGINE: &str = "article-widget-shared-";

fn page(attributes: &str, children: &str) -> Story {
    Story::on_page(&html::page(&html::widget(&format!("thread=\"parts\" {attributes}"), children)))
}

/// The bytes of a part, as they were built.
#[track_caller]
fn bytes(part: &str) -> Vec<u8> {
    let path = Environment::read().dist.join(built::versioned(part).trim_start_matches('/'));
    std::fs::read(path).or_fail(part)
}

/// Holds a part back until what this gives is dropped.
#[track_caller]
fn hold(story: &Story, part: &str) -> Sender<()> {
    let (sender, receiver) = channel();
    let (receiver, bytes) = (Mutex::new(receiver), bytes(part));
    story.server.run(&built::versioned(part), move |_| {
        // An error says that the sender was dropped.
        let _ = receiver.lock().map(|receiver| receiver.recv());
        Reply::new("application/wasm", bytes.clone())
    });
    sender
}

#[track_caller]
fn wait_for_request(story: &Story, part: &str) {
    let path = built::versioned(part);
    story.session.wait_for("the request", || match story.server.requests() {
        requests if requests.contains(&path) => Ok(()),
        requests => Err(format!("{requests:?}")),
    });
}

#[track_caller]
fn wait_for_article(page: &Page<'_>) {
    page.session().wait_for("the article", || {
        let seen = page.script("return !!widget.querySelector('article.article-widget-article h1')", json!([]));
        if seen == json!(true) { Ok(()) } else { Err(page.visible_text()) }
    });
}

/// A page that publishes one comment.
fn publishing_page() -> Story {
    let story = page("comments=/comments.jsonl", html::ARTICLE);
    let file = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}\n{\"thread\":\"parts\"}\n\
        {\"id\":\"0000000010000000000001\",\"record\":{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"Published\"}}\n";
    story.server.put("/comments.jsonl", Reply::new("application/jsonl", file.as_bytes().to_vec()));
    story
}

#[test]
fn what_reads_a_published_file_is_on_its_way_with_the_module_and_comes_once() {
    let story = publishing_page();
    let held = hold(&story, APP);
    story.session.goto(&story.server.url("/story.html"));
    wait_for_request(&story, ENGINE);
    wait_for_request(&story, PUBLISHED);
    drop(held);
    story.page().wait_for_row("Published");
    let requests = story.server.requests();
    let parts = requests.iter().filter(|path| path.ends_with(".wasm"));
    for part in parts.clone() {
        assert_eq!(parts.clone().filter(|other| *other == part).count(), 1, "{part}: {requests:?}");
    }
    assert!(!requests.contains(&built::versioned(LETTER)), "{requests:?}");
}

#[test]
fn a_page_that_names_nothing_fetches_nothing_that_reads_articles_or_files_or_makes_letters() {
    // Whoever writes where texts are formatted fetches what does that.
    let story = page("formatting=none", html::ARTICLE);
    let opened = story.open("/story.html");
    opened.post("Ada", "Nothing more is fetched");
    let requests = story.server.requests();
    assert!(!requests.iter().any(|path| path.contains(BESIDE_ENGINE)), "{requests:?}");
    for part in [ARTICLE, PUBLISHED, LETTER, MANAGE] {
        assert!(!requests.contains(&built::versioned(part)), "{part}");
    }
}

#[test]
fn while_what_reads_published_files_comes_the_place_says_so_and_comments_can_be_written() {
    let story = publishing_page();
    let held = hold(&story, PUBLISHED);
    let opened = story.open("/story.html");
    assert_eq!(opened.text_of(".empty"), "Loading the published comments…");
    opened.post("Ada", "Before they came");
    drop(held);
    opened.wait_for_row("Published");
    opened.wait_for_row("Before they came");
}

#[test]
fn where_what_reads_published_files_does_not_come_the_thread_says_so_and_retry_fetches_it() {
    let story = publishing_page();
    for (number, outage) in [Outage::Missing, Outage::Refused].into_iter().enumerate() {
        story.server.break_down(&built::versioned(PUBLISHED), outage);
        let opened = story.open("/story.html");
        opened.wait_for(RETRY_PUBLISHED);
        opened.post("Ada", &format!("Without them {number}"));
        story.server.recover(&built::versioned(PUBLISHED));
        opened.click(RETRY_PUBLISHED);
        opened.wait_for_row("Published");
        opened.wait_for_row(&format!("Without them {number}"));
    }
}

#[test]
fn what_makes_letters_is_fetched_when_one_is_wanted_and_again_on_retry() {
    let story = page("contact=mailto:author@example.org", html::ARTICLE);
    story.server.break_down(&built::versioned(LETTER), Outage::Missing);
    let opened = story.open("/story.html");
    opened.post("Ada", "To the author");
    assert!(!story.server.requests().contains(&built::versioned(LETTER)), "nobody wants one");
    opened.click("[data-action=send]");
    opened.wait_for(RETRY_LETTER);
    opened.post("Ada", "Meanwhile");
    story.server.recover(&built::versioned(LETTER));
    let held = hold(&story, LETTER);
    opened.click(RETRY_LETTER);
    opened.wait_for("[data-notice=letter][role=status]");
    drop(held);
    opened.wait_for(".submission");
    opened.wait_until_gone("[data-notice=letter]");
    opened.wait_for_focus("the focus on the letter", |focus| focus.text.contains("the mail, word for word"));
    opened.click("[data-action=submission-close]");
    opened.wait_until_gone(".submission");
}

#[test]
fn the_article_waits_for_what_reads_it_and_the_comments_do_not() {
    let story = page("src=\"/article.html\"", "");
    let held = hold(&story, ARTICLE);
    let opened = story.open("/story.html");
    wait_for_request(&story, ARTICLE);
    opened.post("Ada", "Before the article");
    assert!(opened.has(".article-skeleton"), "{}", opened.visible_text());
    drop(held);
    wait_for_article(&opened);
    opened.wait_until_gone(".article-skeleton");
    opened.wait_for_row("Before the article");
}

#[test]
fn where_what_reads_articles_does_not_come_the_place_says_so_and_retry_fetches_it() {
    let story = page("src=\"/article.html\"", "");
    for (number, outage) in [Outage::Missing, Outage::Refused, Outage::CutOff].into_iter().enumerate() {
        story.server.break_down(&built::versioned(ARTICLE), outage);
        let opened = story.open("/story.html");
        opened.wait_for(RETRY_ARTICLE);
        opened.post("Ada", &format!("Without an article {number}"));
        story.server.forget_requests();
        opened.click(RETRY_ARTICLE);
        wait_for_request(&story, ARTICLE);
        opened.wait_for(RETRY_ARTICLE);
        story.server.recover(&built::versioned(ARTICLE));
        opened.click(RETRY_ARTICLE);
        wait_for_article(&opened);
        opened.wait_until_gone(".article-notice");
    }
}

#[test]
fn a_part_with_other_bytes_is_refused_though_it_would_do() {
    let story = page("src=\"/article.html\"", "");
    let mut other = bytes(ARTICLE);
    // An empty section of its own, which changes nothing of what the module does.
    other.extend([0, 2, 1, b'x']);
    story.server.put(&built::versioned(ARTICLE), Reply::new("application/wasm", other));
    let opened = story.open("/story.html");
    opened.wait_for(RETRY_ARTICLE);
    opened.post("Ada", "Without an article");
    assert_eq!(opened.script("return widget.querySelectorAll('article h1').length", json!([])), json!(0));
}

#[test]
fn what_is_posted_before_the_engine_comes_stands_in_the_thread_when_it_is_here() {
    let story = page("", html::ARTICLE);
    let held = hold(&story, ENGINE);
    story.session.goto(&story.server.url("/story.html"));
    let opened = story.page();
    opened.wait_for(&format!("{NEW_FORM} textarea"));
    wait_for_request(&story, ENGINE);
    opened.fill(&format!("{NEW_FORM} textarea"), "Written early");
    opened.click(&format!("{NEW_FORM} button[type=submit]"));
    drop(held);
    opened.wait_for_row("Written early");
    opened.wait_for_count("1 Comment");
}

#[test]
fn where_the_engine_does_not_come_the_thread_says_so_and_retry_fetches_it() {
    let story = page("", html::ARTICLE);
    story.server.break_down(&built::versioned(ENGINE), Outage::Missing);
    story.session.goto(&story.server.url("/story.html"));
    let opened = story.page();
    opened.wait_for("[data-notice=engine] button");
    opened.fill(&format!("{NEW_FORM} textarea"), "Written early");
    story.server.recover(&built::versioned(ENGINE));
    opened.click("[data-notice=engine] button");
    opened.wait_until_ready();
    opened.wait_for_value(&format!("{NEW_FORM} textarea"), "Written early");
    opened.click(&format!("{NEW_FORM} button[type=submit]"));
    opened.wait_for_row("Written early");
}

#[test]
fn your_comments_are_fetched_when_they_are_opened_and_again_on_retry() {
    let story = page("", html::ARTICLE);
    story.server.break_down(&built::versioned(MANAGE), Outage::Missing);
    let opened = story.open("/story.html");
    opened.post("Ada", "Mine");
    assert!(!story.server.requests().contains(&built::versioned(MANAGE)), "nobody has opened it");
    opened.click("[data-action=panel]");
    opened.wait_for("[data-notice=manage] button");
    opened.post("Ada", "Mine too");
    story.server.recover(&built::versioned(MANAGE));
    opened.click("[data-notice=manage] button");
    opened.wait_for("#panel");
    opened.wait_until_gone("[data-notice=manage]");
}
