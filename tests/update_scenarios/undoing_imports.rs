//! An import is undone in every discussion that it went to, and leaves nothing behind.

use article_widget::app::Msg;
use article_widget::domain::thread_id::ThreadId;
use article_widget::manage;
use article_widget::manage::effect::Purpose;
use article_widget::manage::msg::{FileMsg, ImportMsg, PanelMsg};
use article_widget::store::copy::key_value::KeyValue;
use article_widget::store::format::stored_text::StoredText;

use crate::importing::{choose, done, elsewhere, figures, publication};
use crate::panel::{discussion, here, offer, panel};
use crate::support::Page;

const OTHERS: [&str; 3] = ["one", "two", "three"];

/// A backup of this discussion and of three others.
fn of_four() -> String {
    let mut theirs = here();
    theirs.post("Here");
    for id in OTHERS {
        discussion(&mut theirs, id, &["There", "There too"]);
    }
    theirs.settle();
    offer(&mut theirs, FileMsg::AskedForBackup { everything: true }).text.unwrap_or_default()
}

/// A browser that has imported it.
fn imported(file: &str) -> Page {
    let mut page = elsewhere(2);
    choose(&mut page, file);
    assert_eq!(figures(&page).0, 7);
    page.send(ImportMsg::Imported);
    assert_eq!(page.settle_and_count("aw1i:"), (7, 7));
    page
}

fn undo(page: &mut Page) {
    let batches = done(page).batches;
    page.send(ImportMsg::Undid { batches });
}

impl Page {
    fn settle_and_count(&mut self, family: &str) -> (usize, usize) {
        self.settle();
        (self.storage.keys(family).unwrap_or_default().len(), self.mirror.keys(family).unwrap_or_default().len())
    }
}

/// How often everything was read to be shown.
fn readings(page: &mut Page) -> usize {
    page.managed().iter().filter(|effect| **effect == manage::Effect::ReadEverything(Purpose::Show)).count()
}

#[test]
fn an_import_into_many_discussions_frees_its_room_everywhere_and_can_come_again() {
    let file = of_four();
    let mut page = imported(&file);
    assert_eq!(done(&page).batches.len(), 4);
    let full = panel(&page).inventory.clone().map(|inventory| inventory.ours_units);
    page.effects();
    undo(&mut page);
    assert_eq!(page.settle_and_count("aw1i:"), (0, 0));
    assert!(!page.is_kept("There"));
    assert!(!page.is_kept("\"batch\""), "what stands for the import goes too");
    assert!(readings(&mut page) <= 2, "everything is read once for all that nobody sees, and once for what is here");
    let inventory = panel(&page).inventory.clone();
    assert!(inventory.clone().is_some_and(|inventory| inventory.threads.is_empty()), "{inventory:?}");
    assert!(inventory.map(|inventory| inventory.ours_units) < full, "the meter shows that there is room again");
    choose(&mut page, &file);
    assert_eq!(figures(&page).0, 7);
    page.send(ImportMsg::Imported);
    assert_eq!(page.settle_and_count("aw1i:"), (7, 7), "the bytes stand there once");
}

#[test]
fn nothing_goes_before_what_says_so_is_kept_for_certain() {
    let mut page = imported(&of_four());
    page.mirror_hangs = true;
    undo(&mut page);
    assert_eq!(page.settle_and_count("aw1i:"), (7, 7));
    page.wait(9_000);
    assert!(page.is_kept("\"erase\""), "one place has it by now");
    for _ in 0..2 {
        page.send(PanelMsg::Toggled);
    }
    assert_eq!(page.settle_and_count("aw1i:"), (7, 7), "and opening the panel changes nothing of that");
    page.mirror_hangs = false;
    for _ in 0..8 {
        page.wait(4_000);
    }
    assert_eq!(page.settle_and_count("aw1i:"), (0, 0));
}

#[test]
fn what_a_page_that_was_closed_could_not_remove_goes_when_the_panel_is_opened() {
    let mut page = imported(&of_four());
    let before: Vec<(String, StoredText)> =
        page.stored().into_iter().filter(|(key, _)| key.starts_with("aw1i:")).collect();
    undo(&mut page);
    assert_eq!(page.settle_and_count("aw1i:"), (0, 0));
    for (key, value) in before {
        if let StoredText::Text(value) = value {
            assert_eq!(page.storage.set(&key, &value), Ok(()));
        }
    }
    let mut page = page.reloaded(3);
    assert!(page.is_kept("There"));
    page.send(PanelMsg::Toggled);
    assert_eq!(page.settle_and_count("aw1i:"), (0, 0));
}

#[test]
fn a_page_that_shows_the_discussion_hears_that_its_import_is_undone() {
    let mut page = imported(&of_four());
    let mut other = page.beside(5);
    other.widget.app.config.thread =
        ThreadId::explicit("two").unwrap_or_else(|| other.widget.app.config.thread.clone());
    other.send(Msg::Started);
    assert_eq!(other.shown(), ["There", "There too"]);
    page.effects();
    undo(&mut page);
    other.hear(&page.told());
    assert!(other.shown().is_empty());
}

#[test]
fn a_discussion_that_only_came_in_a_file_is_listed_by_what_the_file_calls_it() {
    let page = imported(&of_four());
    let inventory = panel(&page).inventory.clone();
    let mut named: Vec<String> =
        inventory.into_iter().flat_map(|it| it.threads).filter_map(|it| it.name).map(|it| it.id).collect();
    named.sort();
    assert_eq!(named, ["one", "three", "two"], "the one that is shown names itself");
}

#[test]
fn an_import_made_after_everything_was_deleted_is_undone_by_a_page_that_was_opened_later() {
    let mut theirs = here();
    theirs.post("Theirs");
    let file = publication(&mut theirs);
    let mut page = elsewhere(2);
    page.post("Mine");
    page.delete_everything();
    page.settle();
    choose(&mut page, &file);
    page.send(ImportMsg::Imported);
    page.settle();
    let mut page = page.reloaded(3);
    page.send(PanelMsg::Toggled);
    assert_eq!(page.shown(), ["Theirs"]);
    let threads = panel(&page).inventory.as_ref().map(|inventory| inventory.threads.clone()).unwrap_or_default();
    let batches = threads.iter().flat_map(|thread| thread.imports.iter().map(|it| (thread.key.clone(), it.batch)));
    let batches = batches.collect();
    page.send(ImportMsg::Undid { batches });
    page.settle();
    assert!(page.shown().is_empty() && !page.is_kept("Theirs"));
}
