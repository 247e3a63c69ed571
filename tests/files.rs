//! Files that come from anywhere: what goes out comes back, and what somebody else wrote changes nothing of the reader's own.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

#[path = "files/attacks.rs"]
mod attacks;
#[path = "files/browser.rs"]
mod browser;
#[path = "files/corpora.rs"]
mod corpora;
#[path = "files/judging.rs"]
mod judging;
#[path = "files/over_quota.rs"]
mod over_quota;
#[path = "files/program.rs"]
mod program;
#[path = "files/publishing.rs"]
mod publishing;
#[path = "files/restoring.rs"]
mod restoring;
#[path = "files/round_trips.rs"]
mod round_trips;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the scenarios ask more of a page than an import does")]
mod support;
#[path = "files/threads.rs"]
mod threads;
#[path = "files/truncation.rs"]
mod truncation;
