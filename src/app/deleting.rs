//! What deleting everything, and forgetting who the reader is, does to each room.

use super::effect::{Effect, FocusTarget};
use super::state::App;
use super::step::Step;

/// Deletes everything of this thread, under all its ids, and says so here when it is done, if it `says`.
pub(super) fn delete_everything(app: &mut App, says: bool) -> Vec<Step> {
    let outputs = app.discussion.delete_everything();
    app.composer.leave_thread();
    app.actions.deletes_everything(app.now, says);
    vec![Effect::Focus(FocusTarget::Heading).into(), Step::Out(outputs), Step::List]
}

/// Forgets who the reader is: what they write from now on is somebody else's.
pub(super) fn forget(app: &mut App) -> Vec<Step> {
    app.composer.forget();
    app.actions.forget_acts();
    let mut steps = Vec::new();
    steps.extend(app.list.forget(&app.config));
    steps.push(Effect::DrawAuthor.into());
    steps
}
