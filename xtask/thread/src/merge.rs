//! Several files become one: the union of what they say of one discussion, by the widget's own rules.

use std::collections::BTreeSet;
use std::fmt::Write;

use anyhow::{Result, bail};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::domain::timestamp::Timestamp;
use article_widget::store::file::publication::publication_as_of;
use article_widget::store::file::streamed_file::MOST_PUBLISHED;
use article_widget::store::format::thread_name::ThreadName;
use article_widget::store::oplog::operation_set::OperationSet;

use crate::candidates::Candidates;
use crate::collected::{Collected, Discussion, Entry};
use crate::reasons;

/// How many refused lines of a file are named.
const LISTED: usize = 20;
/// The last moment that a date can name: no comment is from after it, so none moves as time passes.
const END_OF_TIME: i64 = 8_640_000_000_000_000;

/// The files to be merged, and how.
pub struct Merge<'a> {
    /// The file that is published already.
    pub base: Option<&'a Collected>,
    /// What comes to it, in the order in which the report names them.
    pub files: &'a [Collected],
    /// The ids of the discussion, the one to be written first; none if the files say it.
    pub threads: &'a [ThreadId],
    /// Whether a file may change what another one has without the change.
    pub changes: bool,
}

/// What came of merging.
pub struct Merged {
    key: ThreadKey,
    name: Option<ThreadName>,
    set: OperationSet,
    /// What was new, equal or refused, file by file.
    pub report: String,
    /// Whether anything was refused.
    pub has_refused: bool,
    /// How many entries there are now.
    pub entries: usize,
}

impl Merged {
    /// The file, dated so.
    pub fn file(&self, at: Timestamp) -> String {
        let now = Timestamp::from_millis(END_OF_TIME).unwrap_or(at);
        publication_as_of(&[(&self.key, self.name.as_ref(), &self.set)], now, at)
    }
}

impl Merge<'_> {
    /// Merges. The order of the files changes nothing but the report.
    ///
    /// # Errors
    /// The files hold several discussions and nobody said which, or there is nothing in them.
    pub fn run(&self) -> Result<Merged> {
        let keys = self.keys()?;
        let others =
            |(key, discussion): (&ThreadKey, &Discussion)| !keys.contains(key) && !discussion.entries.is_empty();
        if let Some(base) = self.base.filter(|base| base.discussions.iter().any(others)) {
            bail!("{} publishes another discussion, which would be lost; nothing was written", base.label);
        }
        let all: Vec<&Collected> = self.base.into_iter().chain(self.files).collect();
        let sorted: Vec<Vec<&Entry>> = all.iter().map(|file| entries_of(file, &keys)).collect();
        let candidates = Candidates::of(&sorted, self.base.is_some(), self.changes);
        let mut set = OperationSet::default();
        for (id, element) in candidates.accepted() {
            set.add_published(id, element);
        }
        let (mut report, mut has_refused) = (String::new(), false);
        let mut seen: BTreeSet<OperationId> = BTreeSet::new();
        for (number, (file, entries)) in all.iter().zip(&sorted).enumerate() {
            let mut lines: Vec<(usize, &str)> =
                file.refused.iter().map(|refused| (refused.line, reasons::of_line(refused.reason))).collect();
            let (mut new, mut equal) = (0, 0);
            for entry in entries {
                if let Some(reason) = candidates.refusal(entry) {
                    lines.push((entry.line, reason));
                } else if !set.is_within_reason(entry.id) {
                    lines.push((entry.line, reasons::BEYOND_REASON));
                } else if seen.insert(entry.id) {
                    new += 1;
                } else {
                    equal += 1;
                }
            }
            lines.sort_unstable();
            let elsewhere: usize = file
                .discussions
                .iter()
                .filter(|(key, _)| !keys.contains(key))
                .map(|(_, discussion)| discussion.entries.len())
                .sum();
            has_refused |= !lines.is_empty();
            let is_base = self.base.is_some() && number == 0;
            say(&mut report, file, is_base, (new, equal, elsewhere), &lines);
        }
        let entries = set.published_count() - set.published_beyond();
        if entries > MOST_PUBLISHED {
            let _ = writeln!(report, "A page shows 100,000 entries of a file; this one has {entries}.");
        }
        let key = keys.first().cloned().unwrap_or_else(|| unreachable!("there is one"));
        Ok(Merged { name: self.name(&key, &all), key, set, report, has_refused, entries })
    }

    /// The discussion's keys, the one to be written first.
    fn keys(&self) -> Result<Vec<ThreadKey>> {
        if !self.threads.is_empty() {
            return Ok(self.threads.iter().map(ThreadId::key).collect());
        }
        let mut found = BTreeSet::new();
        let mut pages = Vec::new();
        let mut names = BTreeSet::new();
        for file in self.base.into_iter().chain(self.files) {
            for (key, discussion) in file.discussions.iter().filter(|(_, discussion)| !discussion.entries.is_empty()) {
                let name = discussion.name.as_ref().map_or_else(|| key.to_string(), |name| name.id.clone());
                found.insert(key.clone());
                pages.push(page_of(discussion));
                names.insert(format!("  {name}   (in {})", file.label));
            }
        }
        match found.len() {
            0 => bail!("there is not one comment in these files; nothing was written"),
            1 => Ok(found.into_iter().collect()),
            // Files whose ids are addresses of one page are of one discussion: readers opened it under several addresses.
            _ if let Some(Some(page)) = pages.first()
                && pages.iter().all(|other| other.as_ref() == Some(page)) =>
            {
                found.remove(&page.key());
                Ok([page.key()].into_iter().chain(found).collect())
            }
            _ => bail!(
                "these files hold several discussions; say which with --thread:\n{}",
                names.into_iter().collect::<Vec<_>>().join("\n")
            ),
        }
    }

    /// What the discussion is called: as it is published, else as it was asked for, else as a file says.
    fn name(&self, key: &ThreadKey, all: &[&Collected]) -> Option<ThreadName> {
        let called = |file: &&Collected| file.discussions.get(key).and_then(|discussion| discussion.name.clone());
        let published = self.base.as_ref().and_then(called);
        let smallest = || {
            let names = all.iter().filter_map(called);
            names.min_by_key(|name| (name.id.clone(), name.title.clone(), name.url.clone()))
        };
        let asked = || self.threads.first().map(|id| ThreadName::new(id, "", ""));
        let by_address = || {
            let names = all.iter().flat_map(|file| file.discussions.values());
            let mut names = names.filter_map(|discussion| Some((page_of(discussion)?, discussion.name.as_ref()?)));
            let (page, name) = names.find(|(page, _)| page.key() == *key)?;
            Some(ThreadName::new(&page, &name.title, &name.url))
        };
        published.or_else(smallest).or_else(asked).or_else(by_address)
    }
}

/// What the page is called whose discussion this is, if its name is an address.
fn page_of(discussion: &Discussion) -> Option<ThreadId> {
    ThreadId::explicit(&discussion.name.as_ref()?.id)?.page()
}

fn entries_of<'a>(file: &'a Collected, keys: &[ThreadKey]) -> Vec<&'a Entry> {
    let ours = file.discussions.iter().filter(|(key, _)| keys.contains(key));
    ours.flat_map(|(_, discussion)| &discussion.entries).collect()
}

fn say(
    report: &mut String,
    file: &Collected,
    is_base: bool,
    (new, equal, elsewhere): (usize, usize, usize),
    refused: &[(usize, &str)],
) {
    // Writing to a String cannot fail.
    let _ = if is_base {
        writeln!(report, "{}: {new} published already", file.label)
    } else {
        writeln!(report, "{}: {new} new, {equal} equal, {} refused", file.label, refused.len())
    };
    if !file.whole {
        let _ = writeln!(report, "  it is not as it was written: part of it is missing or was changed");
    }
    if elsewhere > 0 {
        let _ = writeln!(report, "  {elsewhere} of other discussions left out");
    }
    for (line, reason) in refused.iter().take(LISTED) {
        let _ = writeln!(report, "  line {line} {reason}");
    }
    if refused.len() > LISTED {
        let _ = writeln!(report, "  and {} more", refused.len() - LISTED);
    }
}
