//! Running a program while reading along.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How long the last lines may take to arrive once the program itself has ended.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// How long a program may say nothing before it counts as hung: longer than compiling anything here takes.
pub(crate) const LONGEST_SILENCE: Duration = Duration::from_secs(20 * 60);

/// Runs to the end and hands each line of the standard output to `line`, which may print it. A program that says nothing for as long
/// as `patience` counts as hung: it is ended, and that is an error.
pub(crate) fn follow(command: &mut Command, patience: Duration, mut line: impl FnMut(&str)) -> Result<ExitStatus> {
    let program = super::name(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {program}"))?;
    let output = child.stdout.take().with_context(|| format!("{program} has no output"))?;
    let lines = lines_of(output);
    let mut ended = None;
    let mut silence = Duration::ZERO;
    // The pipe may stay open after the program's end, held by a browser it left behind: its end alone is no sign.
    loop {
        match lines.recv_timeout(LAST_WORDS) {
            Ok(text) => {
                silence = Duration::ZERO;
                line(&text);
            }
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) if ended.is_some() => break,
            Err(RecvTimeoutError::Timeout) => {
                ended = child.try_wait()?;
                silence += LAST_WORDS;
                if ended.is_none() && silence >= patience {
                    child.kill()?;
                    child.wait()?;
                    bail!("{program} said nothing for {} seconds and was ended", patience.as_secs());
                }
            }
        }
    }
    match ended {
        Some(status) => Ok(status),
        None => child.wait().with_context(|| format!("cannot wait for {program}")),
    }
}

fn lines_of(output: ChildStdout) -> Receiver<String> {
    let (send, receive) = channel();
    std::thread::spawn(move || {
        for text in BufReader::new(output).split(b'\n').map_while(std::io::Result::ok) {
            if send.send(String::from_utf8_lossy(&text).into_owned()).is_err() {
                break;
            }
        }
    });
    receive
}
