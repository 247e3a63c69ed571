//! The module traps while the thread is used.

use article_widget_e2e::page::{NEW_FORM, Page, REPLY_FORM};
use article_widget_e2e::{Engine, Story, html, probe};
use serde_json::{Value, json};

/// What may reach a module at any time.
const ASIDE: &str = "for (const name of ['focus', 'blur', 'pageshow', 'storage', 'beforeprint', 'afterprint', 'pagehide']) dispatchEvent(new Event(name));
    document.dispatchEvent(new Event('visibilitychange')); new BroadcastChannel('article-widget').postMessage('x')";

/// How many texts that begin like those below are kept.
const DRAFTS: &str = "const [done] = arguments;
    const opening = indexedDB.open('article-widget', 1);
    opening.onsuccess = () => {
      opening.result.transaction('records').objectStore('records').getAll().onsuccess = ({ target }) => {
        opening.result.close();
        done(target.result.filter((value) => JSON.stringify(value).includes('half a')).length);
      };
    }";

/// Two widgets of two threads, the first with an article that is fetched.
fn page(script: &str) -> String {
    let first = html::widget("thread=\"first\" src=\"/article.html\" header-ad=\"placeholder\"", "");
    let second = html::widget("thread=\"second\"", html::ARTICLE);
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title>{script}</head><body>{first}{second}</body></html>"
    )
}

#[track_caller]
fn errors(story: &Story) -> Vec<String> {
    probe::sightings(&story.session).errors
}

#[track_caller]
fn ends_and_goes_on(script: &str) {
    let story = Story::on_page(&page(script));
    let first = story.open("/story.html");
    let second = first.nth(1);
    second.wait_until_ready();
    first.script("window.told = []; document.addEventListener('article-widget:error', ({ detail }) => told.push(detail.message))", json!([]));
    let row = first.post("Ada", "Before");
    first.open_reply(&row);
    first.fill(&format!("{REPLY_FORM} textarea"), "half a reply");
    first.fill(&format!("{NEW_FORM} textarea"), "half a comment");
    story.session.wait_for("the drafts", || match story.session.script_with_callback(DRAFTS, Vec::new()) {
        seen if seen == json!(2) => Ok(()),
        seen => Err(seen.to_string()),
    });
    // Of what is typed in the last second nothing is kept.
    first.script("const field = root.querySelector(rest[0]); field.value += ', now'; field.dispatchEvent(new Event('input', { bubbles: true }))", json!([format!("{REPLY_FORM} textarea")]));
    second.fill(&format!("{NEW_FORM} textarea"), "something else");
    first.end_module();
    first.wait_for_end();
    second.wait_for_end();
    let message = json!("The comments stopped working.");
    assert_eq!(story.session.script("return told", Vec::new()), json!([message, message]));
    let written =
        "return [...root.querySelectorAll('.waiting textarea')].map((field) => [field.value, field.readOnly])";
    assert_eq!(first.script(written, json!([])), json!([["half a comment", true], ["half a reply, now", true]]));
    assert_eq!(errors(&story).len(), 1, "{:?}", errors(&story));
    probe::forget_errors(&story.session);

    // What the old module listens to, and its timers, come to nothing.
    story.session.script(ASIDE, Vec::new());
    story.session.let_two_frames_pass();
    first.retry();
    first.wait_for_row("Before");
    first.wait_for_value(&format!("{NEW_FORM} textarea"), "half a comment");
    first.wait_for_value(&format!("{REPLY_FORM} textarea"), "half a reply, now");
    second.wait_for_end();
    second.retry();
    second.wait_for_value(&format!("{NEW_FORM} textarea"), "something else");
    second.click(&format!("{NEW_FORM} button[type=submit]"));
    second.wait_for_row("something else");
    first.click(&format!("{REPLY_FORM} button[type=submit]"));
    first.wait_for_row("half a reply, now");
    assert_eq!(stand(&first), json!([1, 1, 1, 0]), "one of each");
    story.session.script(ASIDE, Vec::new());
    story.session.let_two_frames_pass();

    // And once more.
    second.end_module();
    first.wait_for_end();
    probe::forget_errors(&story.session);
    first.retry();
    first.wait_for_count("2 Comments");
    assert_eq!(errors(&story), Vec::<String>::new());
}

/// How many articles, texts in the placeholder, threads, and text fields of a module that has ended there are.
#[track_caller]
fn stand(page: &Page<'_>) -> Value {
    page.session().wait_for("one article", || {
        let seen = page.script("return widget.querySelectorAll('article').length", json!([]));
        if seen == json!(1) { Ok(()) } else { Err(seen.to_string()) }
    });
    page.script(
        "const count = (selector) => root.querySelectorAll(selector).length;
         return [widget.querySelectorAll('article').length, root.querySelector('.placeholder').childElementCount, count('.thread'), count('.waiting, .mount > textarea')]",
        json!([]),
    )
}

#[test]
fn each_widget_says_so_and_retry_starts_another() {
    ends_and_goes_on("<script type=\"module\" src=\"/article-widget.js\" nonce=\"e2e\"></script>");
}

#[test]
fn the_single_file_starts_another_too() {
    ends_and_goes_on("<script defer src=\"/article-widget.single.js\" nonce=\"e2e\"></script>");
}

#[test]
fn what_could_not_be_kept_is_not_lost_either() {
    let story = Story::on_page(&html::page(&html::widget("thread=\"nowhere\" storage=\"none\"", html::ARTICLE)));
    let page = story.open("/story.html");
    let row = page.post("Ada", "Gone with the module");
    page.open_reply(&row);
    page.fill(&format!("{REPLY_FORM} textarea"), "half a reply");
    page.fill(&format!("{NEW_FORM} textarea"), "half a comment");
    page.end_module();
    page.wait_for_end();
    probe::forget_errors(&story.session);
    page.retry();
    page.wait_for_value(&format!("{NEW_FORM} textarea"), "half a comment");
    // The comment is gone that this would reply to.
    page.wait_for_value(".mount > textarea", "half a reply");
}

#[test]
fn a_module_without_memory_is_at_its_end() {
    let watch = "<script nonce=\"e2e\">for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
          const made = await real.apply(WebAssembly, given);
          // Parts of a module have no memory of their own.
          window.memory = (made.instance ?? made).exports.memory ?? window.memory;
          return made;
        };
      }</script>";
    let story = Story::on_page(&html::page_with_head(watch, &html::widget("thread=\"memory\"", html::ARTICLE)));
    let page = story.open("/story.html");
    if story.session.engine() == Engine::WebKit {
        println!("WebKit has not so much memory to give away");
        return;
    }
    page.script("memory.grow(65536 - memory.buffer.byteLength / 65536)", json!([]));
    page.script(
        "widget.importThread('x'.repeat(50_000_000)).catch((error) => { window.refused = String(error); })",
        json!([]),
    );
    page.wait_for_end();
    story.session.wait_until("the promise's end", "return !!window.refused");
    probe::forget_errors(&story.session);
    page.retry();
    page.post("Ada", "With memory");
}
