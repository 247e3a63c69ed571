//! An operation as JSON. What its members mean stands in [`record`](super::record).

use serde::Serialize;

use super::operation::{Kind, Operation};
use super::record_key::Epoch;
use super::thread_name::ThreadName;
use crate::domain::operation_id::OperationId;

/// An operation as JSON, with its members in their order.
#[derive(Serialize)]
struct RecordJson<'a> {
    k: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    p: Option<String>,
    a: AuthorJson<'a>,
    t: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    b: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    s: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    d: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    g: Option<Epoch>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ids: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    f: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thread: Option<&'a ThreadName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r: Option<&'a str>,
}

#[derive(Serialize)]
struct AuthorJson<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<&'a str>,
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
        Kind::React { target, is_back, .. } => (if *is_back { "unreact" } else { "react" }, Some(*target)),
        Kind::Batch { .. } => ("batch", None),
    };
    let r = match &operation.kind {
        Kind::React { reaction, .. } => Some(reaction.name()),
        _ => None,
    };
    let (ids, f, c, thread) = match &operation.kind {
        Kind::Erase { changes, .. } => (Some(changes.iter().map(OperationId::to_string).collect()), None, None, None),
        Kind::Sent { text, .. } => (Some(vec![text.to_string()]), None, None, None),
        Kind::Batch { label, count, thread } => (None, Some(label.as_str()), Some(*count), thread.as_deref()),
        _ => (None, None, None, None),
    };
    serde_json::to_string(&RecordJson {
        k,
        p: p.map(|id| id.to_string()),
        a: AuthorJson { id: operation.author.id.as_str(), n: operation.author.name.as_ref().map(|name| name.as_str()) },
        t: operation.at.millis(),
        b: operation.kind.body().map(|body| body.as_str()),
        s: operation.kind.body().and_then(|body| body.syntax().name()),
        d: operation.draft.map(|draft| draft.to_string()),
        g: (operation.epoch > 0).then_some(operation.epoch),
        ids,
        f,
        c,
        thread,
        r,
    })
    .ok()
}
