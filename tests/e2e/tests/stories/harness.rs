//! The harness itself: if these fail, the other stories' failures say nothing about the widget.

use article_widget_e2e::keys::TAB;
use article_widget_e2e::{Engine, OrFail, Outage, Reply, Server, Story};
use serde_json::json;

/// A page with nothing of the widget but an open shadow root with a form.
const STUB: &str = "<!doctype html><html><head><title>stub</title></head><body><article-widget></article-widget><script>
    const root = document.querySelector('article-widget').attachShadow({ mode: 'open' });
    root.innerHTML = '<form data-form=new><input name=name><textarea name=body rows=9></textarea><button type=submit>Send</button></form><output></output>';
    root.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault();
        root.querySelector('output').textContent = JSON.stringify([event.isTrusted, root.querySelector('textarea').value]);
        localStorage.setItem('sent', root.querySelector('textarea').value);
    });
    // WebKit tells a page about changes only of a storage that the page has looked at.
    localStorage.length;
    addEventListener('storage', (event) => { document.title = event.newValue; });
</script></body></html>";

const BODY: &str = "textarea[name=body]";

#[test]
fn a_reader_types_and_clicks_inside_a_shadow_root() {
    let story = Story::on_page(STUB);
    story.session.goto(&story.server.url("/story.html"));
    let page = story.page();
    for text in ["plain\nlines", "שלום", "e\u{301} and 👩\u{200d}👩\u{200d}👧 and \t tab", "  spaces  "] {
        page.fill(BODY, text);
        page.click("button");
        assert_eq!(page.text_of("output"), json!([true, text]).to_string());
    }
}

#[test]
fn keys_reach_the_focused_field() {
    let story = Story::on_page(STUB);
    story.session.goto(&story.server.url("/story.html"));
    let page = story.page();
    page.click("input[name=name]");
    story.session.press(&[TAB]);
    story.session.press(&['a']);
    assert_eq!((page.focus().name.as_str(), page.value(BODY).as_str()), ("body", "a"));
}

#[test]
fn two_windows_share_one_storage() {
    let story = Story::on_page(STUB);
    story.session.goto(&story.server.url("/story.html"));
    let first = story.session.window();
    let second = story.session.new_window();
    story.session.switch_to(&second);
    story.session.goto(&story.server.url("/story.html"));
    story.page().fill(BODY, "from the second window");
    story.page().click("button");
    assert_eq!(story.page().text_of("output"), "[true,\"from the second window\"]");
    story.session.switch_to(&first);
    story.session.wait_for("a storage event", || match story.session.script("return document.title", Vec::new()) {
        title if title == json!("from the second window") => Ok(()),
        title => Err(title.to_string()),
    });
}

#[test]
fn the_server_fails_and_recovers_on_order() {
    let story = Story::on_page(STUB);
    let other = Server::start(std::path::Path::new("/nowhere"));
    other.put("/data", Reply::new("text/plain", vec![b'x'; 4000]).with_header("Access-Control-Allow-Origin", "*"));
    story.session.goto(&story.server.url("/story.html"));
    let fetch = || {
        let script = "const [url, done] = arguments;
            fetch(url).then((r) => r.text().then((t) => done([r.status, r.headers.get('content-type'), t.length]))).catch(() => done('failed'))";
        story.session.script_with_callback(script, vec![json!(other.url("/data"))])
    };
    assert_eq!(fetch(), json!([200, "text/plain", 4000]));
    for outage in [Outage::CutOff, Outage::Refused, Outage::Missing] {
        other.break_down("/data", outage);
        assert_eq!(fetch(), json!("failed"), "{outage:?}");
    }
    other.break_down("/data", Outage::WrongType);
    assert_eq!(fetch(), json!([200, "image/png", 4000]));
    other.recover("/data");
    assert_eq!(fetch(), json!([200, "text/plain", 4000]));
    assert!(other.requests().iter().any(|path| path == "/data"));
}

#[test]
fn the_viewport_takes_the_size_it_is_given() {
    let story = Story::on_page(STUB);
    story.session.goto(&story.server.url("/story.html"));
    for asked in [1280, 800, 360] {
        story.session.viewport(asked, 700);
        story.session.wait_for("the viewport", || {
            let width = story.session.script("return innerWidth", Vec::new()).as_u64().or_fail("a width");
            // Windows narrower than about 450 pixels are for Chromium only, whose viewport is emulated.
            let near_enough = story.session.engine() != Engine::Chromium && asked < 500 && width <= 500;
            if width == u64::from(asked) || near_enough { Ok(()) } else { Err(width.to_string()) }
        });
    }
}
