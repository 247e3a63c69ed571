//! The record that names a thread, so that a key's 13 characters can be shown as a title again.

use serde::Serialize;

use super::envelope;
use super::json_text::{text_of, values};
use super::stored_text::StoredText;
use crate::domain::thread_id::ThreadId;

/// Written once under [`OperationId::NAMING`](crate::domain::operation_id::OperationId::NAMING):
/// `{"k":"thread","id":…,"title":…,"url":…}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThreadName {
    k: String,
    /// The thread's id.
    pub id: String,
    /// The title of the page it was first used on.
    pub title: String,
    /// That page's address.
    pub url: String,
}

impl ThreadName {
    /// The name of a thread first used on the page with this title and address.
    pub fn new(id: &ThreadId, title: &str, url: &str) -> Self {
        Self { k: "thread".to_owned(), id: id.as_str().to_owned(), title: title.to_owned(), url: url.to_owned() }
    }

    /// The stored value; `None` if it were longer than an envelope can say.
    pub fn encode(&self) -> Option<String> {
        envelope::wrap(&serde_json::to_string(self).ok()?)
    }

    /// Reads the JSON of a name; `None` for anything else.
    pub(super) fn from_json(json: &str) -> Option<Self> {
        let [k, id, title, url] = values(json, ["k", "id", "title", "url"])?.map(|value| text_of(value?));
        Some(Self { k: k?.into(), id: id?.into(), title: title?.into(), url: url?.into() })
    }

    /// Reads a stored value; `None` for anything else.
    pub fn decode(value: &StoredText) -> Option<Self> {
        Self::from_json(envelope::json_in(value)?).filter(|name| name.k == "thread")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_back() {
        let name = ThreadName::new(&ThreadId::explicit("a").unwrap(), "Title \"é\"", "https://a.example/");
        let value = name.encode().unwrap();
        assert_eq!(ThreadName::decode(&StoredText::from(value.as_str())), Some(name));
        assert!(
            value.ends_with(
                "{\"k\":\"thread\",\"id\":\"a\",\"title\":\"Title \\\"é\\\"\",\"url\":\"https://a.example/\"}"
            )
        );
    }

    #[test]
    fn another_record_is_not_a_name() {
        let other = envelope::wrap("{\"k\":\"post\",\"id\":\"a\",\"title\":\"\",\"url\":\"\"}").unwrap();
        assert_eq!(ThreadName::decode(&StoredText::Text(other)), None);
        assert_eq!(ThreadName::decode(&StoredText::Units(vec![0xd800])), None);
    }
}
