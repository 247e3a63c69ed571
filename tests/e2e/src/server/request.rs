//! What a browser asks of the server.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;

/// A request, with its body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `POST` and the like.
    pub method: String,
    /// The path, without what follows a `?`.
    pub path: String,
    /// What follows the first `?`; empty where there is none.
    pub query: String,
    /// Name in small letters, and value.
    headers: Vec<(String, String)>,
    /// The bytes that were sent along.
    pub body: Vec<u8>,
}

impl Request {
    /// Reads one request; none where the browser has closed the connection or speaks something else.
    pub(super) fn read(stream: &TcpStream) -> Option<Self> {
        let mut reader = BufReader::new(stream);
        let mut request = Self::first_line(&line(&mut reader)?)?;
        // The head is read to its empty line, or closing would reset the connection.
        loop {
            let line = line(&mut reader)?;
            let Some((name, value)) = line.split_once(':') else { break };
            request.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        reader.take(length).read_to_end(&mut request.body).ok()?;
        Some(request)
    }

    /// The value of a header, by its name in small letters.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// Path and query, as they were asked for.
    #[must_use]
    pub fn target(&self) -> String {
        if self.query.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, self.query) }
    }

    fn first_line(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (method, target) = (words.next()?, words.next()?);
        let target = target.split('#').next()?;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Some(Self { method: method.to_owned(), path: path.to_owned(), query: query.to_owned(), ..Self::default() })
    }
}

fn line(reader: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    (reader.read_line(&mut line).ok()? > 0).then(|| line.trim_end().to_owned())
}
