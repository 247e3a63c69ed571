//! The one `Env` of this page: the time, the Lamport clock, and the actor and author id that were drawn at random once.

use std::cell::RefCell;

use super::page;
use crate::app::Env;
use crate::domain::author::AuthorId;
use crate::domain::operation_id::Actor;
use crate::domain::timestamp::Timestamp;

thread_local! {
    static ENV: RefCell<Option<Env>> = const { RefCell::new(None) };
}

/// The time now.
pub fn now() -> Timestamp {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    let millis = js_sys::Date::now();
    #[expect(clippy::cast_possible_truncation, reason = "a date's milliseconds are integers within i64")]
    Timestamp::from_millis(millis as i64).unwrap_or_else(Timestamp::unix_epoch)
}

/// Calls a function with the page's environment at this moment. All widgets of the page share it.
pub fn with_env<R>(work: impl FnOnce(&mut Env) -> R) -> R {
    ENV.with_borrow_mut(|slot| {
        let env = slot.get_or_insert_with(|| {
            let actor = u64::try_from(random_bits() & u128::from(u64::MAX)).unwrap_or_default();
            Env::new(now(), Actor(actor), new_author())
        });
        env.now = now();
        work(env)
    })
}

/// An author id that nobody has.
pub fn new_author() -> AuthorId {
    AuthorId::local(random_bits())
}

/// 128 random bits from the browser's generator, which every engine has also in insecure contexts.
fn random_bits() -> u128 {
    let mut bytes = [0u8; 16];
    let filled = page::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // Without the generator this will do: ids must differ between pages, and nothing secret hangs on them.
        for byte in &mut bytes {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 ≤ random() < 1")]
            let value = (js_sys::Math::random() * 256.0) as u8;
            *byte = value;
        }
    }
    u128::from_le_bytes(bytes)
}
