//! What is to be done: every effect is an instruction to the browser.

use super::composer::composers::ComposerId;
use super::config::Persistence;
use super::host_call::HostResult;
use super::host_event::HostEvent;
use crate::domain::author::AuthorId;
use crate::domain::operation_id::OperationId;
use crate::domain::reaction::Sign;
use crate::domain::sort::Sort;
use crate::domain::thread_id::{ThreadId, ThreadKey};
use crate::port::ToManage;
use crate::store::copy::request::{Broadcast, Request};

/// An instruction to one widget's browser side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Say something to "Your comments" on this page.
    ToManage(ToManage),
    /// Ask something of one of the two copies that keep a thread.
    Store(Request),
    /// Tell the other widgets of this page, and other tabs.
    Broadcast(Broadcast),
    /// Read the reader's name, their author id and their order of the list from the browser's preferences.
    ReadPreferences,
    /// From now on keep comments in this storage of the browser, or in none.
    KeepIn(Persistence),
    /// Remember the name for the next comment.
    KeepName(String),
    /// Remember the order that the reader has chosen.
    KeepSort(Sort),
    /// Remember as long as the tab is open which branches of a thread are folded.
    KeepFolds {
        /// The thread.
        thread: ThreadKey,
        /// The comments below which they are.
        folded: Vec<OperationId>,
    },
    /// Report back with what the tab remembers of that.
    ReadFolds(ThreadKey),
    /// Remember what the reader has seen of a thread, as text.
    KeepSeen {
        /// The thread.
        thread: ThreadKey,
        /// What they have seen.
        seen: String,
    },
    /// Report back with what the browser remembers of that.
    ReadSeen(ThreadKey),
    /// Remember the author id, unless one is remembered already.
    KeepAuthor(AuthorId),
    /// Report back with `NotToldOfSevenDays`, unless that was done on this origin before: the reader should be told once that this
    /// browser removes what a site keeps when the site is not used for seven days.
    TellSevenDaysOnce,
    /// Report back with a new random author id.
    DrawAuthor,
    /// Report back as soon as the page had its turn: there is more of the published file to read.
    Continue,
    /// Report back as soon as the page had its turn, after what was changed has been drawn: there are more rows to draw.
    DrawMore,
    /// Report back when rows that are not drawn come near the view, once what was changed has been drawn.
    WatchGaps,
    /// Report back which new comments come into view, once what was changed has been drawn.
    WatchNew,
    /// Report back as soon as the page had its turn: there are more comments to look at for what the reader looks for.
    GoOnSearching,
    /// Mark these words in the rows, once what was changed has been drawn; from now on in no others.
    MarkFound(Vec<String>),
    /// Scroll to a comment and leave the focus where it is, once what was changed has been drawn.
    ShowRow(OperationId),
    /// Measure how much of the quota is used.
    MeasureUsage,
    /// Ask the browser for persistent storage, where it does not prompt the reader for that.
    AskToPersist,
    /// Fetch the article.
    FetchArticle {
        /// Its address as the embedder wrote it.
        src: String,
        /// To be repeated in the answer.
        attempt: u32,
    },
    /// Fetch what makes a letter to the author, and report that it came or could not be had.
    FetchLetter,
    /// Fetch what knows which names look alike, and report that it came or could not be had.
    FetchNames,
    /// Fetch what searches, and report that it came or could not be had.
    FetchSearch,
    /// Fetch what draws the differences between the texts of a comment, and report that it came or could not be had.
    FetchHistory,
    /// Do something about the link to a comment.
    Link(LinkRequest),
    /// Fetch the file that the page publishes.
    Published(PublishedRequest),
    /// Report back with `Ticked` after so many milliseconds. This timer takes the place of the one before.
    WakeAfter(u64),
    /// Put a text into a composer that is open and empty, and say what stands in it then.
    FillComposer {
        /// The composer.
        composer: ComposerId,
        /// The text.
        text: String,
    },
    /// Report back what the reader has selected in the text of a comment, if they have.
    AskSelection(OperationId),
    /// Put a text on the clipboard.
    CopyText(String),
    /// Remember how far the page is scrolled.
    KeepScroll,
    /// Scroll back to where the page was then, once what was changed has been drawn.
    RestoreScroll,
    /// Offer a text as a file.
    SaveFile {
        /// What it is to be called.
        name: String,
        /// What is in it.
        text: String,
    },
    /// From now on the keys that undo and do again are the widget's while the focus is in it and in no text field, if there is
    /// something to undo or do again.
    OfferUndo {
        /// Whether there is something to undo.
        undo: bool,
        /// Whether there is something to do again.
        redo: bool,
    },
    /// Have the browser ask the reader before the page is left (`true`), or no more.
    WarnBeforeLeaving(bool),
    /// Put the focus somewhere, once what was changed has been drawn.
    Focus(FocusTarget),
    /// Settle the promise of a host API call.
    Settle {
        /// The number of the call.
        ticket: u32,
        /// What it came to.
        result: HostResult,
    },
    /// Dispatch an event to the host page, once what was changed has been drawn.
    DispatchEvent {
        /// Of which thread.
        thread: ThreadId,
        /// What.
        event: HostEvent,
    },
    /// Say something to the page's developers, in the console.
    Warn(String),
}

impl Effect {
    /// Whether it needs the page as it will be: it is carried out once what was changed has been drawn.
    pub fn needs_drawing(&self) -> bool {
        matches!(
            self,
            Self::Focus(_)
                | Self::FillComposer { .. }
                | Self::DispatchEvent { .. }
                | Self::RestoreScroll
                | Self::DrawMore
                | Self::WatchGaps
                | Self::WatchNew
                | Self::MarkFound(_)
                | Self::ShowRow(_)
                | Self::Settle { result: HostResult::Done, .. }
        )
    }
}

/// What is to be done about the file that the page publishes. It is given out piece by piece, each when it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishedRequest {
    /// Ask for the file, and report its first piece; a file that was being fetched is given up.
    Fetch {
        /// Its address as the embedder wrote it.
        address: String,
        /// To be repeated with each piece.
        attempt: u32,
    },
    /// Report the next piece.
    More,
    /// Give it up.
    Stop,
}

/// What is to be done about the link to a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkRequest {
    /// Look again which comment the page's address names: the thread is another one.
    Look,
    /// The comment that the address names is here: lead to it, unless another widget of the page does.
    Found(OperationId),
    /// It is not here. Where no widget of the page has it, have one of them say so.
    Absent(OperationId),
    /// Put the link to this comment on the clipboard.
    Copy(OperationId),
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The text field of a composer.
    Composer(ComposerId),
    /// The name field of a composer.
    Name(ComposerId),
    /// A comment as a whole.
    Comment(OperationId),
    /// A comment's "Reply".
    Reply(OperationId),
    /// What folds a comment's branch.
    Fold(OperationId),
    /// A comment's "Edit".
    Edit(OperationId),
    /// "Undo" where a comment was, or "Undo" or "Redo" beside one.
    Undo(OperationId),
    /// A button beside a text that another page left.
    Draft(OperationId),
    /// "React" beside a comment, or at the article.
    React(OperationId),
    /// The first of the signs to react with.
    Signs(OperationId),
    /// A reaction that is counted.
    Sign(OperationId, Sign),
    /// The submission to the author.
    Submission,
    /// A comment's "Send to the author".
    Send(OperationId),
    /// The field in which a reader says what they look for.
    Search,
    /// The button that opens it.
    SearchButton,
    /// The heading of the thread.
    Heading,
}
