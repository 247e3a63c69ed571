//! The order of the list, and what of a long one is drawn.

use article_widget::app::config::{Config, Keeping};
use article_widget::app::{Effect, FocusTarget, Model, Msg};
use article_widget::domain::sort::Sort;
use article_widget::store::order::News;

use crate::support::Page;

/// The embedder changes an attribute.
pub(crate) fn change(page: &mut Page, how: impl FnOnce(&mut Config)) {
    let mut config = page.model.config.clone();
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
    page.orders();
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
    assert_eq!(page.orders(), [], "nothing is remembered of it");
    change(&mut page, |config| config.sort = Sort::Oldest);
    assert_eq!(page.shown(), OLDEST);
}

#[test]
fn a_readers_choice_is_remembered_and_wins() {
    let mut page = three();
    page.send(Msg::ChoseSort(Sort::Newest));
    assert_eq!(page.shown(), NEWEST);
    assert!(page.orders().contains(&Effect::KeepSort(Sort::Newest)));
    change(&mut page, |config| config.sort = Sort::Oldest);
    assert_eq!(page.shown(), NEWEST);
    let mut page = page.reloaded(2);
    assert_eq!(page.shown(), NEWEST);
    page.send(Msg::ChoseSort(Sort::Oldest));
    change(&mut page, |config| config.sort = Sort::Newest);
    assert_eq!(page.shown(), OLDEST);
}

#[test]
fn forgetting_forgets_the_order_here_and_in_other_tabs() {
    let mut page = three();
    page.send(Msg::ChoseSort(Sort::Newest));
    page.settle();
    let mut other = page.another_tab(2);
    assert_eq!(other.model.sort(), Sort::Newest);
    page.send(Msg::Panel(article_widget::app::panel::PanelMsg::Toggled));
    for message in [
        article_widget::app::panel::PanelMsg::AskedToDelete(article_widget::app::panel::Deletion::Everything),
        article_widget::app::panel::PanelMsg::AnsweredDelete { sure: true },
    ] {
        page.send(Msg::Panel(message));
    }
    let told = page.orders();
    assert!(told.contains(&Effect::ForgetPreferences) && told.contains(&Effect::Tell(News::Forgotten)));
    assert_eq!(page.model.sort(), Sort::Oldest);
    assert!(!page.is_stored("newest"));
    other.send(Msg::Heard(News::Forgotten));
    assert_eq!(other.model.sort(), Sort::Oldest);
}

fn long(comments: usize) -> Page {
    let mut page = Page::started();
    for n in 0..comments {
        page.post(&format!("{n}"));
        page.wait(1);
    }
    page.send(Msg::ChoseSort(Sort::Newest));
    page.orders();
    page
}

fn first_drawn(model: &Model) -> String {
    model.drawn().next().map_or_else(String::new, |row| row.comment.current.body.as_str().to_owned())
}

#[test]
fn newest_first_a_new_comment_stands_at_the_top_and_is_drawn() {
    let mut page = long(130);
    assert_eq!((first_drawn(&page.model).as_str(), page.model.range.clone()), ("129", 0..50));
    let id = page.post("new");
    assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
    assert_eq!((first_drawn(&page.model).as_str(), page.model.range.start), ("new", 0));
}

#[test]
fn what_comes_above_the_rows_that_are_looked_at_does_not_move_them() {
    let mut page = long(130);
    // The reader follows a comment far down, so that the range begins there.
    let far = page.row("10");
    page.send(Msg::PressedDelete(far));
    page.send(Msg::PressedShowLater);
    page.send(Msg::PressedShowLater);
    page.send(Msg::PressedUndo(far));
    page.model.range = 80..120;
    let before = first_drawn(&page.model);
    let mut other = page.another_tab(2);
    other.orders();
    other.post("from elsewhere");
    let told = other.orders();
    page.hear(&told);
    assert_eq!(page.model.rows().len(), 131);
    assert_eq!((first_drawn(&page.model), page.model.range.clone()), (before, 81..121));
}

#[test]
fn another_order_begins_at_its_beginning_and_keeps_the_open_box_drawn() {
    let mut page = long(130);
    page.send(Msg::PressedShowLater);
    let answered = page.row("70");
    page.send(Msg::PressedReply(answered));
    page.send(Msg::ChoseSort(Sort::Oldest));
    assert_eq!(first_drawn(&page.model), "0");
    assert!(page.model.drawn().any(|row| row.comment.id == answered));
}

#[test]
fn a_page_that_keeps_nothing_still_turns_the_list_round() {
    let mut page = Page::new(1);
    page.model.config.storage = Keeping::Nowhere;
    page.send(Msg::Started);
    page.post("one");
    page.wait(1_000);
    page.post("two");
    page.send(Msg::ChoseSort(Sort::Newest));
    assert_eq!(page.shown(), ["two", "one"]);
}
