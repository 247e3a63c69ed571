//! Chance that can be had again: a printed seed gives the same numbers.

use article_widget_e2e::OrFail;
use std::hash::{BuildHasher, Hasher};

/// A source of numbers (xorshift64*).
#[derive(Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// From `E2E_SEED`, else from the system; printed either way, with the test that it is for.
    #[track_caller]
    pub(crate) fn from_environment() -> Self {
        let seed = match std::env::var("E2E_SEED") {
            Ok(seed) => seed.parse().or_fail("E2E_SEED is a number"),
            Err(_) => std::collections::hash_map::RandomState::new().build_hasher().finish(),
        };
        println!("E2E_SEED={seed} in {}", std::thread::current().name().unwrap_or_default());
        Self(seed | 1)
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: u64, most: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        least + self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % (most - least + 1)
    }
}
