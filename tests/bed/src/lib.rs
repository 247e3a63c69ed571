//! The test bed: a simulated browser with several tabs of one origin, and engines that look for a way to lose a comment in it.
//!
//! The browser is simulated as Chromium was measured to be. Everything that happens is a [`step::Step`], so a run
//! is a list of steps; nothing else decides anything, and the same list gives the same run.
#![expect(clippy::indexing_slicing, reason = "a bed that is wrong about itself stops, and no reader is hurt")]

mod addresses;
mod askers;
pub mod bare_replica;
mod brought;
pub mod browser_process;
pub mod catalogue;
pub mod chance;
mod composers;
pub mod crash_sweep;
pub mod digest;
pub mod explore;
mod fake_browser;
pub mod fault;
pub mod fault_sweep;
pub mod finding;
mod foreign_file;
mod hostile_file;
mod late_code;
pub mod ledger;
pub mod local_calls;
pub mod long_run;
pub mod mirror;
mod moved;
pub mod naive;
pub mod oracle;
mod origin_storage;
pub mod parallel;
pub mod picture;
pub mod program;
mod reader_files;
pub mod renderer;
pub mod scenario;
pub mod settle;
mod setup;
pub mod shrink;
pub mod step;
pub mod subject;
mod submissions;
pub mod sweeps;
pub mod tab;
pub mod text;
mod ticks;
pub mod traces;
mod turn;
pub mod value_map;
pub mod versions;
pub mod visited;
pub mod widget;
pub mod world;
