//! A reader finds their way in a thread: by words, by who wrote, and by what is new.

use article_widget_e2e::keys::{ENTER, ESCAPE, SHIFT};
use article_widget_e2e::page::Page;
use article_widget_e2e::{Seeds, Story, axe, html};
use serde_json::{Value, json};

use crate::published::{publish, reader};

const FIELD: &str = "[data-action=search-field]";

/// What stands in the marks of the words that are looked for.
const MARKED: &str = "return [...(globalThis.CSS?.highlights?.get('article-widget-found') ?? [])].map(String)";

/// Opens the search by its button.
fn open_search(page: &Page<'_>) {
    page.click("[data-action=search]");
    page.wait_for(FIELD);
    page.wait_for_focus("the field", |focus| focus.action == "search-field");
}

/// Types what is looked for, as a reader does.
fn search_for(page: &Page<'_>, words: &str) {
    page.fill(FIELD, words);
}

/// What is said of what was found, to those who see the page.
fn said(page: &Page<'_>) -> String {
    let script = "const said = root.querySelector('.finder-count').cloneNode(true);
        said.querySelector('.unseen')?.remove();
        return said.textContent";
    page.script(script, json!([])).as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn wait_for_said(page: &Page<'_>, expected: &str) {
    page.session().wait_for(expected, || match said(page) {
        found if found == expected => Ok(()),
        found => Err(found),
    });
}

/// Waits until the row with this text is in view, below the search.
#[track_caller]
fn wait_for_view(page: &Page<'_>, text: &str) {
    let script =
        "const row = [...root.querySelectorAll('li.comment')].find((row) => row.textContent.includes(rest[0]));
        const { top, bottom } = row?.getBoundingClientRect() ?? {};
        const above = root.querySelector('.finder')?.getBoundingClientRect().bottom ?? 0;
        return row ? top >= above - 1 && bottom <= innerHeight + 1 || [top, bottom, above, innerHeight] : 'no row'";
    page.session().wait_for(&format!("{text} in view"), || match page.script(script, json!([text])) {
        Value::Bool(true) => Ok(()),
        other => Err(other.to_string()),
    });
}

fn long_thread(count: usize) -> Story {
    let mut seeds = Seeds::of_thread("long");
    for number in 1..=count {
        seeds.post("Ada", &format!("Number {number} of them, at the café."));
    }
    let story = Story::on_page(&html::page(&html::widget("thread=\"long\"", html::ARTICLE)));
    story.seed(seeds.entries());
    story
}

#[test]
fn a_reader_searches_by_keys_alone_and_comes_back_to_where_they_were() {
    let story = long_thread(60);
    let page = story.open("/story.html");
    page.wait_for_count("60 Comments");
    page.wait_for("[data-action=search]");
    page.script("root.querySelector('[data-action=search]').focus()", json!([]));
    story.session.let_two_frames_pass();
    let before = story.session.script("return scrollY", Vec::new());
    story.session.press(&[ENTER]);
    page.wait_for_focus("the field", |focus| focus.action == "search-field");
    for key in "CAFE 5".chars() {
        story.session.press(&[key]);
    }
    wait_for_said(&page, "15 comments");
    story.session.press(&[ENTER]);
    wait_for_said(&page, "1 of 15");
    wait_for_view(&page, "Number 5 of them");
    let marked = page.script(MARKED, json!([]));
    let marked: Vec<_> = marked.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(marked.contains(&"café") && marked.contains(&"5"), "{marked:?}");
    story.session.press(&[SHIFT, ENTER]);
    wait_for_said(&page, "15 of 15");
    wait_for_view(&page, "Number 59 of them");
    assert_eq!(page.focus().action, "search-field", "the focus stays where the next key goes");
    story.session.press(&[ESCAPE]);
    page.wait_until_gone(".finder");
    page.wait_for_focus("the button", |focus| focus.action == "search");
    page.session().wait_for("the place of before", || match story.session.script("return scrollY", Vec::new()) {
        now if now == before => Ok(()),
        now => Err(format!("{now} instead of {before}")),
    });
    assert_eq!(page.script(MARKED, json!([])), json!([]));
}

#[test]
fn what_is_not_drawn_is_found_too_and_drawn_for_who_is_led_there() {
    let story = long_thread(5_000);
    let page = story.open("/story.html");
    page.wait_for_count("5,000 Comments");
    page.wait_for("[data-action=search]");
    open_search(&page);
    search_for(&page, "Number 4321");
    wait_for_said(&page, "1 comment");
    story.session.press(&[ENTER]);
    wait_for_view(&page, "Number 4321 of them");
    search_for(&page, "number");
    wait_for_said(&page, "5,000 comments");
    search_for(&page, "nobody says this");
    wait_for_said(&page, "Nothing found");
}

#[test]
fn words_are_marked_in_what_is_formatted_and_across_its_parts() {
    let story = Story::begin();
    let page = story.open("/");
    page.post("Ada", "See the **har**bour at *night*.");
    page.post("Émile", "No.");
    page.wait_for(".comment-body strong");
    page.wait_for("[data-action=search]");
    open_search(&page);
    for (words, marked) in [("harbour", json!(["harbour"])), ("emile", json!(["Émile"])), ("", json!([]))] {
        search_for(&page, words);
        page.wait_for_result(words, MARKED, &json!([]), &marked);
    }
}

#[test]
fn a_reader_sees_their_own_comments_alone_and_all_again() {
    let story = reader(None);
    let mut seeds = Seeds::of_thread("shared");
    let question = seeds.post("Ann", "From Ann");
    seeds.reply(question, "Bob", "From Bob");
    publish(&story, Some(&seeds.publication()));
    let page = story.open("/story.html");
    let from_ann = page.wait_for_row("From Ann");
    page.reply(&from_ann, "Mine");
    open_search(&page);
    page.click("[data-filter=own]");
    page.session().wait_for("one's own", || match page.texts() {
        texts if texts == ["Mine"] => Ok(()),
        texts => Err(format!("{texts:?}")),
    });
    assert_eq!(page.text_of("[data-filter=own][aria-pressed=true]"), "Mine");
    axe::is_clean(&story.session, "a search with a filter", &[], |width| {
        let small = "return [...root.querySelectorAll('.finder :is(button, input)')]
            .map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width < 43.5 || height < 43.5).length";
        assert_eq!(page.script(small, json!([])), json!(0), "too small for fingers at {width} px");
        let wide = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(story.session.script(wide, Vec::new()), json!(true), "{width} px");
    });
    // What it answers is not there: who wants to see it sees all.
    page.click("[data-action=answered]");
    page.wait_for_focus("what was answered", |focus| focus.text.contains("From Ann"));
    assert_eq!(page.texts(), ["From Ann", "From Bob", "Mine"]);
}

#[test]
fn what_has_come_since_the_last_visit_is_marked_until_it_was_seen() {
    let story = reader(None);
    let mut seeds = Seeds::of_thread("shared");
    for number in 1..=30 {
        seeds.post("Ann", &format!("Number {number}."));
    }
    publish(&story, Some(&seeds.publication()));
    let page = story.open("/story.html");
    page.wait_for_row("Number 30.");
    page.wait_for("[data-action=search]");
    assert!(!page.has("[data-action=next-new]"), "on a first visit all is new, and nothing is");
    seeds.post("Bob", "News.");
    seeds.post("Bob", "More news.");
    publish(&story, Some(&seeds.publication()));

    story.session.reload();
    page.wait_until_ready();
    page.wait_for("[data-action=next-new]");
    assert_eq!(page.text_of(".toolbar [data-action=next-new]"), "2 new");
    page.wait_for_result("the marks", "return root.querySelectorAll('.new .is-new').length", &json!([]), &json!(2));
    page.script("root.querySelector('.toolbar [data-action=next-new]').focus()", json!([]));
    story.session.press(&[ENTER]);
    page.wait_for_focus("the first new comment", |focus| focus.text.contains("News."));
    wait_for_view(&page, "News.");
    page.click(".comment [data-action=next-new]");
    page.wait_for_focus("the second", |focus| focus.text.contains("More news."));

    story.session.reload();
    page.wait_until_ready();
    page.wait_for_row("More news.");
    page.wait_for("[data-action=search]");
    assert!(!page.has(".is-new, [data-action=next-new]"), "both were seen");
}
