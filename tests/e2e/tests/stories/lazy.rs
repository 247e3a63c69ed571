//! The widget costs nothing until it is needed.

use article_widget_e2e::{Engine, Story, html};
use serde_json::json;

/// Twenty screens of article, an ad in a frame, and the thread below.
fn long_page(attributes: &str) -> String {
    let paragraphs = "<p style=\"height: 900px\">Long.</p>".repeat(20);
    html::page(&format!(
        "<a id=\"link\" href=\"#comments\">Comments</a><article-widget thread=\"far\" {attributes}>\
         <div slot=\"header-ad\"><iframe src=\"/banner.html\" width=\"320\" height=\"50\" style=\"border:0;display:block\"></iframe></div>\
         <article><h1>Far</h1>{paragraphs}</article></article-widget><footer>The end</footer>"
    ))
}

fn begin() -> Story {
    let story = Story::on_page(&long_page(""));
    story.server.page("/banner.html", "<!doctype html><html><head></head><body>Buy a boat</body></html>");
    story
}

/// What of ours was asked for.
fn ours(story: &Story) -> Vec<String> {
    story.server.requests().into_iter().filter(|path| path.contains("article-widget")).collect()
}

#[track_caller]
fn open(story: &Story) {
    story.server.forget_requests();
    story.session.goto(&story.server.url("/story.html"));
    story.session.wait_until("the upgrade", "return !!document.querySelector('article-widget').shadowRoot");
    // Two frames are enough for an observer that would fire wrongly to have fired.
    story.session.let_two_frames_pass();
}

#[track_caller]
fn loads(story: &Story) {
    story.page().wait_until_ready();
    assert!(ours(story).iter().any(|path| path.ends_with(".wasm")));
}

#[track_caller]
fn comes_into_view(story: &Story) {
    let in_view = "const { top } = document.querySelector('article-widget').shadowRoot.querySelector('.heading').getBoundingClientRect();
        return top >= 0 && top < innerHeight";
    story.session.wait_until("the thread to be in view", in_view);
}

#[test]
fn without_an_ad_there_is_one_request_until_the_reader_comes_near() {
    let story = Story::on_page(&long_page("header-ad=\"none\""));
    open(&story);
    assert_eq!(ours(&story), ["/article-widget.js"]);
}

#[test]
fn no_module_is_fetched_until_the_reader_comes_near_and_nothing_moves() {
    let story = begin();
    open(&story);
    // Beside the loader only what belongs to an ad.
    story.session.wait_for("what belongs to the ad", || {
        let asked = ours(&story);
        if asked.iter().any(|path| path.ends_with("article-widget-band.js")) {
            Ok(())
        } else {
            Err(format!("{asked:?}"))
        }
    });
    assert_eq!(ours(&story).len(), 2, "{:?}", ours(&story));
    // The ad fills late.
    story.session.script("document.querySelector('iframe').contentDocument.body.append('at last')", Vec::new());
    // The reader comes near, and then is there.
    let near = "const { bottom } = document.querySelector('article').getBoundingClientRect(); scrollBy(0, bottom - innerHeight - 700)";
    story.session.script(near, Vec::new());
    loads(&story);
    // What gives way below the view does so in a frame of its own, before anybody scrolls there.
    story.session.let_two_frames_pass();
    story.session.script("scrollTo(0, document.documentElement.scrollHeight)", Vec::new());
    story.session.let_two_frames_pass();
    let banners = story.server.requests().iter().filter(|path| *path == "/banner.html").count();
    assert_eq!(banners, 1, "the ad was loaded once");
    if story.session.engine() == Engine::Chromium {
        assert_eq!(story.session.script("return window.__e2e.shifts", Vec::new()), json!([]));
    }
}

#[test]
fn an_address_that_names_the_comments_asks_for_them() {
    let story = begin();
    story.session.goto(&story.server.url("/story.html#comments"));
    loads(&story);
    comes_into_view(&story);
}

#[test]
fn so_does_a_link_to_them() {
    let story = begin();
    open(&story);
    story.session.script("document.querySelector('#link').click()", Vec::new());
    loads(&story);
    comes_into_view(&story);
}

#[test]
fn so_does_the_focus() {
    let story = begin();
    open(&story);
    story.page().script("root.querySelector('.waiting button').focus({ preventScroll: true })", json!([]));
    loads(&story);
    let inside = story.page().script("return !!root.activeElement", json!([]));
    assert_eq!(inside, json!(true), "the focus stays in the thread's place");
}

#[test]
fn so_does_a_method() {
    let story = begin();
    open(&story);
    let text = story.session.script_with_callback(
        "document.querySelector('article-widget').exportThread({ kind: 'publication' }).then(arguments[0])",
        Vec::new(),
    );
    assert!(text.as_str().unwrap_or_default().contains("\"kind\":\"publication\""), "{text}");
    loads(&story);
}

#[test]
fn the_event_says_when_an_ad_was_seen_and_the_host_what_state_it_is_in() {
    let story = begin();
    open(&story);
    let seen = "const [done] = arguments; addEventListener('article-widget:ad-visible', ({ detail }) => done(detail))";
    assert_eq!(story.session.script_with_callback(seen, Vec::new()), json!({ "width": 728, "height": 90 }));
    let state = story.page().script("return widget.getAttribute('ad-state')", json!([]));
    assert_eq!(state, json!("filled"));
}
