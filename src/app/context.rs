//! What a room of the thread is given beside its own state and the `Msg`.

use super::config::Config;
use crate::discussion::Discussion;
use crate::replica::Env;

/// What all rooms of the thread share.
pub(super) struct Context<'a> {
    /// What the embedder asked for.
    pub(super) config: &'a Config,
    /// The comments and drafts of the discussion. What a room has the discussion do puts out requests, broadcasts and events: the
    /// room returns them as a [`super::step::Step`].
    pub(super) discussion: &'a mut Discussion,
    /// Time and ids.
    pub(super) env: &'a mut Env,
}
