//! Keys that an input method takes for itself.

use web_sys::KeyboardEvent;

/// What `keyCode` says of a key that went to the input method. Safari ends the composition first and only then tells of the key
/// that ended it, so that `isComposing` is false already.
const TAKEN: u32 = 229;

/// Whether a key chooses or leaves the suggestions of an input method, and means nothing else.
pub(super) fn takes(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == TAKEN
}
