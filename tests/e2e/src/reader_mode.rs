//! Firefox's reader mode on the open page, as its authors publish it.

use crate::fail::OrFail;
use crate::npm_script::NpmScript;
use crate::session::Session;
use serde::Deserialize;

static READABILITY: NpmScript = NpmScript::new("E2E_READABILITY", "@mozilla/readability/Readability.js");

/// What a reader mode shows.
#[derive(Debug, Deserialize)]
pub struct ReaderMode {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The language.
    pub lang: Option<String>,
    /// The text in one line.
    pub text: String,
    /// The addresses of its pictures.
    pub pictures: Vec<String>,
}

/// What the reader mode makes of the page as it is now.
#[track_caller]
#[must_use]
pub fn reader_mode(session: &Session) -> ReaderMode {
    let run = "const found = new Readability(document.cloneNode(true), { serializer: (element) => element }).parse();
        if (!found) return null;
        const pictures = [...found.content.querySelectorAll('img')].map((picture) => picture.src);
        return { ...found, content: null, text: found.textContent.replace(/\\s+/g, ' ').trim(), pictures };";
    let found = session.script(&format!("{}\n{run}", READABILITY.text()), Vec::new());
    serde_json::from_value(found).or_fail("what the reader mode shows")
}
