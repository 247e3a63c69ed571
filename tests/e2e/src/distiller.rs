//! Chromium's reader mode on the open page: the script that the installed browser brings along for it.

use crate::environment::Environment;
use crate::fail::OrFail;
use crate::session::Session;
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::io::Read;
use std::path::PathBuf;

/// Where Chromium's resources lie if not beside its program.
const FOLDERS: [&str; 4] =
    ["/usr/lib/chromium", "/usr/lib/chromium-browser", "/opt/google/chrome", "/opt/google/chrome-for-testing"];
/// By this the script is known among thousands of resources.
const MARK: &[u8] = b"org.chromium.distiller.DomDistiller";
/// Where Chromium puts its options into it.
const OPTIONS: &str = "$$OPTIONS";
/// How a packed resource begins.
const PACKED: [u8; 2] = [0x1f, 0x8b];

/// What Chromium's reader mode shows.
#[derive(Debug, Deserialize)]
pub struct Distilled {
    /// The headline.
    pub title: String,
    /// The text in one line.
    pub text: String,
    /// The addresses of its pictures.
    pub pictures: Vec<String>,
}

/// What Chromium's reader mode makes of the page as it is now.
#[track_caller]
#[must_use]
pub fn distilled(session: &Session) -> Distilled {
    let script = script().or_fail("Chromium's resources.pak with the script of its reader mode");
    let run = "const found = new DOMParser().parseFromString(result[2][1], 'text/html').body;
        const pictures = [...found.querySelectorAll('img')].map((picture) => picture.src);
        // Text of two blocks is apart.
        for (const block of found.querySelectorAll('p, h1, h2, h3, h4, li, td, th, figcaption, pre')) block.append(' ');
        return { title: result[1], text: found.textContent.replace(/\\s+/g, ' ').trim(), pictures };";
    let found =
        session.script(&format!("const result = {};\n{run}", script.replace(OPTIONS, "{}").trim_end()), Vec::new());
    serde_json::from_value(found).or_fail("what Chromium's reader mode shows")
}

fn script() -> Option<String> {
    let program = Environment::read().browser;
    let beside = program.canonicalize().ok().and_then(|program| Some(program.parent()?.to_path_buf()));
    let folders = beside.into_iter().chain(FOLDERS.map(PathBuf::from));
    let pack = folders.into_iter().find_map(|folder| std::fs::read(folder.join("resources.pak")).ok())?;
    resources(&pack)?.into_iter().filter(|resource| resource.starts_with(&PACKED)).find_map(|packed| {
        let mut text = Vec::new();
        GzDecoder::new(packed).read_to_end(&mut text).ok()?;
        text.windows(MARK.len()).any(|part| part == MARK).then(|| String::from_utf8(text).ok())?
    })
}

/// The resources of a pack in Chromium's fifth format: a head of 12 bytes with their number in two of them, for each two bytes of number
/// and four of place, and one such entry more where the last ends.
fn resources(pack: &[u8]) -> Option<Vec<&[u8]>> {
    let version = pack.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))?;
    let count = pack.get(8..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes)).filter(|_| version == 5)?;
    let entries = pack.get(12..)?.as_chunks::<6>().0.iter().take(usize::from(count) + 1);
    let places: Vec<usize> =
        entries.map(|[_, _, place @ ..]| usize::try_from(u32::from_le_bytes(*place)).ok()).collect::<Option<_>>()?;
    Some(places.windows(2).filter_map(|pair| if let [from, to] = pair { pack.get(*from..*to) } else { None }).collect())
}
