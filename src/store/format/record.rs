//! An operation's form as bytes.
//!
//! ```json
//! {"k":"post","p":"0000000010000000000001","a":{"id":"local:…","n":"Ann"},"t":1755864000123,"b":"text"}
//! ```
//! `k` kind (`post edit delete restore erase sent react unreact batch`; others are kept and not read), `p` the comment replied to or
//! changed,
//! `a` the author (`n` is absent without a name), `t` milliseconds since 1970 UTC, `b` the text of a post or an edit,
//! `s` its syntax (absent when plain), `d` the draft it was written in, `g` the epoch (absent when 0), `ids` the changes that an erasure names or the text that was sent, `f` and
//! `c` the name of an imported file and how many operations it brought, `thread` what that file called the thread, `r` the reaction.

use std::borrow::Cow;

use super::envelope::{self, EnvelopeError};
use super::json_text::{elements, epoch_of, integer_of, text_of, values};
use super::operation::{Kind, Operation};
pub use super::record_error::RecordError;
use super::record_key::Epoch;
pub use super::record_writing::to_json;
use super::stored_text::StoredText;
use super::thread_name::ThreadName;
use crate::domain::author::{Author, AuthorId, AuthorName};
use crate::domain::body::Body;
use crate::domain::operation_id::OperationId;
use crate::domain::reaction::Reaction;
use crate::domain::syntax::Syntax;
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
    let names = ["k", "g", "p", "a", "t", "b", "s", "d", "ids", "f", "c", "thread", "r"];
    let [k, g, mut rest @ ..] = values(json, names).ok_or(RecordError::Json)?;
    let k = k.and_then(text_of).ok_or(RecordError::Json)?;
    let epoch = epoch_of(g).ok_or(RecordError::Json)?;
    // A later kind may give our letters another meaning, so its kind alone is read first.
    if !matches!(&*k, "post" | "edit" | "delete" | "restore" | "erase" | "sent" | "react" | "unreact" | "batch") {
        return Ok(Decoded::Foreign { epoch: Some(epoch) });
    }
    // A member that is null says as much as one that is not there.
    for value in &mut rest {
        value.take_if(|value| *value == "null");
    }
    let [p, a, t, b, s, d, ids, f, c, thread, r] = rest;
    // The first version knew neither `s` nor `r`: where nothing is said in it, anything may stand there.
    let s = s.filter(|_| matches!(&*k, "post" | "edit"));
    let r = r.filter(|_| matches!(&*k, "react" | "unreact"));
    let author = given(a, author_of)?;
    let at = given(t, integer_of)?;
    let text = |value| given(value, text_of);
    let (p, b, s, d, f, r) = (text(p)?, text(b)?, text(s)?, text(d)?, text(f)?, text(r)?);
    let ids = given(ids, texts_of)?;
    let count = given(c, |value| u32::try_from(integer_of(value)?).ok())?;
    let thread = given(thread, ThreadName::from_json)?;

    let (author, name) = author.ok_or(RecordError::Field("a"))?;
    let named = p.as_deref().map(|text| read_id("p", text)).transpose()?;
    let syntax = s.map_or(Some(Syntax::Plain), |name| Syntax::named(&name)).ok_or(RecordError::Field("s"))?;
    let body = b.map(|text| Body::written(&text, syntax)).transpose().map_err(|_| RecordError::Field("b"))?;
    let target = named.ok_or(RecordError::Field("p"));
    let mut changes = Vec::new();
    for id in ids.iter().flatten() {
        changes.push(read_id("ids", id)?);
    }
    Ok(Decoded::Operation(Operation {
        id,
        author: Author {
            id: AuthorId::claimed(&author).ok_or(RecordError::Field("a.id"))?,
            name: name.map_or(Ok(None), |name| AuthorName::new(&name)).map_err(|_| RecordError::Field("a.n"))?,
        },
        at: at.and_then(Timestamp::from_millis).ok_or(RecordError::Field("t"))?,
        epoch,
        draft: d.as_deref().map(|text| read_id("d", text)).transpose()?,
        kind: match &*k {
            "post" => Kind::Post { parent: named, body },
            "edit" => Kind::Edit { target: target?, body: body.ok_or(RecordError::Field("b"))? },
            "delete" => Kind::Delete { target: target? },
            "restore" => Kind::Restore { target: target? },
            "erase" => Kind::Erase { target: target?, changes },
            "sent" => Kind::Sent { target: target?, text: *changes.first().ok_or(RecordError::Field("ids"))? },
            "react" | "unreact" => Kind::React {
                target: target?,
                reaction: r.and_then(|name| Reaction::named(&name)).ok_or(RecordError::Field("r"))?,
                is_back: k == "unreact",
            },
            _ => Kind::Batch {
                label: f.filter(|label| label.len() <= 200).ok_or(RecordError::Field("f"))?.into_owned(),
                count: count.ok_or(RecordError::Field("c"))?,
                thread: thread.map(Box::new),
            },
        },
    }))
}

/// Reads a member, if it is there; an error where it is not what it must be.
fn given<'a, T>(value: Option<&'a str>, read: fn(&'a str) -> Option<T>) -> Result<Option<T>, RecordError> {
    value.map(|value| read(value).ok_or(RecordError::Json)).transpose()
}

/// The id and the name of an author.
fn author_of(json: &str) -> Option<(Cow<'_, str>, Option<Cow<'_, str>>)> {
    let [id, name] = values(json, ["id", "n"])?;
    let name = match name.filter(|name| *name != "null") {
        Some(name) => Some(text_of(name)?),
        None => None,
    };
    Some((text_of(id?)?, name))
}

fn texts_of(json: &str) -> Option<Vec<Cow<'_, str>>> {
    elements(json)?.into_iter().map(text_of).collect()
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
            Kind::Post { parent: None, body: Body::written("**a**", Syntax::Markdown).ok() },
            Kind::Edit { target: id(3), body: Body::written("/a/", Syntax::named("org").unwrap()).unwrap() },
            Kind::Erase { target: id(3), changes: vec![id(4), id(5)] },
            Kind::Erase { target: id(3), changes: vec![] },
            Kind::Batch { label: "a \"file\".jsonl".to_owned(), count: 3, thread: None },
            Kind::Batch { label: String::new(), count: 1, thread: Some(Box::new(ThreadName::new(&thread, "A", "u"))) },
            Kind::Edit { target: id(3), body },
            Kind::Delete { target: id(3) },
            Kind::Restore { target: id(3) },
            Kind::Sent { target: id(3), text: id(4) },
            Kind::React { target: id(3), reaction: Reaction::named("❤️").unwrap(), is_back: false },
            Kind::React { target: OperationId::ARTICLE, reaction: Reaction::named("🚀").unwrap(), is_back: true },
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
        assert_eq!(read("{\"k\":\"approve\",\"r\":7}"), Ok(Decoded::Foreign { epoch: Some(0) }));
        assert_eq!(read("{\"k\":\"link\",\"p\":[1],\"g\":2}"), Ok(Decoded::Foreign { epoch: Some(2) }));
        assert_eq!(decode(id(9), &StoredText::from("2whatever")), Ok(Decoded::Foreign { epoch: None }));
    }

    #[test]
    fn unknown_fields_are_no_obstacle() {
        let json = "{\"k\":\"delete\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\",\"z\":[{}]},\"t\":1,\"s\":[],\"r\":[],\"q\":{\"deep\":[1]}}";
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
            ("{\"k\":\"post\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"x\",\"s\":\"\"}", RecordError::Field("s")),
            ("{\"k\":\"post\",\"p\":\"1\",\"a\":{\"id\":\"x\"},\"t\":1,\"b\":\"x\"}", RecordError::Field("p")),
            (
                "{\"k\":\"react\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\"},\"t\":1}",
                RecordError::Field("r"),
            ),
            (
                "{\"k\":\"unreact\",\"p\":\"0000000010000000000001\",\"a\":{\"id\":\"x\"},\"t\":1,\"r\":\"\"}",
                RecordError::Field("r"),
            ),
            ("{\"k\":\"react\",\"a\":{\"id\":\"x\"},\"t\":1,\"r\":\"👍\"}", RecordError::Field("p")),
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
