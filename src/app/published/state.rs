//! The file that the page publishes: fetched once the thread is shown. What reads it comes with it (`reading.rs`). None of it
//! is kept. A room: it knows nothing of the others.

use std::fmt;
use std::rc::Rc;

use super::error::PublishedError;
use crate::app::config::Config;
use crate::app::context::Context;
use crate::app::dispatching::dispatch;
use crate::app::effect::{Effect, PublishedRequest};
use crate::app::host_event::HostEvent;
use crate::app::step::{Step, only};
use crate::discussion::Discussion;
use crate::domain::article_error::ArticleError;
use crate::store::file::job::Job;
use crate::store::file::streamed_file::{MOST_PUBLISHED, StreamedFile};

/// What a script of the page is told of any error in it.
const NOT_ALL: &str = "not all of the published comments could be shown";

/// How far the file is, and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Published {
    /// Whether it is on its way.
    pub(super) is_coming: bool,
    /// Whether it was when [`Self::has_ended`] was asked last.
    was_coming: bool,
    /// Whether somebody wants to write before it has come: a composer below the list does not wait for it then.
    composer_first: bool,
    /// What is wrong with it. The rest is shown all the same.
    pub(super) error: Option<PublishedError>,
    /// How many of its operations are shown at most.
    pub(super) most: usize,
    /// Tells responses to earlier attempts apart.
    pub(super) attempt: u32,
    /// What has come of it, from its first piece on.
    pub(super) file: Option<Job<StreamedFile>>,
    /// Whether the next piece was asked for.
    pub(super) asked: bool,
    /// How many of its operations were taken, and not.
    pub(super) taken: usize,
    pub(super) refused: usize,
    /// How many comments there were when they were last listed.
    pub(super) listed: usize,
    /// What reads it, once that is here.
    code: Option<ReadingCode>,
}

/// What reads the file. A page fetches it only where it names one.
#[derive(Clone, Copy)]
pub struct ReadingCode(pub(super) fn(&mut Published, PublishedMsg, &mut Context<'_>) -> Vec<Step>);

impl fmt::Debug for ReadingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReadingCode")
    }
}

/// There is one.
impl PartialEq for ReadingCode {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What happened to the file.
#[derive(Clone, Debug, PartialEq)]
pub enum PublishedMsg {
    /// What reads it is here.
    Came(ReadingCode),
    /// What reads it could not be had.
    Missed {
        /// The attempt that this is the response to.
        attempt: u32,
    },
    /// A piece of it came (`None`: that was all), or could not be had.
    Read {
        /// The attempt that this is the response to.
        attempt: u32,
        /// Its bytes.
        piece: Result<Option<Rc<[u8]>>, ArticleError>,
    },
    /// The page had its turn: there is time for the next slice.
    GotTime,
    /// The reader pressed "Try again" beside what is said of it.
    PressedRetry,
}

impl Default for Published {
    fn default() -> Self {
        Self {
            is_coming: false,
            was_coming: false,
            composer_first: false,
            error: None,
            most: MOST_PUBLISHED,
            attempt: 0,
            file: None,
            asked: false,
            taken: 0,
            refused: 0,
            listed: 0,
            code: None,
        }
    }
}

impl Published {
    /// Shows at most so many operations of any file that comes.
    pub fn show_at_most(&mut self, most: usize) {
        self.most = most;
    }

    /// A file that has been read, with something wrong with it.
    pub fn with_error(error: PublishedError) -> Self {
        Self { error: Some(error), ..Self::default() }
    }

    /// Whether it is on its way.
    pub fn is_coming(&self) -> bool {
        self.is_coming
    }

    /// Whether it was on its way when this was asked last, and is no more.
    pub(in crate::app) fn has_ended(&mut self) -> bool {
        std::mem::replace(&mut self.was_coming, self.is_coming) && !self.is_coming
    }

    /// Whether somebody wants to write before it has come: a composer below the list does not wait for it then.
    pub fn is_composer_first(&self) -> bool {
        self.composer_first
    }

    /// What is wrong with it. The rest is shown all the same.
    pub fn error(&self) -> Option<PublishedError> {
        self.error
    }

    /// Takes what reads it.
    pub(in crate::app) fn take_code(&mut self, code: ReadingCode) {
        self.code = Some(code);
    }

    /// Somebody wants to write now.
    pub(in crate::app) fn put_composer_first(&mut self) {
        self.composer_first = true;
    }

    /// Follows what happened.
    pub(in crate::app) fn follow(&mut self, msg: PublishedMsg, context: &mut Context<'_>) -> Vec<Step> {
        match msg {
            PublishedMsg::Came(code) => {
                self.take_code(code);
                Vec::new()
            }
            PublishedMsg::Missed { attempt } if attempt == self.attempt && self.is_coming => {
                self.ended(Some(PublishedError::Fetch(ArticleError::Reader)), context.config)
            }
            PublishedMsg::PressedRetry if self.error.is_some() => self.fetch(context.config, context.discussion),
            PublishedMsg::Missed { .. } | PublishedMsg::PressedRetry => Vec::new(),
            PublishedMsg::Read { .. } | PublishedMsg::GotTime => {
                self.code.map(|ReadingCode(follow)| follow(self, msg, context)).unwrap_or_default()
            }
        }
    }

    /// Forgets the file, with the thread that is left.
    pub(in crate::app) fn leave(&mut self) -> Option<Effect> {
        let (attempt, most, code, was_coming) = (self.attempt.wrapping_add(1), self.most, self.code, self.was_coming);
        let before = std::mem::replace(self, Self { attempt, most, code, was_coming, ..Self::default() });
        before.is_coming.then_some(Effect::Published(PublishedRequest::Stop))
    }

    /// Forgets what was published and asks for the configured file. Before the thread is shown nothing is asked for: the reader's
    /// own comments come first.
    pub(in crate::app) fn fetch(&mut self, config: &Config, discussion: &mut Discussion) -> Vec<Step> {
        let mut steps = only(self.leave());
        if discussion.forget_published() {
            steps.push(Step::List);
        }
        if let Some(address) = config.comments.clone().filter(|_| discussion.shown().is_ready()) {
            (self.is_coming, self.asked) = (true, true);
            steps.push(Effect::Published(PublishedRequest::Fetch { address, attempt: self.attempt }).into());
        }
        steps
    }

    /// It has been read, as far as that goes.
    pub(super) fn ended(&mut self, error: Option<PublishedError>, config: &Config) -> Vec<Step> {
        (self.is_coming, self.error, self.file) = (false, error, None);
        let mut steps = vec![Step::List];
        if error.is_some() {
            let failed = HostEvent::Failed { code: "comments", message: NOT_ALL.to_owned() };
            steps.push(dispatch(config, failed).into());
        }
        steps.push(Effect::Published(PublishedRequest::Stop).into());
        steps
    }
}
