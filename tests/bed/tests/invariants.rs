//! The thirteen invariants of how a comment is kept, each as a property over any threads, files, faults and schedules.
//!
//! `PROPTEST_CASES` says how many cases each has; without it, 10,000. The sweeps (`bed sweeps`) check those about browsers on
//! chosen scenarios, everywhere in them. Where each is checked:
//!
//! | | invariant | here | and |
//! |---|---|---|---|
//! | 1 | merge is commutative, associative, idempotent | `merging` | `thread_properties.rs`: arrival, twice |
//! | 2 | the fold depends on nothing but the set | `merging` | `thread_properties.rs`; `src/store/oplog/lamport_chain.rs` |
//! | 3 | nothing saved is missing after a crash | `browsers` | crash sweep; `tests/e2e/tests/durability/` |
//! | 4 | a call that fails loses nothing | `browsers` | fault sweep |
//! | 5 | what is reverted is sent again or at risk | `browsers` | fault sweep; long run |
//! | 6 | keys are written once, removed by the reader only | `browsers` | every step of every sweep |
//! | 7 | what is not understood survives | `versions`, `restoring` | interleavings of versions |
//! | 8 | no id is made twice | `merging` | `src/app/env.rs` |
//! | 9 | backup and restore are the identity; imports once, in any order | `restoring`, `round_trips` | `tests/files/`; sweeps, for imports that are cut off or undone |
//! | 10 | what is erased or deleted is gone for good | `browsers`, `merging` | the end of every run; `tests/files/attacks.rs` |
//! | 11 | nothing foreign changes anything own | `thread_properties`, `browsers` | `tests/files/attacks.rs`; sweeps |
//! | 12 | every post is drawn once, bounded, from the allow-list | `thread_properties`, `browsers` | `tests/article/` |
//! | 13 | any text comes back exactly | `merging`, `thread_properties` | `tests/store_contract.rs` |
#![expect(clippy::unwrap_used, reason = "a test says what it expected by failing")]

#[path = "../../files/browser.rs"]
#[expect(dead_code, reason = "some of it is for the other tests of files")]
mod browser;
#[path = "invariants/browsers.rs"]
mod browsers;
#[path = "invariants/merging.rs"]
mod merging;
#[path = "../../files/restoring.rs"]
mod restoring;
#[path = "../../files/round_trips.rs"]
mod round_trips;
#[path = "../../thread_properties.rs"]
mod thread_properties;
#[path = "../../files/threads.rs"]
mod threads;
#[path = "invariants/versions.rs"]
mod versions;

use proptest::test_runner::Config;

/// The cases of a property.
fn cases() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000);
    // Seeds of failures are printed; the ones worth keeping become tests with names.
    // One in thirty random texts is none that could be posted.
    Config { cases, max_global_rejects: cases.max(1_024), failure_persistence: None, ..Config::default() }
}
