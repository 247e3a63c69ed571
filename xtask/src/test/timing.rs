//! Test programs that say how long each of their tests took.
//!
//! A stable test program has the times, and prints them only for a nightly toolchain or with `RUSTC_BOOTSTRAP`. In cargo's own
//! environment that variable would have every library compiled again, and doc tests do not know the option, so cargo is
//! told to start test programs by xtask, which adds both. Cargo still decides what is run, where, and with which
//! variables. nextest also tells times, but starts a process for each test, and the stories share their browsers.
//! Tests that are compiled to WebAssembly have a runner of their own and no times.

use crate::process;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::process::Command;

/// The command by which cargo starts a test program; not in the help.
pub(crate) const STARTER: &str = "start-test-program";

/// Cargo whose test programs tell times; the plain one where xtask's own program is not known any more.
pub(crate) fn cargo() -> Command {
    let mut cargo = process::cargo();
    // A newer xtask may have been built in our place meanwhile.
    if let Some(me) = std::env::current_exe().ok().filter(|me| me.is_file()).as_deref().and_then(|me| me.to_str()) {
        cargo
            .args(["--config", &format!("target.'cfg(not(target_family = \"wasm\"))'.runner = [{me:?}, {STARTER:?}]")]);
    }
    cargo
}

/// Becomes the test program that these words name first.
pub(crate) fn start(words: &[OsString]) -> Result<()> {
    let (program, arguments) = words.split_first().context("which test program?")?;
    let mut program = Command::new(program);
    program.args(arguments).args(["-Z", "unstable-options", "--report-time"]).env("RUSTC_BOOTSTRAP", "1");
    process::take_over(&mut program)
}
