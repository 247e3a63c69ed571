//! What pages do that their authors do not think of when they put the tag in: headers that stay, scripts in the head, tags without
//! an end, paper.

use article_widget_e2e::{Engine, Story, html};
use serde_json::json;

/// A page with a header over its top, opened at the comments; `style` says what is kept free for it.
fn under_a_header(style: &str) -> Story {
    let long = "<p style=\"block-size: 2400px\">Long.</p>";
    Story::on_page(&html::page_with_head(
        &format!("<style>{style}</style>"),
        &format!(
            "<header style=\"position: fixed; inset: 0 0 auto; block-size: 80px; background: #fff; z-index: 9\">A header</header>\
             <article-widget thread=\"header\"><article><h1>A post</h1>{long}</article></article-widget>{long}"
        ),
    ))
}

#[test]
fn what_the_page_keeps_free_for_its_header_stays_free() {
    for style in [
        "article-widget { scroll-margin-top: 90px }",
        "html { scroll-padding-top: 90px }",
        "[thread] { scroll-margin: 6rem 0 0 }",
    ] {
        let story = under_a_header(style);
        let page = story.open("/story.html#comments");
        let top = || page.script("return root.querySelector('.heading').getBoundingClientRect().top", json!([]));
        let is_free = |when: &str| {
            story.session.wait_for(&format!("the heading below the header {when}: {style}"), || {
                let top = top().as_f64().unwrap_or_default();
                if (90.0..400.0).contains(&top) { Ok(()) } else { Err(top.to_string()) }
            });
        };
        is_free("at first");
        story.session.script("scrollTo(0, 0); location.hash = ''; location.hash = '#comments'", Vec::new());
        is_free("again");
        // What is gone to with the keyboard lies below the header too. WebKit keeps nothing free when it scrolls to what has the focus.
        if story.session.engine() == Engine::WebKit {
            continue;
        }
        story.session.script("scrollTo(0, document.documentElement.scrollHeight)", Vec::new());
        page.script("root.querySelector('textarea').focus()", json!([]));
        let field = page.script("return root.querySelector('textarea').getBoundingClientRect().top", json!([]));
        assert!(field.as_f64().unwrap_or_default() >= 89.0, "{style}: the field at {field}");
    }
}

#[test]
fn a_script_in_the_head_puts_its_widget_at_the_end_of_the_page() {
    let story = Story::begin();
    for script in [
        "<script type=\"module\" src=\"/article-widget.js\" data-thread=\"head\" nonce=\"e2e\"></script>",
        "<script src=\"/article-widget.single.js\" data-thread=\"head\" nonce=\"e2e\"></script>",
        "<script async src=\"/article-widget.single.js\" data-thread=\"head\" nonce=\"e2e\"></script>",
    ] {
        let page =
            format!("<!doctype html><html><head><title>t</title>{script}</head><body><p>A page.</p></body></html>");
        story.server.page("/story.html", &page);
        let page = story.open("/story.html");
        let stands = "return [widget.parentNode === document.body, widget === document.body.lastElementChild, document.querySelectorAll('article-widget').length]";
        assert_eq!(page.script(stands, json!([])), json!([true, true, 1]), "{script}");
        page.post("Ada", "Here");
        // A page whose body is put in anew, with or without a copy of the widget.
        story.session.script("document.body = document.body.cloneNode(true)", Vec::new());
        page.wait_for_row("Here");
        assert_eq!(page.script(stands, json!([])), json!([true, true, 1]), "{script} and a copied body");
        story.session.script(
            "const body = document.createElement('body'); body.append('Another.'); document.body = body",
            Vec::new(),
        );
        // A page that takes it out again and again has a moment's rest.
        story
            .session
            .wait_until("the widget in the other body", "return !!document.querySelector('body > article-widget')");
        page.wait_for_row("Here");
        assert_eq!(page.script(stands, json!([])), json!([true, true, 1]), "{script} and another body");
        story.prepare("localStorage.clear(); indexedDB.deleteDatabase('article-widget')");
    }
}

#[test]
fn a_tag_without_an_end_is_named_once() {
    let listen =
        "<script nonce=\"e2e\">window.warned = []; console.warn = (text) => warned.push(String(text))</script>";
    let story = Story::on_page(&html::page_with_head(
        listen,
        "<article-widget thread=\"open\" /><p>The rest.</p><footer>Imprint</footer>",
    ));
    story.open("/story.html");
    let warned = "return warned.filter((text) => /<\\/article-widget>/.test(text)).length";
    assert_eq!(story.session.script(warned, Vec::new()), json!(1));
    story.server.page("/story.html", &html::page_with_head(listen, &html::widget("thread=\"closed\"", html::ARTICLE)));
    story.open("/story.html");
    assert_eq!(story.session.script(warned, Vec::new()), json!(0));
}

#[test]
fn a_thread_that_was_never_near_says_on_paper_how_to_have_it() {
    let far = "<article-widget thread=\"far\"><article><h1>Far</h1><p style=\"block-size: 9000px\">Long.</p></article></article-widget>";
    let story = Story::on_page(&html::page(far));
    if story.session.engine() != Engine::Chromium {
        println!("only Chromium can be told to draw for paper");
        return;
    }
    story.session.goto(&story.server.url("/story.html"));
    story.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let page = story.page();
    page.wait_for(".waiting");
    let words = page.script("return getComputedStyle(root.querySelector('.waiting'), '::after').content", json!([]));
    assert_eq!(words, json!("\"To print the comments, scroll to them first.\""));
    let button = page.script("return root.querySelector('.waiting button').getClientRects().length", json!([]));
    assert_eq!(button, json!(0), "nothing to press on paper");
}

#[test]
fn a_page_whose_layout_changes_twice_in_a_frame_hears_of_no_error() {
    let deep = format!("{}<div id=\"box\">A box</div>{}", "<div>".repeat(12), "</div>".repeat(12));
    let story = Story::on_page(&html::page(&format!("{}{deep}", html::widget("thread=\"twice\"", html::ARTICLE))));
    let page = story.open("/story.html");
    page.post("Ada", "A comment");
    // The article grows together with the box, and once more when the page hears of the box: after the widget's own look.
    story.session.script_with_callback(
        "const done = arguments[arguments.length - 1];
         const [box, article] = [document.querySelector('#box'), document.querySelector('article')];
         let times = 0;
         const grow = () => { article.style.paddingBlockEnd = `${++times * 40}px`; };
         new ResizeObserver(grow).observe(box);
         const turn = (left) => {
             if (!left) return done();
             grow();
             box.style.paddingBlockEnd = `${left}px`;
             requestAnimationFrame(() => requestAnimationFrame(() => turn(left - 1)));
         };
         turn(10);",
        Vec::new(),
    );
}
