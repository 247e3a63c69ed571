//! How the file that the page publishes is fetched once the thread is shown, and read a slice at a time.

use std::rc::Rc;

use super::comparison::LOOKED_AT;
use super::effect::{Effect, PublishedOrder, Work};
use super::host_event::HostEvent;
use super::job::Job;
use super::model::Model;
use super::published::{Published, Trouble};
use super::telling;
use crate::domain::article_error::ArticleError;
use crate::domain::thread_id::ThreadKey;
use crate::replica::Env;
use crate::store::file_contents::FileError;
use crate::store::import_item::published;
use crate::store::streamed_file::{Reading, StreamedFile};

/// What a script of the page is told of any trouble.
const NOT_ALL: &str = "not all of the published comments could be shown";

/// Forgets the file, with the thread that is left.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let attempt = model.published.attempt.wrapping_add(1);
    let most = model.published.most;
    let before = std::mem::replace(&mut model.published, Published { attempt, most, ..Published::default() });
    if before.file.is_some() { vec![Effect::Published(PublishedOrder::Stop)] } else { Vec::new() }
}

/// Forgets what was published and orders the configured file. Before the thread is shown nothing is ordered: the reader's
/// own comments come first.
pub(super) fn fetch(model: &mut Model) -> Vec<Effect> {
    let mut effects = leave(model);
    if model.discussion.forget_published() {
        model.list();
    }
    if let Some(address) = model.config.comments.clone().filter(|_| model.is_ready()) {
        let published = &mut model.published;
        (published.is_coming, published.asked) = (true, true);
        published.file = Some(Job::new(StreamedFile::default()));
        effects.push(Effect::Published(PublishedOrder::Fetch { address, attempt: published.attempt }));
    }
    effects
}

/// Fetches it again, if something is wrong with it.
pub(super) fn try_again(model: &mut Model) -> Vec<Effect> {
    if model.published.trouble.is_some() { fetch(model) } else { Vec::new() }
}

/// Takes a piece of it.
pub(super) fn take(model: &mut Model, attempt: u32, piece: Result<Option<Rc<[u8]>>, ArticleError>) -> Vec<Effect> {
    let published = &mut model.published;
    let Some(file) = published.file.clone().filter(|_| published.attempt == attempt && published.asked) else {
        return Vec::new();
    };
    published.asked = false;
    match piece {
        Ok(Some(piece)) => {
            if !file.0.borrow_mut().push(&piece) {
                file.0.borrow_mut().end();
                published.trouble = Some(Trouble::TooMuch);
            }
        }
        Ok(None) => file.0.borrow_mut().end(),
        // A file that is not there is a thread in which nobody has said anything.
        Err(ArticleError::Status(404 | 410)) => return ended(model, None),
        Err(error) => {
            published.trouble = Some(Trouble::Fetch(error));
            file.0.borrow_mut().end();
        }
    }
    vec![Effect::Continue(Work::Published)]
}

/// Reads the next slice.
pub(super) fn go_on(model: &mut Model, env: &mut Env) -> Vec<Effect> {
    let Some(file) = model.published.file.clone().filter(|_| !model.published.asked) else {
        return Vec::new();
    };
    let mut file = file.0.borrow_mut();
    let reading = file.step(LOOKED_AT);
    for (thread, items) in file.drain(model.config.thread.as_page().as_ref()) {
        if !is_ours(model, &thread) {
            continue;
        }
        for item in items {
            if model.published.taken >= model.published.most {
                model.discussion.published_was_read();
                return ended(model, Some(Trouble::TooMuch));
            }
            model.published.taken += 1;
            match published(&thread, item) {
                Ok(Some((id, element))) => model.discussion.take_published(id, element),
                Ok(None) => {}
                Err(_) => model.published.refused += 1,
            }
        }
    }
    model.discussion.published_was_read();
    env.observe(model.set().latest());
    match reading {
        Err(FileError::Newer(_)) => ended(model, Some(Trouble::Newer)),
        Err(_) => ended(model, Some(Trouble::NotOne)),
        Ok(Reading::Ended) => {
            let trouble = model.published.trouble.or_else(|| verdict(model, std::mem::take(&mut *file)));
            ended(model, trouble)
        }
        Ok(reading) => {
            // Each listing is of twice as many: all of them together take no longer than the last.
            if model.thread().count() >= 2 * model.published.listed {
                model.published.listed = model.thread().count();
                model.list();
            }
            if reading == Reading::Goes {
                return vec![Effect::Continue(Work::Published)];
            }
            model.published.asked = true;
            vec![Effect::Published(PublishedOrder::More)]
        }
    }
}

/// What is to be said of a file that was read to its end.
fn verdict(model: &Model, file: StreamedFile) -> Option<Trouble> {
    if file.is_blank() {
        return None;
    }
    let refused = file.refused() + model.published.refused + model.set().published_beyond();
    match file.finish().whole {
        false => Some(Trouble::Incomplete),
        true => (refused > 0).then_some(Trouble::Refused(refused)),
    }
}

fn ended(model: &mut Model, trouble: Option<Trouble>) -> Vec<Effect> {
    let published = &mut model.published;
    (published.is_coming, published.trouble, published.file) = (false, trouble, None);
    model.list();
    let failed = |_| HostEvent::Failed { code: "comments", message: NOT_ALL.to_owned() };
    let told = trouble.map(failed).map(|event| telling::tell(model, event));
    told.into_iter().chain([Effect::Published(PublishedOrder::Stop)]).collect()
}

/// Whether what a file says of a thread belongs to the discussion that is shown.
fn is_ours(model: &Model, thread: &ThreadKey) -> bool {
    model.discussion.all().any(|replica| replica.key() == *thread)
}
