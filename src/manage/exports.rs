//! Files that the reader or a script of the page has asked for, until all records are at hand from which they are made.

use litemap::LiteMap;

use crate::store::copy::request::Found;
use crate::store::file::thread_file::FileKind;

/// A file that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Export {
    /// What it is for.
    pub kind: FileKind,
    /// Of all threads, not of the shown discussion alone.
    pub everything: bool,
    /// The ticket of the host API call; `None` if the reader asked.
    pub ticket: Option<u32>,
}

/// What was read from the copies for a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    pub(super) records: Vec<Found>,
    /// Whether each of the copies that there are could be read.
    pub(super) complete: bool,
}

/// The files for which the thread was asked what it knows.
#[derive(Clone, Debug, Default)]
pub(super) struct Exports {
    last: u32,
    waiting: LiteMap<u32, (Export, Read)>,
}

impl Exports {
    /// Has an export wait, and gives the number under which the thread is to be asked what it knows.
    pub(super) fn wait(&mut self, export: Export, read: Read) -> u32 {
        self.last = self.last.wrapping_add(1);
        self.waiting.insert(self.last, (export, read));
        self.last
    }

    /// The export that waits for what the thread was asked under this number.
    pub(super) fn take(&mut self, number: u32) -> Option<(Export, Read)> {
        self.waiting.remove(&number)
    }
}

#[cfg(test)]
mod tests {
    use super::super::effect::Effect;
    use super::super::files::{ask_thread, take_snapshot};
    use super::super::host_call::HostResult;
    use super::super::samples::manage;
    use super::*;
    use crate::port::{Snapshot, ToThread};

    fn export(ticket: Option<u32>) -> Export {
        Export { kind: FileKind::Backup, everything: true, ticket }
    }

    #[test]
    fn a_file_waits_for_what_the_thread_knows_and_is_made_once() {
        let mut manage = manage();
        let read = || Read { complete: true, ..Read::default() };
        for number in [1, 2] {
            let asked = ask_thread(&mut manage, export(Some(number)), read());
            assert_eq!(asked, [Effect::ToThread(ToThread::AskSnapshot(number))], "each under a number of its own");
        }
        assert_eq!(take_snapshot(&mut manage, 3, &Snapshot::default()), [], "nobody asked for this");
        let made = take_snapshot(&mut manage, 2, &Snapshot::default());
        assert!(matches!(made[..], [Effect::Settle { ticket: 2, result: HostResult::File(_) }]), "{made:?}");
        assert_eq!(take_snapshot(&mut manage, 2, &Snapshot::default()), []);
    }

    #[test]
    fn a_script_gets_no_file_of_a_part_and_the_reader_is_offered_to_try_again() {
        let mut manage = manage();
        manage.panel = Some(Default::default());
        let failed = Effect::Settle { ticket: 4, result: HostResult::Failed };
        assert_eq!(ask_thread(&mut manage, export(Some(4)), Read::default()), [failed]);
        ask_thread(&mut manage, export(None), Read::default());
        take_snapshot(&mut manage, 1, &Snapshot::default());
        assert!(manage.offer.is_some_and(|offer| offer.again.is_some() && offer.text.is_some()));
    }
}
