//! A static server on the loopback interface: the built pages, a test's own pages, and failures on order.

mod connection;
mod program;
mod reply;
mod request;

pub use reply::{Outage, Reply, content_type};
pub use request::Request;

use crate::fail::OrFail;
use program::Program;
use std::collections::{BTreeSet, HashMap};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A server on a port of its own, which makes it an origin of its own.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
}

/// What the server's connections share with the test.
#[derive(Debug)]
pub(crate) struct Site {
    root: PathBuf,
    closed: AtomicBool,
    rules: Mutex<Rules>,
}

/// What a test ordered, and what the browser asked for.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    replies: HashMap<String, Reply>,
    programs: Vec<(String, Program)>,
    outages: HashMap<String, Outage>,
    headers: Vec<(String, String)>,
    requests: Vec<String>,
}

/// A port that no server of this process has had: a browser that has served another story would have its storage.
#[track_caller]
fn on_a_port_of_its_own() -> (TcpListener, SocketAddr) {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).or_fail("no free port for the pages");
        let address = listener.local_addr().or_fail("no free port for the pages");
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(address.port()) {
            return (listener, address);
        }
    }
}

impl Server {
    /// Serves the folder `root` on a free port.
    #[track_caller]
    #[must_use]
    pub fn start(root: &Path) -> Self {
        let (listener, address) = on_a_port_of_its_own();
        let site = Arc::new(Site { root: root.to_owned(), closed: AtomicBool::new(false), rules: Mutex::default() });
        let shared = Arc::clone(&site);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if shared.closed.load(Ordering::Relaxed) {
                    break;
                }
                let site = Arc::clone(&shared);
                let Ok(stream) = stream else { continue };
                std::thread::spawn(move || connection::respond(&site, stream));
            }
        });
        Self { address, site }
    }

    /// The address of a path on this origin.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Responds to a path with `reply` from now on, whatever the folder holds.
    pub fn put(&self, path: &str, reply: Reply) {
        self.rules().replies.insert(path.to_owned(), reply);
    }

    /// Lets a program respond to every path that begins like this, whatever the folder holds.
    pub fn run(&self, prefix: &str, respond: impl Fn(&Request) -> Reply + Send + Sync + 'static) {
        self.rules().programs.push((prefix.to_owned(), Program::new(respond)));
    }

    /// Serves an HTML page from a string.
    pub fn page(&self, path: &str, html: &str) {
        self.put(path, Reply::html(html));
    }

    /// Makes a path fail until [`Server::recover`].
    pub fn break_down(&self, path: &str, outage: Outage) {
        self.rules().outages.insert(path.to_owned(), outage);
    }

    /// Ends a path's failure.
    pub fn recover(&self, path: &str) {
        self.rules().outages.remove(path);
    }

    /// Sends a header with every reply from now on.
    pub fn header(&self, name: &str, value: &str) {
        self.rules().headers.push((name.to_owned(), value.to_owned()));
    }

    /// The paths asked for so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.rules().requests.clone()
    }

    /// Forgets the requests made so far.
    pub fn forget_requests(&self) {
        self.rules().requests.clear();
    }

    fn rules(&self) -> MutexGuard<'_, Rules> {
        self.site.rules()
    }
}

impl Site {
    pub(crate) fn rules(&self) -> MutexGuard<'_, Rules> {
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rules {
    /// The program that responds to a path.
    fn program(&self, path: &str) -> Option<Program> {
        self.programs.iter().find(|(prefix, _)| path.starts_with(prefix)).map(|(_, program)| program.clone())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.site.closed.store(true, Ordering::Relaxed);
        // One last connection wakes the listener, which then sees that it is closed.
        let _woken = std::net::TcpStream::connect(self.address);
    }
}
