//! Pages that never load anew: widgets come, move, change and go.

use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::{Engine, Story, html};
use serde_json::{Value, json};

/// Puts a widget into the page, waits for its thread and takes it out again, so many times.
const COME_AND_GO: &str = "const [times, done] = arguments;
    (async () => {
      const pause = (millis) => new Promise((go) => setTimeout(go, millis));
      for (let turn = 0; turn < times; turn++) {
        const widget = document.createElement('article-widget');
        widget.setAttribute('thread', `turn ${turn % 3}`);
        widget.setAttribute('loading', 'eager');
        if (turn % 2) widget.setAttribute('header-ad', 'placeholder');
        if (turn % 5 === 0) widget.setAttribute('src', '/article.html');
        document.querySelector('main').append(widget);
        await widget.ready;
        widget.remove();
        // Nobody is unmounted sooner than a second after leaving.
        if (turn % 25 === 24) await pause(1100);
      }
      await pause(2500);
    })().then(() => done(true), (error) => done(String(error)))";

/// How many come and go in one script.
const AT_ONCE: u32 = 100;

/// Remembers the module's memory, before any module has come.
const WATCH_MEMORY: &str = "<script nonce=\"e2e\">for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await real.apply(WebAssembly, given);
      const { memory } = (made.instance ?? made).exports;
      // The parts that come later use the first one.
      if (memory) window.memory = memory;
      return made;
    };
  }</script>";

#[derive(Debug)]
struct Taken {
    bytes: u64,
    nodes: u64,
    listeners: u64,
}

fn taken(story: &Story) -> Taken {
    let number = |value: Option<&Value>| value.and_then(Value::as_f64).map_or(0, |number| number as u64);
    // What only a second look finds unused was held by something of the first.
    for _ in 0..3 {
        story.session.devtools("HeapProfiler.collectGarbage", json!({}));
    }
    let heap = story.session.devtools("Runtime.getHeapUsage", json!({}));
    let page = story.session.devtools("Memory.getDOMCounters", json!({}));
    let memory = story.session.script("return memory.buffer.byteLength", Vec::new());
    Taken {
        bytes: number(heap.get("usedSize")) + number(Some(&memory)),
        nodes: number(page.get("nodes")),
        listeners: number(page.get("jsEventListeners")),
    }
}

#[test]
fn hundreds_of_widgets_that_come_and_go_leave_nothing_behind() {
    let story = Story::on_page(&html::page_with_head(WATCH_MEMORY, "<main></main>"));
    if story.session.engine() != Engine::Chromium {
        println!("only Chromium counts what is left in memory");
        return;
    }
    story.session.goto(&story.server.url("/story.html"));
    let rounds = |times: u32| {
        // A script has a minute.
        for _ in 0..times / AT_ONCE {
            assert_eq!(story.session.script_with_callback(COME_AND_GO, vec![json!(AT_ONCE)]), json!(true));
        }
    };
    rounds(AT_ONCE);
    let before = taken(&story);
    rounds(4 * AT_ONCE);
    let after = taken(&story);
    println!("before {before:?}, after {after:?}");
    assert!(after.bytes < before.bytes + 1_000_000, "{before:?} {after:?}");
    assert!(after.nodes <= before.nodes + 20, "no element stays: {before:?} {after:?}");
    assert!(after.listeners <= before.listeners + 20, "no listener stays: {before:?} {after:?}");
}

#[test]
fn a_widget_that_leaves_and_comes_back_is_the_same_thread_and_keeps_what_was_being_written() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"back\"", html::ARTICLE)));
    let page = story.open("/story.html");
    page.post("Ada", "Before it went");
    page.fill("form[data-form=new] textarea[name=body]", "Half a sentence");
    story.session.script("window.kept = document.querySelector('article-widget'); kept.remove()", Vec::new());
    story.session.wait_until("the thread to go", "return !kept.shadowRoot.querySelector('.thread')");
    story.session.script("document.body.append(kept)", Vec::new());
    page.wait_for_row("Before it went");
    story.session.wait_for("the text", || match page.value("form[data-form=new] textarea[name=body]") {
        text if text == "Half a sentence" => Ok(()),
        text => Err(text),
    });
    page.click("form[data-form=new] button[type=submit]");
    page.wait_for_row("Half a sentence");
}

#[test]
fn two_widgets_that_take_turns_show_their_own_threads() {
    let story = Story::on_page(&html::page("<main></main>"));
    story.session.goto(&story.server.url("/story.html"));
    let show =
        "document.querySelector('main').replaceChildren(Object.assign(document.createElement('article-widget'), {}));
        const widget = document.querySelector('article-widget');
        widget.setAttribute('loading', 'eager'); widget.setAttribute('thread', arguments[0])";
    let page = story.page();
    for name in ["first", "second"] {
        story.session.script(show, vec![json!(name)]);
        page.wait_until_ready();
        page.wait_for_count("0 Comments");
        page.post("Ada", &format!("In the {name}"));
        page.wait_for_count("1 Comment");
    }
    story.session.script(show, vec![json!("first")]);
    page.wait_for_row("In the first");
    page.wait_for_count("1 Comment");
}

#[test]
fn a_change_of_thread_is_followed_at_once() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"one\"", html::ARTICLE)));
    let page = story.open("/story.html");
    page.post("Ada", "In one");
    page.script("widget.setAttribute('thread', 'two')", json!([]));
    page.wait_for_count("0 Comments");
    page.script("widget.setAttribute('thread', 'one')", json!([]));
    page.wait_for_row("In one");
}

#[test]
fn what_was_being_written_in_one_thread_is_not_in_the_composer_of_the_one_that_takes_its_place() {
    let story = Story::on_page(&html::page(&format!("<main>{}</main>", html::widget("thread=\"first\"", ""))));
    let page = story.open("/story.html");
    let body = format!("{NEW_FORM} textarea[name=body]");
    let replace = "const widget = document.createElement('article-widget');
        widget.setAttribute('loading', 'eager'); widget.setAttribute('thread', arguments[0]);
        document.querySelector('main').replaceChildren(widget)";
    page.fill(&body, "For the first thread only");
    story.session.script(replace, vec![json!("second")]);
    page.wait_until_ready();
    assert_eq!(page.value(&body), "");
    page.post("Ada", "In the second");
    assert_eq!(page.texts(), ["In the second"]);
    story.session.script(replace, vec![json!("first")]);
    page.wait_until_ready();
    page.wait_for_value(&body, "For the first thread only");
    page.wait_for_count("0 Comments");
}
