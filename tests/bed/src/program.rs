//! What the bed can drive: a program that is told what happened and says what is to be done.

use std::cell::RefCell;
use std::fmt;
use std::fmt::Write as _;
use std::hash::Hasher as _;
use std::rc::Rc;

use article_widget::store::copy::request::{Broadcast, Found, Request, Response};
use article_widget::store::copy::store_error::StoreError;

use crate::digest::Digest;
use crate::text::Text;

/// What a reader does with one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Types into the composer for a new comment.
    Type(Text),
    /// Sends a new comment.
    Submit(Text),
    /// Replies to a comment that is shown.
    Reply {
        /// The comment's text.
        to: Text,
        /// The reply.
        text: Text,
    },
    /// Changes a comment of theirs that is shown.
    Edit {
        /// The text shown.
        of: Text,
        /// The new text.
        to: Text,
    },
    /// Deletes a comment that is shown.
    Delete(Text),
    /// Takes a deletion back.
    Undo(Text),
    /// Erases a comment that is deleted, for good.
    Erase(Text),
    /// Deletes everything in the thread, for good.
    DeleteEverything,
    /// Opens the panel "Your comments", which lists the imports that there are; anew, if it is open.
    OpenPanel,
    /// Imports somebody else's file, which is called by the first of the two texts in it.
    Import {
        /// That text; the other is the next one.
        text: Text,
        /// Whether it is a file of the discussion as it was called at the page's earlier address.
        earlier: bool,
    },
    /// Takes back the imports of a file that the panel lists.
    UndoImport(Text),
    /// Looks at the submission that brings a comment to the page's author, and takes it along.
    TakeSubmission(Text),
    /// Says that it was sent.
    SayItWasSent,
}

impl Act {
    /// The text that is written by it, if any.
    pub fn writes(self) -> Option<Text> {
        match self {
            Self::Submit(text) | Self::Reply { text, .. } | Self::Edit { to: text, .. } => Some(text),
            _ => None,
        }
    }

    /// The text that must be shown for it to be done, if any.
    pub fn needs(self) -> Option<Text> {
        match self {
            Self::Reply { to: text, .. }
            | Self::Edit { of: text, .. }
            | Self::Delete(text)
            | Self::TakeSubmission(text) => Some(text),
            _ => None,
        }
    }
}

/// What a program is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// The page was opened.
    Started,
    /// A copy responded.
    Responded(Response),
    /// A broadcast of another page of the origin came through the channel.
    Heard(Broadcast),
    /// A `storage` event: another page changed a key (`None`: cleared everything); the value is what it holds now.
    Stored {
        /// The key.
        key: Option<Rc<str>>,
        /// Its new value, `None` if it was removed.
        value: Option<Rc<str>>,
    },
    /// The page was shown again, or looked at.
    Woken,
    /// The page was left, hidden or is about to go.
    Hidden,
    /// The timer asked for last has run out.
    Ticked,
    /// The usage was measured, in UTF-16 units of the key-value storage.
    Measured {
        /// What the origin takes.
        origin: u64,
        /// What keys beginning with `aw1` take of it.
        ours: u64,
        /// What it may take.
        quota: u64,
    },
    /// What [`Action::ReadEverything`] asked for.
    Everything {
        /// What the copies hold; a key stands twice where they differ.
        records: Vec<Found>,
        /// Whether both could be read.
        complete: bool,
        /// What the origin takes of the key-value storage, in UTF-16 units.
        origin: u64,
        /// What keys beginning with `aw1` take of it.
        ours: u64,
        /// What it may take.
        quota: u64,
    },
    /// The page had its turn: what [`Action::GoOn`] asked for.
    HasTime,
    /// What became of an [`Action::Overwrite`].
    Overwrote(Result<(), StoreError>),
    /// The lock asked for is held.
    Locked,
    /// The reader did something.
    Did(Act),
}

/// What a program asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Ask a copy; [`Event::Responded`] comes within the same turn from the primary one, later or never from the mirror.
    Store(Request),
    /// Tell the other pages of the origin.
    Broadcast(Broadcast),
    /// Tick after so many milliseconds, instead of any tick asked for before.
    WakeAfter(u64),
    /// Measure the usage; answered within the same turn.
    MeasureUsage,
    /// Read everything that is kept for the origin, from both copies; answered once the mirror has responded.
    ReadEverything,
    /// Go on in a later turn.
    GoOn,
    /// An import has ended.
    Imported {
        /// What its file is called by.
        first: Text,
        /// Whether it says that it has written everything, and nothing of it was there before.
        whole: bool,
    },
    /// A submission is given to the reader; what is in it.
    Submission(String),
    /// Set a key of the primary copy whatever it held, as a naive program does; answered within the same turn.
    Overwrite {
        /// The key.
        key: Rc<str>,
        /// The value.
        value: Rc<str>,
    },
    /// Wait for the one lock of the origin (`navigator.locks`).
    Lock,
    /// Give the lock back.
    Unlock,
}

/// What a program says about a text that it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// Nothing.
    Nothing,
    /// That it is being saved, is at risk, or is kept softly: anything but a promise.
    NotYet,
    /// "Saved": a promise.
    Saved,
}

/// A text that a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shown {
    /// The text.
    pub text: Text,
    /// What is said beside it.
    pub word: Word,
    /// Whether it is an earlier version that a reader can open, not what stands in the thread.
    pub earlier: bool,
}

thread_local! {
    /// Room for one program, written out.
    static WRITTEN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// A program under test: one page's worth. Clone and Debug must cover everything that decides what it does next.
pub trait Program: Clone + fmt::Debug + 'static {
    /// What all its pages are opened with. The same in all runs of a scenario.
    type Setup: Clone + fmt::Debug;

    /// A page that has just been loaded, before [`Event::Started`]. `page` was never given before in this run and
    /// stands for the chance that a page makes its ids from; `now` is in milliseconds since 1970.
    fn open(setup: &Self::Setup, page: u32, now: u64) -> Self;

    /// What follows from what happened.
    fn handle(&mut self, now: u64, event: Event) -> Vec<Action>;

    /// Whether it tells its reader that something could not be kept: the other pages need not know of it then.
    fn unsettled(&self) -> bool {
        false
    }

    /// Whether it is a page at the earlier address of one that has moved: it shows only what is kept under that.
    fn is_earlier(&self) -> bool {
        false
    }

    /// Whether a reader can do this now.
    fn can(&self, act: Act) -> bool {
        let _ = act;
        true
    }

    /// The text that stands where this would be written. Nobody writes over what they sent and was refused.
    fn writes_over(&self, act: Act) -> Option<Text> {
        let _ = act;
        None
    }

    /// Every text that the reader sees in the thread or can open there.
    fn shown(&self, each: &mut dyn FnMut(Shown));

    /// Every text that is not in the thread and that the reader can still get at: in a composer, a draft, or waiting to be sent.
    fn aside(&self, each: &mut dyn FnMut(Text));

    /// Whether a key's value may never change once it is written.
    fn is_operation_key(key: &str) -> bool {
        ["aw1:", "aw1i:", "aw1g:"].iter().any(|prefix| key.starts_with(prefix))
    }

    /// Whether what a key holds is the reader's own.
    fn is_own_key(key: &str) -> bool {
        key.starts_with("aw1:")
    }

    /// Writes out everything that decides what it does next. Two programs that differ must differ here.
    fn write_state(&self, out: &mut String) {
        // A String takes everything.
        let _ = write!(out, "{self:?}");
    }

    /// The same as a digest.
    fn digest(&self, digest: &mut Digest) {
        // Written out as a whole first: a digest of many small pieces is slow.
        WRITTEN.with_borrow_mut(|written| {
            written.clear();
            self.write_state(written);
            digest.write(written.as_bytes());
        });
    }

    /// Whether it shows a text as it stands in the thread.
    fn shows(&self, wanted: Text) -> bool {
        let mut found = false;
        self.shown(&mut |shown| found |= shown.text == wanted && !shown.earlier);
        found
    }

    /// Whether a text is shown, or aside.
    fn holds(&self, wanted: Text) -> bool {
        let mut found = false;
        self.shown(&mut |shown| found |= shown.text == wanted);
        self.aside(&mut |text| found |= text == wanted);
        found
    }
}
