//! Asking a local server for its first page, with nothing but a socket.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

/// A server that has accepted the call but says nothing is as good as none.
const PATIENCE: Duration = Duration::from_secs(5);

/// The status code that `http://127.0.0.1:<port>/` answers with, or nothing when nobody answers.
pub(crate) fn status(port: u16) -> Option<u16> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    stream
        .write_all(
            format!("GET / HTTP/1.1\r\nHost: {address}\r\nAccept: text/html\r\nConnection: close\r\n\r\n").as_bytes(),
        )
        .ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    status_in(&String::from_utf8_lossy(&answer))
}

fn status_in(answer: &str) -> Option<u16> {
    answer.strip_prefix("HTTP/1.1 ")?.split_whitespace().next()?.parse().ok()
}

/// The first free port from `wanted` on, else any free one.
pub(crate) fn free_port(wanted: u16) -> Option<u16> {
    let free = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()?.local_addr().ok();
    (wanted..=wanted.saturating_add(20)).chain([0]).find_map(free).map(|address| address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_is_the_number_after_the_protocol() {
        assert_eq!(status_in("HTTP/1.1 404 Not Found\r\n\r\n"), Some(404));
        assert_eq!(status_in("SSH-2.0-OpenSSH"), None);
    }

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_ne!(free_port(port).unwrap(), port);
    }

    #[test]
    fn nobody_answers_at_a_port_that_nobody_listens_on() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        assert_eq!(status(port), None);
    }
}
