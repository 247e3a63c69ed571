//! Pages that take the widget in hand before its thread has come, or that have been rendered with one in them.

use article_widget_e2e::{Story, html};
use serde_json::json;

/// A thread that nobody is near, and a page long enough for that.
const FAR: &str =
    "<div id=\"long\" style=\"height: 9000px\"></div><main><article-widget thread=\"far\"></article-widget></main>";

/// Goes to the end of the page and finds so many widgets of one thread, one after the other.
#[track_caller]
fn finds_threads(story: &Story, widgets: usize) {
    let mut page = story.page();
    for nth in 0..widgets {
        page = page.nth(nth);
        story.session.script(
            "document.querySelectorAll('article-widget, div[data-article-widget]')[arguments[0]].scrollIntoView()",
            vec![json!(nth)],
        );
        page.wait_until_ready();
        page.wait_for_count("0 Comments");
    }
    page.nth(0).post("Ada", "Here.");
    for nth in 0..widgets {
        page.nth(nth).wait_for_row("Here.");
        assert_eq!(page.nth(nth).script("return root.querySelectorAll('.thread').length", json!([])), json!(1));
    }
    let all = "return document.querySelectorAll('article-widget, div[data-article-widget]').length";
    assert_eq!(story.session.script(all, Vec::new()), json!(widgets));
}

#[test]
fn a_clone_of_a_thread_that_has_not_been_needed_yet_comes_when_it_is() {
    let story = Story::on_page(&html::page(FAR));
    story.session.goto(&story.server.url("/story.html"));
    story.session.wait_until("the upgrade", "return !!document.querySelector('article-widget').shadowRoot");
    story.session.let_two_frames_pass();
    let copy = "const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true));
        document.querySelector('main').append(document.querySelector('article-widget').cloneNode(true))";
    story.session.script(copy, Vec::new());
    finds_threads(&story, 2);
}

#[test]
fn a_clone_that_is_made_while_the_module_is_on_its_way_is_a_widget_too() {
    let clone = "<script type=\"module\">const widget = document.querySelector('article-widget');
        if (!widget.shadowRoot) throw new Error('the loader has not run');
        widget.after(widget.cloneNode(true)); const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true))</script>";
    let widget = html::widget("thread=\"on its way\"", "");
    let story = Story::on_page(&html::page(&format!("<main>{widget}</main>{clone}")));
    story.session.goto(&story.server.url("/story.html"));
    finds_threads(&story, 2);
}

/// The module's bytes come when the page says so.
const SLOW: &str = "<script nonce=\"e2e\">{ const { fetch } = window; let go; const may = new Promise((done) => { go = done });
    window.go = go; window.fetch = async (what, options) => { if (/wasm/.test(what)) { window.asked = true; await may; } return fetch(what, options); } }</script>";

#[test]
fn a_widget_that_left_and_came_back_while_the_module_was_on_its_way_stays_mounted() {
    let widget = html::widget("thread=\"left early\"", html::ARTICLE);
    let story = Story::on_page(&html::page_with_head(SLOW, &format!("<main>{widget}</main>")));
    story.session.goto(&story.server.url("/story.html"));
    story.session.wait_until("the request", "return !!window.asked");
    // Longer than a widget waits for its element, and back before the module has come.
    let leave =
        "const [done] = arguments; const main = document.querySelector('main'), widget = main.firstElementChild;
        widget.remove(); setTimeout(() => { main.append(widget); setTimeout(() => { go(); done(true) }, 100) }, 1300)";
    assert_eq!(story.session.script_with_callback(leave, Vec::new()), json!(true));
    story.page().wait_until_ready();
    story.page().script("widget.setAttribute('sort', 'newest')", json!([]));
    story.session.let_two_frames_pass();
    finds_threads(&story, 1);
}

/// On a busy page an observer hands over what has gathered: here each time an older record that says "not in view".
const TWO_RECORDS: &str = "<script nonce=\"e2e\">{ const Real = IntersectionObserver;
    window.IntersectionObserver = class extends Real {
      constructor(call, options) {
        super((entries, observer) => {
          const old = ({ target, time, boundingClientRect }) => ({ target, time, boundingClientRect, intersectionRect: new DOMRect(), rootBounds: null, isIntersecting: false, intersectionRatio: 0 });
          call(Array.from(entries).flatMap((entry) => [old(entry), entry]), observer);
        }, options);
      }
    }; }</script>";

#[test]
fn a_thread_comes_though_the_observer_hands_over_two_records_at_once() {
    let story = Story::on_page(&html::page_with_head(
        TWO_RECORDS,
        "<main><article-widget thread=\"two records\"></article-widget></main>",
    ));
    story.open("/story.html");
    story.page().wait_for_count("0 Comments");
}

/// A widget with a shadow root of its own, as a program that renders pages beforehand has seen it.
fn rendered(tag: &str) -> String {
    let name = tag.split(' ').next().unwrap_or_default();
    format!(
        "<{tag}><template shadowrootmode=\"open\"><div class=\"place\"></div><slot></slot><div class=\"mount\"><section class=\"thread\"><h2 class=\"heading\">9 Comments</h2></section></div></template></{name}>"
    )
}

const RENDERED: [&str; 2] = [
    "article-widget thread=\"rendered\" loading=\"eager\"",
    "div data-article-widget data-thread=\"rendered\" data-loading=\"eager\"",
];

#[test]
fn a_page_that_was_rendered_with_a_shadow_root_has_one_thread() {
    let story = Story::begin();
    for (nth, tag) in RENDERED.into_iter().enumerate() {
        let path = format!("/rendered-{nth}.html");
        let tag = tag.replace("rendered", &format!("rendered {nth}"));
        story.server.page(&path, &html::page(&format!("<main>{}</main>", rendered(&tag))));
        story.open(&path);
        finds_threads(&story, 1);
    }
}

#[test]
fn a_shadow_root_that_a_script_writes_makes_way_for_the_thread() {
    let story = Story::on_page(&html::page("<main></main>"));
    for (nth, tag) in RENDERED.into_iter().enumerate() {
        story.session.goto(&story.server.url("/story.html"));
        let tag = tag.replace("rendered", &format!("written {nth}"));
        let write = "const main = document.querySelector('main');
            if (!main.setHTMLUnsafe) return false; main.setHTMLUnsafe(arguments[0]); return true";
        if story.session.script(write, vec![json!(rendered(&tag))]) == json!(true) {
            finds_threads(&story, 1);
        }
    }
}
