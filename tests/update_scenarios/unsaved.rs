//! What of a file finds no space is read in the preview, and nothing of it is kept.
#![expect(clippy::panic, reason = "a test that cannot be set up has failed")]

use article_widget::manage;
use article_widget::manage::import::Import;
use article_widget::manage::msg::{FileMsg, ImportMsg, PanelMsg};
use article_widget::manage::unsaved::Unsaved;
use article_widget::store::copy::usage::Usage;
use article_widget::store::file::import_preview::ImportMode;

use crate::importing::{backup, choose, elsewhere, shown};
use crate::panel::{discussion, here, offer};
use crate::support::Page;

/// Space for nothing, and for about half of ten short comments.
const NONE: Usage = Usage { origin: 5_242_880, ours: 1_000, quota: 5_242_880 };
const HALF: Usage = Usage { origin: 2_078_200, ours: 2_078_200, quota: 5_242_880 };

/// A backup of so many comments, "Number 0" and so on.
#[track_caller]
fn numbered(comments: usize) -> String {
    let mut theirs = here();
    for number in 0..comments {
        theirs.post(&format!("Number {number}"));
    }
    backup(&mut theirs)
}

/// A browser with so much space, in which a file is shown.
fn showing(file: &str, usage: Usage) -> Page {
    let mut page = elsewhere(2);
    page.usage = usage;
    choose(&mut page, file);
    page
}

fn unsaved(page: &Page) -> Option<&Unsaved> {
    match &page.widget.manage.import {
        Import::Shown(_, unsaved) => unsaved.as_ref(),
        _ => None,
    }
}

#[track_caller]
fn texts(page: &Page) -> Vec<&str> {
    let unsaved = unsaved(page).unwrap_or_else(|| panic!("nothing is looked at"));
    unsaved.texts.iter().map(|(_, text)| text.body.as_str()).collect()
}

#[test]
fn what_finds_no_room_is_looked_at_fifty_at_a_time_and_never_kept() {
    let mut page = showing(&numbered(120), NONE);
    let before = (page.stored(), page.mirrored());
    assert_eq!((shown(&page).new_records(), shown(&page).over_quota()), (0, 120));
    assert!(unsaved(&page).is_none(), "nobody has asked yet");
    page.send(ImportMsg::ToggledUnsaved);
    assert_eq!((texts(&page).len(), texts(&page)[0], texts(&page)[49]), (50, "Number 0", "Number 49"));
    page.effects();
    page.send(ImportMsg::AskedForMoreUnsaved);
    assert_eq!((texts(&page).len(), page.managed_focus()), (100, Some(manage::FocusTarget::Unsaved(50))));
    page.send(ImportMsg::AskedForMoreUnsaved);
    assert_eq!((texts(&page)[119], page.managed_focus()), ("Number 119", Some(manage::FocusTarget::Unsaved(100))));
    assert_eq!(unsaved(&page).unwrap().seen, 120);
    page.effects();
    page.send(ImportMsg::AskedForMoreUnsaved);
    assert_eq!((texts(&page).len(), page.focus()), (120, None), "there is no more");
    page.send(ImportMsg::ToggledUnsaved);
    assert!(unsaved(&page).is_none());
    page.send(ImportMsg::ToggledUnsaved);
    assert_eq!(texts(&page).len(), 50, "from the beginning again");
    page.send(PanelMsg::Toggled);
    page.settle();
    assert_eq!((page.stored(), page.mirrored()), before);
    assert!(!page.is_kept("Number"));
    assert!(page.reloaded(3).shown().is_empty());
}

#[test]
fn what_finds_room_is_imported_and_the_rest_was_only_looked_at() {
    let mut page = showing(&numbered(10), HALF);
    page.send(ImportMsg::ToggledUnsaved);
    let rest: Vec<String> = texts(&page).into_iter().map(str::to_owned).collect();
    let new = shown(&page).new_records();
    assert!(new > 0 && new + rest.len() == 10, "{new} and {rest:?}");
    page.send(ImportMsg::Imported);
    assert_eq!(page.widget.app.thread().count(), new);
    assert!(rest.iter().all(|text| !page.is_kept(text)), "{rest:?}");
}

#[test]
fn it_is_looked_at_whosever_it_is_taken_to_be() {
    let mut page = showing(&numbered(3), NONE);
    for mode in [ImportMode::AsOwn, ImportMode::AsForeign] {
        page.send(ImportMsg::ToggledUnsaved);
        assert_eq!(texts(&page).len(), 3);
        page.send(ImportMsg::ChoseMode(mode));
        assert_eq!(shown(&page).mode, mode);
        assert!(unsaved(&page).is_none(), "what was compared again is asked for again");
    }
}

#[test]
fn every_discussion_of_a_file_is_looked_at_in_its_order() {
    let mut theirs = here();
    theirs.post("Here");
    let other = discussion(&mut theirs, "other", &["There", "There too"]);
    let file = offer(&mut theirs, FileMsg::AskedForBackup { everything: true }).text.unwrap();
    let mut page = showing(&file, NONE);
    page.send(ImportMsg::ToggledUnsaved);
    let shown = shown(&page);
    let found: Vec<(bool, &str)> = unsaved(&page)
        .unwrap()
        .texts
        .iter()
        .map(|(thread, text)| (shown.threads[*thread].key == other, text.body.as_str()))
        .collect();
    let mut sorted = found.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [(false, "Here"), (true, "There"), (true, "There too")], "{found:?}");
}

#[test]
fn what_one_discussion_takes_is_no_room_for_the_next() {
    let text = "x".repeat(600);
    let mut theirs = here();
    theirs.post(&text);
    discussion(&mut theirs, "other", &[&text]);
    let file = offer(&mut theirs, FileMsg::AskedForBackup { everything: true }).text.unwrap();
    // Each takes some 800 units, and its import up to 1,024 more.
    for (room, new) in [(1_500, 0), (2_500, 1), (3_500, 1), (4_500, 2)] {
        let ours = 2_080_000 - room;
        let page = showing(&file, Usage { origin: ours, ours, quota: 5_242_880 });
        assert_eq!((shown(&page).new_records(), shown(&page).over_quota()), (new, 2 - new), "{room}");
    }
}

#[test]
fn the_page_wakes_when_the_age_of_what_is_looked_at_is_no_longer_true() {
    let mut page = showing(&numbered(1), NONE);
    page.effects();
    page.send(ImportMsg::ToggledUnsaved);
    assert!(page.managed().contains(&manage::Effect::WakeAfter(60_000)));
}

#[test]
fn where_there_is_nothing_to_look_at_nothing_is_shown() {
    let mut deleted = here();
    let gone = deleted.post("Gone");
    deleted.send(article_widget::app::msg::ActionMsg::PressedDelete(gone));
    for (file, usage) in [(backup(&mut deleted), NONE), (numbered(1), Page::new(1).usage)] {
        let mut page = showing(&file, usage);
        page.send(ImportMsg::ToggledUnsaved);
        page.send(ImportMsg::AskedForMoreUnsaved);
        assert!(unsaved(&page).is_none());
    }
    let mut page = here();
    page.send(ImportMsg::ToggledUnsaved);
    assert!(matches!(page.widget.manage.import, Import::None));
}
