//! Nothing that a reader sees moves while article and thread come: measured where the browser measures it, in Chromium.

use article_widget_e2e::{Engine, Reply, Seeds, Story, html};
use serde_json::json;

const FOOTER: &str = "<footer>Imprint</footer>";

/// A page whose footer would be in the first view without the widget.
fn short_page(thread: &str, attributes: &str, children: &str) -> String {
    html::page_with_head(
        "<link rel=\"stylesheet\" href=\"/host.css\">",
        &format!("<main><article-widget thread=\"{thread}\" {attributes}>{children}</article-widget></main>{FOOTER}"),
    )
}

/// Of a kind of page: its attributes, what is in the tag, how many comments are kept.
const PAGES: &[(&str, &str, usize)] = &[
    ("loading=\"eager\"", html::ARTICLE, 0),
    ("loading=\"eager\"", html::ARTICLE, 2),
    ("loading=\"eager\"", html::ARTICLE, 10),
    ("", html::ARTICLE, 10),
    ("loading=\"eager\" form=\"bottom\"", html::ARTICLE, 2),
    ("loading=\"eager\" form=\"bottom\"", html::ARTICLE, 10),
    ("loading=\"eager\" sort=\"newest\"", html::ARTICLE, 10),
    ("loading=\"eager\" header-ad=\"placeholder\"", html::ARTICLE, 10),
    ("loading=\"eager\" comments=\"/published.jsonl\"", html::ARTICLE, 10),
    ("src=\"/short-article.html\"", "", 0),
    ("src=\"/short-article.html\"", "", 10),
    ("src=\"/short-article.html\" form=\"bottom\"", "", 2),
    ("src=\"/long-article.html\"", "", 10),
];

#[test]
fn nothing_in_view_moves_with_a_footer_in_view() {
    let story = Story::begin();
    if story.session.engine() != Engine::Chromium {
        println!("only Chromium measures layout shifts");
        return;
    }
    story.server.put("/host.css", Reply::css("body { max-width: 720px; margin: 0 auto }"));
    story.server.page("/short-article.html", &html::long_article(2));
    story.server.page("/long-article.html", &html::long_article(80));
    for rate in [1, 4] {
        story.session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
        for (number, (attributes, children, comments)) in PAGES.iter().enumerate() {
            let thread = format!("page {number} at {rate}");
            let mut kept = Seeds::of_thread(&thread);
            for number in 0..*comments {
                kept.post("Ada", &format!("Comment {number}. {}", "The boats came back. ".repeat(number % 4 * 5)));
            }
            story.seed(kept.entries());
            story.server.page("/story.html", &short_page(&thread, attributes, children));
            let page = story.open("/story.html");
            if attributes.contains("src=") {
                story.session.wait_until("the article", "return !!document.querySelector('.article-body')");
            }
            story.session.let_two_frames_pass();
            story.session.let_two_frames_pass();
            let shifts = story.session.script("return window.__e2e.shifts", Vec::new());
            assert_eq!(shifts, json!([]), "{attributes} with {comments} comments at {rate} ×");
            assert_eq!(page.script("return root.querySelectorAll('.comment').length", json!([])), json!(comments));
        }
    }
}

#[test]
fn what_was_kept_free_goes_when_the_reader_does_something() {
    let story = Story::on_page(&short_page("shift", "loading=\"eager\"", html::ARTICLE));
    story.server.put("/host.css", Reply::css("body { margin: 0 }"));
    let page = story.open("/story.html");
    let gap = "const thread = root.querySelector('.thread').getBoundingClientRect().bottom;
        return document.querySelector('footer').getBoundingClientRect().top - thread";
    story.session.viewport(1280, 900);
    let before = page.script(gap, json!([])).as_f64().unwrap_or_default();
    page.click("textarea");
    story.session.wait_for("the footer to come up", || {
        let now = page.script(gap, json!([])).as_f64().unwrap_or_default();
        if now < 40.0 { Ok(()) } else { Err(format!("{now} px, {before} before")) }
    });
}

#[test]
fn what_goes_then_does_not_take_what_is_pressed_away_from_under_the_pointer() {
    let footer = "<div style=\"block-size: 700px\"></div><button id=\"far\" style=\"font-size: 2em\" onclick=\"this.dataset.pressed = ''\">Press</button><div style=\"block-size: 3000px\"></div>";
    let widget = html::widget("thread=\"pressed\"", html::ARTICLE);
    let story = Story::on_page(&html::page(&format!("{widget}{footer}")));
    story.open("/story.html");
    let button = "return document.querySelector('#far')";
    story.session.script("document.querySelector('#far').scrollIntoView({ block: 'center' })", Vec::new());
    story.session.let_two_frames_pass();
    let found = story.session.element(button, Vec::new());
    story.session.wait_for("a press", || story.session.click(&found.clone().ok_or("no button")?));
    story.session.wait_until("the button to have been pressed", &format!("{button}.hasAttribute('data-pressed')"));
}
