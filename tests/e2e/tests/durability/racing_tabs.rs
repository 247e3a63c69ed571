//! Tabs that post at once, as fast as the page takes it.

use crate::site;
use article_widget_e2e::wait::Patience;
use article_widget_e2e::{Page, fail};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// `E2E_RACE` multiplies the posts.
fn times() -> usize {
    std::env::var("E2E_RACE").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

#[test]
fn two_tabs_with_500_posts_each_lose_none() {
    race(2, 500 * times());
}

#[test]
fn five_tabs_with_200_posts_each_lose_none() {
    race(5, 200 * times());
}

fn race(tabs: usize, posts: usize) {
    let story = site::story();
    let page = story.open("/story.html");
    let mut windows = vec![story.session.window()];
    while windows.len() < tabs {
        let window = story.session.new_window();
        story.session.switch_to(&window);
        story.open("/story.html");
        windows.push(window);
    }
    // All begin at one moment, a while after the last of them was told.
    let at = site::ask(&page, "Date.now() + 1500");
    for (number, window) in windows.iter().enumerate() {
        story.session.switch_to(window);
        let flood = format!("reader.flood('tab{number}', {posts}, {at}, 20)");
        story.session.script(&flood, Vec::new());
    }
    for window in &windows {
        story.session.switch_to(window);
        wait_until(&page, "the tab to have posted all", "return reader.ended || reader.done");
        assert_eq!(
            site::ask(&page, "reader.done"),
            json!(posts),
            "refused: {:?}",
            site::texts(&page, "reader.refused")
        );
    }
    let wanted: BTreeSet<String> =
        (0..tabs).flat_map(|tab| (0..posts).map(move |post| format!("tab{tab}-{post}"))).collect();
    for window in &windows {
        story.session.switch_to(window);
        assert_all_once(&page, &wanted, "in the tab");
    }
    for window in &windows {
        story.session.switch_to(window);
        story.session.reload();
        page.wait_until_ready();
        assert_all_once(&page, &wanted, "after a reload");
    }
}

#[track_caller]
fn assert_all_once(page: &Page<'_>, wanted: &BTreeSet<String>, when: &str) {
    let heading =
        format!("return root.querySelector('.heading').textContent.replace(',', '') === '{} Comments'", wanted.len());
    wait_until(page, "the count", &heading);
    let shown = site::texts(page, "reader.everything()");
    let set: BTreeSet<String> = shown.iter().cloned().collect();
    assert_eq!(set.len(), shown.len(), "{when}: something is shown twice");
    let missing: Vec<_> = wanted.difference(&set).collect();
    assert!(missing.is_empty(), "{when}: missing {missing:?}");
    // A record each, and the thread's name.
    assert_eq!(page.operations().len(), wanted.len() + 1, "{when}");
    // The disk takes longer than the tabs did.
    let mut patience = Patience::of_seconds(120);
    loop {
        let mirrored = site::texts(page, "reader.mirrored()").iter().filter(|key| key.starts_with("aw1:")).count();
        if mirrored == wanted.len() + 1 {
            return;
        }
        if !patience.pause() {
            fail(format!("{when}: the mirror has {mirrored} records of {}", wanted.len() + 1));
        }
    }
}

/// Two minutes of patience: a thousand posts take their time on a busy machine.
#[track_caller]
fn wait_until(page: &Page<'_>, what: &str, script: &str) {
    let mut patience = Patience::of_seconds(120);
    loop {
        let seen = page.script(script, json!([]));
        if seen == Value::Bool(true) {
            return;
        }
        if !patience.pause() {
            fail(format!("waited in vain for {what}; seen last: {seen}; {}", page.visible_text()));
        }
    }
}
