//! A reader finds their way: what is new since they were here last, what they look for, and which comments they want to see.

use article_widget::app::composers::ComposerId;
use article_widget::app::finding::SearchStatus;
use article_widget::app::msg::{ActionMsg, ComposerMsg, FindingMsg, ListMsg, PageMsg, SearchMsg};
use article_widget::app::{Effect, FocusTarget};
use article_widget::domain::filter::Filter;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::sort::Sort;

use crate::importing::publication;
use crate::published::{again, beside, theirs};
use crate::support::Page;

/// A page beside a file with these comments, and what the file is with so many more.
fn visits(first: &[&str], later: &[&str]) -> (Page, String) {
    let mut author = theirs(first);
    let before = publication(&mut author);
    for text in later {
        author.post(text);
    }
    (beside(1, &before), publication(&mut author))
}

/// The reader leaves, and comes back while this file lies there.
fn next_visit(mut page: Page, number: u64, file: &str) -> Page {
    page.send(PageMsg::Hidden);
    again(page, number, file)
}

/// What is new, in the order of the list.
fn new_texts(page: &Page) -> Vec<String> {
    let new = page.widget.app.finding.new_comments();
    let rows = page.widget.app.rows().iter().filter(|row| new.contains(&row.comment.id));
    rows.map(|row| row.comment.current.body.as_str().to_owned()).collect()
}

/// Where the reader is led to the next new comment.
fn next_new(page: &mut Page, after: Option<OperationId>) -> Option<FocusTarget> {
    page.effects();
    page.send(FindingMsg::PressedNextNew(after));
    page.focus()
}

/// How many comments were found, and which of them the reader was led to.
fn found(page: &Page) -> (usize, Option<OperationId>) {
    let search = page.widget.app.finding.searched();
    (search.count(), search.current().map(|(id, _)| id))
}

fn search_for(page: &mut Page, words: &str) {
    page.send(SearchMsg::Typed(words.to_owned()));
}

/// A page with a conversation and two comments, with the search open.
fn searching() -> Page {
    let mut page = Page::started();
    let one = page.post("The bridge is closed");
    page.reply(one, "Which bridge?");
    page.post("A café by the river");
    page.effects();
    page.send(FindingMsg::Toggled);
    page
}

#[test]
fn on_a_first_visit_nothing_is_new_and_later_what_has_come_is_until_it_was_seen() {
    let (page, later) = visits(&["one", "two"], &["three", "four"]);
    assert_eq!(new_texts(&page), [""; 0]);
    let mut second = next_visit(page, 2, &later);
    assert_eq!(new_texts(&second), ["three", "four"]);
    let (three, four) = (second.row("three"), second.row("four"));
    assert!(second.effects().contains(&Effect::WatchNew));
    second.send(FindingMsg::CameIntoView(vec![three]));
    assert_eq!(new_texts(&second), ["three", "four"], "as long as the visit lasts");
    let third = next_visit(second, 3, &later);
    assert_eq!(new_texts(&third), ["four"], "the other was not seen");
    let mut fourth = next_visit(third, 4, &later);
    assert_eq!(next_new(&mut fourth, None), Some(FocusTarget::Comment(four)));
    assert_eq!(new_texts(&next_visit(fourth, 5, &later)), [""; 0]);
}

#[test]
fn what_the_reader_writes_is_not_new_to_them() {
    let (page, later) = visits(&["one"], &["two"]);
    let mut page = next_visit(page, 2, &later);
    page.post("mine");
    page.settle();
    assert_eq!(new_texts(&page), ["two"]);
    assert_eq!(new_texts(&next_visit(page, 3, &later)), ["two"]);
}

#[test]
fn a_file_that_did_not_come_once_makes_nothing_new() {
    let (mut page, later) = visits(&["one", "two"], &["three"]);
    page.send(PageMsg::Hidden);
    let without = page.reloaded(2);
    assert_eq!(without.shown(), [""; 0]);
    assert_eq!(new_texts(&next_visit(without, 3, &later)), ["three"]);
}

#[test]
fn the_reader_is_led_from_one_new_comment_to_the_next_below_and_round_again() {
    let (page, later) = visits(&["one"], &["two", "three"]);
    let mut page = next_visit(page, 2, &later);
    let (two, three) = (page.row("two"), page.row("three"));
    let to = |id| Some(FocusTarget::Comment(id));
    assert_eq!(next_new(&mut page, None), to(two));
    assert_eq!(page.widget.app.list.pointed_at(), Some(two));
    assert_eq!(next_new(&mut page, None), to(three));
    assert_eq!(next_new(&mut page, None), to(two), "from the beginning");
    assert_eq!(next_new(&mut page, Some(three)), to(two));
    page.send(ListMsg::ChoseSort(Sort::Newest));
    assert_eq!(next_new(&mut page, Some(three)), to(two), "as the list stands");
    page.send(FindingMsg::PressedAllSeen);
    assert_eq!(next_new(&mut page, None), None);
    assert_eq!(new_texts(&next_visit(page, 3, &later)), [""; 0]);
}

#[test]
fn what_is_looked_for_is_counted_and_walked_in_both_directions() {
    let mut page = searching();
    assert_eq!(page.focus(), Some(FocusTarget::Search));
    search_for(&mut page, "BRIDGE");
    assert_eq!(found(&page), (2, None), "the page does not jump while somebody types");
    let (one, two) = (page.row("The bridge is closed"), page.row("Which bridge?"));
    let walk = |page: &mut Page, back| {
        page.effects();
        page.send(if back { SearchMsg::PressedPrevious } else { SearchMsg::PressedNext });
        let shown = page.effects().contains(&Effect::ShowRow(found(page).1.unwrap_or(OperationId::NAMING)));
        (found(page).1, shown)
    };
    assert_eq!(walk(&mut page, false), (Some(one), true));
    assert_eq!(walk(&mut page, false), (Some(two), true));
    assert_eq!(walk(&mut page, false), (Some(one), true), "round again");
    assert_eq!(walk(&mut page, true), (Some(two), true));
    search_for(&mut page, "bridge clo");
    assert_eq!(found(&page), (1, None));
    search_for(&mut page, "bridge cafe");
    assert_eq!(found(&page), (0, None), "all words are in one comment");
    assert_eq!(walk(&mut page, false).0, None);
    search_for(&mut page, "  ");
    assert!(page.effects().contains(&Effect::MarkFound(Vec::new())));
}

#[test]
fn a_search_looks_into_folded_branches_and_leaves_them_folded() {
    let mut page = Page::started();
    let one = page.post("one");
    let hidden = page.reply(one, "a hidden pearl");
    page.send(ListMsg::PressedFold(one));
    page.send(FindingMsg::Toggled);
    page.effects();
    search_for(&mut page, "pearl");
    assert_eq!((found(&page), page.shown().len()), ((1, None), 1));
    page.send(SearchMsg::PressedNext);
    assert_eq!((found(&page), page.shown().len()), ((1, Some(hidden)), 2));
    assert_eq!(page.widget.app.list.pointed_at(), Some(hidden));
    let effects = page.effects();
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::KeepFolds { .. })), "the reader has opened nothing");
    page.send(FindingMsg::Closed);
    assert_eq!((page.shown(), page.widget.app.list.pointed_at()), (vec!["one".to_owned()], None));
    assert_eq!(page.widget.app.finding.searched().status(), SearchStatus::Closed);
    let effects = page.effects();
    for effect in [Effect::MarkFound(Vec::new()), Effect::RestoreScroll, Effect::Focus(FocusTarget::SearchButton)] {
        assert!(effects.contains(&effect), "{effect:?}");
    }
}

#[test]
fn what_comes_or_changes_while_somebody_searches_is_found() {
    let mut page = searching();
    search_for(&mut page, "bridge");
    let current = |page: &Page| found(page).1;
    page.send(SearchMsg::PressedPrevious);
    let two = page.row("Which bridge?");
    assert_eq!(current(&page), Some(two));
    page.post("Another bridge");
    assert_eq!(found(&page), (3, Some(two)), "and the reader is where they were");
    let one = page.row("The bridge is closed");
    page.send(ActionMsg::PressedDelete(one));
    assert_eq!(found(&page), (2, Some(two)));
    page.send(ComposerMsg::PressedEdit(two));
    page.submit(ComposerId::Edit(two), "", "Which one?");
    assert_eq!(found(&page), (1, None));
}

#[test]
fn the_list_is_of_those_whom_the_reader_wants_to_see() {
    let (page, later) = visits(&["theirs"], &["theirs, later"]);
    let mut page = next_visit(page, 2, &later);
    page.send(FindingMsg::Toggled);
    let theirs = page.row("theirs");
    let mine = page.reply(theirs, "mine");
    page.settle();
    let mut shows = |filter| {
        page.send(FindingMsg::Chose(filter));
        page.shown()
    };
    assert_eq!(shows(Filter::Own), ["mine"], "at one level");
    assert_eq!(shows(Filter::New), ["theirs, later"]);
    assert_eq!(shows(Filter::Published), ["theirs", "theirs, later"]);
    assert_eq!(shows(Filter::All), ["theirs", "  mine", "theirs, later"]);
    shows(Filter::Published);
    page.post("one more");
    assert_eq!(page.shown().len(), 4, "who writes sees what they wrote");
    page.send(FindingMsg::Chose(Filter::Own));
    page.send(ListMsg::PressedAnswered(mine));
    assert_eq!((page.shown().len(), page.focus()), (4, Some(FocusTarget::Comment(theirs))), "what it answers is shown");
    page.send(FindingMsg::Chose(Filter::Own));
    search_for(&mut page, "theirs");
    assert_eq!(found(&page).0, 0, "a search looks at what is shown");
    page.send(FindingMsg::Closed);
    assert_eq!(page.shown().len(), 4);
}
