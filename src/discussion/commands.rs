//! The commands to a discussion, the responses of the copies and the broadcasts of other pages, each handed to its replica.

use super::state::Discussion;
use crate::domain::author::Author;
use crate::domain::composer_id::ComposerId;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::replica::{Env, Output, Replica};
use crate::store::copy::request::{CopyId, Found};
use crate::store::copy::store_error::StoreError;
use crate::store::format::operation::Kind;
use crate::store::format::thread_name::ThreadName;
use crate::store::oplog::operation_set::Element;

impl Discussion {
    /// Takes note of the time.
    pub fn is_now(&mut self, now: Timestamp) {
        self.shown.is_now(now);
        self.others.iter_mut().for_each(|other| other.is_now(now));
    }

    /// Takes records that the primary copy holds, before the thread is opened. Nothing is shown of them before [`Self::looked`].
    pub fn look_first(&mut self, records: &[Found]) {
        self.shown.look_first(records);
    }

    /// Ends the first look: what was seen can be listed now.
    pub fn looked(&mut self) {
        let seen = self.shown.looked();
        self.show(&seen);
    }

    /// Makes an operation and asks for it to be kept: a change where its comment is kept, all else in the thread that the page
    /// names. The page has this title and address.
    pub fn append(
        &mut self,
        kind: Kind,
        author: Author,
        composer: Option<ComposerId>,
        (title, url): (&str, &str),
        env: &mut Env,
    ) -> Vec<Output> {
        let number = kind.target().and_then(|target| self.number_of(target));
        let replica = self.at(number);
        let name = ThreadName::new(replica.thread(), title, url);
        let outputs = replica.append(kind, author, composer, &name, env);
        self.pass_on(outputs, number.is_none())
    }

    /// Takes the list of a copy's keys.
    pub fn listed(
        &mut self,
        copy: CopyId,
        thread: &ThreadKey,
        result: Result<Vec<String>, StoreError>,
        env: &mut Env,
    ) -> Vec<Output> {
        let number = self.number_of_thread(thread);
        let outputs = self.at(number).listed(copy, thread, result, env);
        self.pass_on(outputs, number.is_none())
    }

    /// Takes a slice of the records that a copy was asked for.
    pub fn fetched(
        &mut self,
        copy: CopyId,
        thread: &ThreadKey,
        records: Vec<Found>,
        end: Option<Result<(), StoreError>>,
        env: &mut Env,
    ) -> Vec<Output> {
        let number = self.number_of_thread(thread);
        let outputs = self.at(number).fetched(copy, thread, records, end, env);
        self.pass_on(outputs, number.is_none())
    }

    /// Takes a copy's response to a write, and frees space for the record if it is a tombstone.
    pub fn wrote(&mut self, copy: CopyId, key: &str, result: Result<(), StoreError>) -> Vec<Output> {
        self.each(&mut |replica| {
            let mut outputs = replica.wrote(copy, key, result);
            outputs.extend(replica.free_space(key));
            outputs
        })
    }

    /// Takes the primary copy's response to a check.
    pub fn checked(&mut self, key: &str, result: Result<(), StoreError>) -> Vec<Output> {
        self.each(&mut |replica| replica.checked(key, result))
    }

    /// Takes note that keys are gone from a copy: there may be space now for records that were refused.
    pub fn removed(
        &mut self,
        copy: CopyId,
        thread: &ThreadKey,
        keys: &[String],
        result: Result<(), StoreError>,
    ) -> Vec<Output> {
        self.each(&mut |replica| {
            replica.removed(copy, thread, keys, result);
            if copy == CopyId::Primary && result.is_ok() { replica.has_space() } else { Vec::new() }
        })
    }

    /// Takes a record that another tab or widget wrote.
    pub fn heard(&mut self, found: &Found, env: &mut Env) -> Vec<Output> {
        self.each(&mut |replica| replica.heard(found, env))
    }

    /// Takes a record that "Your comments" of this page is writing.
    pub fn heard_here(&mut self, found: &Found, env: &mut Env) -> Vec<Output> {
        self.each(&mut |replica| replica.heard_here(found, env))
    }

    /// Takes note that a record of "Your comments" of this page is kept for certain.
    pub fn was_kept(&mut self, key: &str) -> Vec<Output> {
        self.each(&mut |replica| replica.was_kept(key))
    }

    /// Takes a record that was written here, for another id of the discussion.
    pub fn told(&mut self, found: &Found, env: &mut Env) -> Vec<Output> {
        match self.others.iter().position(|other| other.has_use_for(found)) {
            Some(number) => {
                let outputs = self.at(Some(number)).heard(found, env);
                self.pass_on(outputs, false)
            }
            None => Vec::new(),
        }
    }

    /// Reads both copies again, under all ids.
    pub fn look(&mut self) -> Vec<Output> {
        self.each(&mut Replica::look)
    }

    /// Reads the other ids again: "Your comments" or an import has written under them.
    pub fn look_at_others(&mut self) -> Vec<Output> {
        self.others.iter_mut().flat_map(Replica::look).collect()
    }

    /// Makes all records due that are on their way.
    pub fn hurry(&mut self) {
        self.shown.hurry();
        self.others.iter_mut().for_each(Replica::hurry);
    }

    /// Makes all records due that are on their way, and asks the copies at once.
    pub fn send_again(&mut self) -> Vec<Output> {
        self.each(&mut Replica::send_again)
    }

    /// Gives up the records that are on their way: comments are to be kept in another storage from now on.
    pub fn give_up_sending(&mut self) {
        self.shown.give_up_sending();
        self.others.iter_mut().for_each(Replica::give_up_sending);
    }

    /// Deletes everything, under all ids.
    pub fn delete_everything(&mut self) -> Vec<Output> {
        let mut outputs = Vec::new();
        for number in std::iter::once(None).chain((0..self.others.len()).map(Some)) {
            let deleted = self.at(number).delete_everything();
            outputs.extend(self.pass_on(deleted, number.is_none()));
        }
        outputs
    }

    /// Takes a record that an import has written, and says whether it stays.
    pub fn imported(&mut self, found: &Found, env: &mut Env) -> (bool, Vec<Output>) {
        let (stays, outputs) = self.shown.imported(found, env);
        (stays, self.pass_on(outputs, true))
    }

    /// Takes an operation of the published file into every replica: all that is known of a comment decides what it says.
    pub fn take_published(&mut self, id: OperationId, element: Element) {
        for other in &mut self.others {
            other.take_published(id, element.clone());
        }
        self.shown.take_published(id, element);
    }

    /// Brings the comments up to date with the published operations.
    pub fn published_was_read(&mut self) {
        for number in (0..self.others.len()).map(Some).chain([None]) {
            let changed = self.at(number).published_was_read();
            self.show(&changed);
        }
    }

    /// Forgets the published operations, and says whether there were any. Replies being written to them stay: the file is read
    /// anew.
    pub fn forget_published(&mut self) -> bool {
        let mut was_any = false;
        for number in (0..self.others.len()).map(Some).chain([None]) {
            let changed = self.at(number).forget_published();
            was_any |= !changed.is_empty();
            self.show(&changed);
        }
        was_any
    }

    fn number_of_thread(&self, thread: &ThreadKey) -> Option<usize> {
        self.others.iter().position(|other| other.key() == *thread)
    }
}
