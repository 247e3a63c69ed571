//! The order of the list, and what of a long one is drawn.

use article_widget::app::config::{Config, Persistence};
use article_widget::app::msg::{ActionMsg, ComposerMsg, ListMsg};
use article_widget::app::{App, Effect, FocusTarget, Msg};
use article_widget::domain::sort::Sort;
use article_widget::manage;
use article_widget::manage::msg::PanelMsg;
use article_widget::manage::panel::Deletion;
use article_widget::store::copy::request::Broadcast;

use crate::support::Page;

/// The embedder changes an attribute.
pub(crate) fn change(page: &mut Page, how: impl FnOnce(&mut Config)) {
    let mut config = page.widget.app.config.clone();
    how(&mut config);
    page.send(Msg::ChangedConfig(Box::new(config)));
}

fn three() -> Page {
    let mut page = Page::started();
    for text in ["one", "two", "three"] {
        page.post(text);
        page.wait(1_000);
    }
    let one = page.row("one");
    for text in ["first answer", "second answer"] {
        page.reply(one, text);
        page.wait(1_000);
    }
    page.effects();
    page
}

const OLDEST: [&str; 5] = ["one", "  first answer", "  second answer", "two", "three"];
const NEWEST: [&str; 5] = ["three", "two", "one", "  first answer", "  second answer"];

#[test]
fn the_embedder_says_which_comes_first_and_can_change_it() {
    let mut page = three();
    assert_eq!(page.shown(), OLDEST);
    change(&mut page, |config| config.sort = Sort::Newest);
    assert_eq!(page.shown(), NEWEST);
    assert_eq!(page.effects(), [], "nothing is remembered of it");
    change(&mut page, |config| config.sort = Sort::Oldest);
    assert_eq!(page.shown(), OLDEST);
}

#[test]
fn a_readers_choice_is_remembered_and_wins() {
    let mut page = three();
    page.send(ListMsg::ChoseSort(Sort::Newest));
    assert_eq!(page.shown(), NEWEST);
    assert!(page.effects().contains(&Effect::KeepSort(Sort::Newest)));
    change(&mut page, |config| config.sort = Sort::Oldest);
    assert_eq!(page.shown(), NEWEST);
    let mut page = page.reloaded(2);
    assert_eq!(page.shown(), NEWEST);
    page.send(ListMsg::ChoseSort(Sort::Oldest));
    change(&mut page, |config| config.sort = Sort::Newest);
    assert_eq!(page.shown(), OLDEST);
}

#[test]
fn forgetting_forgets_the_order_here_and_in_other_tabs() {
    let mut page = three();
    page.send(ListMsg::ChoseSort(Sort::Newest));
    page.settle();
    let mut other = page.another_tab(2);
    assert_eq!(other.widget.app.sort(), Sort::Newest);
    page.send(PanelMsg::Toggled);
    for msg in [PanelMsg::AskedToDelete(Deletion::Everything), PanelMsg::AnsweredDelete { sure: true }] {
        page.send(msg);
    }
    let effects = page.managed();
    let forgets = [manage::Effect::ForgetPreferences, manage::Effect::Broadcast(Broadcast::Forgotten)];
    assert!(forgets.iter().all(|effect| effects.contains(effect)), "{effects:?}");
    assert_eq!(page.widget.app.sort(), Sort::Oldest);
    assert!(!page.is_stored("newest"));
    other.send(Msg::Heard(Broadcast::Forgotten));
    assert_eq!(other.widget.app.sort(), Sort::Oldest);
}

fn long(comments: usize) -> Page {
    let mut page = Page::started();
    for n in 0..comments {
        page.post(&format!("{n}"));
        page.wait(1);
    }
    page.send(ListMsg::ChoseSort(Sort::Newest));
    page.effects();
    page
}

fn first_drawn(model: &App) -> String {
    model.drawn().next().map_or_else(String::new, |row| row.comment.current.body.as_str().to_owned())
}

#[test]
fn newest_first_a_new_comment_stands_at_the_top_and_is_drawn() {
    let mut page = long(130);
    assert_eq!((first_drawn(&page.widget.app).as_str(), page.drawn_ranges()), ("129", vec![(0, 130)]));
    let id = page.post("new");
    assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
    assert_eq!((first_drawn(&page.widget.app).as_str(), page.drawn_ranges()), ("new", vec![(0, 131)]));
}

#[test]
fn what_comes_above_the_rows_that_are_looked_at_does_not_move_them() {
    let mut page = long(130);
    page.draws_later = true;
    // The reader follows a comment far down.
    page.send(ListMsg::ChoseSort(Sort::Newest));
    let far = page.row("30");
    page.send(ActionMsg::PressedDelete(far));
    page.send(ActionMsg::PressedUndo(far));
    assert_eq!(page.drawn_ranges(), [(0, 16), (91, 108)]);
    let group = |page: &Page| page.widget.app.list.group_of(far, page.widget.app.rows()).map(|it| it.group.number);
    let before = group(&page);
    let mut other = page.another_tab(2);
    other.effects();
    other.post("from elsewhere");
    let told = other.told();
    page.hear(&told);
    assert_eq!(page.widget.app.rows().len(), 131);
    assert_eq!((group(&page), page.drawn_ranges()), (before, vec![(0, 17), (92, 109)]));
}

#[test]
fn another_order_begins_at_its_beginning_and_keeps_the_open_composer_drawn() {
    let mut page = long(130);
    let answered = page.row("70");
    page.send(ComposerMsg::PressedReply(answered));
    page.send(ListMsg::ChoseSort(Sort::Oldest));
    assert_eq!(first_drawn(&page.widget.app), "0");
    assert!(page.widget.app.drawn().any(|row| row.comment.id == answered));
}

#[test]
fn a_page_that_keeps_nothing_still_turns_the_list_round() {
    let mut page = Page::new(1);
    page.widget.app.config.storage = Persistence::Nowhere;
    page.send(Msg::Started);
    page.post("one");
    page.wait(1_000);
    page.post("two");
    page.send(ListMsg::ChoseSort(Sort::Newest));
    assert_eq!(page.shown(), ["two", "one"]);
}
