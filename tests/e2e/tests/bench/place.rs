//! One origin with one subject's page and what its browser keeps there.

use crate::packed::{ASKED_AGAIN, FOR_EVER, Packing, kept};
use crate::peers;
use crate::plan::Plan;
use crate::subject::Subject;
use crate::{host_page, thread};
use article_widget_e2e::environment::Environment;
use article_widget_e2e::server::content_type;
use article_widget_e2e::{OrFail, Reply, Server, Session, fail, probe};
use serde_json::{Value, json};
use std::path::Path;

const MINIMAL: &str = include_str!("page/minimal.js");
const SEED: &str = include_str!("page/seed.js");
/// A page with the thread far below.
pub(crate) const FAR: &str = "/bench/far";

/// Where one subject with so many comments is visited.
#[derive(Debug)]
pub(crate) struct Place {
    /// Whose page.
    pub(crate) subject: Subject,
    /// How many comments.
    pub(crate) size: usize,
    server: Server,
    /// Its own server; only Isso has one.
    isso: Option<peers::Isso>,
}

impl Place {
    /// Starts a server with everything that the page needs.
    #[track_caller]
    pub(crate) fn open(subject: Subject, size: usize, release: &[(String, Reply)], plan: &Plan) -> Self {
        let server = Server::start(&Environment::read().dist);
        let mut seed: Vec<(String, String)> = Vec::new();
        let mut isso = None;
        match subject {
            Subject::Plain => {}
            Subject::Minimal | Subject::Auto => seed.push(("comments".to_owned(), thread::as_json(size))),
            Subject::MinimalFetched => {
                data(&server, "/bench/comments.json", "application/json", &thread::as_json(size))
            }
            Subject::WidgetStored => seed = thread::as_records(size),
            Subject::WidgetPublished => {
                data(&server, "/bench/thread.jsonl", "application/jsonl", &thread::as_publication(size));
            }
            Subject::Isso => isso = Some(peers::Isso::start(&server, size, plan)),
            Subject::Artalk => peers::artalk(&server, size, plan),
            Subject::Waline => peers::waline(&server, size, plan),
        }
        if subject.is_widget() {
            release.iter().for_each(|(path, reply)| server.put(path, reply.clone()));
            page(&server, FAR, &host_page::with_far_thread());
        }
        file(&server, "/bench/files/minimal.js", MINIMAL.as_bytes(), ASKED_AGAIN);
        page(&server, &visited(subject), &host_page::of(subject, size));
        server.put("/bench/seed.json", Reply::new("application/json", json!(seed).to_string().into_bytes()));
        Self { subject, size, server, isso }
    }

    /// Makes what is kept what a visit is to find.
    #[track_caller]
    pub(crate) fn prepare(&self, session: &Session) {
        if let Some(isso) = &self.isso {
            isso.restore();
        }
        session.goto(&self.server.url(probe::BLANK));
        match session.script_with_callback(SEED, vec![json!(self.subject.is_widget())]) {
            Value::String(trouble) if trouble.is_empty() => {}
            trouble => fail(format!("{} cannot be prepared: {trouble}", self.subject.name())),
        }
    }

    /// The address of the page, for a meter that waits until so many milliseconds were quiet.
    pub(crate) fn address(&self, quiet: u32) -> String {
        self.server.url(&format!("{}?n={}&quiet={quiet}", visited(self.subject), self.size))
    }

    /// The address of something else on this origin.
    pub(crate) fn url(&self, path: &str) -> String {
        self.server.url(path)
    }
}

/// The release's files, packed once for all places.
#[track_caller]
pub(crate) fn release() -> Vec<(String, Reply)> {
    let dist = Environment::read().dist;
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), dist)];
    while let Some((prefix, folder)) = folders.pop() {
        for entry in std::fs::read_dir(&folder).or_fail("the built pages").flatten() {
            let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
            // The single file and the demonstration are on no page of the bench.
            let is_asked_for = path == "/article-widget.js" || !prefix.is_empty() && !prefix.starts_with("/skins");
            if entry.path().is_dir() {
                folders.push((path, entry.path()));
            } else if is_asked_for {
                let bytes = std::fs::read(entry.path()).or_fail(&path);
                let how_long = if prefix.is_empty() { ASKED_AGAIN } else { FOR_EVER };
                files.push((path.clone(), kept(content_type(Path::new(&path)), &bytes, Packing::Best, how_long)));
            }
        }
    }
    files
}

/// Serves a file under a name.
#[track_caller]
pub(crate) fn file(server: &Server, path: &str, bytes: &[u8], how_long: &str) {
    server.put(path, kept(content_type(Path::new(path)), bytes, Packing::Best, how_long));
}

#[track_caller]
fn data(server: &Server, path: &str, content_type: &str, text: &str) {
    server.put(path, kept(content_type, text.as_bytes(), Packing::Quick, ASKED_AGAIN));
}

#[track_caller]
fn page(server: &Server, path: &str, html: &str) {
    data(server, path, "text/html; charset=utf-8", html);
}

fn visited(subject: Subject) -> String {
    format!("/bench/visit/{}", subject.name())
}
