//! The page goes to paper.

use article_widget_e2e::page::{NEW_FORM, Page, REPLY_FORM};
use article_widget_e2e::{Engine, Seeds, Story, html};
use serde_json::{Value, json};

/// Notes what is on the page when it is laid out for paper.
const WATCH: &str = "window.look = () => { window.seen = {
      rows: root.querySelectorAll('li.comment').length,
      left: root.querySelector('.not-printed')?.textContent ?? '',
    }; };
    matchMedia('print').addEventListener('change', ({ matches }) => matches && look());";

/// What counts as a control, and is of no use on paper.
const CONTROLS: &str =
    "return [...root.querySelectorAll('.mount :is(button, select, input, textarea, form, summary svg)')]
    .filter((each) => each.getClientRects().length).map((each) => each.outerHTML.slice(0, 80))";

fn story(count: usize) -> Story {
    let mut seeds = Seeds::of_thread("paper");
    for number in 1..=count {
        seeds.post("Ada", &format!("Number {number}."));
    }
    let story = Story::on_page(&html::page(&html::widget("thread=\"paper\"", html::ARTICLE)));
    story.seed(seeds.entries());
    story
}

/// Tells the page what it would hear of a printer.
#[track_caller]
fn tell(page: &Page<'_>) {
    page.session().script("dispatchEvent(new Event('beforeprint'))", Vec::new());
    // What is drawn in answer to a script's event is drawn when the script has ended.
    page.session().script("look(); dispatchEvent(new Event('afterprint'))", Vec::new());
}

/// Prints the first sheet. WebKit's driver cannot.
#[track_caller]
fn print(page: &Page<'_>) {
    let session = page.session();
    match session.engine() {
        Engine::Chromium => {
            let sheet = json!({ "pageRanges": "1", "generateTaggedPDF": false });
            session.devtools("Page.printToPDF", sheet);
        }
        Engine::Firefox => session.print(),
        Engine::WebKit => tell(page),
    }
}

#[track_caller]
fn wait_for_rows(page: &Page<'_>, count: usize) {
    page.session().wait_for(&format!("{count} rows"), || match page.rows().len() {
        seen if seen == count => Ok(()),
        seen => Err(seen.to_string()),
    });
}

/// Waits until no more rows are in the document than come near the view.
#[track_caller]
fn wait_for_few_rows(page: &Page<'_>) {
    page.session().wait_for("a few rows", || match page.rows().len() {
        16..200 => Ok(()),
        seen => Err(seen.to_string()),
    });
}

#[test]
fn a_thread_of_three_hundred_prints_three_hundred_and_the_reader_is_where_they_were() {
    let story = story(300);
    let page = story.open("/story.html");
    page.wait_for_count("300 Comments");
    wait_for_rows(&page, 300);
    let row = page.row("Number 70.");
    page.open_reply(&row);
    page.fill(&format!("{REPLY_FORM} textarea"), "half a thought");
    page.script(WATCH, json!([]));
    let stand = "return [scrollY, Math.round(root.querySelector(rest[0]).getBoundingClientRect().top), root.activeElement?.name]";
    let before = page.script(stand, json!([row.inside(".comment-body")]));
    print(&page);
    assert_eq!(page.script("return seen", json!([])), json!({ "rows": 300, "left": "" }));
    wait_for_rows(&page, 300);
    story.session.let_two_frames_pass();
    assert_eq!(
        page.script(stand, json!([row.inside(".comment-body")])),
        before,
        "scrolled, and with the focus, as before"
    );
    assert_eq!(page.value(&format!("{REPLY_FORM} textarea")), "half a thought");
}

#[test]
fn a_drawing_that_takes_long_is_whole_before_the_page_is_printed() {
    let story = story(1_002);
    let page = story.open("/story.html");
    page.wait_for_count("1,002 Comments");
    wait_for_few_rows(&page);
    page.script(WATCH, json!([]));
    print(&page);
    assert_eq!(page.script("return seen", json!([])), json!({ "rows": 1_002, "left": "" }));
    wait_for_few_rows(&page);
}

#[test]
fn of_more_than_five_thousand_a_message_says_how_many_are_left() {
    let story = story(6_234);
    let page = story.open("/story.html");
    page.wait_for_count("6,234 Comments");
    page.script(WATCH, json!([]));
    // On paper this is 500 pages, for which no driver waits.
    tell(&page);
    let left = "1,234 more comments are not printed.";
    assert_eq!(page.script("return seen", json!([])), json!({ "rows": 5_000, "left": left }));
    wait_for_few_rows(&page);
    assert!(!page.has(".not-printed"));
}

#[test]
fn paper_has_no_buttons_and_no_composers_and_no_text_is_cut() {
    let story = story(3);
    if story.session.engine() != Engine::Chromium {
        println!("only Chromium shows on the screen what it would print");
        return;
    }
    let page = story.open("/story.html");
    let row = page.post("Ada", &"A long line of words that goes on and on. ".repeat(60));
    page.edit(&row, &"Another long line of words. ".repeat(60));
    page.delete(&page.row("Number 2."));
    page.open_reply(&page.row("Number 1."));
    page.fill(&format!("{NEW_FORM} textarea"), "Not sent");
    story.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert_eq!(page.script(CONTROLS, json!([])), json!([]));
    let cut = "return [...root.querySelectorAll('.mount *')].filter((each) => each.getClientRects().length && each.textContent.trim()
        && !each.matches('.unseen, .unseen *, .in-reply') && getComputedStyle(each).display !== 'inline'
        && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)
        && getComputedStyle(each).overflow !== 'visible').map((each) => each.outerHTML.slice(0, 80))";
    assert_eq!(page.script(cut, json!([])), Value::Array(Vec::new()));
}

#[test]
fn paper_tells_once_where_a_link_in_an_article_leads_and_not_for_pictures() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"paper\" src=\"/paper.html\"", "")));
    if story.session.engine() != Engine::Chromium {
        return;
    }
    story.server.page(
        "/paper.html",
        "<h1>Paper</h1><p>See <a href=\"https://a.example/b\">the minutes</a>, <a href=\"https://a.example/\">https://a.example</a> and
         <a href=\"https://a.example/c\"><img src=\"/three-chairs.svg\" alt=\"chairs\" width=\"640\" height=\"360\"></a>.</p>",
    );
    let page = story.open("/story.html");
    page.session().wait_until("the article", "return document.querySelectorAll('.article-body a').length === 3");
    story.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let said = "return [...widget.querySelectorAll('.article-body a')].map((link) => getComputedStyle(link, '::after').content)";
    assert_eq!(page.script(said, json!([])), json!(["\" (https://a.example/b)\"", "none", "none"]));
}
