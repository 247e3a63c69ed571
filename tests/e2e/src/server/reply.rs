//! What the server replies to a request.

use super::Request;
use std::path::Path;

/// The status of a reply to somebody who has these bytes already.
pub(super) const NOT_MODIFIED: u16 = 304;

/// A reply to one path.
#[derive(Clone, Debug)]
pub struct Reply {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// A way in which a path fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outage {
    /// 404.
    Missing,
    /// The right bytes as a picture's.
    WrongType,
    /// Status 200 and no bytes.
    Empty,
    /// The connection ends before any reply.
    Refused,
    /// The connection ends in the middle of the body.
    CutOff,
}

impl Reply {
    /// A page.
    #[must_use]
    pub fn html(text: &str) -> Self {
        Self::new("text/html; charset=utf-8", text.as_bytes().to_vec())
    }

    /// A style sheet.
    #[must_use]
    pub fn css(text: &str) -> Self {
        Self::new("text/css; charset=utf-8", text.as_bytes().to_vec())
    }

    /// A script.
    #[must_use]
    pub fn script(text: &str) -> Self {
        Self::new("text/javascript; charset=utf-8", text.as_bytes().to_vec())
    }

    /// Any bytes, with status 200.
    #[must_use]
    pub fn new(content_type: &str, body: Vec<u8>) -> Self {
        Self { status: 200, content_type: content_type.to_owned(), headers: Vec::new(), body }
    }

    /// This reply, or, where the browser says that it has the bytes with this `ETag`, that they are still the same.
    pub(super) fn known_by(&self, request: &Request) -> Self {
        let tag = self.headers.iter().find(|(name, _)| name == "ETag").map(|(_, tag)| tag.as_str());
        let is_known = tag.is_some() && tag == request.header("if-none-match");
        if is_known { Self { status: NOT_MODIFIED, body: Vec::new(), ..self.clone() } } else { self.clone() }
    }

    /// A file of the served folder, with the type its name promises.
    pub(crate) fn file(path: &Path) -> Self {
        let folder_index = path.join("index.html");
        let path = if path.is_dir() { folder_index.as_path() } else { path };
        match std::fs::read(path) {
            Ok(body) => Self::new(content_type(path), body),
            Err(_) => Self::missing(),
        }
    }

    pub(crate) fn missing() -> Self {
        Self { status: 404, content_type: "text/plain".to_owned(), headers: Vec::new(), body: b"not here".to_vec() }
    }

    /// The same reply with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same reply with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The same reply with another content type.
    #[must_use]
    pub fn with_type(mut self, content_type: &str) -> Self {
        content_type.clone_into(&mut self.content_type);
        self
    }
}

/// The type that a file's name promises.
#[must_use]
pub fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("md" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
