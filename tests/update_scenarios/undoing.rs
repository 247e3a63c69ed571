//! What the reader did here is undone and done again, step by step, and nothing that another page has changed since.

use article_widget::app::actions::{Beside, Deed};
use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg};
use article_widget::app::{self, FocusTarget, Msg};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::ThreadId;
use article_widget::port::announced::Announced;
use article_widget::store::copy::request::Broadcast;

use crate::support::Page;

fn edit(page: &mut Page, id: OperationId, text: &str) {
    page.send(ComposerMsg::PressedEdit(id));
    page.send(ComposerMsg::Submitted { composer: ComposerId::Edit(id), name: None, body: text.to_owned() });
}

fn beside(page: &Page, id: OperationId) -> Beside {
    page.widget.app.actions.beside(id, page.widget.app.discussion(), page.widget.app.config.readonly)
}

/// What the browser was told last of what there is to undo and to do again.
fn offered(page: &mut Page) -> Option<(bool, bool)> {
    let offer = |effect| match effect {
        app::Effect::OfferUndo { undo, redo } => Some((undo, redo)),
        _ => None,
    };
    page.effects().into_iter().filter_map(offer).last()
}

#[test]
fn each_act_is_undone_and_done_again_in_order() {
    let mut page = Page::started();
    let id = page.post("first");
    edit(&mut page, id, "second");
    page.send(ActionMsg::PressedDelete(id));
    let states = ["[first]", "first", "second", "[second]"];
    for state in [states[2], states[1], states[0]] {
        page.send(ActionMsg::Undid);
        assert_eq!(page.shown(), [state]);
    }
    let before = page.stored();
    page.send(ActionMsg::Undid);
    assert_eq!(page.stored(), before, "there is nothing more to undo");
    for state in [states[1], states[2], states[3]] {
        page.send(ActionMsg::Redid);
        assert_eq!(page.shown(), [state]);
    }
    page.send(ActionMsg::Redid);
    assert_eq!(page.shown(), [states[3]]);
    assert_eq!(page.reloaded(2).widget.app.thread().get(id).unwrap().earlier.len(), 3, "each was an edit of its own");
}

#[test]
fn what_was_done_is_said_and_the_focus_goes_where_it_is_taken_back() {
    let mut page = Page::started();
    let id = page.post("first");
    edit(&mut page, id, "second");
    let steps = [
        (ActionMsg::Undid, Announced::UndidEdit, FocusTarget::Undo(id)),
        (ActionMsg::Undid, Announced::UndidPost, FocusTarget::Undo(id)),
        (ActionMsg::Redid, Announced::Restored, FocusTarget::Comment(id)),
        (ActionMsg::Redid, Announced::Edited, FocusTarget::Undo(id)),
        (ActionMsg::PressedDelete(id), Announced::Deleted, FocusTarget::Undo(id)),
        (ActionMsg::Undid, Announced::Restored, FocusTarget::Comment(id)),
        (ActionMsg::Redid, Announced::Deleted, FocusTarget::Undo(id)),
    ];
    for (msg, said, focus) in steps {
        page.send(msg);
        assert_eq!((page.said(), page.focus()), (said, Some(focus)), "{msg:?}");
    }
}

#[test]
fn only_the_newest_act_stands_beside_its_comment_and_what_was_undone_beside_it() {
    let mut page = Page::started();
    let one = page.post("one");
    assert_eq!(beside(&page, one).undo, Some(Deed::Posted));
    let two = page.post("two");
    assert_eq!((beside(&page, one), beside(&page, two).undo), (Beside::default(), Some(Deed::Posted)));
    page.send(ActionMsg::Undid);
    assert_eq!((beside(&page, one).undo, beside(&page, two).redo), (Some(Deed::Posted), Some(Deed::Posted)));
    let ids: Vec<_> = page.widget.app.actions.with_beside().collect();
    assert_eq!(ids, [one, two]);
}

#[test]
fn a_new_act_ends_what_could_be_done_again() {
    let mut page = Page::started();
    let one = page.post("one");
    edit(&mut page, one, "other");
    page.send(ActionMsg::Undid);
    page.post("two");
    page.send(ActionMsg::Redid);
    assert_eq!(page.shown(), ["one", "two"]);
    for shown in [&["one", "[two]"], &["[one]", "[two]"]] {
        page.send(ActionMsg::Undid);
        assert_eq!(page.shown(), shown);
    }
}

#[test]
fn what_is_shown_again_by_its_own_button_is_an_act_unless_it_is_the_last_one_undone() {
    let mut page = Page::started();
    let [one, two] = ["one", "two"].map(|text| page.post(text));
    page.send(ActionMsg::PressedDelete(one));
    page.send(ActionMsg::PressedDelete(two));
    page.send(ActionMsg::PressedUndo(one));
    assert_eq!(page.shown(), ["one", "[two]"]);
    assert_eq!(beside(&page, one).undo, Some(Deed::Restored));
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["[one]", "[two]"]);
    page.send(ActionMsg::PressedUndo(one));
    assert_eq!(page.shown(), ["one", "[two]"], "that did it again");
    assert_eq!(beside(&page, one).undo, Some(Deed::Restored));
    page.send(ActionMsg::Undid);
    page.send(ActionMsg::PressedUndo(two));
    assert_eq!(page.shown(), ["[one]", "two"]);
    assert_eq!(beside(&page, two).redo, Some(Deed::Deleted), "that undid what was done last but one");
}

#[test]
fn what_another_page_changed_since_is_left_as_it_is_and_that_is_said() {
    for their_last in ["their edit", "first"] {
        let mut page = Page::started();
        let id = page.post("first");
        page.settle();
        let mut other = page.another_tab(2);
        edit(&mut other, id, "their edit");
        if their_last == "first" {
            edit(&mut other, id, "first");
        }
        page.hear(&other.told());
        assert_eq!(page.shown(), [their_last]);
        assert_eq!(beside(&page, id), Beside::default());
        let before = page.stored();
        page.send(ActionMsg::Undid);
        assert_eq!((page.stored(), page.said()), (before, Announced::Overtaken));
        assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
        assert!(beside(&page, id).is_overtaken);
        other.send(ActionMsg::Undid);
        assert_eq!(
            other.shown(),
            [if their_last == "first" { "their edit" } else { "first" }],
            "they undo what they did"
        );
        page.post("another");
        assert_eq!(beside(&page, id), Beside::default(), "it is said until something else is done");
    }
}

#[test]
fn what_was_done_before_another_page_changed_the_comment_is_not_undone_through_it() {
    let mut page = Page::started();
    let id = page.post("first");
    page.settle();
    let mut other = page.another_tab(2);
    edit(&mut other, id, "theirs");
    page.hear(&other.told());
    edit(&mut page, id, "mine again");
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["theirs"]);
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["theirs"], "the posting lies before their edit");
    page.send(ActionMsg::Redid);
    assert_eq!(page.shown(), ["mine again"]);
}

#[test]
fn a_comment_that_another_page_deleted_since_shows_where_it_was() {
    let mut page = Page::started();
    let id = page.post("first");
    page.settle();
    let mut other = page.another_tab(2);
    other.send(ActionMsg::PressedDelete(id));
    page.hear(&other.told());
    assert_eq!(page.shown(), [""; 0]);
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["[first]"]);
    assert!(beside(&page, id).is_overtaken);
    page.send(ActionMsg::PressedUndo(id));
    assert_eq!(page.shown(), ["first"], "what is pressed there shows it again");
}

#[test]
fn what_another_page_did_is_not_undone_here() {
    let page = Page::started();
    let mut other = page.another_tab(2);
    let mut page = page;
    other.post("theirs");
    page.hear(&other.told());
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["theirs"]);
}

#[test]
fn nothing_is_undone_of_what_is_erased() {
    let mut page = Page::started();
    let kept = page.post("kept");
    let id = page.post("gone");
    edit(&mut page, id, "gone too");
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::PressedErase(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    assert_eq!(beside(&page, kept).undo, Some(Deed::Posted));
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["[kept]"]);
    page.settle();
    assert!(!page.is_kept("gone"));
}

#[test]
fn deleting_everything_another_thread_and_forgetting_end_all_undoing() {
    let leave = |page: &mut Page| {
        let mut config = page.widget.app.config.clone();
        config.thread = ThreadId::explicit("other").unwrap();
        page.send(Msg::ChangedConfig(Box::new(config)));
    };
    let ends: [&dyn Fn(&mut Page); 3] =
        [&|page| page.delete_everything(), &leave, &|page| page.hear(&[Broadcast::Forgotten])];
    for end in ends {
        let mut page = Page::started();
        page.post("one");
        page.settle();
        assert_eq!(offered(&mut page), Some((true, false)));
        end(&mut page);
        assert_eq!(offered(&mut page), Some((false, false)));
        let before = page.stored();
        page.send(ActionMsg::Undid);
        assert_eq!(page.stored(), before);
    }
}

#[test]
fn the_browser_is_told_when_there_begins_or_ends_to_be_something_to_undo() {
    let mut page = Page::started();
    page.post("one");
    assert_eq!(offered(&mut page), Some((true, false)));
    page.post("two");
    assert_eq!(offered(&mut page), None);
    page.send(ActionMsg::Undid);
    assert_eq!(offered(&mut page), Some((true, true)));
    page.send(ActionMsg::Undid);
    assert_eq!(offered(&mut page), Some((false, true)));
}

#[test]
fn in_a_closed_discussion_no_text_is_changed_by_undoing() {
    let mut page = Page::started();
    let id = page.post("first");
    edit(&mut page, id, "second");
    page.widget.app.config.readonly = true;
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["second"]);
    assert_eq!(beside(&page, id), Beside::default());
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["second"], "what was deleted is shown again all the same");
}

#[test]
fn an_earlier_text_comes_back_as_an_edit_that_can_be_undone() {
    let mut page = Page::started();
    let id = page.post("first");
    edit(&mut page, id, "second");
    edit(&mut page, id, "third");
    page.send(ActionMsg::UsedEarlier { id, text: id });
    assert_eq!((page.shown(), page.said()), (vec!["first".to_owned()], Announced::Edited));
    assert_eq!(page.focus(), Some(FocusTarget::Undo(id)));
    let before = page.stored();
    page.send(ActionMsg::UsedEarlier { id, text: id });
    assert_eq!(page.stored(), before, "it stands there");
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["third"]);
}

#[test]
fn an_edit_that_finds_no_space_is_undone_like_any_other() {
    let mut page = Page::started();
    let id = page.post("first");
    edit(&mut page, id, "second");
    page.refuse = Some(article_widget::store::copy::store_error::StoreError::Full);
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["first"]);
    page.refuse = None;
    page.wait(60_000);
    assert_eq!(page.reloaded(2).shown(), ["first"]);
}
