//! A reader of deep conversations: how far replies are indented, and links to what they answer and back.

use article_widget::domain::operation_id::OperationId;
use article_widget_e2e::keys::{ENTER, ESCAPE};
use article_widget_e2e::{Engine, Seeds, axe, html};
use serde_json::{Value, json};

use crate::branches::{story_of, talk};

/// A conversation so deep, each a reply to the one before: "level 0" and so on.
fn conversation(seeds: &mut Seeds, levels: usize) -> OperationId {
    let mut last = seeds.post("Ada", "level 0");
    for level in 1..levels {
        last = seeds.reply(last, if level % 2 == 0 { "Ben" } else { "Cleo" }, &format!("level {level}"));
    }
    last
}

#[test]
fn a_link_leads_to_a_comment_thousands_of_rows_away_and_back() {
    let mut seeds = Seeds::of_thread("far");
    let parent = conversation(&mut seeds, 8);
    let answers = 2_500;
    for number in 1..=answers {
        seeds.reply(parent, "Ben", &format!("answer {number}"));
    }
    let story = story_of(&seeds, "", &html::widget("thread=\"far\"", html::ARTICLE));
    let page = story.open("/story.html");
    page.wait_for_count("2,508 Comments");
    let at_end = "scrollTo(0, document.documentElement.scrollHeight);
        const rows = [...root.querySelectorAll('li.comment')];
        return rows.at(-1)?.querySelector('.comment-body').textContent === 'answer 2500'";
    page.session().wait_for("the last row", || match page.script(at_end, json!([])) {
        Value::Bool(true) => Ok(()),
        seen => Err(seen.to_string()),
    });
    let last = page.row("answer 2500");
    assert_eq!(page.text_of(&last.inside("[data-action=answered]")), "in reply to Cleo");
    page.script("root.querySelector(rest[0]).focus()", json!([last.inside("[data-action=answered]")]));
    story.session.press(&[ENTER]);
    let in_view = "const row = root.activeElement?.closest('li.comment');
        const { top, bottom } = row.getBoundingClientRect();
        return [row.querySelector('.comment-body').textContent, top > -2 && bottom < innerHeight + 2, row.matches('.pointed-at')]";
    let sees = |text: &str| {
        page.session().wait_for(text, || match page.script(in_view, json!([])) {
            seen if seen == json!([text, true, true]) => Ok(()),
            seen => Err(seen.to_string()),
        });
    };
    sees("level 7");
    page.click("[data-action=back]");
    sees("answer 2500");
    assert!(!page.has("[data-action=back]"), "the way has been gone");
}

#[test]
fn whoever_looks_at_a_link_sees_where_it_leads_and_escape_leads_back() {
    let mut seeds = Seeds::of_thread("deep");
    conversation(&mut seeds, 9);
    let story = story_of(&seeds, "", &html::widget("thread=\"deep\"", html::ARTICLE));
    story.session.viewport(1280, 1600);
    let page = story.open("/story.html");
    page.wait_for_row("level 8");
    let (row, parent) = (page.row("level 8"), page.row("level 7"));
    page.script("root.querySelector(rest[0]).focus()", json!([row.inside("[data-action=answered]")]));
    page.wait_for(&format!("li[data-id='{}'][data-pointed]", parent.id));
    story.session.press(&[ENTER]);
    page.wait_for_focus("the focus on what it answers", |focus| focus.row == parent.id);
    page.wait_until_gone("[data-pointed]");
    story.session.press(&[ESCAPE]);
    page.wait_for_focus("the focus on the reply again", |focus| focus.row == row.id);
    page.wait_until_gone("[data-action=back]");
}

#[test]
fn the_width_of_the_thread_decides_how_far_replies_are_indented() {
    let mut seeds = Seeds::of_thread("deep");
    conversation(&mut seeds, 9);
    // Narrow in a wide page: what counts is the thread's own box.
    let narrow = "<style>main { inline-size: 340px }</style>";
    for (head, deepest, least) in [(narrow, 3, 160.0), ("", 6, 300.0)] {
        let story = story_of(&seeds, head, &html::widget("thread=\"deep\"", html::ARTICLE));
        let page = story.open("/story.html");
        page.wait_for_row("level 8");
        let seen = page.script(
            "const rows = [...root.querySelectorAll('li.comment')];
            const start = (row) => row.querySelector('.avatar').getBoundingClientRect().left;
            const shows = (row) => !!row.querySelector('.answered') && getComputedStyle(row.querySelector('.answered')).display !== 'none';
            const starts = rows.map(start);
            return [starts.filter((left, at) => at > 0 && left > starts[at - 1] + 5).length, rows.map(shows).indexOf(true),
                Math.min(...rows.map((row) => row.querySelector('.comment-body').getBoundingClientRect().width))]",
            json!([]),
        );
        assert_eq!((&seen[0], &seen[1]), (&json!(deepest), &json!(deepest + 1)), "{seen}");
        assert!(seen[2].as_f64().unwrap_or_default() >= least, "{seen}");
    }
}

#[test]
fn folded_branches_links_and_ways_back_are_accessible() {
    let mut seeds = talk();
    conversation(&mut seeds, 9);
    let story = story_of(&seeds, "", &html::widget("thread=\"talk\"", html::ARTICLE));
    let page = story.open("/story.html");
    page.wait_for_row("level 8");
    page.click(&page.row("first").inside("[data-action=fold]"));
    page.click(&page.row("level 8").inside("[data-action=answered]"));
    page.wait_for("[data-action=back]");
    axe::is_clean(&story.session, "folded branches and links", &[], |_| {});
    if story.session.engine() == Engine::Chromium {
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        story.session.devtools("Emulation.setEmulatedMedia", forced);
        // The colours are the reader's own then.
        let found = axe::violations(&story.session, &["color-contrast"]);
        assert!(found.is_empty(), "forced colours: {found:#?}");
    }
}
