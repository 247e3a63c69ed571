//! How long a thread takes to appear, against plain HTML of the same thread: `cargo xtask bench`.

use article_widget_e2e::{Engine, OrFail, Seeds, Story, html};
use serde_json::Value;
use std::fmt::Write as _;

/// Pairs of runs; the two pages take turns, so that a busy moment of the machine strikes both.
const RUNS: usize = 9;

/// Tells the time from navigation to the frame after the last row that is to be drawn.
const STOPWATCH: &str = "const rows = () => {
        const widget = document.querySelector('article-widget');
        return (widget && widget.shadowRoot || document).querySelectorAll('ol.comments > li').length;
    };
    const look = () => {
        if (rows() < expected) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => { window.e2eDone = performance.now(); }, 0));
    };
    look();";

fn text(number: usize) -> String {
    format!(
        "Comment number {number}. The tide went out and the boats lay on the sand until evening; nobody minded.\n\nA second paragraph."
    )
}

fn plain_html(count: usize) -> String {
    let mut rows = String::new();
    for number in 1..=count {
        let paragraphs =
            text(number).split("\n\n").map(|paragraph| format!("<p dir=\"auto\">{paragraph}</p>")).collect::<String>();
        let _infallible = write!(
            rows,
            "<li class=\"comment\"><div><bdi>Ada</bdi> <time datetime=\"2025-08-22\">22 August 2025</time></div><div>{paragraphs}</div>\
             <div><button>Reply</button><button>Edit</button><button>Delete</button></div></li>"
        );
    }
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Plain</title></head><body>{}<section><h2>{count} Comments</h2><ol class=\"comments\">{rows}</ol></section>",
        html::ARTICLE
    )
}

fn stopwatch(expected: usize) -> String {
    format!("<script>(() => {{ const expected = {expected}; {STOPWATCH} }})()</script>")
}

/// Opens a page and gives the milliseconds until its last row is drawn.
#[track_caller]
fn time(story: &Story, path: &str) -> f64 {
    story.session.goto(&story.server.url(path));
    story.session.wait_for("the last row", || match story.session.script("return window.e2eDone ?? null", Vec::new()) {
        Value::Null => Err("not all rows are drawn".to_owned()),
        done => done.as_f64().ok_or_else(|| done.to_string()),
    })
}

fn least_and_median(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let least = times.first().copied().unwrap_or_default();
    (least, times.get(times.len() / 2).copied().unwrap_or_default())
}

#[test]
fn a_thread_appears_in_a_known_multiple_of_plain_htmls_time() {
    let Ok(count) = std::env::var("E2E_BENCH") else {
        println!("not measured: `cargo xtask bench` sets E2E_BENCH to a number of comments");
        return;
    };
    let count: usize = count.parse().or_fail("E2E_BENCH is a number of comments");
    let story = Story::begin();
    if story.session.engine() != Engine::Chromium {
        println!("measured in Chromium only");
        return;
    }
    let mut seeds = Seeds::of_thread("bench");
    for number in 1..=count {
        seeds.post("Ada", &text(number));
    }
    story.seed(seeds.entries());
    // Of a long thread the widget draws this many comments; what a reader waits for is those.
    let drawn = count.min(50);
    story.server.page(
        "/widget.html",
        &html::page(&format!("{}{}", html::widget("thread=\"bench\"", html::ARTICLE), stopwatch(drawn))),
    );
    story.server.page("/plain.html", &format!("{}{}</body></html>", plain_html(count), stopwatch(count)));
    // The first opening of each page fills the browser's caches and does not count.
    time(&story, "/widget.html");
    time(&story, "/plain.html");
    let (mut widget, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        widget.push(time(&story, "/widget.html"));
        plain.push(time(&story, "/plain.html"));
    }
    let ((widget_least, widget_median), (plain_least, plain_median)) =
        (least_and_median(widget), least_and_median(plain));
    println!("{count} comments, navigation to last row drawn, {RUNS} runs each (ms):");
    println!("            least   median");
    println!("widget    {widget_least:>7.0}  {widget_median:>7.0}");
    println!("plain     {plain_least:>7.0}  {plain_median:>7.0}");
    println!("ratio     {:>7.2}  {:>7.2}", widget_least / plain_least, widget_median / plain_median);
}
