//! How records of whatever thread are sent on their way to the copies.

use std::rc::Rc;

use super::effect::Effect;
use super::state::Manage;
use crate::store::copy::request::{Broadcast, Found};
use crate::store::format::stored_text::StoredText;

/// Has a record kept that must be in the mirror before it is anywhere else, and broadcasts it.
pub(super) fn sent(manage: &mut Manage, key: String, value: Rc<str>) -> Vec<Effect> {
    let told = Broadcast::Record(Found { key: key.clone(), value: StoredText::from(&*value) });
    let request = manage.outbox.put_mirror_first(key, value, manage.now);
    vec![Effect::Broadcast(told), Effect::Store(request)]
}
