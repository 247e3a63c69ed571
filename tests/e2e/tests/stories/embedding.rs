//! What an embedder's attributes and scripts do to a discussion that is open.

use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::{Page, Story, html};
use serde_json::{Value, json};

/// Notes every event of the widget from before the page's own scripts, as `[name, detail]`.
const LISTENER: &str = "<script nonce=\"e2e\">window.told = []; for (const name of ['ready', 'comment-posted', 'comment-edited', \
    'comment-deleted', 'comment-restored', 'comment-erased', 'saved', 'storage-warning', 'error']) \
    document.addEventListener(`article-widget:${name}`, ({ detail, bubbles, composed }) => told.push([name, JSON.parse(JSON.stringify(detail)), bubbles && composed]))</script>";

fn story(attributes: &str) -> Story {
    let widget = html::widget(&format!("thread=\"embedding\" {attributes}"), html::ARTICLE);
    Story::on_page(&html::page_with_head(LISTENER, &widget))
}

#[track_caller]
fn set(page: &Page<'_>, name: &str, value: Value) {
    page.script(
        "rest[1] === null ? widget.removeAttribute(rest[0]) : widget.setAttribute(rest[0], rest[1])",
        json!([name, value]),
    );
}

#[track_caller]
fn choose(page: &Page<'_>, order: &str) {
    page.script(
        "const field = root.querySelector('[data-action=sort]'); field.value = rest[0]; field.dispatchEvent(new Event('change', { bubbles: true }))",
        json!([order]),
    );
}

#[track_caller]
fn wait_for_texts(page: &Page<'_>, texts: &[&str]) {
    page.session().wait_for(&format!("{texts:?}"), || {
        let seen = page.texts();
        if seen == texts { Ok(()) } else { Err(format!("{seen:?}")) }
    });
}

#[test]
fn the_order_is_the_embedders_until_the_reader_chooses_and_then_theirs() {
    let story = story("");
    let page = story.open("/story.html");
    page.post("Ada", "one");
    assert!(!page.has("[data-action=sort]"));
    page.post("Ada", "two");
    page.wait_for("[data-action=sort]");
    wait_for_texts(&page, &["one", "two"]);
    set(&page, "sort", json!("newest"));
    wait_for_texts(&page, &["two", "one"]);
    assert_eq!(page.value("[data-action=sort]"), "newest");
    choose(&page, "oldest");
    wait_for_texts(&page, &["one", "two"]);
    set(&page, "sort", json!("oldest"));
    choose(&page, "newest");
    wait_for_texts(&page, &["two", "one"]);
    page.post("Ada", "three");
    wait_for_texts(&page, &["three", "two", "one"]);
    let page = story.open("/story.html");
    wait_for_texts(&page, &["three", "two", "one"]);
    assert_eq!(page.value("[data-action=sort]"), "newest");
    assert_eq!(page.storage().get("\"aw1p:sort\""), Some(&"\"newest\"".to_owned()));
}

#[test]
fn a_closed_discussion_takes_nothing_and_gives_back_what_was_being_written() {
    let story = story("");
    let page = story.open("/story.html");
    let row = page.post("Ada", "Mine");
    page.fill(&format!("{NEW_FORM} textarea"), "Half a thought");
    set(&page, "readonly", json!(""));
    page.wait_for("[data-notice=closed]");
    assert_eq!(page.text_of("[data-notice=closed]"), "This discussion is closed.");
    assert!(!page.has("form, [data-action=reply], [data-action=edit]"));
    page.delete(&row);
    page.undo(&row);
    page.open_panel();
    page.click("[data-action=close-panel]");
    let refused = page.session().script_with_callback(
        "const done = arguments[arguments.length - 1]; document.querySelector('article-widget').focusForm().then(() => done('focused'), (error) => done(error.message))",
        Vec::new(),
    );
    assert_eq!(refused, json!("article-widget: this discussion is closed"));
    set(&page, "readonly", Value::Null);
    page.wait_for_value(&format!("{NEW_FORM} textarea"), "Half a thought");
}

#[test]
fn the_form_moves_to_the_bottom_with_what_stands_in_it() {
    let story = story("form=\"bottom\"");
    let page = story.open("/story.html");
    page.post("Ada", "Above");
    let below = "const [list, form] = ['ol.comments', 'form[data-form=new]'].map((name) => root.querySelector(name).getBoundingClientRect()); return form.top >= list.bottom";
    assert_eq!(page.script(below, json!([])), json!(true));
    page.fill(&format!("{NEW_FORM} textarea"), "Half a thought");
    set(&page, "form", json!("top"));
    page.session().wait_for("the form above", || {
        if page.script(below, json!([])) == json!(false) { Ok(()) } else { Err(String::new()) }
    });
    assert_eq!(page.value(&format!("{NEW_FORM} textarea")), "Half a thought");
}

#[test]
fn depth_and_language_follow_their_attributes() {
    let story = story("max-depth=\"1\" lang=\"de\"");
    let page = story.open("/story.html");
    let first = page.post("Ada", "0");
    let second = page.reply(&first, "1");
    let third = page.reply(&second, "2");
    let indented = |row: &article_widget_e2e::page::Row| {
        page.script(
            "return Math.round(root.querySelector(`[data-id='${rest[0]}'] .comment-main`).getBoundingClientRect().left)",
            json!([row.id]),
        )
    };
    assert_eq!(indented(&second), indented(&third));
    set(&page, "max-depth", json!("3"));
    page.session()
        .wait_for("a deeper reply", || if indented(&second) == indented(&third) { Err(String::new()) } else { Ok(()) });
    let title = || page.script("return root.querySelector('a.permalink').title", json!([]));
    let german = title();
    set(&page, "lang", json!("en"));
    page.session().wait_for("another language", || if title() == german { Err(german.to_string()) } else { Ok(()) });
}

#[test]
fn a_script_hears_what_the_reader_does_and_nothing_that_others_do() {
    let story = story("");
    let page = story.open("/story.html");
    let row = page.post("Ada", "Hello");
    page.edit(&row, "Hello again");
    page.delete(&row);
    page.undo(&row);
    page.wait_for("[data-save=saved]");
    let told = page.script("return told", json!([]));
    let told: Vec<(String, Value, bool)> = serde_json::from_value(told).unwrap_or_default();
    let names: Vec<&str> = told.iter().map(|(name, ..)| name.as_str()).filter(|name| *name != "saved").collect();
    assert_eq!(names, ["ready", "comment-posted", "comment-edited", "comment-deleted", "comment-restored"]);
    assert_eq!(told.iter().filter(|(name, ..)| name == "saved").count(), 4, "{told:#?}");
    assert!(told.iter().all(|(_, detail, both)| *both && detail["thread"] == "embedding"), "{told:#?}");
    assert_eq!(told[0].1, json!({ "thread": "embedding", "count": 0 }));
    let posted = &told
        .iter()
        .find(|(name, ..)| name == "comment-posted")
        .map(|(_, detail, _)| detail.clone())
        .unwrap_or_default();
    let expected = json!({ "thread": "embedding", "id": row.id, "parent": null, "name": "Ada", "body": "Hello", "at": posted["at"] });
    assert_eq!(posted, &expected);
    assert!(posted["at"].as_u64().is_some_and(|at| at > 1_700_000_000_000), "{posted}");
    page.script("told.length = 0", json!([]));
    let here = story.session.window();
    let there = story.session.new_window();
    story.session.switch_to(&there);
    story.open("/story.html").post("Ada", "From another tab");
    story.session.switch_to(&here);
    page.wait_for_row("From another tab");
    assert_eq!(page.script("return told", json!([])), json!([]));
    assert_eq!(page.script("return widget.count", json!([])), json!(2));
    story.session.switch_to(&there);
    story.session.close_window();
    story.session.switch_to(&here);
}

#[test]
fn a_script_focuses_the_form_and_reads_everything_again() {
    let story = story("");
    let page = story.open("/story.html");
    let call = |method: &str| {
        page.session().script_with_callback(
            "const done = arguments[arguments.length - 1]; document.querySelector('article-widget')[arguments[0]]().then(() => done('done'), (error) => done(error.message))",
            vec![json!(method)],
        )
    };
    assert_eq!(call("focusForm"), json!("done"));
    let focus = page.focus();
    assert_eq!(
        (focus.name.as_str(), focus.form.as_str()),
        ("body", "new"),
        "the promise is kept once it has the focus"
    );
    page.post("Ada", "Here");
    page.wait_for("[data-save=saved]");
    assert_eq!(call("reload"), json!("done"));
    assert_eq!(page.texts(), ["Here"]);
}
