//! Words that stay true.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::msg::ComposerMsg;
use article_widget::app::{Effect, Msg};

use article_widget::domain::age::Age;
use article_widget::domain::timestamp::Timestamp;
use article_widget::replica::save_state::SaveState;

use crate::importing::{elsewhere, publication};
use crate::published::{beside, naming};
use crate::support::Page;

const HOUR: i64 = 3_600_000;

/// What is shown of the time of each comment, in the order of the rows.
fn ages(page: &Page) -> Vec<(String, Age)> {
    let lines = page.widget.app.list.groups().flat_map(|placed| &placed.group.lines);
    lines.map(|line| (line.row.comment.current.body.as_str().to_owned(), line.age)).collect()
}

/// Sets a page's clock, by hours from now.
fn set_clock(page: &mut Page, hours: i64) {
    page.env.now = Timestamp::from_millis(page.env.now.millis() + hours * HOUR).unwrap();
}

fn waits(effects: &[Effect]) -> Vec<u64> {
    effects
        .iter()
        .filter_map(|effect| if let Effect::WakeAfter(millis) = effect { Some(*millis) } else { None })
        .collect()
}

#[test]
fn the_page_wakes_when_the_first_label_would_be_wrong() {
    let mut page = Page::started();
    assert_eq!(waits(&page.effects()), [0u64; 0], "an empty thread sleeps");
    page.post("one");
    page.settle();
    assert_eq!(waits(&page.effects()).last(), Some(&59_000));
    page.wait(19_000);
    page.post("two");
    page.settle();
    assert_eq!(waits(&page.effects()).last(), Some(&39_000), "the first comment is still the first to change");
    page.wait(39_000);
    assert_eq!(waits(&page.effects()).last(), Some(&20_000));
}

#[test]
fn a_tick_that_came_early_is_followed_by_another() {
    let mut page = Page::started();
    page.post("one");
    page.settle();
    page.effects();
    page.wait(9_000);
    assert_eq!(waits(&page.effects()), [50_000]);
}

#[test]
fn the_words_about_keeping_end() {
    let mut page = Page::started();
    let id = page.post("one");
    page.settle();
    page.wait(179_999);
    assert_eq!(page.save_state(id), Some(SaveState::Saved));
    assert_eq!(waits(&page.effects()).last(), Some(&1), "the page wakes when they end");
    page.wait(1);
    assert_eq!(page.save_state(id), None);
}

#[test]
fn only_the_newest_comment_says_where_it_is_kept() {
    let mut page = Page::started();
    let one = page.post("one");
    let two = page.post("two");
    page.settle();
    assert_eq!(page.save_state(one), None);
    assert_eq!(page.save_state(two), Some(SaveState::Saved));
}

#[test]
fn an_edit_wakes_the_page_too() {
    let mut page = Page::started();
    let id = page.post("one");
    page.settle();
    page.wait(3 * 86_400_000);
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Submitted {
        composer: article_widget::app::composers::ComposerId::Edit(id),
        name: None,
        body: "two".to_owned(),
    });
    page.settle();
    assert_eq!(waits(&page.effects()).last(), Some(&59_000));
}

#[test]
fn what_is_dated_in_the_future_has_no_age_before_its_time_comes_and_is_no_later_than_now_in_the_list() {
    let mut author = elsewhere(9);
    author.post("now");
    set_clock(&mut author, 70 * 365 * 24);
    author.post("by a clock of 2096");
    let file = publication(&mut author);
    let mut page = beside(2, &file);
    assert_eq!(ages(&page), [("now".to_owned(), Age::JustNow), ("by a clock of 2096".to_owned(), Age::Claimed)]);
    let id = page.post("later than both");
    assert_eq!(ages(&page).last().map(|(text, age)| (text.as_str(), *age)), Some(("later than both", Age::JustNow)));
    assert_eq!(page.row("later than both"), id);
    let mut later = naming(3, &file);
    set_clock(&mut later, 48);
    later.send(Msg::Started);
    assert_eq!(ages(&later), [("now".to_owned(), Age::Days(2)), ("by a clock of 2096".to_owned(), Age::Claimed)]);
}

#[test]
fn a_clock_that_is_a_little_ahead_is_not_worth_a_word_and_one_that_is_more_so_only_until_its_time() {
    let mut author = elsewhere(9);
    author.env.now = Timestamp::from_millis(author.env.now.millis() + 10 * 60_000).unwrap();
    author.post("ten minutes");
    set_clock(&mut author, 1);
    author.post("an hour more");
    let mut page = beside(2, &publication(&mut author));
    assert_eq!(ages(&page).iter().map(|(_, age)| *age).collect::<Vec<_>>(), [Age::JustNow, Age::Claimed]);
    // The page wakes when the first is a minute old, or the second not far ahead any more.
    assert_eq!(waits(&page.effects()).last(), Some(&(11 * 60_000)));
    page.wait(55 * 60_000);
    assert_eq!(ages(&page).iter().map(|(_, age)| *age).collect::<Vec<_>>(), [Age::Minutes(45), Age::JustNow]);
}

#[test]
fn a_reply_that_claims_to_be_older_than_what_it_answers_is_not_given_another_date() {
    let mut author = elsewhere(9);
    let one = author.post("one");
    set_clock(&mut author, -30 * 24);
    author.reply(one, "a month before");
    set_clock(&mut author, 30 * 24);
    let page = beside(2, &publication(&mut author));
    assert_eq!(ages(&page), [("one".to_owned(), Age::JustNow), ("a month before".to_owned(), Age::Claimed)]);
    assert_eq!(page.shown(), ["one", "  a month before"]);
}

#[test]
fn an_honest_reply_to_what_is_dated_in_the_future_has_its_age() {
    let mut author = elsewhere(9);
    set_clock(&mut author, 24);
    let one = author.post("from tomorrow");
    set_clock(&mut author, -24);
    author.reply(one, "today");
    let mut page = beside(2, &publication(&mut author));
    page.wait(2 * HOUR);
    assert_eq!(ages(&page), [("from tomorrow".to_owned(), Age::Claimed), ("today".to_owned(), Age::Hours(2))]);
}
