//! A reader opens an article: long, absent, broken, from elsewhere, or the page's own.

use article_widget_e2e::environment::Environment;
use article_widget_e2e::{Outage, Page, Reply, Server, Story, html};
use serde_json::json;

const ARTICLE: &str = "article.article-widget-article";

fn page_with_src(src: &str) -> String {
    html::page(&html::widget(&format!("thread=\"article\" src=\"{src}\""), ""))
}

/// How many elements of the light DOM a selector finds.
#[track_caller]
fn light(page: &Page<'_>, selector: &str) -> u64 {
    page.script("return widget.querySelectorAll(rest[0]).length", json!([selector])).as_u64().unwrap_or(u64::MAX)
}

#[track_caller]
fn wait_for_article(page: &Page<'_>) {
    page.session().wait_for("the article", || {
        if light(page, &format!("{ARTICLE} h1")) == 1 { Ok(()) } else { Err(page.visible_text()) }
    });
}

#[test]
fn the_demonstration_shows_headline_byline_date_and_picture_above_an_empty_thread() {
    let story = Story::begin();
    let page = story.open("/");
    wait_for_article(&page);
    for selector in [" header > h1", " .byline", " time[datetime]", " img[alt]"] {
        assert!(light(&page, &format!("{ARTICLE}{selector}")) >= 1, "{selector}");
    }
    assert!(light(&page, &format!("{ARTICLE} p")) >= 10);
    page.wait_for_count("0 Comments");
    // A thread that comes up into the view is shown in the frame after the article's.
    page.session().wait_for("the thread in sight", || {
        let seen = page.visible_text();
        if seen.contains("Post a Comment") { Ok(()) } else { Err(seen) }
    });
    let order = page.script(
        "const thread = root.querySelector('.thread').getBoundingClientRect();
         const article = widget.querySelector(rest[0]).getBoundingClientRect();
         const ad = root.querySelector('.header-ad').getBoundingClientRect();
         return ad.bottom <= article.top && article.bottom <= thread.top",
        json!([ARTICLE]),
    );
    assert_eq!(order, json!(true), "the band, then the article, then the thread");
}

#[test]
fn an_article_of_400_paragraphs_is_shown_whole_with_a_usable_thread_below() {
    let story = Story::on_page(&page_with_src("/long.html"));
    story.server.page("/long.html", &html::long_article(400));
    let page = story.open("/story.html");
    wait_for_article(&page);
    let numbered =
        "return [...widget.querySelectorAll(rest[0])].filter((p) => /^Paragraph \\d+\\./.test(p.textContent)).length";
    // A long article is drawn group by group.
    page.wait_for_result("the whole article", numbered, &json!([format!("{ARTICLE} p")]), &json!(400));
    page.post("Ada", "I read all of it.");
    story.session.reload();
    page.wait_until_ready();
    wait_for_article(&page);
    page.wait_for_row("I read all of it.");
}

#[test]
fn an_article_that_cannot_be_had_says_so_leaves_the_thread_usable_and_comes_on_retry() {
    let story = Story::on_page(&page_with_src("/harbour.html"));
    story.server.page("/harbour.html", &html::long_article(3));
    for (number, outage) in
        [Outage::Missing, Outage::WrongType, Outage::Empty, Outage::Refused, Outage::CutOff].into_iter().enumerate()
    {
        story.server.break_down("/harbour.html", outage);
        let page = story.open("/story.html");
        page.wait_for(".article-notice button[data-action=retry-article]");
        assert!(page.text_of(".article-notice").len() > 20, "{outage:?}: the notice has words");
        page.post("Ada", &format!("Still here {number}"));
        page.click("button[data-action=retry-article]");
        page.wait_for(".article-notice button[data-action=retry-article]");
        story.server.recover("/harbour.html");
        page.click("button[data-action=retry-article]");
        wait_for_article(&page);
        page.wait_until_gone(".article-notice");
        page.wait_for_row(&format!("Still here {number}"));
    }
}

#[test]
fn a_page_without_an_article_in_it_is_a_failure_and_not_an_empty_place() {
    let story = Story::on_page(&page_with_src("/empty.html"));
    story.server.page("/empty.html", "<!doctype html><html><head><title>Nothing</title></head><body></body></html>");
    let page = story.open("/story.html");
    page.wait_for(".article-notice button[data-action=retry-article]");
    page.post("Ada", "Where is it?");
}

#[test]
fn an_article_of_another_origin_is_shown_if_that_origin_allows_it() {
    let story = Story::begin();
    let other = Server::start(&Environment::read().dist);
    let allowed = Reply::html(&html::long_article(5)).with_header("Access-Control-Allow-Origin", "*");
    other.put("/allowed.html", allowed);
    other.page("/forbidden.html", &html::long_article(5));
    story.server.page("/allowed.html", &page_with_src(&other.url("/allowed.html")));
    story.server.page("/forbidden.html", &page_with_src(&other.url("/forbidden.html")));
    wait_for_article(&story.open("/allowed.html"));
    let page = story.open("/forbidden.html");
    page.wait_for(".article-notice button[data-action=retry-article]");
    page.post("Ada", "The thread is here all the same.");
}

#[test]
fn the_pages_own_article_stays_as_it_is_and_nothing_is_fetched() {
    let own = "<article id=\"own\"><h1>Own <em>words</em></h1><p style=\"color: teal\" onclick=\"void 0\">Text.</p></article>";
    let story = Story::on_page(&html::page(&html::widget("thread=\"own\"", own)));
    let page = story.open("/story.html");
    let markup = page.script("return widget.querySelector('#own').outerHTML", json!([]));
    assert_eq!(markup, json!(own));
    assert_eq!(light(&page, ARTICLE), 0);
    assert!(!page.has(".article-notice"));
    let shown =
        page.script("const r = widget.querySelector('#own').getBoundingClientRect(); return r.height > 20", json!([]));
    assert_eq!(shown, json!(true));
    assert!(!story.server.requests().iter().any(|path| path == "/article.html"));
}

#[test]
fn a_hostile_article_runs_nothing() {
    let hostile = "<!doctype html><html><head><title>x</title><script>window.pwned = 1</script></head><body><article><h1>Safe</h1>
        <img src=/none.png onerror='window.pwned=2' alt=''><svg onload='window.pwned=3'></svg><iframe srcdoc='<script>parent.pwned=4</script>'></iframe>
        <a href='javascript:window.pwned=5'>a link</a><p onclick='window.pwned=6' style='position:fixed'>Enough words for a paragraph of text.</p></article></body></html>";
    let story = Story::on_page(&page_with_src("/hostile.html"));
    story.server.page("/hostile.html", hostile);
    let page = story.open("/story.html");
    wait_for_article(&page);
    assert_eq!(story.session.script("return window.pwned ?? null", Vec::new()), json!(null));
    for selector in ["script", "iframe", "svg", "[onerror]", "[onclick]", "[style]", "a[href^='javascript:']"] {
        assert_eq!(light(&page, &format!("{ARTICLE} {selector}")), 0, "{selector}");
    }
}
