//! What happened: every `Msg` is in the past tense. What concerns one room is said in that room's words.

pub use super::actions::{ActionMsg, HistoryMsg, ReactionMsg};
pub use super::article::ArticleMsg;
pub use super::composer::ComposerMsg;
use super::config::Config;
pub use super::finding::{FindingMsg, SearchMsg};
use super::host_call::HostCall;
pub use super::list::{LinkMsg, ListMsg};
use super::names::NamesCode;
pub use super::published::PublishedMsg;
pub use super::submission::SubmissionMsg;
use crate::domain::author::AuthorId;
use crate::domain::sort::Sort;
use crate::port::ToThread;
use crate::store::copy::request::{Broadcast, Response};
use crate::store::copy::usage::Usage;

/// Something that happened to one widget.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The widget was put into the page.
    Started,
    /// The page's clock moved on to where something shown is no longer true.
    Ticked,
    /// The embedder changed an attribute.
    ChangedConfig(Box<Config>),
    /// A copy responded to a request.
    Responded(Response),
    /// Another tab or another widget said something.
    Heard(Broadcast),
    /// "Your comments" on this page said something.
    FromManage(ToThread),
    /// A script of the host page called a method; its promise is settled under the same ticket.
    HostCalled {
        /// The number of the call.
        ticket: u32,
        /// What is called for.
        call: HostCall,
    },
    /// The browser said something.
    Page(PageMsg),
    /// About the composers.
    Composer(ComposerMsg),
    /// About the list.
    List(ListMsg),
    /// About single comments of the reader's.
    Action(ActionMsg),
    /// About what the reader looks for, and what is new.
    Finding(FindingMsg),
    /// About sending a comment to the author.
    Submission(SubmissionMsg),
    /// About the article.
    Article(ArticleMsg),
    /// About the file that the page publishes.
    Published(PublishedMsg),
}

/// What the browser said of the page, and of what it keeps.
#[derive(Clone, Debug, PartialEq)]
pub enum PageMsg {
    /// The page is looked at again, or something may have happened to what is kept.
    Woken,
    /// The page is no longer looked at, and may go at any time.
    Hidden,
    /// The browser is about to print the page.
    StartedPrinting,
    /// It has printed, or was told not to.
    EndedPrinting,
    /// How much of the quota is used was measured, in UTF-16 units.
    MeasuredUsage(Usage),
    /// The reader's remembered name and author id came from storage.
    ReadPreferences {
        /// The name, as typed.
        name: Option<String>,
        /// The author id.
        author: Option<AuthorId>,
        /// The order of the list.
        sort: Option<Sort>,
    },
    /// An author id was drawn that nobody has.
    DrewAuthor(AuthorId),
    /// The reader has not been told yet what this browser does after seven days.
    NotToldOfSevenDays,
    /// A text was put on the clipboard, or could not be.
    CopiedText(bool),
    /// What knows which names look alike is here.
    CameNames(NamesCode),
    /// It could not be had.
    MissedNames,
}

/// A `Msg` in the words of one room is a `Msg` to the program.
macro_rules! from {
    ($($room:ident: $msg:ty,)*) => {$(
        impl From<$msg> for Msg {
            fn from(msg: $msg) -> Self {
                Self::$room(msg)
            }
        }
    )*};
}

impl From<ReactionMsg> for Msg {
    fn from(msg: ReactionMsg) -> Self {
        Self::Action(ActionMsg::Reaction(msg))
    }
}

impl From<SearchMsg> for Msg {
    fn from(msg: SearchMsg) -> Self {
        Self::Finding(FindingMsg::Search(msg))
    }
}

impl From<LinkMsg> for Msg {
    fn from(msg: LinkMsg) -> Self {
        Self::List(ListMsg::Link(msg))
    }
}

impl From<HistoryMsg> for Msg {
    fn from(msg: HistoryMsg) -> Self {
        Self::Action(ActionMsg::History(msg))
    }
}

from! {
    FromManage: ToThread,
    Page: PageMsg,
    Composer: ComposerMsg,
    List: ListMsg,
    Action: ActionMsg,
    Finding: FindingMsg,
    Submission: SubmissionMsg,
    Article: ArticleMsg,
    Published: PublishedMsg,
}
