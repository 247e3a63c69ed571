//! A program that responds to what begins with one path, as the server side of a site does.

use super::{Reply, Request};
use std::fmt;
use std::sync::Arc;

/// What it responds.
type Respond = dyn Fn(&Request) -> Reply + Send + Sync;

/// A program, shared between connections.
#[derive(Clone)]
pub(super) struct Program(Arc<Respond>);

impl Program {
    pub(super) fn new(respond: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        Self(Arc::new(respond))
    }

    pub(super) fn respond(&self, request: &Request) -> Reply {
        (self.0)(request)
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Program")
    }
}
