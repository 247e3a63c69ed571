//! A page that names no discussion, and comments that an earlier version kept under other addresses of it.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ComposerMsg, PageMsg};
use article_widget::app::{Effect, Msg};
use article_widget::domain::ids_of_page::ids_of_page;
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage::msg::PanelMsg;
use article_widget::manage::panel::Deletion;
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::copy::threads_of_page::threads_of_page;

use crate::importing::{elsewhere, publication};
use crate::published::naming;
use crate::support::Page;
use crate::support::looking::clear;

const ADDRESS: &str = "https://a.example/p/";
const TRACKED: &str = "https://a.example/p/?srsltid=abc";
const FILE: &str = "https://a.example/p/index.html";
const OTHER: &str = "https://a.example/p/?p=2";

/// Opens it at an address, as the browser's side would.
fn open(page: &mut Page, address: &str) {
    let (thread, mut others) = ids_of_page(None, address);
    others.append(&mut threads_of_page(&*page.storage, &thread));
    (page.widget.app.config.thread, page.widget.app.config.aliases) = (thread, others);
    page.send(Msg::Started);
}

/// The same browser, where the page is opened again at this address.
fn again(page: &Page, number: u64, address: &str) -> Page {
    let mut next = page.beside(number);
    open(&mut next, address);
    next
}

/// A browser in which an earlier version kept a comment under each of these ids.
fn browser(ids: &[&str]) -> Page {
    let page = Page::new(5);
    for (number, id) in (70..).zip(ids) {
        let mut old = page.beside(number);
        old.widget.app.config.thread = ThreadId::explicit(id).unwrap();
        old.send(Msg::Started);
        old.post(id);
        old.settle();
    }
    page
}

/// The page opened in it.
fn kept_under(ids: &[&str]) -> Page {
    let mut page = browser(ids);
    open(&mut page, ADDRESS);
    page
}

#[test]
fn what_was_kept_under_other_addresses_is_shown_and_new_comments_go_to_the_cleaned_one() {
    let mut page = kept_under(&[FILE, TRACKED, OTHER]);
    assert_eq!(page.shown(), [FILE, TRACKED]);
    let keys = |page: &Page| page.storage.keys(&format!("aw1:{}", page.widget.app.config.thread.key())).unwrap().len();
    assert_eq!(keys(&page), 0);
    page.post("And now");
    page.settle();
    assert_eq!(keys(&page), 2, "the comment and the name");
    for address in [ADDRESS, TRACKED, FILE, "https://a.example/p/?#comments", "https://a.example/p/?gad_source=1"] {
        let next = again(&page, 6, address);
        assert_eq!(next.shown(), [FILE, TRACKED, "And now"], "{address}");
        assert_eq!(next.widget.app.config.thread, page.widget.app.config.thread);
    }
    assert_eq!(again(&page, 6, OTHER).shown(), [OTHER]);
}

#[test]
fn it_can_be_changed_and_deleted_as_before() {
    let mut page = kept_under(&[TRACKED]);
    let id = page.row(TRACKED);
    page.send(ComposerMsg::PressedEdit(id));
    page.type_text(ComposerId::Edit(id), "Better");
    page.submit(ComposerId::Edit(id), "", "Better");
    page.settle();
    let mut page = again(&page, 6, ADDRESS);
    assert_eq!(page.shown(), ["Better"]);
    page.send(PanelMsg::Toggled);
    let thread = page.widget.app.config.thread.key();
    page.send(PanelMsg::AskedToDelete(Deletion::Thread(thread)));
    page.send(PanelMsg::AnsweredDelete { sure: true });
    page.settle();
    assert!(!page.is_kept("Better"));
    assert_eq!(again(&page, 8, ADDRESS).shown(), [""; 0]);
}

#[test]
fn what_only_the_mirror_kept_is_found_where_the_page_tells_the_id() {
    let page = browser(&[FILE, TRACKED]);
    clear(&page.storage);
    assert_eq!(again(&page, 6, ADDRESS).shown(), [FILE]);
    // It came back with what was found.
    assert_eq!(again(&page, 7, TRACKED).shown(), [FILE, TRACKED]);
}

#[test]
fn of_what_was_being_written_at_another_address_the_later_text_counts() {
    let page = browser(&[TRACKED]);
    let mut old = page.beside(60);
    old.widget.app.config.thread = ThreadId::explicit(TRACKED).unwrap();
    old.send(Msg::Started);
    old.type_text(ComposerId::New, "Half");
    old.wait(1_000);
    old.mirror_hangs = true;
    old.type_text(ComposerId::New, "Half a thought");
    old.send(PageMsg::Hidden);
    let mut page = again(&old, 6, ADDRESS);
    page.wait(1_000);
    assert_eq!(page.filled(), [(ComposerId::New, "Half a thought".to_owned())]);
    page.submit(ComposerId::New, "", "Half a thought");
    page.settle();
    assert_eq!((page.stored_drafts(), page.mirrored_drafts()), (vec![], vec![]), "and the earlier one goes with it");
}

#[test]
fn a_published_file_may_call_the_page_by_any_of_its_addresses() {
    let mut theirs = elsewhere(9);
    theirs.post("Theirs");
    let file = publication(&mut theirs);
    let shown = |id: &str| {
        let mut page = naming(2, &file.replace("\"demo\"", &format!("\"{id}\"")));
        open(&mut page, ADDRESS);
        page.shown()
    };
    for id in [ADDRESS, TRACKED, FILE, "https://a.example/p/index.html?igsh=x"] {
        assert_eq!(shown(id), ["Theirs"], "{id}");
    }
    assert_eq!((shown(OTHER), shown("https://a.example/p")), (vec![], vec![]));
}

#[test]
fn the_room_is_counted_once_for_all_ids() {
    let page = kept_under(&[TRACKED, FILE]);
    assert_eq!(page.shown().len(), 2);
    let mut next = page.beside(6);
    next.asks_for_space_later = true;
    open(&mut next, ADDRESS);
    assert_eq!(next.effects().iter().filter(|effect| **effect == Effect::MeasureUsage).count(), 1);
}

#[test]
fn what_was_being_written_under_an_earlier_address_is_in_its_composer_again() {
    let mut old = Page::new(5);
    old.widget.app.config.thread = ThreadId::explicit(FILE).unwrap();
    old.send(Msg::Started);
    old.type_text(ComposerId::New, "Half a thou");
    old.wait(1_000);
    old.send(PageMsg::Hidden);
    let mut page = again(&old, 6, FILE);
    page.wait(1_000);
    assert_eq!(page.filled(), [(ComposerId::New, "Half a thou".to_owned())]);
    page.submit(ComposerId::New, "", "Half a thought");
    page.settle();
    let mut page = again(&page, 7, ADDRESS);
    page.wait(1_000);
    assert_eq!((page.shown(), page.filled()), (vec!["Half a thought".to_owned()], vec![]));
    assert_eq!(page.storage.keys("aw1d:").unwrap(), [""; 0]);
}

#[test]
fn an_unsent_edit_stays_where_its_comment_is_kept() {
    let mut page = kept_under(&[FILE]);
    let id = page.row(FILE);
    page.send(ComposerMsg::PressedEdit(id));
    page.type_text(ComposerId::Edit(id), "Bet");
    page.wait(1_000);
    let mut page = again(&page, 6, ADDRESS);
    page.wait(1_000);
    let composer = ComposerId::Edit(id);
    assert_eq!(
        page.widget.app.composer.composers().get(composer).map(|_| page.widget.app.composer_text(composer)),
        Some("Bet")
    );
    page.submit(composer, "", "Better");
    page.settle();
    assert_eq!(again(&page, 7, FILE).shown(), ["Better"]);
}

#[test]
fn what_goes_on_at_an_earlier_address_is_not_removed_by_the_page_that_took_it_over() {
    let mut old = Page::new(5);
    old.widget.app.config.thread = ThreadId::explicit(FILE).unwrap();
    old.send(Msg::Started);
    old.type_text(ComposerId::New, "Half");
    old.wait(1_000);
    old.send(PageMsg::Hidden);
    // That page does not say in time that the text is its own.
    let mut page = again(&old, 6, FILE);
    page.wait(1_000);
    assert_eq!(page.filled(), [(ComposerId::New, "Half".to_owned())]);
    old.effects();
    old.type_text(ComposerId::New, "Half a thought");
    old.wait(1_000);
    page.hear(&old.told());
    page.type_text(ComposerId::New, "Another one");
    page.wait(1_000);
    assert!(page.is_kept("Half a thought") && page.is_kept("Another one"));
}
