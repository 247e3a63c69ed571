//! Translators, dictionaries and highlighters change the texts of the widget while it is used.

use article_widget_e2e::page::{Page, REPLY_FORM};
use article_widget_e2e::{Engine, Story, html, probe};
use serde_json::{Value, json};

/// Those that are tried: see what they do in `text_changers.js`.
const CHANGERS: [&str; 5] = [
    "changers.translator(root)",
    "changers.translator(root, 150)",
    "changers.overwriter(root)",
    "changers.highlighter(root, 'Comment')",
    "changers.highlighter(root, 'e')",
];

const GERMAN: &str = r#"{"heading": {"one": "{count} Kommentar", "other": "{count} Kommentare"}, "reply": "Antworten",
    "in-reply-to": "{name} bekommt hier, also {name}, eine Antwort", "reply-to": "An {name}, ja {name}, antworten"}"#;

/// Opens a page with two widgets of one thread, the second of which nobody touches.
#[track_caller]
fn open<'s>(story: &'s Story, thread: &str) -> Page<'s> {
    let strings = format!("<script type=\"application/json\" id=\"de\">{GERMAN}</script>");
    let widget = html::widget(&format!("thread=\"{thread}\""), html::ARTICLE);
    story.server.page("/story.html", &html::page_with_head(&strings, &format!("{widget}{widget}")));
    let page = story.open("/story.html");
    page.nth(1).wait_until_ready();
    story.session.script(include_str!("text_changers.js"), Vec::new());
    page
}

/// What the heading and each row say, without the changers' marks.
fn said(page: &Page<'_>) -> Value {
    page.script(
        "const plain = (element) => element.textContent.replace(/[«»]/g, '');
         const all = (row, selector) => [...row.querySelectorAll(selector)].map(plain);
         const says = (row) => all(row, '.comment-name, .you, .in-reply, time, .comment-body p, .history summary, .gone, .actions button');
         return [plain(root.querySelector('.heading')), ...[...root.querySelectorAll('li.comment:not(.deleted)')].map((row) => [row.dataset.id, ...says(row)])]",
        json!([]),
    )
}

/// Waits until the widget that is changed says what the other one says.
#[track_caller]
fn wait_until_true(page: &Page<'_>, when: &str) -> Value {
    page.session().wait_for(&format!("the truth after {when}"), || match (said(page), said(&page.nth(1))) {
        (changed, truth) if changed == truth => Ok(truth),
        (changed, truth) => Err(format!("{changed}\nand not\n{truth}")),
    })
}

#[track_caller]
fn heading(page: &Page<'_>) -> String {
    page.text_of(".heading").replace(['«', '»'], "")
}

#[track_caller]
fn wait_for_saved(page: &Page<'_>) {
    page.session().wait_for("that it is saved", || {
        let states = page.script(
            "return [...root.querySelectorAll('.save-state')].map((each) => each.textContent.replace(/[«»]/g, ''))",
            json!([]),
        );
        if states == json!(["Saved in this browser"]) { Ok(()) } else { Err(states.to_string()) }
    });
}

/// Everything that a reader does every day.
#[track_caller]
fn use_it(page: &Page<'_>) {
    let first = page.post("Ada", "The first Comment");
    let second = page.post("Ada", "Another one");
    assert_eq!(wait_until_true(page, "posting").get(0), Some(&json!("2 Comments")));
    wait_for_saved(page);
    page.edit(&first, "The first Comment, edited");
    wait_until_true(page, "an edit");
    page.delete(&second);
    assert_eq!(heading(page), "1 Comment");
    page.undo(&second);
    wait_until_true(page, "an undo");
    page.reply(&first, "A reply");
    assert_eq!(wait_until_true(page, "a reply").get(0), Some(&json!("3 Comments")));
    page.open_reply(&second);
    page.fill(&format!("{REPLY_FORM} textarea"), "half a thought");
    page.open_panel();
    page.script("root.querySelector('[data-action=sort]').value = 'newest'; root.querySelector('[data-action=sort]').dispatchEvent(new Event('change', { bubbles: true }))", json!([]));
    page.nth(1).script("root.querySelector('[data-action=sort]').value = 'newest'; root.querySelector('[data-action=sort]').dispatchEvent(new Event('change', { bubbles: true }))", json!([]));
    wait_until_true(page, "another order");
    assert_eq!(page.value(&format!("{REPLY_FORM} textarea")), "half a thought");
    page.click("[data-action=close-panel]");
    page.wait_until_gone("#panel");
    for nth in [0, 1] {
        page.nth(nth).script("widget.setAttribute('strings', 'de'); widget.lang = 'de'", json!([]));
    }
    assert_eq!(wait_until_true(page, "another language").get(0), Some(&json!("3 Kommentare")));
    page.click(&format!("{REPLY_FORM} [data-action=cancel]"));
    page.wait_until_gone(REPLY_FORM);
}

#[test]
fn counts_ages_labels_and_states_are_true_whoever_changes_their_texts() {
    let story = Story::begin();
    for changer in CHANGERS.iter().take(if story.session.engine() == Engine::Chromium { CHANGERS.len() } else { 2 }) {
        let page = open(&story, changer);
        page.script(&format!("window.changer = {changer}"), json!([]));
        println!("{changer}");
        use_it(&page);
    }
}

#[test]
fn what_is_shown_after_a_translation_was_undone_is_what_it_is_now() {
    let story = Story::begin();
    for (changer, undo) in [
        ("changers.translator(root)", "changer.undo()"),
        ("changers.translator(root)", "changer.undo(true)"),
        ("changers.translator(root, 150)", "changer.undo(true)"),
        ("changers.overwriter(root)", "changer.undo()"),
        ("changers.highlighter(root, 'o')", "changer.undo()"),
    ] {
        let page = open(&story, &format!("{changer} {undo}"));
        println!("{changer}, {undo}");
        page.script(&format!("window.changer = {changer}"), json!([]));
        page.post("Ada", "One");
        wait_until_true(&page, "posting");
        story.session.script(undo, Vec::new());
        assert_eq!(wait_until_true(&page, "the end of it")[0], "1 Comment");
        let second = page.post("Ada", "Two");
        page.delete(&second);
        page.undo(&second);
        assert_eq!(wait_until_true(&page, "going on")[0], "2 Comments");
        if !changer.contains("highlighter") {
            assert!(
                !page.script("return root.querySelector('.mount').textContent", json!([])).to_string().contains('«')
            );
        }
    }
}

#[test]
fn a_translation_that_comes_late_does_not_say_what_was_before() {
    let story = Story::begin();
    let page = open(&story, "changed");
    // Whoever knows the words only when they have been others for long.
    page.script("changers.translator(root, 1500)", json!([]));
    page.post("Ada", "Slowly");
    page.session().wait_until(
        "the translation",
        "return !!document.querySelector('article-widget').shadowRoot.querySelector('.heading font')",
    );
    assert_eq!(wait_until_true(&page, "a while")[0], "1 Comment");
    wait_for_saved(&page);
    page.session().wait_for("its translation", || match page.text_of(".save-state").as_str() {
        "«Saved in this browser»" => Ok(()),
        seen => Err(seen.to_owned()),
    });
}

#[test]
fn a_message_of_other_parts_takes_the_place_of_one_that_was_translated() {
    let story = Story::begin();
    let page = open(&story, "changed");
    let row = page.post("Ada", "A Comment");
    page.reply(&row, "A reply");
    page.open_reply(&row);
    page.script("changers.translator(root)", json!([]));
    for strings in ["de", "", "de"] {
        for nth in [0, 1] {
            page.nth(nth).script("widget.setAttribute('strings', rest[0])", json!([strings]));
        }
        wait_until_true(&page, strings);
    }
    let title = page.text_of(&format!("{REPLY_FORM} label")).replace(['«', '»'], "");
    assert_eq!(title, "An Ada, ja Ada, antworten");
}

#[test]
fn who_writes_the_markup_anew_leaves_buttons_that_do_something() {
    let story = Story::begin();
    let page = open(&story, "changed");
    let row = page.post("Ada", "A Comment");
    page.script("changers.rewriter(root, 'Comment')", json!([]));
    page.reply(&row, "A reply");
    page.script("changers.rewriter(root, 'Ada'); changers.rewriter(root, 'Comment')", json!([]));
    page.delete(&row);
    page.undo(&row);
    assert_eq!(wait_until_true(&page, "it all")[0], "2 Comments");
}

#[test]
fn a_translator_and_the_widget_do_not_fight() {
    let story = Story::begin();
    let page = open(&story, "changed");
    page.post("Ada", "Peace");
    page.script(
        "window.changed = 0; new MutationObserver((all) => { changed += all.length; }).observe(root, { childList: true, subtree: true, characterData: true });
         changers.translator(root); changers.translator(root, 100); changers.overwriter(root); changers.highlighter(root, 'o');",
        json!([]),
    );
    page.post("Ada", "And quiet");
    let count = || page.script("return changed", json!([])).as_u64().unwrap_or_default();
    story.session.wait_for("an end", || {
        let before = count();
        for _ in 0..20 {
            story.session.let_two_frames_pass();
        }
        if count() == before { Ok(()) } else { Err(before.to_string()) }
    });
    assert!(count() < 5_000, "{}", count());
}

#[test]
fn texts_that_are_changed_at_random_break_nothing() {
    // What comes of it depends on how busy the machine is, not on the seed alone: a sweep of `cargo xtask soak --browser`.
    let Some(seeds) = std::env::var("E2E_SEEDS").ok().and_then(|seeds| seeds.parse::<u32>().ok()) else {
        println!("tried with as many seeds as E2E_SEEDS says");
        return;
    };
    let story = Story::begin();
    if story.session.engine() != Engine::Chromium {
        println!("tried in Chromium, which is the fastest");
        return;
    }
    for seed in 1..=seeds {
        println!("seed {seed}");
        let page = open(&story, &format!("seed {seed}"));
        page.script(
            "let state = rest[0]; window.chance = () => { state = (state * 1664525 + 1013904223) >>> 0; return state / 2 ** 32; };
             window.mangle = changers.mangler(root.querySelector('.thread'), chance)",
            json!([seed]),
        );
        for number in 0..4 {
            page.post("Ada", &format!("Number {number}"));
        }
        for step in 0..20 {
            page.script("mangle(30)", json!([]));
            act(&page, step);
            wait_until_true(&page, &format!("step {step} of seed {seed}"));
        }
        assert_eq!(probe::sightings(&story.session).errors, Vec::<String>::new());
    }
}

/// Something that a reader does, as the seed has it.
#[track_caller]
fn act(page: &Page<'_>, step: usize) {
    let rows = page.rows();
    let roll = |sides: usize| {
        let chance = page.script("return chance()", json!([])).as_f64().unwrap_or_default();
        (chance * sides as f64) as usize
    };
    let own: Vec<_> = rows.iter().filter(|row| row.actions.iter().any(|action| action == "edit")).collect();
    let gone: Vec<_> = rows.iter().filter(|row| row.actions.iter().any(|action| action == "undo")).collect();
    let (mine, left) = (own.get(roll(own.len())), gone.get(roll(gone.len())));
    match (roll(7), mine, left) {
        (0, ..) => drop(page.post("Ada", &format!("Posted at {step}"))),
        (1, Some(row), _) => drop(page.reply(row, &format!("Replied at {step}"))),
        (2, Some(row), _) => drop(page.edit(row, &format!("Edited at {step}"))),
        (3, Some(row), _) if own.len() > 1 => page.delete(row),
        (4, _, Some(row)) => page.undo(row),
        (5, ..) => {
            page.open_panel();
            page.script("mangle(30)", json!([]));
            page.click("[data-action=close-panel]");
            page.wait_until_gone("#panel");
        }
        _ => {
            let strings = if roll(2) == 0 { "de" } else { "" };
            for nth in [0, 1] {
                page.nth(nth).script("widget.setAttribute('strings', rest[0])", json!([strings]));
            }
        }
    }
}
