//! Starting other programs, with the standard library: duct has no silence that counts as hanging, waits for the end of a pipe that
//! a browser left behind may hold, and cannot hand its place over. All of them stay in the terminal's group, so Ctrl-C ends all.

mod environment;
mod follow;
mod search_path;
mod takeover;

pub(crate) use environment::{cargo, command, without_build_settings};
pub(crate) use follow::{LONGEST_SILENCE, follow};
pub(crate) use search_path::{on_path, search_path_with};
pub(crate) use takeover::take_over;

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs to the end with the terminal as its own; failing is an error that names the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = name(command);
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}

/// The program and its first word, such as "cargo clippy".
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = [Some(program), command.get_args().next()];
    words.into_iter().flatten().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// What a program writes to its standard output, or nothing when it cannot be run or fails.
pub(crate) fn answer(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let done = command(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_goes_by_its_program_and_first_word() {
        assert_eq!(name(Command::new("/opt/tools/bin/cargo").args(["clippy", "--quiet"])), "cargo clippy");
    }

    #[test]
    fn a_failing_command_is_named_with_its_status() {
        let failed = run(cargo().args(["no-such-command"]).stderr(Stdio::null())).unwrap_err().to_string();
        assert!(failed.starts_with("cargo no-such-command ended with"), "{failed}");
    }
}
