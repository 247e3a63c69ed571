//! What the page told the test's server before it was killed.

use article_widget_e2e::Server;
use std::collections::BTreeSet;

/// One thing that the page told: that a text was typed, posted, refused, or called saved.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    kind: String,
    /// The page's own clock, in milliseconds.
    at: u64,
    text: String,
}

/// Everything told since the requests were last forgotten.
#[derive(Debug)]
pub(crate) struct Told(Vec<Word>);

impl Told {
    /// Reads the server's log.
    pub(crate) fn so_far(server: &Server) -> Self {
        Self(server.requests().iter().filter_map(|path| word(path)).collect())
    }

    /// The texts beside which "Saved in this browser" was shown.
    pub(crate) fn saved(&self) -> BTreeSet<String> {
        self.of("saved", u64::MAX)
    }

    /// The texts that stood in the thread at least `millis` before the last word.
    pub(crate) fn posted_before(&self, millis: u64) -> BTreeSet<String> {
        self.of("posted", self.last().saturating_sub(millis))
    }

    /// The text in the composer, as it was at least `millis` before the last word, unless it was posted.
    pub(crate) fn writing_before(&self, millis: u64) -> Option<&str> {
        let until = self.last().saturating_sub(millis);
        let sent = self.0.iter().filter(|word| word.kind == "posted").map(|word| word.at).max().unwrap_or_default();
        let typed = self.0.iter().filter(|word| word.kind == "typed" && word.at > sent && word.at <= until);
        typed.max_by_key(|word| word.text.len()).map(|word| word.text.as_str())
    }

    fn of(&self, kind: &str, until: u64) -> BTreeSet<String> {
        self.0.iter().filter(|word| word.kind == kind && word.at <= until).map(|word| word.text.clone()).collect()
    }

    fn last(&self) -> u64 {
        self.0.iter().map(|word| word.at).max().unwrap_or_default()
    }
}

fn word(path: &str) -> Option<Word> {
    let mut parts = path.strip_prefix("/told/")?.splitn(3, '/');
    let (kind, at, text) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Word { kind: kind.to_owned(), at: at.parse().ok()?, text: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(paths: &[&str]) -> Told {
        Told(paths.iter().filter_map(|path| word(path)).collect())
    }

    #[test]
    fn what_was_written_two_seconds_before_the_end_is_known() {
        let told = told(&[
            "/article-widget.js",
            "/told/posted/900/a-0",
            "/told/typed/1000/a",
            "/told/typed/2000/a-",
            "/told/typed/3900/a-1",
            "/told/saved/4000/a-0",
        ]);
        assert_eq!(told.writing_before(2000), Some("a-"));
        assert_eq!(told.writing_before(0), Some("a-1"));
        assert_eq!(told.posted_before(2000).len(), 1);
        assert_eq!(told.saved().into_iter().collect::<Vec<_>>(), ["a-0"]);
    }

    #[test]
    fn what_was_posted_is_in_no_composer() {
        let told = told(&["/told/typed/1000/a-0", "/told/posted/1100/a-0", "/told/saved/5000/a-0"]);
        assert_eq!(told.writing_before(2000), None);
    }
}
