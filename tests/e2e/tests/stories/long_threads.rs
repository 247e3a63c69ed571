//! A reader in a thread that is longer than a screen, and in one that is longer than what stands in the document.

use article_widget_e2e::keys::{END, HOME};
use article_widget_e2e::page::{Page, REPLY_FORM};
use article_widget_e2e::{Engine, Seeds, Story, html};
use serde_json::{Value, json};

const FOOTER: &str = "<footer><p>Imprint</p></footer>";

/// A page with so many comments, of very different lengths.
fn story(count: usize) -> Story {
    let mut seeds = Seeds::of_thread("long");
    for number in 1..=count {
        let more = " The boats came back.".repeat(number % 7 * (number % 5));
        seeds.post("Ada", &format!("Number {number} of them.{more}"));
    }
    let story = Story::on_page(&html::page(&format!("{}{FOOTER}", html::widget("thread=\"long\"", html::ARTICLE))));
    story.seed(seeds.entries());
    story
}

/// Waits until a script says yes.
#[track_caller]
fn wait_until(page: &Page<'_>, what: &str, script: &str) {
    page.session().wait_for(what, || match page.script(script, json!([])) {
        Value::Bool(true) => Ok(()),
        other => Err(other.to_string()),
    });
}

#[track_caller]
fn wait_for_rows(page: &Page<'_>, count: usize) {
    wait_until(
        page,
        &format!("{count} rows"),
        &format!("return root.querySelectorAll('li.comment').length === {count}"),
    );
}

/// Whether there are rows in view, and no gap.
const IS_SETTLED: &str = "const list = root.querySelector('.comments').getBoundingClientRect();
    const near = (each) => { const { top, bottom } = each.getBoundingClientRect(); return top < innerHeight && bottom > 0; };
    const is_there = [...root.querySelectorAll('li.comment')].some(near) || list.top > innerHeight || list.bottom < 0;
    return is_there && ![...root.querySelectorAll('.gap')].some(near);";

/// Each row that is drawn has the number of its text, and the number of all.
const WRONG: &str = "return [...root.querySelectorAll('li.comment')].filter((row) => {
        const number = row.querySelector('.comment-body').textContent.match(/Number (\\d+)/)?.[1];
        return row.ariaPosInSet !== number && row.getAttribute('aria-posinset') !== number
            || row.getAttribute('aria-setsize') !== String(rest[0]);
    }).map((row) => row.textContent.slice(0, 80))";

#[test]
fn a_thread_of_a_thousand_stands_in_the_document_where_the_browser_finds_it() {
    let story = story(1_000);
    let page = story.open("/story.html");
    page.wait_for_count("1,000 Comments");
    wait_for_rows(&page, 1_000);
    assert!(!page.has(".gap"), "no place is kept for what is there");
    assert!(!page.has("[aria-setsize]"), "the browser counts the rows itself");
    // WebKit's `find` does not look into shadow roots at all.
    let found = "return ['Number 1 of', 'Number 1000 of'].map((text) => find(text, false, false, true))";
    let is_webkit = story.session.engine() == Engine::WebKit;
    assert_eq!(story.session.script(found, Vec::new()), json!([!is_webkit, !is_webkit]));
    story.session.wait_until(
        "the footer",
        "const footer = document.querySelector('footer');
        footer.scrollIntoView({ block: 'end' });
        const { top, bottom } = footer.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight + 1",
    );
}

#[test]
fn what_happens_to_one_comment_of_a_thousand_touches_no_other_row() {
    let story = story(990);
    let page = story.open("/story.html");
    wait_for_rows(&page, 990);
    page.post("Ada", "The first of this page");
    page.wait_for("[data-save=saved]");
    let touched = |act: &dyn Fn()| {
        let watch = "window.touched = new Set();
            window.watcher = new MutationObserver((records) => records.forEach(({ target, attributeName, addedNodes, removedNodes }) =>
                // A link has its whole address once the pointer has come over it.
                attributeName !== 'href' && [target, ...addedNodes, ...removedNodes].forEach((node) => {
                    const row = (node.closest ? node : node.parentElement)?.closest('li.comment');
                    if (row) touched.add(row.dataset.id);
                })));
            watcher.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })";
        page.script(watch, json!([]));
        act();
        story.session.let_two_frames_pass();
        page.script("watcher.disconnect(); return touched.size", json!([])).as_u64()
    };
    let (row, other) = (page.row("Number 500 of them."), page.row("Number 21 of them."));
    let edited = touched(&|| drop(page.edit(&row, "Edited")));
    assert!(
        edited.is_some_and(|rows| rows <= 2),
        "{edited:?}: it, and the one of which it is no longer said that it is kept"
    );
    page.wait_for(&row.inside("[data-save=saved]"));
    let deleted = touched(&|| page.delete(&other));
    assert!(deleted.is_some_and(|rows| rows <= 2), "{deleted:?}: it, and again the one that was kept before");
    page.wait_until_gone("[data-save]");
    let typed = touched(&|| page.fill("form[data-form=new] textarea", "half a thought"));
    assert_eq!(typed, Some(0));
    let posted = touched(&|| drop(page.reply(&page.row("Number 700 of them."), "A reply in the middle")));
    assert!(posted.is_some_and(|rows| rows <= 4), "{posted:?}: the reply, what it answers, and what was changed last");
}

#[test]
fn a_thread_of_five_thousand_is_read_to_its_end_and_back_without_a_gap() {
    let story = story(5_000);
    let page = story.open("/story.html");
    page.wait_for_count("5,000 Comments");
    wait_until(&page, "the first rows", IS_SETTLED);
    assert_eq!(page.script(WRONG, json!([5_000])), json!([]));
    page.script("root.querySelector('#heading').focus()", json!([]));
    let shows = |text: &str| {
        format!(
            "return [...root.querySelectorAll('li.comment')].some((row) => {{
            const {{ top, bottom }} = row.getBoundingClientRect();
            return top < innerHeight && bottom > 0 && row.textContent.includes('{text}'); }})"
        )
    };
    // To the very end, where the footer is.
    story.session.wait_for("the last row", || {
        story.session.press(&[END]);
        let footer = "const { bottom } = document.querySelector('footer').getBoundingClientRect(); return bottom <= innerHeight + 1";
        match (page.script(&shows("Number 5000 of them"), json!([])), story.session.script(footer, Vec::new())) {
            (Value::Bool(true), Value::Bool(true)) => Ok(()),
            other => Err(format!("{other:?}")),
        }
    });
    assert_eq!(page.script(WRONG, json!([5_000])), json!([]));
    // Somewhere in the middle, as the scroll bar goes.
    page.script("scrollTo(0, document.documentElement.scrollHeight / 2)", json!([]));
    wait_until(&page, "rows in the middle", IS_SETTLED);
    assert_eq!(page.script(WRONG, json!([5_000])), json!([]));
    assert!(page.rows().len() < 1_100, "{} rows", page.rows().len());
    story.session.wait_for("the first row", || {
        story.session.press(&[HOME]);
        match page.script("return scrollY", json!([])) {
            top if top == json!(0) => Ok(()),
            top => Err(top.to_string()),
        }
    });
    page.script("root.querySelector('.comments').scrollIntoView()", json!([]));
    wait_until(&page, "the first row", &shows("Number 1 of them"));
}

#[test]
fn the_row_that_is_looked_at_stays_where_it_is_while_others_come_above_it() {
    let story = story(3_000);
    let page = story.open("/story.html");
    page.wait_for_count("3,000 Comments");
    page.script(
        "root.querySelector('.comments').scrollIntoView(); scrollTo(0, document.documentElement.scrollHeight / 2)",
        json!([]),
    );
    wait_until(&page, "rows in the middle", IS_SETTLED);
    // Up through rows that were not there, 300 pixels in each frame: the row in view moves by these and no more.
    let up = "const done = arguments[arguments.length - 1];
        const root = document.querySelector('article-widget').shadowRoot;
        const rows = () => [...root.querySelectorAll('li.comment')];
        const jumps = [];
        let [left, came] = [40, new Set(rows().map((row) => row.dataset.id))];
        const before = came.size;
        const step = () => {
            const row = rows().find((each) => each.getBoundingClientRect().top >= 0);
            const top = row.getBoundingClientRect().top;
            scrollBy({ top: -300, behavior: 'instant' });
            // After what follows from it has been drawn. Where a busy machine is asked in the middle of that, it is asked once more.
            const look = (again) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
                const moved = row.getBoundingClientRect().top - top - 300;
                if (Math.abs(moved) > 1 && again) return look(false);
                if (Math.abs(moved) > 1) jumps.push(Math.round(moved * 10) / 10);
                rows().forEach((each) => came.add(each.dataset.id));
                left -= 1;
                if (left) step(); else done([jumps, came.size > before + 30]);
            }, 30)));
            look(true);
        };
        step();";
    let moved = story.session.script_with_callback(up, Vec::new());
    assert_eq!(moved, json!([[], true]), "by how much the row was moved, and whether rows came");
}

#[test]
fn what_is_written_to_stays_in_the_document_and_keeps_the_focus_however_far_the_reader_goes() {
    let story = story(5_000);
    let page = story.open("/story.html");
    page.wait_for_count("5,000 Comments");
    page.open_reply(&page.row("Number 5 of them."));
    page.fill(&format!("{REPLY_FORM} textarea"), "half a thought 👍");
    // Through more rows than stand in the document.
    let far = "const done = arguments[arguments.length - 1];
        const root = document.querySelector('article-widget').shadowRoot;
        let most = 0;
        const step = () => {
            const rows = root.querySelectorAll('li.comment').length;
            most = Math.max(most, rows);
            if (!root.querySelector('[aria-posinset=\"1600\"]')) {
                [...root.querySelectorAll('.gap')].at(-1).scrollIntoView();
                setTimeout(step, 20);
            } else done([most <= 1100, root.activeElement?.name]);
        };
        step();";
    assert_eq!(story.session.script_with_callback(far, Vec::new()), json!([true, "body"]));
    assert_eq!(page.value(&format!("{REPLY_FORM} textarea")), "half a thought 👍");
    page.click(&format!("{REPLY_FORM} button[type=submit]"));
    page.wait_for_row("half a thought 👍");
}

#[test]
fn the_keyboard_asks_for_more_and_is_then_at_the_first_of_what_came() {
    let story = story(1_200);
    let page = story.open("/story.html");
    page.wait_for_count("1,200 Comments");
    page.post("Ada", "The newest");
    let press = "const button = root.querySelector('.gap [data-action=show-later]');
        const number = Number(button.closest('.gap').dataset.first);
        button.focus({ preventScroll: true });
        button.click();
        return number";
    let first = page.script(press, json!([])).as_u64().unwrap_or_default();
    wait_until(
        &page,
        "the focus on the first new row",
        &format!("return root.activeElement?.getAttribute('aria-posinset') === '{}'", first + 1),
    );
}
