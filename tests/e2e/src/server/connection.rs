//! One request and its reply; connections are not kept alive, so every request shows in the log.

use super::reply::NOT_MODIFIED;
use super::{Outage, Reply, Request, Site};
use crate::probe;
use std::fmt::Write as _;
use std::io::Write;
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

/// Reads one request and replies to it. A browser that goes away early is nobody's failure.
pub(crate) fn respond(site: &Site, stream: TcpStream) {
    // Browsers open connections ahead of need and may never use them.
    let _best_effort = stream.set_read_timeout(Some(Duration::from_secs(30)));
    let Some(request) = Request::read(&stream) else { return };
    let (reply, outage) = decide(site, &request);
    let _gone_early = match outage {
        Some(Outage::Refused) => stream.shutdown(Shutdown::Both),
        Some(Outage::CutOff) => send(&stream, &reply, reply.body.len() / 2),
        _ => send(&stream, &reply, reply.body.len()),
    };
}

fn decide(site: &Site, request: &Request) -> (Reply, Option<Outage>) {
    let path = request.path.as_str();
    let mut rules = site.rules();
    rules.requests.push(path.to_owned());
    if let Some(program) = rules.program(path) {
        // A program may take its time, and others are asked meanwhile.
        drop(rules);
        return (program.respond(request), None);
    }
    let outage = rules.outages.get(path).copied();
    let mut reply = match rules.replies.get(path) {
        Some(reply) => reply.known_by(request),
        None if path == probe::PATH => Reply::script(probe::SCRIPT),
        None if path == probe::BLANK => Reply::html("<!doctype html><title>blank</title>"),
        None => Reply::file(&site.root.join(path.trim_start_matches('/'))),
    };
    reply.headers.extend(rules.headers.iter().cloned());
    match outage {
        Some(Outage::Missing) => reply = Reply::missing(),
        Some(Outage::WrongType) => reply = reply.with_type("image/png"),
        Some(Outage::Empty) => reply.body.clear(),
        Some(Outage::Refused | Outage::CutOff) | None => {}
    }
    if path == "/" || path.ends_with(".html") {
        probe::insert(&mut reply);
    }
    (reply, outage)
}

fn send(mut stream: &TcpStream, reply: &Reply, bytes: usize) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} -\r\n", reply.status);
    for (name, value) in [("Content-Type", reply.content_type.as_str()), ("Connection", "close")] {
        let _infallible = write!(head, "{name}: {value}\r\n");
    }
    // Unless it says so itself, nothing may be kept: not even by the back/forward cache.
    if !reply.headers.iter().any(|(name, _)| name == "Cache-Control") {
        head.push_str("Cache-Control: no-store\r\n");
    }
    for (name, value) in &reply.headers {
        let _infallible = write!(head, "{name}: {value}\r\n");
    }
    if reply.status == NOT_MODIFIED {
        stream.write_all(format!("{head}\r\n").as_bytes())?;
        return stream.shutdown(Shutdown::Write);
    }
    // One chunk of the announced size, then the end: WebKit forgives a body shorter than its Content-Length, but not this.
    let _infallible = write!(head, "Transfer-Encoding: chunked\r\n\r\n{:x}\r\n", reply.body.len());
    stream.write_all(head.as_bytes())?;
    stream.write_all(reply.body.get(..bytes).unwrap_or_default())?;
    if bytes == reply.body.len() {
        stream.write_all(if reply.body.is_empty() { b"\r\n" } else { b"\r\n0\r\n\r\n" })?;
    }
    stream.flush()?;
    stream.shutdown(Shutdown::Write)
}
