//! Everything that can happen next, as data; a run is a list of these.

use std::fmt;

use crate::program::Act;

/// What becomes of the mirror's waiting transactions when their page goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Waiting {
    /// They are carried out.
    Finished,
    /// They leave no trace.
    Aborted,
}

/// One thing that happens. Tabs are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The reader does something in a tab.
    Do(u8, Act),
    /// The browser process takes a tab's oldest change.
    Send(u8),
    /// A tab hears the oldest notice of the browser process.
    Hear(u8),
    /// The mirror carries out a tab's oldest transaction.
    Mirror(u8),
    /// A tab gets the mirror's oldest response.
    Response(u8),
    /// A tab hears the oldest broadcast of another.
    Broadcast {
        /// The tab that sent it.
        from: u8,
        /// The tab that hears it.
        to: u8,
    },
    /// A tab reads on.
    Turn(u8),
    /// A tab's timer runs out; the time is what it was set to, if that has not passed.
    Tick(u8),
    /// The lock goes to whoever has waited longest.
    Grant,
    /// What waits goes to disk.
    Commit,
    /// Time passes, in milliseconds.
    Pass(u32),
    /// The reader opens a tab, or duplicates one.
    Open,
    /// The reader looks at a tab.
    Look(u8),
    /// The reader turns to something else.
    Leave(u8),
    /// The reader reloads a tab; what was written is on its way.
    Reload(u8, Waiting),
    /// The reader closes a tab.
    Close(u8, Waiting),
    /// The tab's process ends; so many of its oldest changes have left it.
    Crash {
        /// The tab.
        tab: u8,
        /// How many changes had left it.
        sent: u16,
    },
    /// The page goes into the back/forward cache.
    Freeze(u8),
    /// It comes back from there.
    Thaw(u8),
    /// Another script of the page in this tab calls `clear()`.
    Clear(u8),
    /// Another script of the page in this tab sets its one key to a value of so many units.
    HostWrites(u8, u32),
    /// The whole browser is killed and opened again with one tab.
    Kill {
        /// How many of the changes that waited are on disk.
        kept: u16,
        /// Whether the mirror's waiting transactions are on disk.
        mirror: Waiting,
    },
}

impl Step {
    /// Whether it only brings something to its end that was begun already: every fair schedule takes it some day.
    pub fn is_delivery(self) -> bool {
        matches!(
            self,
            Self::Send(_)
                | Self::Hear(_)
                | Self::Mirror(_)
                | Self::Response(_)
                | Self::Broadcast { .. }
                | Self::Turn(_)
                | Self::Grant
        )
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = "browser process";
        match *self {
            Self::Do(tab, act) => write!(f, "tab {tab}: the reader does {act:?}"),
            Self::Send(tab) => write!(f, "tab {tab} -> {local}: its oldest change"),
            Self::Hear(tab) => write!(f, "{local} -> tab {tab}: the oldest notice"),
            Self::Mirror(tab) => write!(f, "the mirror carries out the oldest transaction of tab {tab}"),
            Self::Response(tab) => write!(f, "mirror -> tab {tab}: its oldest response"),
            Self::Broadcast { from, to } => write!(f, "tab {from} -> tab {to}: the oldest broadcast"),
            Self::Turn(tab) => write!(f, "tab {tab} reads on"),
            Self::Tick(tab) => write!(f, "tab {tab}: the timer runs out"),
            Self::Grant => f.write_str("the lock goes to the next"),
            Self::Commit => f.write_str("what waits goes to disk"),
            Self::Pass(ms) => write!(f, "{ms} ms pass"),
            Self::Open => f.write_str("a tab is opened"),
            Self::Look(tab) => write!(f, "tab {tab}: the reader looks at it"),
            Self::Leave(tab) => write!(f, "tab {tab}: the reader leaves it"),
            Self::Reload(tab, waiting) => write!(f, "tab {tab} is reloaded, transactions {waiting:?}"),
            Self::Close(tab, waiting) => write!(f, "tab {tab} is closed, transactions {waiting:?}"),
            Self::Crash { tab, sent } => write!(f, "tab {tab} crashes, {sent} changes had left it"),
            Self::Freeze(tab) => write!(f, "tab {tab} is frozen"),
            Self::Thaw(tab) => write!(f, "tab {tab} is thawed"),
            Self::Clear(tab) => write!(f, "tab {tab}: another script clears the storage"),
            Self::HostWrites(tab, units) => write!(f, "tab {tab}: another script writes {units} units"),
            Self::Kill { kept, mirror } => {
                write!(
                    f,
                    "the browser is killed: {kept} waiting changes on disk, transactions {mirror:?}; it is opened again"
                )
            }
        }
    }
}
