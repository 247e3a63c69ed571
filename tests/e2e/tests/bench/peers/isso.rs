//! Isso with its own server and database, behind this origin as behind a web server that packs what it sends.

use crate::packed::{FOR_EVER, Packing, packed};
use crate::plan::Plan;
use crate::{place, thread};
use article_widget_e2e::wait::Patience;
use article_widget_e2e::{OrFail, Reply, Request, Server, fail};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

const SEED: &str = include_str!("isso_seed.py");
const RUN: &str = "from isso import main; main()";
/// Where its server is behind this origin.
const PREFIX: &str = "/bench/isso";

/// A running server.
#[derive(Debug)]
pub(crate) struct Isso {
    child: Child,
    folder: TempDir,
}

impl Isso {
    /// Starts it with so many comments.
    #[track_caller]
    pub(crate) fn start(server: &Server, size: usize, plan: &Plan) -> Self {
        let package = plan.peers.isso.as_deref().or_fail("Isso is not installed: cargo xtask bench --peers");
        let script = std::fs::read(package.join("isso/js/embed.min.js")).or_fail("Isso's script");
        place::file(server, "/bench/files/isso/embed.min.js", &script, FOR_EVER);
        let folder = tempfile::tempdir().or_fail("a folder for Isso");
        let port = free_port();
        let settings = folder.path().join("isso.cfg");
        let database = folder.path().join("comments.db");
        let text = format!(
            "[general]\ndbpath = {}\nhost = {}\n[server]\nlisten = http://127.0.0.1:{port}\n[guard]\nenabled = false\n[moderation]\nenabled = false\n",
            database.display(),
            server.url("/")
        );
        std::fs::write(&settings, text).or_fail("Isso's settings");
        seed(package, &settings, size);
        std::fs::copy(&database, folder.path().join("seed.db")).or_fail("Isso's database");
        let log = std::fs::File::create(folder.path().join("log")).or_fail("a log for Isso");
        let mut run = python(package);
        run.args(["-c", RUN, "-c"]).arg(&settings).arg("run").stdin(Stdio::null()).stderr(log).stdout(Stdio::null());
        let mut isso = Self { child: run.spawn().or_fail("Isso does not start"), folder };
        isso.wait_until_listening(port);
        server.run(PREFIX, move |request| passed_on(request, port));
        isso
    }

    /// Takes back what was posted.
    #[track_caller]
    pub(crate) fn restore(&self) {
        let folder = self.folder.path();
        std::fs::copy(folder.join("seed.db"), folder.join("comments.db")).or_fail("Isso's database");
    }

    #[track_caller]
    fn wait_until_listening(&mut self, port: u16) {
        let mut patience = Patience::new();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if self.child.try_wait().ok().flatten().is_some() || !patience.pause() {
                fail(std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default());
            }
        }
    }
}

impl Drop for Isso {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

#[track_caller]
fn seed(package: &Path, settings: &Path, size: usize) {
    let mut seeding = python(package);
    seeding.args(["-c", SEED]).arg(settings).arg(format!("/{}", thread::ID)).stdin(Stdio::piped());
    let mut child = seeding.spawn().or_fail("Python does not start");
    let comments: Vec<Value> = (1..=size)
        .map(|number| json!({ "text": thread::text(number), "author": thread::NAME, "created": thread::AT_MILLIS / 1_000 }))
        .collect();
    let input = child.stdin.take().or_fail("Python's input");
    serde_json::to_writer(input, &comments).or_fail("Isso's comments");
    let status = child.wait().or_fail("Python");
    assert!(status.success(), "Isso's database cannot be filled");
}

fn python(package: &Path) -> Command {
    let mut python = Command::new("python3");
    python.env("PYTHONPATH", package).env("PYTHONDONTWRITEBYTECODE", "1");
    python
}

#[track_caller]
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).or_fail("no free port");
    listener.local_addr().or_fail("no free port").port()
}

/// Asks Isso's server, and packs what it says.
fn passed_on(request: &Request, port: u16) -> Reply {
    let failed = |error: std::io::Error| Reply::new("text/plain", error.to_string().into_bytes()).with_status(502);
    asked(request, port).unwrap_or_else(failed)
}

fn asked(request: &Request, port: u16) -> std::io::Result<Reply> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    let target = request.target();
    let target = target.strip_prefix(PREFIX).unwrap_or_default();
    let mut head = format!("{} {target} HTTP/1.0\r\nContent-Length: {}\r\n", request.method, request.body.len());
    for name in ["host", "origin", "referer", "cookie", "content-type", "accept"] {
        if let Some(value) = request.header(name) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
    }
    stream.write_all(format!("{head}\r\n").as_bytes())?;
    stream.write_all(&request.body)?;
    let mut said = Vec::new();
    stream.read_to_end(&mut said)?;
    Ok(understood(&said))
}

/// A reply as HTTP/1.0 says it: the head, an empty line, and the body up to the end.
fn understood(said: &[u8]) -> Reply {
    let end = said.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(said.len());
    let head = String::from_utf8_lossy(said.get(..end).unwrap_or_default()).into_owned();
    let body = said.get(end + 4..).unwrap_or_default();
    let header = |wanted: &str| {
        head.lines().find_map(|line| {
            line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
        })
    };
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(502);
    let mut reply = packed(header("content-type").unwrap_or("text/plain"), body, Packing::Quick).with_status(status);
    for name in ["Date", "Set-Cookie", "X-Set-Cookie", "Cache-Control", "Last-Modified"] {
        if let Some(value) = header(name) {
            reply = reply.with_header(name, value);
        }
    }
    reply
}
