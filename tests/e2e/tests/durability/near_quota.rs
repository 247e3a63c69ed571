//! Two tabs post while another part of the site has left almost no space: Chromium accepts values then and drops them.

use crate::chance::Chance;
use crate::site;
use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::{Page, Story};
use serde_json::json;
use std::collections::BTreeSet;

/// Fills the origin's storage but for `rest[0]` units.
const FILL: &str = "let size = 1 << 21, number = 0;
    while (size >= 1) {
        try { localStorage.setItem('host:' + number, 'x'.repeat(size)); number += 1; } catch { size = size >> 1; }
    }
    localStorage.removeItem('host:0');
    const room = (1 << 21) - rest[0];
    localStorage.setItem('host:0', 'x'.repeat(Math.max(0, room)));";

#[test]
fn nothing_called_saved_is_missing_when_tabs_race_for_the_last_space() {
    let mut chance = Chance::from_environment();
    let rounds: u64 = std::env::var("E2E_RACE").ok().and_then(|times| times.parse().ok()).unwrap_or(1) * 3;
    for _ in 0..rounds {
        race(chance.between(2_000, 60_000));
    }
}

fn race(room: u64) {
    let story = site::story();
    let page = story.open("/story.html");
    let here = story.session.window();
    let there = story.session.new_window();
    story.session.switch_to(&there);
    story.open("/story.html");
    // Both tabs measured the usage when there was enough space.
    page.script(FILL, json!([room]));
    let at = site::ask(&page, "Date.now() + 1000");
    for (name, window) in [("here", &here), ("there", &there)] {
        story.session.switch_to(window);
        story.session.script(&format!("reader.flood('{name}', 400, {at}, 3)"), Vec::new());
    }
    let mut saved = BTreeSet::new();
    let mut refused = Vec::new();
    for window in [&here, &there] {
        story.session.switch_to(window);
        story.session.wait_until("the tab to have come to its end", "return reader.ended");
    }
    // What is to be called saved is called so within the time that it takes to be at risk.
    for window in [&here, &there] {
        story.session.switch_to(window);
        page.wait_until_gone("[data-save=saving]");
        saved.extend(site::texts(&page, "reader.saved"));
        for text in site::texts(&page, "reader.refused") {
            assert_eq!(
                page.value(&format!("{NEW_FORM} textarea[name=body]")),
                text,
                "a refused text stays in its composer"
            );
            refused.push(text);
        }
    }
    println!("room for {room} units: {} shown as saved, refused: {refused:?}", saved.len());
    for window in [&here, &there] {
        story.session.switch_to(window);
        assert_there(&story, &page, &saved, "in the tab");
    }
    story.session.switch_to(&here);
    story.session.reload();
    page.wait_until_ready();
    assert_there(&story, &page, &saved, "after a reload");
    let held: BTreeSet<String> = site::texts(&page, "reader.mirrored()").into_iter().collect();
    assert!(saved.is_empty() || held.len() > saved.len(), "the mirror holds all of them");
    // The last words about leaving are not part of this.
    story.session.switch_to(&there);
}

#[track_caller]
fn assert_there(story: &Story, page: &Page<'_>, saved: &BTreeSet<String>, when: &str) {
    story.session.wait_for(when, || {
        let shown: BTreeSet<String> = site::texts(page, "reader.everything()").into_iter().collect();
        let missing: Vec<_> = saved.difference(&shown).collect();
        if missing.is_empty() { Ok(()) } else { Err(format!("{missing:?}")) }
    });
}
