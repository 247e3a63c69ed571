//! A site and a browser profile that outlive the browser.

use crate::site;
use article_widget_e2e::environment::Environment;
use article_widget_e2e::{OrFail, Page, Server, Session, fail};
use tempfile::TempDir;

/// One reader's machine.
#[derive(Debug)]
pub(crate) struct Machine {
    environment: Environment,
    /// The site; it keeps its address, so the origin stays the same.
    pub(crate) server: Server,
    /// The profile.
    pub(crate) profile: TempDir,
    session: Option<Session>,
}

impl Machine {
    /// With an empty profile, and no browser open.
    #[track_caller]
    pub(crate) fn new() -> Self {
        let environment = Environment::read();
        let server = Server::start(&environment.dist);
        site::furnish(&server);
        let profile = tempfile::Builder::new().prefix("article-widget-profile-").tempdir().or_fail("a profile");
        Self { environment, server, profile, session: None }
    }

    /// The browser, opened if it is not.
    #[track_caller]
    pub(crate) fn session(&mut self) -> &Session {
        let (environment, profile) = (&self.environment, self.profile.path());
        self.session.get_or_insert_with(|| Session::reopen(environment, profile))
    }

    /// Opens a path and waits until its thread has been read.
    #[track_caller]
    pub(crate) fn open(&mut self, path: &str) -> Page<'_> {
        let url = self.server.url(path);
        let session = self.session();
        session.goto(&url);
        let page = Page::first(session);
        page.wait_until_ready();
        page
    }

    /// Closes the browser as a reader does.
    #[track_caller]
    pub(crate) fn quit(&mut self) {
        if let Some(session) = self.session.take() {
            session.quit();
        }
    }

    /// Ends the browser with all its processes, at once.
    #[track_caller]
    pub(crate) fn kill(&mut self) {
        match self.session.take() {
            Some(session) => session.kill(),
            None => fail("no browser is open"),
        }
    }
}
