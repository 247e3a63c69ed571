//! Writes to the mirror are gathered: those of one turn of the event loop go into one transaction, so the disk is waited for
//! once.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;

use super::mirror_ask::Ask;
use super::mirror_line;
use crate::store::copy::request::Request;

/// How many writes one transaction takes: other pages wait for its end.
const MOST: usize = 250;

thread_local! {
    static GATHERED: RefCell<Vec<Ask>> = const { RefCell::new(Vec::new()) };
}

/// Writes with others of this turn; a key stands once in a transaction.
pub(super) fn gather(ask: Ask) {
    let full = GATHERED.with_borrow(|asks| asks.len() >= MOST || asks.iter().any(|other| same_key(other, &ask)));
    if full {
        flush();
    }
    let first = GATHERED.with_borrow_mut(|asks| {
        asks.push(ask);
        asks.len() == 1
    });
    if first {
        spawn_local(async { flush() });
    }
}

/// Begins to write what was gathered.
pub(super) fn flush() {
    let asks = GATHERED.take();
    if !asks.is_empty() {
        mirror_line::start(asks);
    }
}

fn same_key(one: &Ask, other: &Ask) -> bool {
    matches!((&one.request, &other.request), (Request::Write { key: one, .. }, Request::Write { key: other, .. }) if one == other)
}
