//! What stands in the composers of a page and beside them, whatever else is drawn.

use article_widget::app::composers::ComposerId;
use article_widget::app::host_call;
use article_widget::app::msg::{ActionMsg, ComposerMsg, ListMsg, PageMsg};
use article_widget::app::{FocusTarget, Msg};
use article_widget::manage::msg::ImportMsg;

use crate::aliases::{OLD, ids, moved};
use crate::importing::{choose, done, elsewhere, publication};
use crate::published::{naming, theirs};
use crate::support::Page;
use crate::windows::long;

#[test]
fn what_is_being_replied_to_stays_drawn_whatever_comes_before_it() {
    let mut page = long(60);
    let answered = page.row("49");
    page.send(ComposerMsg::PressedReply(answered));
    page.type_text(ComposerId::Reply(answered), "long text");
    let mut other = page.another_tab(3);
    for n in 0..20 {
        let first = other.row("0");
        other.send(ComposerMsg::PressedReply(first));
        other.submit(ComposerId::Reply(first), "", &format!("early {n}"));
    }
    page.hear(&other.told());
    assert!(page.widget.app.drawn().any(|row| row.comment.id == answered));
    assert_eq!(page.drawn_ranges(), [(0, 80)]);
}

#[test]
fn a_composer_that_was_out_of_sight_is_drawn_with_what_was_written_in_it() {
    let mut page = Page::with_comments(5_000);
    let answered = page.row("Comment 100");
    page.send(ComposerMsg::PressedReply(answered));
    let composer = ComposerId::Reply(answered);
    assert_eq!(page.widget.app.composer_text(composer), "");
    page.type_text(composer, "long text");
    page.post("a new one, far below");
    let is_drawn = |page: &Page| page.widget.app.drawn().any(|row| row.comment.id == answered);
    assert!(!is_drawn(&page), "nothing else is drawn than the beginning and the end");
    page.send(ListMsg::CameNear { first: 90, end: 105, row_height: 0, focused: None });
    assert!(is_drawn(&page), "the reader has come there");
    assert_eq!(page.widget.app.composer_text(composer), "long text");
    page.send(ComposerMsg::PressedEscape { composer, body: "long text".to_owned() });
    assert!(page.widget.app.composer.composers().get(composer).is_some(), "what was written is not closed by a key");
}

#[test]
fn an_edit_composer_is_drawn_with_the_comment_until_something_is_written_in_it() {
    let mut page = Page::started();
    let id = page.post("as it was");
    page.send(ComposerMsg::PressedEdit(id));
    assert_eq!(page.widget.app.composer_text(ComposerId::Edit(id)), "as it was");
    page.type_text(ComposerId::Edit(id), "as it will be");
    assert_eq!(page.widget.app.composer_text(ComposerId::Edit(id)), "as it will be");
}

#[test]
fn what_another_tab_answers_stands_beside_its_composer_or_where_that_is_closed_beside_the_first() {
    let mut writing = Page::started();
    let id = writing.post("answered");
    writing.settle();
    let mut page = writing.another_tab(2);
    writing.effects();
    writing.send(ComposerMsg::PressedReply(id));
    writing.type_text(ComposerId::Reply(id), "theirs");
    writing.wait(1_000);
    page.hear(&writing.told());
    assert_eq!(page.drafts_beside(ComposerId::New), ["theirs"]);
    page.send(ComposerMsg::PressedReply(id));
    assert_eq!(page.drafts_beside(ComposerId::New), Vec::<&str>::new());
    assert_eq!(page.drafts_beside(ComposerId::Reply(id)), ["theirs"]);
}

#[test]
fn a_reply_whose_tab_has_crashed_is_offered_and_opens_its_own_composer() {
    let mut writing = Page::started();
    let id = writing.post("answered");
    writing.settle();
    let mut page = writing.another_tab(2);
    page.wait(500);
    writing.effects();
    writing.send(ComposerMsg::PressedReply(id));
    writing.type_text(ComposerId::Reply(id), "theirs");
    writing.wait(1_000);
    page.hear(&writing.told());
    page.send(PageMsg::Woken);
    page.wait(500);
    let (name, other) = page.widget.app.other_drafts(ComposerId::New).next().unwrap();
    assert!(!other.live && page.widget.app.has_place_for(other));
    page.effects();
    page.send(ComposerMsg::PressedUseDraft(name));
    assert_eq!(page.widget.app.composer_text(ComposerId::Reply(id)), "theirs");
    assert_eq!(page.focus(), Some(FocusTarget::Composer(ComposerId::Reply(id))));
    assert_eq!(page.drafts_beside(ComposerId::New), Vec::<&str>::new());
}

#[test]
fn what_is_discarded_can_be_taken_back() {
    let page = Page::left_behind("one");
    let mut page = page.another_tab(2);
    page.type_text(ComposerId::New, "mine");
    page.wait(500);
    let name = page.widget.app.other_drafts(ComposerId::New).next().unwrap().0;
    page.send(ComposerMsg::PressedDiscardDraft(name));
    assert!(page.widget.app.discussion().is_discarded(name) && page.is_kept("\"one\""));
    assert_eq!(page.focus(), Some(FocusTarget::Draft(name)));
    page.send(PageMsg::Woken);
    page.wait(500);
    assert_eq!(page.drafts_beside(ComposerId::New), ["one"], "it is found again, and shown once");
    page.send(ComposerMsg::PressedUndoDiscard);
    assert!(!page.widget.app.discussion().is_discarded(name));
    page.send(PageMsg::Hidden);
    assert!(page.is_kept("\"one\""));
    page.send(ComposerMsg::PressedDiscardDraft(name));
    page.submit(ComposerId::New, "", "mine");
    assert!(!page.is_kept("\"one\""), "nobody asked for it");
}

/// Begins a reply to a comment.
fn begin_reply(page: &mut Page, to: &str) -> ComposerId {
    let id = page.row(to);
    page.send(ComposerMsg::PressedReply(id));
    page.type_text(ComposerId::Reply(id), "my answer");
    ComposerId::Reply(id)
}

#[test]
fn a_reply_to_what_goes_with_an_undone_import_is_offered_beside_the_first_composer() {
    let mut page = elsewhere(2);
    choose(&mut page, &publication(&mut theirs(&["Theirs"])));
    page.send(ImportMsg::Imported);
    let composer = begin_reply(&mut page, "Theirs");
    let batches = done(&page).batches;
    page.send(ImportMsg::Undid { batches });
    assert_eq!((page.shown(), page.drafts_beside(ComposerId::New)), (vec![], vec!["my answer"]));
    assert!(page.widget.app.composer.composers().get(composer).is_none());
}

#[test]
fn a_reply_to_what_is_erased_under_another_id_is_offered_beside_the_first_composer() {
    let mut page = moved(&["From before"]);
    let id = page.row("From before");
    begin_reply(&mut page, "From before");
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    assert_eq!((page.shown(), page.drafts_beside(ComposerId::New)), (vec![], vec!["my answer"]));
}

#[test]
fn a_composer_below_what_is_published_stays_while_the_file_is_read_anew() {
    let mut page = naming(2, &publication(&mut theirs(&["Theirs"])));
    page.widget.app.config.aliases = ids(&[OLD]);
    page.send(Msg::Started);
    let composer = begin_reply(&mut page, "Theirs");
    page.send(Msg::HostCalled { ticket: 1, call: host_call::HostCall::Reload });
    assert_eq!(page.shown(), ["Theirs"]);
    assert!(page.widget.app.composer.composers().get(composer).is_some());
    assert_eq!(page.widget.app.composer_text(composer), "my answer");
}

#[test]
fn of_two_changes_left_under_another_id_the_one_without_a_composer_can_be_sent_as_a_new_comment() {
    let page = moved(&["From before"]);
    let id = page.row("From before");
    let opened = |number| {
        let mut next = page.beside(number);
        next.widget.app.config.aliases = ids(&[OLD]);
        next.send(Msg::Started);
        next.wait(1_000);
        next
    };
    for (mut other, text) in [opened(6), opened(7)].into_iter().zip(["one", "another"]) {
        other.send(ComposerMsg::PressedEdit(id));
        other.type_text(ComposerId::Edit(id), text);
        other.send(PageMsg::Hidden);
    }
    let mut next = opened(8);
    let boxed = next.widget.app.composer_text(ComposerId::Edit(id)).to_owned();
    let left = if boxed == "one" { "another" } else { "one" };
    assert_eq!(next.drafts_beside(ComposerId::New), [left]);
    let name = next.widget.app.other_drafts(ComposerId::New).next().unwrap().0;
    next.send(ComposerMsg::PressedUseDraft(name));
    assert_eq!(next.drafts_beside(ComposerId::New), [""; 0]);
    next.submit(ComposerId::New, "", left);
    next.settle();
    assert_eq!(next.shown(), ["From before", left]);
    let mut again = next.beside(9);
    again.widget.app.config.aliases = ids(&[OLD]);
    again.send(Msg::Started);
    again.wait(1_000);
    assert_eq!(again.drafts_beside(ComposerId::New), [""; 0], "it is no draft any more");
    assert_eq!(again.widget.app.composer_text(ComposerId::Edit(id)), boxed);
}
