//! The browser process: the one truth about an origin's key-value storage, and the disk behind it that lags.

use std::rc::Rc;

use crate::renderer::Mutation;
use crate::value_map::ValueMap;

/// How long a batch waits before it goes to disk, in milliseconds.
pub const COMMIT_DELAY: u64 = 5_000;
/// The least time between two commits of an origin (60 in an hour), in milliseconds.
pub const COMMIT_PACE: u64 = 60_000;
/// Milliseconds for each KiB committed (10 MiB in an hour).
const COMMIT_MS_PER_KIB: u64 = 3_600_000 / 10_240;

/// A change that was applied and is not on disk yet.
#[derive(Clone, Debug, Hash)]
struct Applied {
    at: u64,
    key: Option<Rc<str>>,
    value: Option<Rc<str>>,
}

/// The browser process.
#[derive(Clone, Debug, Default, Hash)]
pub struct BrowserProcess {
    /// What it holds.
    pub map: ValueMap,
    /// What is on disk.
    pub disk: ValueMap,
    uncommitted: Vec<Applied>,
    /// The earliest time of the next commit.
    not_before: u64,
}

impl BrowserProcess {
    /// Applies a change unless there is no space for it. False if it was refused.
    pub fn apply(&mut self, now: u64, mutation: &Mutation, quota: usize) -> bool {
        match &mutation.key {
            _ if mutation.doomed => return false,
            Some(key) if !self.map.has_space(key, mutation.value.as_deref(), quota) => return false,
            Some(key) => drop(self.map.set(key, mutation.value.clone())),
            None => self.map.clear(),
        }
        self.uncommitted.push(Applied { at: now, key: mutation.key.clone(), value: mutation.value.clone() });
        true
    }

    /// When the waiting batch may go to disk at the earliest; `None` if nothing waits.
    pub fn commit_from(&self) -> Option<u64> {
        self.uncommitted.first().map(|first| (first.at + COMMIT_DELAY).max(self.not_before))
    }

    /// Writes everything that was applied to disk.
    pub fn commit(&mut self, now: u64) {
        let before = self.disk.used();
        self.keep(self.uncommitted.len());
        let kib = self.disk.used().abs_diff(before) as u64 / 1024;
        self.not_before = now + COMMIT_PACE.max(kib * COMMIT_MS_PER_KIB);
    }

    /// How many of the changes that wait may have reached the disk by now, each an admissible snapshot: none, or any
    /// number that one commit can have taken along since the earliest time for it.
    pub fn admissible(&self, now: u64) -> Vec<usize> {
        let mut counts = vec![0];
        if let Some(from) = self.commit_from().filter(|from| *from <= now) {
            let least = self.uncommitted.iter().filter(|applied| applied.at < from).count().max(1);
            counts.extend(least..=self.uncommitted.len());
        }
        counts
    }

    /// The power goes: only the disk remains, with the first `kept` of what waited.
    pub fn kill(&mut self, kept: usize) {
        self.keep(kept);
        *self = Self { map: self.disk.clone(), disk: std::mem::take(&mut self.disk), ..Self::default() };
    }

    fn keep(&mut self, count: usize) {
        for applied in self.uncommitted.drain(..count.min(self.uncommitted.len())) {
            match applied.key {
                Some(key) => drop(self.disk.set(&key, applied.value)),
                None => self.disk.clear(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(process: &mut BrowserProcess, at: u64, key: &str) {
        let mutation = Mutation { key: Some(key.into()), value: Some("v".into()), old: None, doomed: false };
        assert!(process.apply(at, &mutation, usize::MAX));
    }

    #[test]
    fn nothing_is_on_disk_for_five_seconds_and_then_any_snapshot_may_be() {
        let mut process = BrowserProcess::default();
        write(&mut process, 1_000, "a");
        write(&mut process, 3_000, "b");
        assert_eq!(process.admissible(5_999), [0]);
        assert_eq!(process.admissible(6_000), [0, 2]);
        write(&mut process, 7_000, "c");
        assert_eq!(process.admissible(7_000), [0, 2, 3]);
        process.kill(2);
        assert_eq!(process.map.iter().count(), 2);
        assert_eq!(process.commit_from(), None);
    }

    #[test]
    fn a_second_commit_waits_a_minute_after_the_first_and_longer_after_a_large_one() {
        let mut process = BrowserProcess::default();
        write(&mut process, 0, "a");
        process.commit(5_000);
        write(&mut process, 5_000, "b");
        assert_eq!(process.commit_from(), Some(65_000));
        assert_eq!(process.admissible(64_999), [0]);
        process.commit(65_000);
        let large =
            Mutation { key: Some("c".into()), value: Some("x".repeat(2_900_000).into()), old: None, doomed: false };
        assert!(process.apply(65_000, &large, usize::MAX));
        process.commit(130_000);
        write(&mut process, 130_000, "d");
        assert_eq!(process.commit_from().map(|at| (at - 130_000) / 60_000), Some(16));
    }

    #[test]
    fn what_there_is_no_space_for_is_refused() {
        let mut process = BrowserProcess::default();
        let mutation = Mutation { key: Some("ab".into()), value: Some("cd".into()), old: None, doomed: false };
        assert!(!process.apply(0, &mutation, 3));
        assert!(process.apply(0, &mutation, 4));
    }
}
