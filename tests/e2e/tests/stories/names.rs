//! Names that pretend to be others, hide something or climb out of their line, and texts that climb.

use article_widget_e2e::{Page, Reply, Seeds, Story, axe, html};
use serde_json::json;

/// As many marks as people use who want to be seen.
const CLIMBING: usize = 40;

/// A page with comments that its author has published: none of them is the reader's own.
fn story(names_and_texts: &[(&str, &str)]) -> Story {
    let head = "<style>html { background: light-dark(#fff, #16181b); color: light-dark(#000, #fff) }</style>";
    let widget = html::widget("thread=\"names\" comments=\"published.jsonl\"", html::ARTICLE);
    let story = Story::on_page(&html::page_with_head(head, &format!("<main>{widget}</main>")));
    let mut seeds = Seeds::of_thread("names");
    for (name, text) in names_and_texts {
        seeds.formatted(name, text);
    }
    story.server.put("/published.jsonl", Reply::new("application/jsonl", seeds.publication().into_bytes()));
    story
}

/// A selector for something in a row, counted from 1.
fn inside(row: usize, selector: &str) -> String {
    format!("ol.comments > li:nth-child({row}) {selector}")
}

#[track_caller]
fn heights(page: &Page<'_>, selector: &str) -> Vec<f64> {
    let heights = page.script(
        "return [...root.querySelectorAll(rest[0])].map((each) => each.getBoundingClientRect().height)",
        json!([selector]),
    );
    serde_json::from_value(heights).unwrap_or_default()
}

#[test]
fn a_name_that_looks_like_anothers_is_told_from_it() {
    let story =
        story(&[("Ada Pier", "The first"), ("Аdа Рiеr", "Somebody else, in Cyrillic"), ("Bob", "Nobody's double")]);
    let page = story.open("/story.html");
    page.wait_for(&inside(2, ".alike"));
    assert!(page.text_of(&inside(2, ".alike")).contains("Another"), "{}", page.visible_text());
    assert!(!page.has(&inside(1, ".alike")) && !page.has(&inside(3, ".alike")));
    assert_eq!(page.row("Somebody else, in Cyrillic").name, "Аdа Рiеr", "the name stands as it was written");
    axe::is_clean(&story.session, "a name that looks like another", &[], |_| {});
}

#[test]
fn a_direction_override_in_a_name_is_shown_and_turns_nothing_around_it() {
    let story = story(&[("Ann\u{202e}nimdA", "Turned around"), ("Plain", "Not turned")]);
    let page = story.open("/story.html");
    page.wait_for(&inside(1, ".hidden-sign[data-sign=RLO]"));
    assert_eq!(page.text_of(&inside(1, ".comment-name")), "Ann\u{202e}nimdA", "the name is all there");
    // What stands after the sign is drawn after what stands before it, in the order of its letters.
    let places = page.script(
        "const name = root.querySelector(rest[0]);
         const texts = [...name.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
         const at = (node, letter) => { const range = document.createRange(); range.setStart(node, letter); range.setEnd(node, letter + 1);
            return range.getBoundingClientRect().left; };
         const [before, after] = [texts[0], texts[texts.length - 1]];
         return [at(before, 0), at(before, 2), at(after, 0), at(after, 4), root.querySelector(rest[1]).getBoundingClientRect().left]",
        json!([inside(1, ".comment-name"), inside(1, "time")]),
    );
    let places: Vec<f64> = serde_json::from_value(places).unwrap_or_default();
    assert!(places.len() == 5 && places.is_sorted(), "from left to right: {places:?}");
    axe::is_clean(&story.session, "a name that hides something", &[], |_| {});
}

#[test]
fn marks_that_climb_leave_no_line_in_names_and_texts() {
    let marks = "\u{301}".repeat(CLIMBING);
    let climbing = format!("a{marks}b");
    let texts = [
        climbing.clone(),
        format!("**a{marks}** _{climbing}_"),
        format!("`{climbing}`"),
        format!("```\n{climbing}\n```"),
        format!("- {climbing}\n\n> {climbing}"),
    ];
    let name = format!("Zed{marks}");
    let story = story(&texts.iter().map(|text| (name.as_str(), text.as_str())).collect::<Vec<_>>());
    let page = story.open("/story.html");
    page.wait_for("[data-action=as-typed]");
    for row in 1..=texts.len() {
        assert!(
            page.style_of(&inside(row, ".comment-name"), "overflow").starts_with("clip"),
            "nothing of a name leaves its line"
        );
        page.wait_for(&inside(row, ".comment-body .stacked"));
    }
    // All of them are there, and those that are too many take no room.
    let shown = page.text_of(&inside(1, ".comment-body"));
    assert_eq!(shown, climbing);
    let sizes = page.script(
        "return [...root.querySelectorAll('.stacked')].map((each) => getComputedStyle(each).fontSize)",
        json!([]),
    );
    assert!(sizes.as_array().is_some_and(|sizes| sizes.iter().all(|size| size == "0px")), "{sizes}");
    let names = heights(&page, ".comment-name");
    assert!(names.iter().all(|height| *height < 30.0), "names are one line high: {names:?}");
    let lines = heights(&page, ".comment-body p");
    assert!(lines.iter().all(|height| *height < 30.0), "lines are one line high: {lines:?}");
}
