//! What a room is given beside its own state.

use super::config::Config;
use crate::discussion::Discussion;
use crate::replica::Env;

/// What all rooms share.
pub(super) struct Context<'a> {
    /// What the embedder asked for.
    pub(super) config: &'a Config,
    /// The comments. A room may have it do something; what comes of that it passes on.
    pub(super) discussion: &'a mut Discussion,
    /// Time and ids.
    pub(super) env: &'a mut Env,
}
