//! A page with a long thread.

use article_widget::app::Msg;
use article_widget::domain::author::{Author, AuthorId};
use article_widget::domain::body::Body;
use article_widget::domain::operation_id::{Actor, Lamport, OperationId};
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::format::operation::{Kind, Operation};
use article_widget::store::format::record;
use article_widget::store::format::record_key::RecordKey;

use super::{NOON, Page};

impl Page {
    /// A page on which so many comments, "Comment 1" and so on, are kept in both copies.
    pub(crate) fn with_comments(comments: u64) -> Self {
        let mut page = Self::new(2);
        let thread = page.widget.app.config.thread.key();
        for number in 1..=comments {
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
}
