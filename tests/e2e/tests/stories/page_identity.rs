//! A page that names no discussion: it is one page wherever its reader comes from, and was one before this version.

use article_widget_e2e::page::Page;
use article_widget_e2e::seed::Seeds;
use article_widget_e2e::{Reply, Story, html};

/// A page with a widget and a count, neither of which names a discussion, and more in its head.
fn unnamed(head: &str) -> String {
    let count = "<p id=\"count\"><article-widget-count>Comments</article-widget-count></p>";
    html::page_with_head(head, &format!("{count}{}", html::widget("", html::ARTICLE)))
}

/// A site with such a page under each of these paths.
fn site(paths: &[&str]) -> Story {
    let story = Story::begin();
    for path in paths {
        story.server.page(path, &unnamed(""));
    }
    story
}

#[track_caller]
fn shows(page: &Page<'_>, texts: &[&str]) {
    for text in texts {
        page.wait_for_row(text);
    }
    let count = format!("{} Comment{}", texts.len(), if texts.len() == 1 { "" } else { "s" });
    page.wait_for_count(&count);
    let counted = format!("return document.querySelector('#count').textContent === '{count}'");
    page.session().wait_until(&format!("the count to say {count}"), &counted);
}

#[test]
fn a_comment_is_there_wherever_its_reader_comes_from() {
    let story = site(&["/story.html"]);
    let page = story.open("/story.html?id=7");
    page.post("Ada", "From the front page");
    for query in [
        "id=7&srsltid=x",
        "gad_source=1&id=7&gad_campaignid=2",
        "id=7&ttclid=x",
        "id=7&igsh=x&utm_source=ig_web_copy_link",
        "id=7&UTM_Source=x",
        "id=7&utm%5Fsource=x",
        "id=7&amp;utm_source=x",
        "id=7?fbclid=x",
        "mkt_tok=x&_hsenc=y&ScCid=z&li_fat_id=a&id=7#comments",
    ] {
        shows(&story.open(&format!("/story.html?{query}")), &["From the front page"]);
    }
    shows(&story.open("/story.html?id=8&srsltid=x"), &[]);
}

#[test]
fn a_folder_and_its_index_are_one_page_and_two_queries_are_two() {
    let story = site(&["/post/", "/post/index.html"]);
    story.open("/post/").post("Ada", "In the folder");
    story.open("/post/index.html").post("Ada", "At its file");
    for path in ["/post/?", "/post/index.html?ttclid=x", "/post/#comments", "/post/"] {
        shows(&story.open(path), &["In the folder", "At its file"]);
    }
    story.open("/post/?p=1").post("Ada", "On the first");
    shows(&story.open("/post/?p=2"), &[]);
    shows(&story.open("/post/index.html?p=1&gclid=x"), &["On the first"]);
}

#[test]
fn the_canonical_address_wins_and_a_broken_one_does_not_count() {
    let story = site(&["/post/"]);
    story.open("/post/").post("Ada", "At its own address");
    for (path, canonical) in [
        ("/amp.html", "/post/index.html?gad_source=1#x"),
        ("/post/index.html", "https://["),
        ("/post/index.html", "about:x"),
    ] {
        story.server.page(path, &unnamed(&format!("<link rel=\"canonical\" href=\"{canonical}\">")));
        shows(&story.open(path), &["At its own address"]);
    }
}

/// What an earlier version kept under an address: a comment that reads like the path.
fn kept_before(story: &Story, paths: &[&str]) {
    let mut entries = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        let mut seeds = Seeds::of_thread(&story.server.url(path));
        // No two operations have one id.
        for _ in 0..number {
            let _taken = seeds.next_key();
        }
        seeds.name();
        seeds.post("Ada", path);
        entries.extend_from_slice(seeds.entries());
    }
    story.seed(&entries);
}

#[test]
fn what_an_earlier_version_kept_under_other_addresses_is_there_and_can_be_changed() {
    let story = site(&["/post/", "/post/index.html"]);
    kept_before(&story, &["/post/index.html", "/post/?srsltid=abc", "/post/?p=1"]);
    let page = story.open("/post/");
    shows(&page, &["/post/index.html", "/post/?srsltid=abc"]);
    page.edit(&page.row("/post/?srsltid=abc"), "Better");
    page.delete(&page.row("/post/index.html"));
    shows(&page, &["Better"]);
    page.post("Ada", "And now");
    for path in ["/post/index.html", "/post/?srsltid=other"] {
        shows(&story.open(path), &["Better", "And now"]);
    }
    shows(&story.open("/post/?p=1"), &["/post/?p=1"]);
}

#[test]
fn a_list_counts_them_and_two_widgets_agree() {
    let story = site(&["/post/"]);
    kept_before(&story, &["/post/index.html", "/post/?igsh=x"]);
    let widgets = html::widget("", html::ARTICLE).repeat(2);
    story.server.page("/post/", &html::page(&widgets));
    let first = story.open("/post/");
    let second = first.nth(1);
    second.wait_until_ready();
    first.post("Ada", "From the first");
    for page in [&first, &second] {
        page.wait_for_row("From the first");
        page.wait_for_count("3 Comments");
    }
    let address = story.server.url("/post/");
    let list: String = ["", "index.html", "?p=2"]
        .iter()
        .map(|rest| format!("<article-widget-count thread=\"{address}{rest}\">Comments</article-widget-count>\n"))
        .collect();
    story.server.page("/list.html", &html::page(&format!("<div id=\"list\">{list}</div>")));
    story.session.goto(&story.server.url("/list.html"));
    let counted = "return document.querySelector('#list').innerText.replace(/\\s+/g, ' ').trim() === '3 Comments 3 Comments 0 Comments'";
    story.session.wait_until("the counts of the list", counted);
}

#[test]
fn a_published_file_may_call_the_page_as_an_earlier_version_did() {
    let story = Story::begin();
    let count = "<p id=\"count\"><article-widget-count comments=\"/thread.jsonl\">Comments</article-widget-count></p>";
    let widget = html::widget("comments=\"/thread.jsonl\"", html::ARTICLE);
    story.server.page("/post/", &html::page(&format!("{count}{widget}")));
    let mut file = "{\"format\":\"article-widget\",\"v\":1,\"kind\":\"publication\",\"at\":0}\n".to_owned();
    for (number, path) in ["/post/index.html?gad_source=1", "/post/?srsltid=x", "/post/?p=1"].iter().enumerate() {
        let record = format!("{{\"k\":\"post\",\"a\":{{\"id\":\"x\",\"n\":\"Bob\"}},\"t\":1,\"b\":\"{path}\"}}");
        let id = format!("00000000{}0000000000007", number + 1);
        file += &format!("{{\"thread\":\"{}\"}}\n{{\"id\":\"{id}\",\"record\":{record}}}\n", story.server.url(path));
    }
    story.server.put("/thread.jsonl", Reply::new("application/jsonl", file.into_bytes()));
    shows(&story.open("/post/"), &["/post/index.html?gad_source=1", "/post/?srsltid=x"]);
}
