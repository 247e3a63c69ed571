//! A tab: its copy of the storage, the page in it, and the broadcasts on their way to it.

use std::collections::{BTreeMap, VecDeque};
use std::hash::{Hash, Hasher};

use article_widget::store::copy::request::{Broadcast, Found, Request, Response};

use crate::digest::Digest;
use crate::program::Program;
use crate::renderer::Renderer;

/// What the mirror is asked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// One thing.
    Request(Request),
    /// Everything that it holds.
    Everything,
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Said {
    /// To a request.
    Response(Response),
    /// Everything; `None` if that could not be read in time.
    Everything(Option<Vec<Found>>),
}

/// What a page does in a later turn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Later {
    /// It reads on in the primary copy.
    Read(Request),
    /// It goes on with what its program put off.
    GoOn,
}

/// A page in a tab.
#[derive(Clone, Debug)]
pub struct Page<P> {
    /// The program that runs in it.
    pub program: P,
    /// A number that no other page of the run has.
    pub number: u32,
    /// When the timer runs out, in milliseconds since 1970.
    pub timer: Option<u64>,
    /// Whether it lies in the back/forward cache.
    pub frozen: bool,
    /// Transactions that the mirror has not carried out yet, oldest first.
    pub requests: VecDeque<Asked>,
    /// Requests to the mirror whose responses have not come yet, oldest first.
    pub responses: VecDeque<Said>,
    /// What goes on in later turns.
    pub turns: VecDeque<Later>,
}

/// A place for a page; it may be empty while what was written in it is still on its way.
#[derive(Clone, Debug)]
pub struct Tab<P> {
    /// Its copy of the storage.
    pub renderer: Renderer,
    /// Its page, if it is open.
    pub page: Option<Page<P>>,
    /// The numbers of the pages that were in it before: what they wrote may still be on its way.
    pub former: Vec<u32>,
    /// Broadcasts on their way, in order for each tab that sent them.
    pub broadcasts: BTreeMap<u8, VecDeque<Broadcast>>,
}

impl<P: Program> Page<P> {
    /// A page that has just been loaded.
    pub fn new(program: P, number: u32) -> Self {
        Self {
            program,
            number,
            timer: None,
            frozen: false,
            requests: VecDeque::new(),
            responses: VecDeque::new(),
            turns: VecDeque::new(),
        }
    }
}

impl<P: Program> Tab<P> {
    /// Whether another page may be opened in it.
    pub fn is_free(&self) -> bool {
        self.page.is_none() && self.renderer.outgoing.is_empty()
    }

    /// The page, if it is open and runs.
    pub fn running(&self) -> Option<&Page<P>> {
        self.page.as_ref().filter(|page| !page.frozen)
    }

    /// Everything that decides what happens next in it.
    pub fn digest(&self, digest: &mut Digest) {
        self.renderer.hash(digest);
        self.broadcasts.hash(digest);
        let Some(page) = &self.page else { return digest.write_u8(0) };
        (page.number, page.timer, page.frozen).hash(digest);
        page.requests.hash(digest);
        page.responses.hash(digest);
        page.turns.hash(digest);
        page.program.digest(digest);
    }
}
