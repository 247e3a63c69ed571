//! Reading the file that the page publishes, a slice at a time as it comes. A page fetches this only where it names such a file.

use std::rc::Rc;

use super::error::PublishedError;
use super::state::{Published, PublishedMsg, ReadingCode};
use crate::app::context::Context;
use crate::app::effect::{Effect, PublishedRequest};
use crate::app::step::Step;
use crate::discussion::Discussion;
use crate::domain::article_error::ArticleError;
use crate::store::file::file_contents::FileError;
use crate::store::file::import_item::published;
use crate::store::file::job::{Job, LOOKED_AT};
use crate::store::file::streamed_file::{Reading, StreamedFile};

/// What reads the file.
pub const READING: ReadingCode = ReadingCode(follow);

/// Follows what happened to the file.
fn follow(room: &mut Published, msg: PublishedMsg, context: &mut Context<'_>) -> Vec<Step> {
    match msg {
        PublishedMsg::Read { attempt, piece } => take(room, attempt, piece, context),
        PublishedMsg::GotTime => go_on(room, context),
        _ => Vec::new(),
    }
}

/// Takes a piece of it.
fn take(
    room: &mut Published,
    attempt: u32,
    piece: Result<Option<Rc<[u8]>>, ArticleError>,
    context: &mut Context<'_>,
) -> Vec<Step> {
    if room.attempt != attempt || !room.asked {
        return Vec::new();
    }
    let file = room.file.get_or_insert_with(|| Job::new(StreamedFile::default())).clone();
    room.asked = false;
    match piece {
        Ok(Some(piece)) => {
            if !file.0.borrow_mut().push(&piece) {
                file.0.borrow_mut().end();
                room.error = Some(PublishedError::TooMuch);
            }
        }
        Ok(None) => file.0.borrow_mut().end(),
        // A file that is not there is a thread in which nobody has said anything.
        Err(ArticleError::Status(404 | 410)) => return room.ended(None, context.config),
        Err(error) => {
            room.error = Some(PublishedError::Fetch(error));
            file.0.borrow_mut().end();
        }
    }
    vec![Effect::Continue.into()]
}

/// Reads the next slice.
fn go_on(room: &mut Published, context: &mut Context<'_>) -> Vec<Step> {
    let Some(file) = room.file.clone().filter(|_| !room.asked) else {
        return Vec::new();
    };
    let mut file = file.0.borrow_mut();
    let reading = file.step(LOOKED_AT);
    let is_whole = take_items(room, &mut file, context);
    context.discussion.published_was_read();
    if !is_whole {
        return room.ended(Some(PublishedError::TooMuch), context.config);
    }
    context.env.observe(context.discussion.shown().set().latest());
    match reading {
        Err(FileError::Newer(_)) => room.ended(Some(PublishedError::Newer), context.config),
        Err(_) => room.ended(Some(PublishedError::NotOne), context.config),
        Ok(Reading::Ended) => {
            let verdict = || verdict(room, std::mem::take(&mut *file), context.discussion);
            let error = room.error.or_else(verdict);
            room.ended(error, context.config)
        }
        Ok(reading) => {
            let mut steps = Vec::new();
            // Each listing is of twice as many: all of them together take no longer than the last.
            let count = context.discussion.comments().count();
            if count >= 2 * room.listed {
                room.listed = count;
                steps.push(Step::List);
            }
            room.asked = reading != Reading::Goes;
            let more = if room.asked { Effect::Published(PublishedRequest::More) } else { Effect::Continue };
            steps.push(more.into());
            steps
        }
    }
}

/// Takes what was read of the discussion that is shown, and says whether there was space for all of it.
fn take_items(room: &mut Published, file: &mut StreamedFile, context: &mut Context<'_>) -> bool {
    for (thread, items) in file.drain(context.config.thread.as_page().as_ref()) {
        if !context.discussion.all().any(|replica| replica.key() == thread) {
            continue;
        }
        for item in items {
            if room.taken >= room.most {
                return false;
            }
            room.taken += 1;
            match published(&thread, item) {
                Ok(Some((id, element))) => context.discussion.take_published(id, element),
                Ok(None) => {}
                Err(_) => room.refused += 1,
            }
        }
    }
    true
}

/// What is to be said of a file that was read to its end.
fn verdict(room: &Published, file: StreamedFile, discussion: &Discussion) -> Option<PublishedError> {
    if file.is_blank() {
        return None;
    }
    let refused = file.refused() + room.refused + discussion.shown().set().published_beyond();
    match file.finish().whole {
        false => Some(PublishedError::Incomplete),
        true => (refused > 0).then_some(PublishedError::Refused(refused)),
    }
}
