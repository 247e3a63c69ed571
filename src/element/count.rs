//! What the count element calls: how many comments a discussion has, without showing it.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::attributes;
use crate::browser::{graphemes, page_threads};
use crate::domain::thread_id::ThreadId;
use crate::parts;

/// How many comments a thread of this origin has, own and published: `thread` and `aliases` as the attributes give them,
/// `comments` an absolute address, each empty for none. What cannot be had is not counted, and nothing is written.
#[wasm_bindgen]
pub fn count(thread: &str, aliases: &str, comments: &str) -> Promise {
    graphemes::count();
    let (first, mut others) = page_threads::of_count(ThreadId::explicit(thread));
    others.append(&mut attributes::aliases(aliases));
    let mut threads = vec![first];
    for other in others {
        if !threads.iter().any(|known| known.key() == other.key()) {
            threads.push(other);
        }
    }
    let comments = Some(comments.trim().to_owned()).filter(|address| !address.is_empty());
    future_to_promise(async move {
        let code = parts::count().await.map_err(|_| JsError::new("what counts could not be loaded"))?;
        let count = (code.count)(threads, comments).await;
        Ok(JsValue::from(u32::try_from(count).unwrap_or(u32::MAX)))
    })
}
