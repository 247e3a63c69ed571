//! Browsers that serve one story after the other: starting one takes longer than many a story. Each story has a server, and so an origin
//! and a storage, of its own.

use crate::environment::Environment;
use crate::fail::OrFail;
use crate::session::Session;
use std::ops::Deref;
use std::sync::{Mutex, PoisonError};

/// So many stories a browser serves: WebKit's keeps pages that it has left in memory.
const STORIES: u32 = 25;

/// Those that no story has now, and how many each has served.
static IDLE: Mutex<Vec<(Session, u32)>> = Mutex::new(Vec::new());

/// A browser that goes back when its story has ended well.
#[derive(Debug)]
pub struct Lent {
    /// There is one until this is dropped.
    session: Option<Session>,
    served: u32,
}

impl Lent {
    /// One that is free, or a new one.
    #[track_caller]
    #[must_use]
    pub fn any(environment: &Environment) -> Self {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let (session, served) = idle.unwrap_or_else(|| (Session::open(environment), 0));
        Self { session: Some(session), served }
    }

    /// One that no other story gets, for what is its own.
    #[must_use]
    pub fn only(session: Session) -> Self {
        Self { session: Some(session), served: STORIES }
    }
}

impl Deref for Lent {
    type Target = Session;

    #[track_caller]
    fn deref(&self) -> &Session {
        self.session.as_ref().or_fail("the browser has gone back")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let served = self.served + 1;
        if let Some(session) = self.session.take()
            && served < STORIES
            && !std::thread::panicking()
            && session.tidy().is_ok()
        {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push((session, served));
        }
    }
}
