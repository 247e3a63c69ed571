//! An operation's form as bytes.
//!
//! ```json
//! {"k":"post","p":"0000000010000000000001","a":{"id":"local:…","n":"Ann"},"t":1755864000123,"b":"text"}
//! ```
//! `k` kind (`post edit delete restore`; others are kept and not read), `p` the comment answered or changed, `a` the
//! author (`n` is absent without a name), `t` milliseconds since 1970 UTC, `b` the text of a post or an edit.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::envelope::{self, EnvelopeError};
use super::operation::{Kind, Operation};
use super::stored_text::StoredText;
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
    Foreign,
}

/// Why a stored value is not an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// It holds a lone surrogate.
    NotText,
    /// Its envelope is damaged.
    Envelope(EnvelopeError),
    /// The text inside is not the JSON of a record.
    Json,
    /// A field is missing, or holds what that field cannot hold.
    Field(&'static str),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText => f.write_str("the value is not well-formed text"),
            Self::Envelope(error) => error.fmt(f),
            Self::Json => f.write_str("the value is not the JSON of a record"),
            Self::Field(name) => write!(f, "the field {name} is missing or wrong"),
        }
    }
}

#[derive(Deserialize)]
struct KindJson<'a> {
    #[serde(borrow)]
    k: Cow<'a, str>,
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
}

#[derive(Serialize, Deserialize)]
struct AuthorJson<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    n: Option<Cow<'a, str>>,
}

/// The value that keeps an operation. `None` only if it were longer than an envelope can say, which no valid body is.
pub fn encode(operation: &Operation) -> Option<String> {
    let (k, p, b) = match &operation.kind {
        Kind::Post { parent, body } => ("post", *parent, Some(body)),
        Kind::Edit { target, body } => ("edit", Some(*target), Some(body)),
        Kind::Delete { target } => ("delete", Some(*target), None),
        Kind::Restore { target } => ("restore", Some(*target), None),
    };
    let json = serde_json::to_string(&RecordJson {
        k: Cow::Borrowed(k),
        p: p.map(|id| Cow::Owned(id.to_string())),
        a: Some(AuthorJson {
            id: Cow::Borrowed(operation.author.id.as_str()),
            n: operation.author.name.as_ref().map(|name| Cow::Borrowed(name.as_str())),
        }),
        t: Some(operation.at.millis()),
        b: b.map(|body| Cow::Borrowed(body.as_str())),
    });
    envelope::wrap(&json.ok()?)
}

/// Reads the value under the key of `id`.
pub fn decode(id: OperationId, value: &StoredText) -> Result<Decoded, RecordError> {
    let StoredText::Text(value) = value else {
        return Err(RecordError::NotText);
    };
    let json = match envelope::unwrap(value) {
        Ok(json) => json,
        Err(EnvelopeError::Newer) => return Ok(Decoded::Foreign),
        Err(damage) => return Err(RecordError::Envelope(damage)),
    };
    // A later kind may give our letters another meaning, so its kind alone is read first.
    let head: KindJson = serde_json::from_str(json).map_err(|_| RecordError::Json)?;
    if !matches!(&*head.k, "post" | "edit" | "delete" | "restore") {
        return Ok(Decoded::Foreign);
    }
    let record: RecordJson = serde_json::from_str(json).map_err(|_| RecordError::Json)?;
    let author = record.a.ok_or(RecordError::Field("a"))?;
    let named = record.p.map(|text| OperationId::parse(&text).ok_or(RecordError::Field("p"))).transpose()?;
    let body = |text: Option<Cow<str>>| text.and_then(|text| Body::new(&text).ok()).ok_or(RecordError::Field("b"));
    let target = named.ok_or(RecordError::Field("p"));
    Ok(Decoded::Operation(Operation {
        id,
        author: Author {
            id: AuthorId::claimed(&author.id).ok_or(RecordError::Field("a.id"))?,
            name: author.n.map_or(Ok(None), |name| AuthorName::new(&name)).map_err(|_| RecordError::Field("a.n"))?,
        },
        at: record.t.and_then(Timestamp::from_millis).ok_or(RecordError::Field("t"))?,
        kind: match &*record.k {
            "post" => Kind::Post { parent: named, body: body(record.b)? },
            "edit" => Kind::Edit { target: target?, body: body(record.b)? },
            "delete" => Kind::Delete { target: target? },
            _ => Kind::Restore { target: target? },
        },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation_id::{Actor, Lamport};

    fn id(lamport: u64) -> OperationId {
        OperationId { lamport: Lamport::new(lamport).unwrap(), actor: Actor(7) }
    }

    fn operation(kind: Kind) -> Operation {
        Operation {
            id: id(9),
            author: Author { id: AuthorId::local(5), name: AuthorName::new("Ann 👩‍💻").unwrap() },
            at: Timestamp::from_millis(1_755_864_000_123).unwrap(),
            kind,
        }
    }

    fn read(json: &str) -> Result<Decoded, RecordError> {
        decode(id(9), &StoredText::Text(envelope::wrap(json).unwrap()))
    }

    #[test]
    fn every_kind_comes_back() {
        let body = Body::new("a \"quoted\"\n\u{0}line\u{2028}\u{feff}👍").unwrap();
        for kind in [
            Kind::Post { parent: None, body: body.clone() },
            Kind::Post { parent: Some(id(3)), body: body.clone() },
            Kind::Edit { target: id(3), body },
            Kind::Delete { target: id(3) },
            Kind::Restore { target: id(3) },
        ] {
            let operation = operation(kind);
            let value = StoredText::Text(encode(&operation).unwrap());
            assert_eq!(decode(id(9), &value), Ok(Decoded::Operation(operation)));
        }
    }

    #[test]
    fn the_json_has_the_documented_fields() {
        let value = encode(&operation(Kind::Post { parent: None, body: Body::new("é").unwrap() })).unwrap();
        assert_eq!(
            envelope::unwrap(&value).unwrap(),
            "{\"k\":\"post\",\"a\":{\"id\":\"local:00000000000000000000000005\",\"n\":\"Ann 👩‍💻\"},\"t\":1755864000123,\"b\":\"é\"}"
        );
    }

    #[test]
    fn what_this_version_does_not_know_is_foreign() {
        assert_eq!(read("{\"k\":\"react\",\"r\":\"x\"}"), Ok(Decoded::Foreign));
        assert_eq!(read("{\"k\":\"batch\",\"p\":[1]}"), Ok(Decoded::Foreign));
        assert_eq!(decode(id(9), &StoredText::from("2whatever")), Ok(Decoded::Foreign));
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
            ("{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1}", RecordError::Field("b")),
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
