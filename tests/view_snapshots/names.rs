//! Names that hide something or look like somebody else's, and marks that climb.

use article_widget::app::composers::ComposerId;
use article_widget::domain::author::{Author, AuthorId, AuthorName};
use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget::store::format::record_key::{RecordKey, Slot};
use article_widget::store::format::stored_text::StoredText;

use crate::support::Page;
use crate::{count, markup, text};

/// A page with a comment of the reader's under the first name, and an older one of somebody else's under the second.
fn two(mine: &str, theirs: &str) -> Page {
    let mut page = Page::started();
    page.submit(ComposerId::New, mine, "mine");
    let id = OperationId { lamport: Lamport::new(1).unwrap(), actor: Actor(9) };
    let operation = Operation {
        id,
        author: Author { id: AuthorId::local(77), name: AuthorName::new(theirs).unwrap() },
        at: page.env.now,
        epoch: 0,
        draft: None,
        kind: Kind::Post { parent: None, body: Body::new("theirs").ok() },
    };
    let slot = Slot::Imported { id, batch: OperationId { actor: Actor(8), ..id }, epoch: 0 };
    let key = RecordKey::new(&page.widget.app.config.thread.key(), slot).to_string();
    page.hear_record(key, StoredText::Text(record::encode(&operation).unwrap()));
    page
}

#[test]
fn a_sign_that_turns_a_name_round_is_shown_and_kept() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "Ann\u{202e}nnA", "text");
    assert_eq!(text(&page, ".comment-name"), "Ann\u{202e}nnA", "as it was written");
    assert_eq!(text(&page, ".comment-name .hidden-sign"), "\u{202e}");
    assert_eq!(count(&page, ".hidden-sign[data-sign=RLO][role=img][title]"), 1);
}

#[test]
fn a_plain_name_stands_as_it_is() {
    let mut page = Page::started();
    page.submit(ComposerId::New, "Ann", "text");
    assert_eq!(count(&page, ".hidden-sign, .alike"), 0);
}

#[test]
fn marks_that_climb_are_all_there_and_few_are_drawn() {
    let mut page = Page::started();
    let climbing = format!("Z{}algo", "\u{301}".repeat(30));
    page.submit(ComposerId::New, &climbing, &climbing);
    assert_eq!(text(&page, ".comment-body"), climbing);
    assert_eq!(text(&page, ".comment-name"), climbing);
    assert_eq!(text(&page, ".comment-body .stacked"), "\u{301}".repeat(26));
    assert!(markup(&page).contains("class=\"stacked\""));
}

#[test]
fn a_name_that_looks_like_the_readers_says_so_and_the_readers_own_does_not() {
    for theirs in ["Ann", "Аnn", "ann\u{200b}"] {
        let page = two("Ann", theirs);
        assert_eq!(count(&page, ".comment"), 2, "{theirs}");
        assert_eq!(count(&page, ".alike"), 1, "{theirs}");
        assert!(text(&page, ".alike").starts_with("Another "), "{theirs}");
    }
    assert_eq!(count(&two("Ann", "Anna"), ".alike"), 0);
}
