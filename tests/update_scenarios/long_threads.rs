//! What one more comment costs in a thread that is long already.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::rc::Rc;

use article_widget::app::{Effect, Msg};
use article_widget::domain::author::{Author, AuthorId};
use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::copy::request::Request;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget::store::format::record_key::RecordKey;

use crate::support::{NOON, Page};

/// A page on which 5,000 comments are kept, in both copies.
fn long_thread() -> Page {
    let mut page = Page::new(2);
    let thread = page.widget.app.config.thread.key();
    for number in 1..=5_000u64 {
        let id = OperationId { lamport: Lamport::new(number).unwrap(), actor: Actor(1) };
        let operation = Operation {
            id,
            author: Author { id: AuthorId::local(1), name: None },
            at: Timestamp::from_millis(NOON - 5_000 + i64::try_from(number).unwrap()).unwrap(),
            epoch: 0,
            draft: None,
            kind: Kind::Post { parent: None, body: Body::new(&format!("Comment {number}")).ok() },
        };
        let value = record::encode(&operation).unwrap();
        for copy in [&page.storage, &page.mirror] {
            copy.put(&RecordKey::own(&thread, id).to_string(), value.as_str().into());
        }
    }
    page.send(Msg::Started);
    page
}

#[test]
fn a_post_into_five_thousand_comments_writes_less_than_a_kilobyte_into_each_place() {
    let mut page = long_thread();
    assert_eq!(page.widget.app.thread().count(), 5_000);
    page.post("The first of this page, which also names the thread.");
    page.settle();
    page.effects();
    page.post("A comment of ordinary length, as people write them below an article.");
    page.settle();
    let effects = page.effects();
    for wanted in article_widget::store::copy::request::CopyId::ALL {
        let written: usize = effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Store(Request::Write { copy, key, value } | Request::Put { copy, key, value }) => {
                    (*copy == wanted).then_some(2 * (key.len() + value.encode_utf16().count()))
                }
                _ => None,
            })
            .sum();
        assert!((1..1_024).contains(&written), "{written} bytes into {wanted:?}");
    }
}

#[test]
fn a_post_folds_itself_and_leaves_every_other_comment_as_it_is() {
    let mut page = long_thread();
    let before: Vec<_> = page.widget.app.thread().comments().cloned().collect();
    page.post("One more");
    let after: Vec<_> = page.widget.app.thread().comments().cloned().collect();
    assert_eq!(after.len(), before.len() + 1);
    // The new one has the greatest number, so the others stand where they stood.
    assert!(before.iter().zip(&after).all(|(old, new)| Rc::ptr_eq(old, new)));
}
