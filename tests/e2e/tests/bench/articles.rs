//! Whether the page can be used while an article of a megabyte is read and drawn, from every kind of source: `cargo xtask bench --articles`.

use article_widget_e2e::environment::Environment;
use article_widget_e2e::{OrFail, Reply, Server, Session, book, html};
use serde_json::Value;

/// Notes each task of more than 50 ms: the browser tells of no shorter ones.
const METER: &str = "<script nonce=e2e>window.tasks = []; new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true })</script>";
/// The whole article is there, with what is added to it in the end.
const WHOLE: &str = "return !!document.querySelector('.article-body:not([aria-busy]) > p') && !!document.querySelector('nav.article-widget-contents')";
/// How long the page is watched after that, in milliseconds: whatever still comes is over by then.
const AFTER: &str = "setTimeout(arguments[0], 1500)";
/// How often each is opened: of each the round with the least counts, since what else the machine does only adds to it.
const ROUNDS: usize = 5;

/// Measures it, and says whether each kind of source can be read without a task of more than 50 ms.
#[track_caller]
pub(crate) fn measure() {
    let environment = Environment::read();
    let session = Session::open(&environment);
    let server = Server::start(&environment.dist);
    let kinds = [
        ("page.html", "text/html; charset=utf-8", book::page()),
        ("text.md", "text/markdown; charset=utf-8", book::markdown()),
        ("feed.json", "application/feed+json", book::json_feed()),
        ("post.json", "application/json", book::wordpress()),
        ("atom.xml", "application/atom+xml", book::atom()),
        ("rss.xml", "application/rss+xml", book::rss()),
    ];
    println!("{:12}{:>8}{:>30}{:>24}", "source", "KiB", "rounds without a long task", "longest of each, ms");
    let mut all_are_free = true;
    for (name, content_type, text) in kinds {
        server.put(&format!("/{name}"), Reply::new(content_type, text.as_bytes().to_vec()));
        let tag = html::widget(&format!("thread=\"book\" src=\"/{name}\""), "");
        server.page("/story.html", &html::page_with_head(METER, &tag));
        let longest: Vec<f64> = (0..ROUNDS).map(|_| longest_task(&session, &server)).collect();
        let free = longest.iter().filter(|task| **task == 0.0).count();
        println!("{name:12}{:>8}{free:>30}    {longest:.0?}", text.len() / 1024);
        all_are_free &= free > 0;
    }
    assert!(all_are_free, "a kind of source has a task of more than 50 ms in each round");
}

/// How long the longest of the tasks that the browser tells of was, in milliseconds; 0 where there was none. In a window of its own:
/// else what takes the article of the round before apart would count.
#[track_caller]
fn longest_task(session: &Session, server: &Server) -> f64 {
    let first = session.window();
    session.switch_to(&session.new_window());
    session.goto(&server.url("/story.html"));
    session.wait_until("the whole article", WHOLE);
    session.script_with_callback(AFTER, Vec::new());
    let tasks: Value = session.script("return tasks", Vec::new());
    session.close_window();
    session.switch_to(&first);
    let tasks: Vec<f64> = serde_json::from_value(tasks).or_fail("durations of tasks");
    tasks.into_iter().fold(0.0, f64::max)
}
