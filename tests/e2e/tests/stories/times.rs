//! What a reader is told of when comments were written.

use article_widget_e2e::keys::TAB;
use article_widget_e2e::page::Page;
use article_widget_e2e::{Reply, Seeds, Story, html};
use serde_json::{Value, json};

use crate::permalinks::is_led;

const GROUND: &str = "<style>html { background: light-dark(#fff, #16181b); color: light-dark(#000, #fff) }</style>";

/// A page in a language that publishes these comments, each with its text and how many milliseconds ago it claims to be written; a text
/// that begins with a space is a reply to the comment before.
fn story_in(language: &str, comments: &[(&str, i64)]) -> Story {
    let mut seeds = Seeds::of_thread("times");
    let mut last = None;
    for (text, _) in comments {
        let id = match (text.strip_prefix(' '), last) {
            (Some(text), Some(last)) => seeds.reply(last, "Ben", text),
            _ => seeds.post("Ada", text),
        };
        last = Some(id);
    }
    let now = i64::try_from(std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_millis())).unwrap_or_default();
    let dated = |line: &str| {
        let Some((_, ago)) = comments.iter().find(|(text, _)| line.contains(&format!("\"b\":\"{}\"", text.trim())))
        else {
            return line.to_owned();
        };
        let (before, after) = line.split_once("\"t\":").unwrap_or((line, ""));
        let after = after.trim_start_matches(|sign: char| sign.is_ascii_digit());
        format!("{before}\"t\":{}{after}", now - ago)
    };
    let file: Vec<String> = seeds.publication().lines().map(dated).collect();
    let body = html::widget("thread=\"times\" comments=\"times.jsonl\"", html::ARTICLE);
    let page = html::page_with_head(GROUND, &format!("<main>{body}</main>"));
    let story = Story::on_page(&page.replace("<html lang=\"en\">", &format!("<html lang=\"{language}\">")));
    story.server.put("/times.jsonl", Reply::new("application/jsonl", (file.join("\n") + "\n").into_bytes()));
    story
}

fn said(page: &Page<'_>, text: &str) -> String {
    page.text_of(&page.wait_for_row(text).inside("time"))
}

const MINUTE: i64 = 60_000;
const DAY: i64 = 1_440 * MINUTE;

#[test]
fn ages_are_in_the_language_of_the_page_and_marked_so() {
    let comments = [("one", 3 * DAY + MINUTE), ("two", 0)];
    for (language, three_days, now) in
        [("de", "vor 3 Tagen", "jetzt"), ("fr", "il y a 3 jours", "maintenant"), ("en", "3 days ago", "now")]
    {
        let story = story_in(language, &comments);
        let page = story.open("/story.html");
        assert_eq!((said(&page, "one").as_str(), said(&page, "two").as_str()), (three_days, now), "{language}");
        let row = page.row("one");
        let marked =
            page.script("return root.querySelector(rest[0]).closest('[lang]').lang", json!([row.inside("time")]));
        assert_eq!(marked, json!(language), "though the other words are English");
    }
}

#[test]
fn a_clock_far_ahead_or_behind_is_shown_as_what_it_is() {
    let comments = [
        ("ahead", -73 * 365 * DAY),
        ("somewhat ahead", -3 * MINUTE),
        ("asked", 2 * DAY),
        (" answered before", 300 * DAY),
    ];
    let story = story_in("en", &comments);
    let page = story.open("/story.html");
    assert!(said(&page, "ahead").ends_with(", by its writer's clock"), "{}", said(&page, "ahead"));
    assert_eq!(said(&page, "somewhat ahead"), "now");
    assert_eq!(said(&page, "asked"), "2 days ago");
    let before = said(&page, "answered before");
    assert!(before.ends_with(", by its writer's clock") && !before.contains("ago"), "{before}");
    let row = page.row("ahead");
    let title = page.script("return root.querySelector(rest[0]).title", json!([row.inside("a.permalink")]));
    assert_eq!(title, json!(""), "the date stands there already");
}

/// What a style sheet writes behind the link of a comment.
fn written_behind(page: &Page<'_>, link: &str) -> Value {
    page.script("return getComputedStyle(root.querySelector(rest[0]), '::after').content", json!([link]))
}

#[test]
fn the_date_is_there_for_those_who_point_and_is_seen_on_focus_and_after_a_press() {
    let story = story_in("en", &[("one", 3 * DAY), ("two", DAY)]);
    let page = story.open("/story.html");
    let one = page.wait_for_row("one");
    let link = one.inside("a.permalink");
    let title = page.script("return root.querySelector(rest[0]).title", json!([link]));
    let title = title.as_str().unwrap_or_default().to_owned();
    assert!(title.contains("20"), "a year: {title}");
    assert_eq!(written_behind(&page, &link), json!("none"));
    page.session().wait_for("the focus on the link", || {
        page.session().press(&[TAB]);
        let focus = page.focus();
        if focus.element == "a" && focus.row == one.id { Ok(()) } else { Err(format!("{focus:?}")) }
    });
    let shows = |link: &str| {
        let seen = written_behind(&page, link).to_string();
        if seen.contains("attr(") || seen.contains(&title) { Ok(()) } else { Err(seen) }
    };
    page.session().wait_for("the date on focus", || shows(&link));
    page.script("root.activeElement.blur()", json!([]));
    page.session().wait_for("no date", || {
        let seen = written_behind(&page, &link);
        if seen == json!("none") { Ok(()) } else { Err(seen.to_string()) }
    });
    page.click(&link);
    is_led(&page, "one");
    page.session().wait_for("the date after a press", || shows(&link));
}
