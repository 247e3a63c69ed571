//! An operation's form as bytes.
//!
//! ```json
//! {"k":"post","p":"0000000010000000000001","a":{"id":"local:…","n":"Ann"},"t":1755864000123,"b":"text"}
//! ```
//! `k` kind (`post edit delete restore erase sent batch`; others are kept and not read), `p` the comment replied to or changed,
//! `a` the author (`n` is absent without a name), `t` milliseconds since 1970 UTC, `b` the text of a post or an edit,
//! `d` the draft it was written in, `g` the epoch (absent when 0), `ids` the changes that an erasure names or the text that was sent, `f` and
//! `c` the name of an imported file and how many operations it brought, `thread` what that file called the thread.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::envelope::{self, EnvelopeError};
use super::operation::{Kind, Operation};
pub use super::record_error::RecordError;
use super::record_key::Epoch;
use super::stored_text::StoredText;
use super::thread_name::ThreadName;
use crate::domain::author::{Author, AuthorId, AuthorName};
use crate::domain::body::Body;
use crate::domain::operation_id::OperationId;
use crate::domain::timestamp::Timestamp;

/// What a stored value turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// An operation this version knows.
    Operation(Operation),
    /// A record that is sound, but of a kind or version this code does not know: kept, never rewritten.
    Foreign {
        /// Its epoch; `None` where even that cannot be read.
        epoch: Option<Epoch>,
    },
}

#[derive(Deserialize)]
struct KindJson<'a> {
    #[serde(borrow)]
    k: Cow<'a, str>,
    #[serde(default)]
    g: Option<Epoch>,
}

#[derive(Serialize, Deserialize)]
struct RecordJson<'a> {
    #[serde(borrow)]
    k: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    p: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    a: Option<AuthorJson<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    t: Option<i64>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    b: Option<Cow<'a, str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    d: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    g: Option<Epoch>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    ids: Option<Vec<Cow<'a, str>>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    f: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    c: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    thread: Option<Box<ThreadName>>,
}

#[derive(Serialize, Deserialize)]
struct AuthorJson<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    n: Option<Cow<'a, str>>,
}

/// The JSON of an operation, which is what a record says. `None` never happens with the fields there are.
pub fn to_json(operation: &Operation) -> Option<String> {
    let (k, p) = match &operation.kind {
        Kind::Post { parent, .. } => ("post", *parent),
        Kind::Edit { target, .. } => ("edit", Some(*target)),
        Kind::Delete { target } => ("delete", Some(*target)),
        Kind::Restore { target } => ("restore", Some(*target)),
        Kind::Erase { target, .. } => ("erase", Some(*target)),
        Kind::Sent { target, .. } => ("sent", Some(*target)),
        Kind::Batch { .. } => ("batch", None),
    };
    let (ids, f, c, thread) = match &operation.kind {
        Kind::Erase { changes, .. } => {
            (Some(changes.iter().map(|id| Cow::Owned(id.to_string())).collect()), None, None, None)
        }
        Kind::Sent { text, .. } => (Some(vec![Cow::Owned(text.to_string())]), None, None, None),
        Kind::Batch { label, count, thread } => {
            (None, Some(Cow::Borrowed(label.as_str())), Some(*count), thread.clone())
        }
        _ => (None, None, None, None),
    };
    serde_json::to_string(&RecordJson {
        k: Cow::Borrowed(k),
        p: p.map(|id| Cow::Owned(id.to_string())),
        a: Some(AuthorJson {
            id: Cow::Borrowed(operation.author.id.as_str()),
            n: operation.author.name.as_ref().map(|name| Cow::Borrowed(name.as_str())),
        }),
        t: Some(operation.at.millis()),
        b: operation.kind.body().map(|body| Cow::Borrowed(body.as_str())),
        d: operation.draft.map(|draft| Cow::Owned(draft.to_string())),
        g: (operation.epoch > 0).then_some(operation.epoch),
        ids,
        f,
        c,
        thread,
    })
    .ok()
}

/// The value that keeps an operation. `None` only if it were longer than an envelope can say, which no valid body is.
pub fn encode(operation: &Operation) -> Option<String> {
    envelope::wrap(&to_json(operation)?)
}

/// Reads the value under the key of `id`.
pub fn decode(id: OperationId, value: &StoredText) -> Result<Decoded, RecordError> {
    let StoredText::Text(value) = value else {
        return Err(RecordError::NotText);
    };
    match envelope::unwrap(value) {
        Ok(json) => from_json(id, json),
        Err(EnvelopeError::Newer) => Ok(Decoded::Foreign { epoch: None }),
        Err(damage) => Err(RecordError::Envelope(damage)),
    }
}

/// Reads the JSON of the operation `id`.
pub fn from_json(id: OperationId, json: &str) -> Result<Decoded, RecordError> {
    // A later kind may give our letters another meaning, so its kind alone is read first.
    let head: KindJson = serde_json::from_str(json).map_err(|_| RecordError::Json)?;
    if !matches!(&*head.k, "post" | "edit" | "delete" | "restore" | "erase" | "sent" | "batch") {
        return Ok(Decoded::Foreign { epoch: Some(head.g.unwrap_or_default()) });
    }
    let record: RecordJson = serde_json::from_str(json).map_err(|_| RecordError::Json)?;
    let author = record.a.ok_or(RecordError::Field("a"))?;
    let named = record.p.as_deref().map(|text| read_id("p", text)).transpose()?;
    let body = record.b.map(|text| Body::new(&text)).transpose().map_err(|_| RecordError::Field("b"))?;
    let target = named.ok_or(RecordError::Field("p"));
    let mut ids = Vec::new();
    for id in record.ids.iter().flatten() {
        ids.push(read_id("ids", id)?);
    }
    Ok(Decoded::Operation(Operation {
        id,
        author: Author {
            id: AuthorId::claimed(&author.id).ok_or(RecordError::Field("a.id"))?,
            name: author.n.map_or(Ok(None), |name| AuthorName::new(&name)).map_err(|_| RecordError::Field("a.n"))?,
        },
        at: record.t.and_then(Timestamp::from_millis).ok_or(RecordError::Field("t"))?,
        epoch: record.g.unwrap_or_default(),
        draft: record.d.as_deref().map(|text| read_id("d", text)).transpose()?,
        kind: match &*record.k {
            "post" => Kind::Post { parent: named, body },
            "edit" => Kind::Edit { target: target?, body: body.ok_or(RecordError::Field("b"))? },
            "delete" => Kind::Delete { target: target? },
            "restore" => Kind::Restore { target: target? },
            "erase" => Kind::Erase { target: target?, changes: ids },
            "sent" => Kind::Sent { target: target?, text: *ids.first().ok_or(RecordError::Field("ids"))? },
            _ => Kind::Batch {
                label: record.f.filter(|label| label.len() <= 200).ok_or(RecordError::Field("f"))?.into_owned(),
                count: record.c.ok_or(RecordError::Field("c"))?,
                thread: record.thread,
            },
        },
    }))
}

fn read_id(field: &'static str, text: &str) -> Result<OperationId, RecordError> {
    OperationId::parse(text).ok_or(RecordError::Field(field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::{Actor, Lamport};
    use crate::domain::thread_id::ThreadId;

    fn id(lamport: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(7) }
    }

    fn operation(kind: Kind) -> Operation {
        Operation {
            id: id(9),
            author: Author { id: AuthorId::local(5), name: AuthorName::new("Ann 👩‍💻").unwrap() },
            at: Timestamp::from_millis(1_755_864_000_123).unwrap(),
            epoch: 0,
            draft: None,
            kind,
        }
    }

    fn read(json: &str) -> Result<Decoded, RecordError> {
        decode(id(9), &StoredText::Text(envelope::wrap(json).unwrap()))
    }

    #[test]
    fn every_kind_comes_back() {
        let thread = ThreadId::explicit("a").unwrap();
        let body = Body::new("a \"quoted\"\n\u{0}line\u{2028}\u{feff}👍").unwrap();
        for kind in [
            Kind::Post { parent: None, body: Some(body.clone()) },
            Kind::Post { parent: Some(id(3)), body: Some(body.clone()) },
            Kind::Post { parent: None, body: None },
            Kind::Erase { target: id(3), changes: vec![id(4), id(5)] },
            Kind::Erase { target: id(3), changes: vec![] },
            Kind::Batch { label: "a \"file\".jsonl".to_owned(), count: 3, thread: None },
            Kind::Batch { label: String::new(), count: 1, thread: Some(Box::new(ThreadName::new(&thread, "A", "u"))) },
            Kind::Edit { target: id(3), body },
            Kind::Delete { target: id(3) },
            Kind::Restore { target: id(3) },
            Kind::Sent { target: id(3), text: id(4) },
        ] {
            let operation = Operation { epoch: 3, draft: Some(id(8)), ..operation(kind) };
            let value = StoredText::Text(encode(&operation).unwrap());
            assert_eq!(decode(id(9), &value), Ok(Decoded::Operation(operation)));
        }
    }

    #[test]
    fn the_json_has_the_documented_fields() {
        let value = encode(&operation(Kind::Post { parent: None, body: Body::new("é").ok() })).unwrap();
        assert_eq!(
            envelope::unwrap(&value).unwrap(),
            "{\"k\":\"post\",\"a\":{\"id\":\"local:00000000000000000000000005\",\"n\":\"Ann 👩‍💻\"},\"t\":1755864000123,\"b\":\"é\"}"
        );
    }

    #[test]
    fn what_this_version_does_not_know_is_foreign() {
        assert_eq!(read("{\"k\":\"react\",\"r\":\"x\"}"), Ok(Decoded::Foreign { epoch: Some(0) }));
        assert_eq!(read("{\"k\":\"link\",\"p\":[1],\"g\":2}"), Ok(Decoded::Foreign { epoch: Some(2) }));
        assert_eq!(decode(id(9), &StoredText::from("2whatever")), Ok(Decoded::Foreign { epoch: None }));
    }

    #[test]
    fn unknown_fields_are_no_obstacle() {
        let json = "{\"k\":\"delete\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\",\"z\":[{}]},\"t\":1,\"q\":{\"deep\":[1]}}";
        assert!(matches!(read(json), Ok(Decoded::Operation(_))));
    }

    #[test]
    fn a_developer_is_told_what_is_wrong() {
        assert_eq!(RecordError::Field("a.id").to_string(), "the field a.id is missing or wrong");
        assert_eq!(RecordError::Envelope(EnvelopeError::Checksum).to_string(), EnvelopeError::Checksum.to_string());
    }

    #[test]
    fn each_wrong_field_is_named() {
        let cases = [
            ("{\"k\":\"post\",\"t\":1,\"b\":\"x\"}", RecordError::Field("a")),
            ("{\"k\":\"post\",\"a\":{\"id\":\"\"},\"t\":1,\"b\":\"x\"}", RecordError::Field("a.id")),
            ("{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"b\":\"x\"}", RecordError::Field("t")),
            ("{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":8640000000000001,\"b\":\"x\"}", RecordError::Field("t")),
            ("{\"k\":\"edit\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\"},\"t\":1}", RecordError::Field("b")),
            (
                "{\"k\":\"erase\",\"p\":\"0000000010000000000001\",\"ids\":[\"x\"],\"a\":{\"id\":\"x\"},\"t\":1}",
                RecordError::Field("ids"),
            ),
            (
                "{\"k\":\"sent\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\"},\"t\":1}",
                RecordError::Field("ids"),
            ),
            ("{\"k\":\"batch\",\"c\":1,\"a\":{\"id\":\"x\"},\"t\":1}", RecordError::Field("f")),
            (
                "{\"k\":\"delete\",\"d\":\"1\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\"},\"t\":1}",
                RecordError::Field("d"),
            ),
            ("{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\" \"}", RecordError::Field("b")),
            ("{\"k\":\"post\",\"p\":\"1\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"x\"}", RecordError::Field("p")),
            ("{\"k\":\"delete\",\"a\":{\"id\":\"x\"},\"t\":1}", RecordError::Field("p")),
            ("{\"k\":7}", RecordError::Json),
            ("[", RecordError::Json),
        ];
        for (json, error) in cases {
            assert_eq!(read(json), Err(error), "{json}");
        }
        let long =
            format!("{{\"k\":\"post\",\"a\":{{\"id\":\"x\",\"n\":\"{}\"}},\"t\":1,\"b\":\"x\"}}", "n".repeat(101));
        assert_eq!(read(&long), Err(RecordError::Field("a.n")));
        assert_eq!(decode(id(9), &StoredText::Units(vec![0xdc00])), Err(RecordError::NotText));
        assert_eq!(decode(id(9), &StoredText::from("x")), Err(RecordError::Envelope(EnvelopeError::Malformed)));
    }
}
