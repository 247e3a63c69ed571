//! The one connection to the mirror's database: opened when something is asked, closed when another page needs it, and opened
//! again. What is asked meanwhile waits.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::indexed_db::{self, Database, Ear, IdbRequest};
use super::mirror_ask::Ask;
use super::mirror_database::{DATABASE, STORE, VERSION};
use super::mirror_transaction;
use crate::store::copy::request::Request;
use crate::store::copy::store_error::StoreError;

/// What is asked in one transaction, and whether it has met a closed connection already.
struct Job {
    asks: Rc<[Ask]>,
    again: bool,
}

enum Line {
    Closed,
    Opening { waiting: Vec<Job>, _ear: Option<Ear> },
    Open { database: Database, _ear: Ear },
}

thread_local! {
    static LINE: RefCell<Line> = const { RefCell::new(Line::Closed) };
}

/// Carries out in one transaction what is asked: one request, or several writes of different keys.
pub(super) fn start(asks: Vec<Ask>) {
    connect(Job { asks: Rc::from(asks), again: false });
}

fn connect(job: Job) {
    let database = LINE.with_borrow_mut(|line| match line {
        Line::Open { database, .. } => Ok(Some((database.clone(), job))),
        Line::Opening { waiting, .. } => {
            // A draft is put every second, and opening can take as long as another page likes.
            waiting.retain(|other| !replaces(&job, other));
            waiting.push(job);
            Ok(None)
        }
        Line::Closed => {
            *line = Line::Opening { waiting: vec![job], _ear: None };
            Err(())
        }
    });
    match database {
        Ok(Some((database, job))) => carry_out(&database, job),
        Ok(None) => {}
        Err(()) => open(),
    }
}

fn replaces(new: &Job, old: &Job) -> bool {
    let draft = |job: &Job| match &*job.asks {
        [Ask { request: Request::Put { key, .. }, .. }] => Some(key.clone()),
        _ => None,
    };
    draft(new).is_some_and(|key| draft(old) == Some(key))
}

fn carry_out(database: &Database, job: Job) {
    let Err(thrown) = mirror_transaction::begin(database, &job.asks, start) else {
        return;
    };
    match indexed_db::name_of(&thrown).as_deref() {
        // The connection is closing, and nobody has said so yet.
        Some("InvalidStateError") if !job.again => {
            hang_up();
            connect(Job { again: true, ..job });
        }
        // Somebody else's database by our name.
        Some("NotFoundError") => refuse(vec![job], StoreError::Blocked),
        _ => refuse(vec![job], StoreError::Failed),
    }
}

/// Responds later, as a transaction would.
fn refuse(jobs: Vec<Job>, error: StoreError) {
    wasm_bindgen_futures::spawn_local(async move {
        for ask in jobs.iter().flat_map(|job| &*job.asks) {
            ask.end(Err(error));
        }
    });
}

fn open() {
    let begun = indexed_db::factory().ok_or(JsValue::UNDEFINED).and_then(|factory| {
        let idb_request = factory.open(DATABASE, VERSION)?;
        let opening = idb_request.clone();
        let ear = indexed_db::ear(move |event| heard_while_opening(&opening, &event));
        indexed_db::listen(&idb_request, &["upgradeneeded", "success", "error"], &ear)?;
        Ok(ear)
    });
    match begun {
        Ok(ear) => LINE.with_borrow_mut(|line| {
            if let Line::Opening { _ear, .. } = line {
                *_ear = Some(ear);
            }
        }),
        Err(_) => refuse(hang_up(), StoreError::Blocked),
    }
}

fn heard_while_opening(idb_request: &IdbRequest, event: &Event) {
    match event.type_().as_str() {
        "upgradeneeded" => {
            let database: Database = indexed_db::outcome(idb_request).unchecked_into();
            // It is a new database: there is nothing else that could stand in the way.
            let _ = database.create_object_store(STORE);
        }
        "success" => opened(indexed_db::outcome(idb_request).unchecked_into()),
        _ => {
            // Told to nobody else: some browsers report it to the page as an error of its own.
            event.prevent_default();
            let error = match indexed_db::name_of(&indexed_db::field(idb_request, "error")).as_deref() {
                Some("QuotaExceededError") => StoreError::Full,
                // Another page removed the database meanwhile.
                Some("AbortError") => StoreError::Failed,
                _ => StoreError::Blocked,
            };
            refuse(hang_up(), error);
        }
    }
}

fn opened(database: Database) {
    let ear = indexed_db::ear(|_| {
        hang_up();
    });
    if indexed_db::listen(&database, &["versionchange", "close"], &ear).is_err() {
        return refuse(hang_up(), StoreError::Blocked);
    }
    let before = LINE.replace(Line::Open { database: database.clone(), _ear: ear });
    if let Line::Opening { waiting, .. } = before {
        for job in waiting {
            carry_out(&database, job);
        }
    }
}

/// Closes the connection, so that it stands in nobody's way, and gives the requests that waited for it. What has begun ends
/// as it would.
fn hang_up() -> Vec<Job> {
    match LINE.replace(Line::Closed) {
        Line::Open { database, .. } => {
            let _ = database.close();
            Vec::new()
        }
        Line::Opening { waiting, .. } => waiting,
        Line::Closed => Vec::new(),
    }
}
