//! A running WebDriver server, ended together with the browser it started.

use crate::environment::{Engine, Environment};
use crate::fail::{OrFail, fail};
use crate::wait::Patience;
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use tempfile::TempDir;

/// Starting is done by one test at a time: two `xvfb-run -a` at once may pick the same display.
static STARTING: Mutex<()> = Mutex::new(());

/// A WebDriver server with a scratch folder for its profiles.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
    scratch: TempDir,
}

impl Driver {
    /// Starts the engine's driver on a free port and waits until it listens.
    #[track_caller]
    #[must_use]
    pub fn start(environment: &Environment) -> Self {
        let _one_at_a_time = STARTING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let scratch = tempfile::Builder::new().prefix("article-widget-e2e-").tempdir().or_fail("no temporary folder");
        let log = File::create(scratch.path().join("driver.log")).or_fail("no log file");
        let errors = log.try_clone().or_fail("no log file");
        let port = free_port();
        let mut command = with_its_parent(&command(environment, port));
        command.env("TMPDIR", scratch.path()).stdin(Stdio::piped()).stdout(log).stderr(errors);
        in_its_own_group(&mut command);
        let child = command.spawn().or_fail(&format!("{} does not start", environment.driver.display()));
        let mut driver = Self { child, port, scratch };
        driver.wait_until_listening(environment);
        driver
    }

    /// The address sessions are opened at.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What the driver has printed so far.
    #[must_use]
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.scratch.path().join("driver.log")).unwrap_or_default()
    }

    /// Writes a file that goes with the driver.
    #[track_caller]
    #[must_use]
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.scratch.path().join(name);
        std::fs::write(&path, text).or_fail(name);
        path
    }

    /// Ends the driver and the browser at this very moment: nothing is asked to end, so nothing is written any more.
    pub fn kill(mut self) {
        kill_group(&mut self.child);
    }

    #[track_caller]
    fn wait_until_listening(&mut self, environment: &Environment) {
        let mut patience = Patience::new();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            let ended = self.child.try_wait().ok().flatten().is_some();
            if ended || !patience.pause() {
                fail(format!("{} did not start listening\n{}", environment.driver.display(), self.log()));
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end_group(&mut self.child);
    }
}

fn command(environment: &Environment, port: u16) -> Command {
    let mut command = match environment.engine {
        Engine::Chromium | Engine::Firefox => Command::new(&environment.driver),
        Engine::WebKit => {
            let mut wrapped = Command::new("xvfb-run");
            wrapped.args(["-a", "-s", "-screen 0 1680x1280x24"]).arg(&environment.driver);
            wrapped
        }
    };
    command.arg(format!("--port={port}"));
    if environment.engine == Engine::Firefox {
        // Its default is one fixed port, which a second driver running at the same time could not have.
        command.arg(format!("--websocket-port={}", free_port()));
    }
    command
}

#[track_caller]
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).or_fail("no free port");
    listener.local_addr().or_fail("no free port").port()
}

/// Ends its group when this process has ended, however that came: a browser that waits for the next story is dropped by nobody.
#[cfg(unix)]
fn with_its_parent(command: &Command) -> Command {
    let script = "\"$@\" & cat > /dev/null; trap '' TERM; kill -TERM 0; sleep 1; rm -rf \"$TMPDIR\"; kill -KILL 0";
    let mut shell = Command::new("sh");
    shell.args(["-c", script, "sh"]).arg(command.get_program()).args(command.get_args());
    shell
}

#[cfg(not(unix))]
fn with_its_parent(command: &Command) -> Command {
    let mut same = Command::new(command.get_program());
    same.args(command.get_args());
    same
}

#[cfg(unix)]
fn in_its_own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(not(unix))]
fn in_its_own_group(_command: &mut Command) {}

/// Asks the group to end, then insists: a browser that outlives its test would starve the next one.
#[cfg(unix)]
fn end_group(child: &mut Child) {
    signal_group(child, rustix::process::Signal::TERM);
    let mut patience = Patience::of_seconds(3);
    while child.try_wait().ok().flatten().is_none() && patience.pause() {}
    kill_group(child);
}

#[cfg(unix)]
fn kill_group(child: &mut Child) {
    signal_group(child, rustix::process::Signal::KILL);
    let _reaped = child.wait();
    let Some(group) = group(child) else { return };
    // The others are not this process's children, so that they are gone can only be seen.
    let mut patience = Patience::of_seconds(10);
    while rustix::process::test_kill_process_group(group).is_ok() && patience.pause() {}
}

#[cfg(unix)]
fn signal_group(child: &Child, signal: rustix::process::Signal) {
    if let Some(group) = group(child) {
        let _already_gone = rustix::process::kill_process_group(group, signal);
    }
}

#[cfg(unix)]
fn group(child: &Child) -> Option<rustix::process::Pid> {
    i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw)
}

#[cfg(not(unix))]
fn end_group(child: &mut Child) {
    kill_group(child);
}

#[cfg(not(unix))]
fn kill_group(child: &mut Child) {
    let _already_gone = child.kill();
    let _reaped = child.wait();
}
