//! The widget's methods: each is a host API call with a ticket, whose promise is settled once the program knows the result.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Error, Function, Object, Promise, Reflect};
use litemap::LiteMap;
use wasm_bindgen::prelude::*;

use crate::app::{self, host_call};
use crate::manage;
use crate::manage::host_call::{HostCall, HostResult};
use crate::manage::import::ImportPreview;
use crate::store::file::file_contents::{FileError, RefusalReason};
use crate::widget::Msg;

type Send = Rc<dyn Fn(Msg)>;

struct Waiting {
    resolve: Function,
    reject: Function,
    send: Send,
}

thread_local! {
    static WAITING: RefCell<(u32, LiteMap<u32, Waiting>)> = const { RefCell::new((0, LiteMap::new())) };
}

/// Hands a call to the thread and promises its result.
pub fn call_thread(send: Send, call: host_call::HostCall) -> Promise {
    promise(send, &mut |ticket| app::Msg::HostCalled { ticket, call }.into())
}

/// Hands a call to "Your comments" and promises its result.
pub fn call_manage(send: Send, call: HostCall) -> Promise {
    promise(send, &mut |ticket| manage::Msg::HostCalled { ticket, call: call.clone() }.into())
}

fn promise(send: Send, msg: &mut dyn FnMut(u32) -> Msg) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let waiting = Waiting { resolve, reject, send: Rc::clone(&send) };
        let ticket = WAITING.with_borrow_mut(|(last, all)| {
            *last = last.wrapping_add(1);
            all.insert(*last, waiting);
            *last
        });
        send(msg(ticket));
    })
}

/// Settles the promise of a call for which the code could not be had.
pub fn refuse_call(ticket: u32) {
    if let Some(waiting) = take(ticket) {
        refuse(&waiting.reject, "what is needed for this could not be loaded");
    }
}

/// Settles the promise of a call to the thread.
pub fn settle_for_thread(ticket: u32, result: host_call::HostResult) {
    let Some(waiting) = take(ticket) else {
        return;
    };
    match result {
        host_call::HostResult::Cleared | host_call::HostResult::Done => {
            let _ = waiting.resolve.call1(&JsValue::UNDEFINED, &JsValue::UNDEFINED);
        }
        host_call::HostResult::Closed => refuse(&waiting.reject, "this discussion is closed"),
    }
}

fn take(ticket: u32) -> Option<Waiting> {
    WAITING.with_borrow_mut(|(_, all)| all.remove(&ticket))
}

/// Settles the promise of a call to "Your comments".
pub fn settle_for_manage(ticket: u32, result: HostResult) {
    let Some(waiting) = take(ticket) else {
        return;
    };
    let value = match result {
        HostResult::File(text) => JsValue::from_str(&text),
        HostResult::Done { written, left_out } => object(&[("written", count(written)), ("leftOut", count(left_out))]),
        HostResult::Preview(shown) => preview(ticket, &shown, waiting.send),
        HostResult::Refused(error) => return refuse(&waiting.reject, refusal(error)),
        HostResult::Failed => return refuse(&waiting.reject, "it could not be done"),
    };
    let _ = waiting.resolve.call1(&JsValue::UNDEFINED, &value);
}

fn refuse(reject: &Function, why: &str) {
    let _ = reject.call1(&JsValue::UNDEFINED, &Error::new(&format!("article-widget: {why}")));
}

fn preview(ticket: u32, shown: &ImportPreview, send: Send) -> JsValue {
    let all = shown.threads.iter().flat_map(|thread| &thread.preview.refused).chain(&shown.file.refused);
    let refused: Array =
        all.map(|one| object(&[("line", count(one.line)), ("reason", JsValue::from_str(code(one.reason)))])).collect();
    // What was refused because the reader was busy may be asked again.
    let commit = Closure::<dyn Fn() -> Promise>::new(move || call_manage(Rc::clone(&send), HostCall::Commit(ticket)));
    object(&[
        ("kind", JsValue::from_str(shown.file.kind.as_str())),
        ("whole", JsValue::from_bool(shown.file.whole)),
        ("new", count(shown.new_records())),
        ("already", count(shown.already())),
        ("overRoom", count(shown.over_quota())),
        ("refused", refused.into()),
        ("commit", commit.into_js_value()),
    ])
}

/// A plain object.
pub(super) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// A number of things.
pub(super) fn count(number: usize) -> JsValue {
    #[expect(clippy::cast_precision_loss, reason = "counts of lines are exact")]
    let number = number as f64;
    JsValue::from_f64(number)
}

fn refusal(error: FileError) -> &'static str {
    match error {
        FileError::TooLarge => "the file is larger than 20 MiB",
        FileError::TooManyLines => "the file has more than 100,000 lines",
        FileError::NoHeader => "this is not a file of the article widget",
        FileError::Newer(_) => "the file was written by a later version",
    }
}

/// Why a line is refused, as a word that does not change.
fn code(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::NotJson => "not-json",
        RefusalReason::TooDeep => "too-deep",
        RefusalReason::UnknownLine => "unknown-line",
        RefusalReason::NoThread => "no-thread",
        RefusalReason::WrongKind => "wrong-kind",
        RefusalReason::Damaged => "damaged",
        RefusalReason::Unreadable => "unreadable",
        RefusalReason::TooLong => "too-long",
        RefusalReason::UnknownKey => "unknown-key",
        RefusalReason::OtherThread => "other-thread",
        RefusalReason::OtherWords => "other-words",
        RefusalReason::Erased => "erased",
        RefusalReason::EpochDeleted => "deleted",
        RefusalReason::BeyondReason => "beyond-reason",
        RefusalReason::OnlyOnesOwn => "only-ones-own",
        RefusalReason::WouldTakeAway => "would-take-away",
    }
}
