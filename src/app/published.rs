//! The file that the page publishes: fetched once the thread is shown, and read a slice at a time. None of it is kept. A room: it
//! knows nothing of the others.

use std::rc::Rc;

use super::config::Config;
use super::context::Context;
use super::dispatching::dispatch;
use super::effect::{Effect, PublishedRequest};
use super::host_event::HostEvent;
pub use super::published_error::PublishedError;
use super::step::{Step, only};
use crate::discussion::Discussion;
use crate::domain::article_error::ArticleError;
use crate::store::file::file_contents::FileError;
use crate::store::file::import_item::published;
use crate::store::file::job::{Job, LOOKED_AT};
use crate::store::file::streamed_file::{MOST_PUBLISHED, Reading, StreamedFile};

/// What a script of the page is told of any error in it.
const NOT_ALL: &str = "not all of the published comments could be shown";

/// How far the file is, and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Published {
    /// Whether it is on its way.
    is_coming: bool,
    /// Whether somebody wants to write before it has come: a composer below the list does not wait for it then.
    composer_first: bool,
    /// What is wrong with it. The rest is shown all the same.
    error: Option<PublishedError>,
    /// How many of its operations are shown at most.
    most: usize,
    /// Tells responses to earlier attempts apart.
    attempt: u32,
    file: Option<Job<StreamedFile>>,
    /// Whether the next piece was asked for.
    asked: bool,
    /// How many of its operations were taken, and not.
    taken: usize,
    refused: usize,
    /// How many comments there were when they were last listed.
    listed: usize,
}

/// What happened to the file.
#[derive(Clone, Debug, PartialEq)]
pub enum PublishedMsg {
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
            composer_first: false,
            error: None,
            most: MOST_PUBLISHED,
            attempt: 0,
            file: None,
            asked: false,
            taken: 0,
            refused: 0,
            listed: 0,
        }
    }
}

impl Published {
    /// No file yet, and of any that comes at most so many operations are shown.
    pub fn at_most(most: usize) -> Self {
        Self { most, ..Self::default() }
    }

    /// A file that has been read, with something wrong with it.
    pub fn with_error(error: PublishedError) -> Self {
        Self { error: Some(error), ..Self::default() }
    }

    /// Whether it is on its way.
    pub fn is_coming(&self) -> bool {
        self.is_coming
    }

    /// Whether somebody wants to write before it has come: a composer below the list does not wait for it then.
    pub fn is_composer_first(&self) -> bool {
        self.composer_first
    }

    /// What is wrong with it. The rest is shown all the same.
    pub fn error(&self) -> Option<PublishedError> {
        self.error
    }

    /// Somebody wants to write now.
    pub(super) fn put_composer_first(&mut self) {
        self.composer_first = true;
    }

    /// Follows what happened.
    pub(super) fn follow(&mut self, msg: PublishedMsg, context: &mut Context<'_>) -> Vec<Step> {
        match msg {
            PublishedMsg::Read { attempt, piece } => self.take(attempt, piece, context),
            PublishedMsg::GotTime => self.go_on(context),
            PublishedMsg::PressedRetry if self.error.is_some() => self.fetch(context.config, context.discussion),
            PublishedMsg::PressedRetry => Vec::new(),
        }
    }

    /// Forgets the file, with the thread that is left.
    pub(super) fn leave(&mut self) -> Option<Effect> {
        let (attempt, most) = (self.attempt.wrapping_add(1), self.most);
        let before = std::mem::replace(self, Self { attempt, most, ..Self::default() });
        before.file.map(|_| Effect::Published(PublishedRequest::Stop))
    }

    /// Forgets what was published and asks for the configured file. Before the thread is shown nothing is asked for: the reader's
    /// own comments come first.
    pub(super) fn fetch(&mut self, config: &Config, discussion: &mut Discussion) -> Vec<Step> {
        let mut steps = only(self.leave());
        if discussion.forget_published() {
            steps.push(Step::List);
        }
        if let Some(address) = config.comments.clone().filter(|_| discussion.shown().is_ready()) {
            (self.is_coming, self.asked) = (true, true);
            self.file = Some(Job::new(StreamedFile::default()));
            steps.push(Effect::Published(PublishedRequest::Fetch { address, attempt: self.attempt }).into());
        }
        steps
    }

    /// Takes a piece of it.
    fn take(
        &mut self,
        attempt: u32,
        piece: Result<Option<Rc<[u8]>>, ArticleError>,
        context: &mut Context<'_>,
    ) -> Vec<Step> {
        let Some(file) = self.file.clone().filter(|_| self.attempt == attempt && self.asked) else {
            return Vec::new();
        };
        self.asked = false;
        match piece {
            Ok(Some(piece)) => {
                if !file.0.borrow_mut().push(&piece) {
                    file.0.borrow_mut().end();
                    self.error = Some(PublishedError::TooMuch);
                }
            }
            Ok(None) => file.0.borrow_mut().end(),
            // A file that is not there is a thread in which nobody has said anything.
            Err(ArticleError::Status(404 | 410)) => return self.ended(None, context.config),
            Err(error) => {
                self.error = Some(PublishedError::Fetch(error));
                file.0.borrow_mut().end();
            }
        }
        vec![Effect::Continue.into()]
    }

    /// Reads the next slice.
    fn go_on(&mut self, context: &mut Context<'_>) -> Vec<Step> {
        let Some(file) = self.file.clone().filter(|_| !self.asked) else {
            return Vec::new();
        };
        let mut file = file.0.borrow_mut();
        let reading = file.step(LOOKED_AT);
        let is_whole = self.take_items(&mut file, context);
        context.discussion.published_was_read();
        if !is_whole {
            return self.ended(Some(PublishedError::TooMuch), context.config);
        }
        context.env.observe(context.discussion.shown().set().latest());
        match reading {
            Err(FileError::Newer(_)) => self.ended(Some(PublishedError::Newer), context.config),
            Err(_) => self.ended(Some(PublishedError::NotOne), context.config),
            Ok(Reading::Ended) => {
                let verdict = || self.verdict(std::mem::take(&mut *file), context.discussion);
                let error = self.error.or_else(verdict);
                self.ended(error, context.config)
            }
            Ok(reading) => {
                let mut steps = Vec::new();
                // Each listing is of twice as many: all of them together take no longer than the last.
                let count = context.discussion.comments().count();
                if count >= 2 * self.listed {
                    self.listed = count;
                    steps.push(Step::List);
                }
                self.asked = reading != Reading::Goes;
                let more = if self.asked { Effect::Published(PublishedRequest::More) } else { Effect::Continue };
                steps.push(more.into());
                steps
            }
        }
    }

    /// Takes what was read of the discussion that is shown, and says whether there was space for all of it.
    fn take_items(&mut self, file: &mut StreamedFile, context: &mut Context<'_>) -> bool {
        for (thread, items) in file.drain(context.config.thread.as_page().as_ref()) {
            if !context.discussion.all().any(|replica| replica.key() == thread) {
                continue;
            }
            for item in items {
                if self.taken >= self.most {
                    return false;
                }
                self.taken += 1;
                match published(&thread, item) {
                    Ok(Some((id, element))) => context.discussion.take_published(id, element),
                    Ok(None) => {}
                    Err(_) => self.refused += 1,
                }
            }
        }
        true
    }

    /// What is to be said of a file that was read to its end.
    fn verdict(&self, file: StreamedFile, discussion: &Discussion) -> Option<PublishedError> {
        if file.is_blank() {
            return None;
        }
        let refused = file.refused() + self.refused + discussion.shown().set().published_beyond();
        match file.finish().whole {
            false => Some(PublishedError::Incomplete),
            true => (refused > 0).then_some(PublishedError::Refused(refused)),
        }
    }

    fn ended(&mut self, error: Option<PublishedError>, config: &Config) -> Vec<Step> {
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
