//! What is to be done: every effect is an instruction to the browser, but for what is said to the thread.

use super::exports::Export;
use super::host_call::HostResult;
use crate::domain::thread_id::ThreadKey;
use crate::port::ToThread;
use crate::store::copy::request::{Broadcast, Request};

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Say something to the thread on this page.
    ToThread(ToThread),
    /// Ask something of one of the two copies.
    Store(Request),
    /// Tell the other widgets of this page, and other tabs.
    Broadcast(Broadcast),
    /// Read everything that is kept for this origin, and how much space there is.
    ReadEverything(Purpose),
    /// Forget the name, the author id and the order.
    ForgetPreferences,
    /// Read the file that the reader has chosen in the panel.
    ReadChosenFile,
    /// Report back as soon as the page had its turn: there is more to do of this work.
    Continue(Work),
    /// Ask the browser for persistent storage; it may prompt the reader for that.
    AskToPersist,
    /// Report back with `Ticked` after so many milliseconds. This timer takes the place of the one before.
    WakeAfter(u64),
    /// Put a text on the clipboard.
    CopyText(String),
    /// Offer a text as a file.
    SaveFile {
        /// What it is to be called.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Put the focus somewhere, once what was changed has been drawn.
    Focus(FocusTarget),
    /// Settle the promise of a host API call.
    Settle {
        /// The number of the call.
        ticket: u32,
        /// What it came to.
        result: HostResult,
    },
}

/// Work that goes on in slices, so that the page stays usable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The import that the reader is shown.
    Import,
    /// The preview that the host API call with this ticket asked for.
    HostCall(u32),
}

/// What all records of this origin are read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be shown in the panel.
    Show,
    /// To be written into a file.
    File(Export),
    /// To be compared with a file.
    Compare(Work),
    /// To be deleted: one thread, or everything.
    Delete(Option<ThreadKey>),
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The panel.
    Panel,
    /// The file that is offered in it.
    Offer,
    /// What it says of an import.
    Import,
    /// The comment of this number, from 0, of those that find no space.
    Unsaved(usize),
    /// The button that opens the panel.
    PanelButton,
}
