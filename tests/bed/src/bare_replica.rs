//! A replica alone in the bed, without the program around it: what a reader does becomes its commands, and what comes out of it
//! becomes what the page asks and tells.
//!
//! It follows the replica's events as a page must: comments that change are shown anew, a composer whose text is kept or gone for
//! good is done with, and a draft that is adopted stands in its composer. It counts no space, knows no file and no other address.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use article_widget::domain::author::{Author, AuthorId};
use article_widget::domain::body::Body;
use article_widget::domain::comment::Comment;
use article_widget::domain::composer_id::ComposerId;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::sorted_set::SortedSet;
use article_widget::domain::thread::Thread;
use article_widget::domain::timestamp::Timestamp;
use article_widget::replica::save_state::SaveState;
use article_widget::replica::{Env, Event as Happened, Output, Replica};
use article_widget::store::copy::request::{Broadcast, CopyId, Found, Response};
use article_widget::store::format::operation::Kind;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::format::thread_name::ThreadName;

use crate::addresses;
use crate::hostile_file::actor;
use crate::program::{Act, Action, Event, Program, Shown, Word};
use crate::text::Text;

/// One page with one replica.
#[derive(Clone, Debug)]
pub struct Bare {
    replica: Replica,
    env: Env,
    author: AuthorId,
    /// The comments that are shown.
    comments: Thread,
    /// What stands in the composers.
    composers: BTreeMap<ComposerId, String>,
    /// When the page ticks next.
    wake_at: Option<Timestamp>,
}

fn time(millis: u64) -> Timestamp {
    i64::try_from(millis).ok().and_then(Timestamp::from_millis).unwrap_or_else(Timestamp::unix_epoch)
}

impl Bare {
    fn comment(&self, text: Text) -> Option<&Comment> {
        let body = text.to_string();
        self.comments.comments().find(|comment| comment.current.body.as_str() == body).map(AsRef::as_ref)
    }

    /// Does what comes out of the replica, in its order.
    fn follow(&mut self, outputs: Vec<Output>) -> Vec<Action> {
        let mut actions = Vec::new();
        let mut gone = Vec::new();
        for output in outputs {
            match output {
                Output::Ask(request) => actions.push(Action::Store(request)),
                Output::Broadcast(broadcast) => actions.push(Action::Broadcast(broadcast)),
                Output::Event(Happened::Changed(ids) | Happened::Arrived { ids, .. }) => gone.extend(self.show(ids)),
                Output::Event(Happened::Collided) => {
                    let all = self.comments.comments().map(|comment| comment.id).collect();
                    gone.extend(self.show(all));
                }
                Output::Event(Happened::Finished(composer) | Happened::Shown { composer: Some(composer), .. }) => {
                    self.composers.remove(&composer);
                }
                Output::Event(Happened::Adopted { composer, written, .. }) => {
                    self.composers.entry(composer).or_insert(written.text);
                }
                Output::Event(_) => {}
            }
        }
        let orphaned: Vec<Output> = gone.into_iter().map(|id| self.replica.orphan(id)).collect();
        if !orphaned.is_empty() {
            actions.extend(self.follow(orphaned));
        }
        actions
    }

    /// Shows comments as they are by now, and names those that are gone.
    fn show(&mut self, ids: SortedSet<OperationId>) -> Vec<OperationId> {
        let mut gone = Vec::new();
        for id in ids {
            match self.replica.set().comment(id).filter(|it| it.own || !self.replica.set().has_erased(id)) {
                Some(comment) => self.comments.put(comment),
                None if self.comments.get(id).is_some() => {
                    self.comments.remove(id);
                    gone.push(id);
                }
                None => {}
            }
        }
        gone
    }

    fn act(&mut self, act: Act) -> Vec<Action> {
        let about = |text: Text| self.comment(text).map(|comment| (comment.id, comment.author.clone()));
        let writer = Author { id: self.author.clone(), name: None };
        match act {
            Act::Type(text) => self.types(ComposerId::New, text),
            Act::Submit(text) => self.send(ComposerId::New, writer, text),
            Act::Reply { to, text } => match about(to) {
                Some((id, _)) => self.send(ComposerId::Reply(id), writer, text),
                None => Vec::new(),
            },
            Act::Edit { of, to } => match about(of) {
                Some((id, author)) => self.send(ComposerId::Edit(id), author, to),
                None => Vec::new(),
            },
            Act::Delete(text) => self.change(about(text), |_, target| Kind::Delete { target }),
            Act::Undo(text) => self.change(about(text), |_, target| Kind::Restore { target }),
            Act::Erase(text) => self.change(about(text), |replica, target| {
                let set = replica.set();
                let draft = |id: OperationId| set.effective(id)?.0.operation.as_ref()?.draft;
                let changes: Vec<OperationId> = set.changes(target).filter(|id| set.is_kept(*id)).collect();
                // Drafts have names like operations.
                let drafts: Vec<OperationId> = changes.iter().copied().chain([target]).filter_map(draft).collect();
                Kind::Erase { target, changes: changes.into_iter().chain(drafts).collect() }
            }),
            Act::DeleteEverything => {
                let outputs = self.replica.delete_everything();
                self.composers.clear();
                self.follow(outputs)
            }
            _ => Vec::new(),
        }
    }

    fn types(&mut self, composer: ComposerId, text: Text) -> Vec<Action> {
        self.composers.insert(composer, text.to_string());
        let outputs = self.replica.typed(composer, text.to_string().as_str().into(), &mut self.env);
        self.follow(outputs)
    }

    fn send(&mut self, composer: ComposerId, author: Author, text: Text) -> Vec<Action> {
        let mut actions = self.types(composer, text);
        let Some(body) = Body::new(&text.to_string()).ok().filter(|_| self.replica.is_ready()) else { return actions };
        let kind = match composer {
            ComposerId::Edit(target) => Kind::Edit { target, body },
            ComposerId::New | ComposerId::Reply(_) => Kind::Post { parent: composer.comment(), body: Some(body) },
        };
        actions.extend(self.append(kind, author, Some(composer)));
        actions
    }

    fn change(&mut self, about: Option<(OperationId, Author)>, kind: fn(&Replica, OperationId) -> Kind) -> Vec<Action> {
        let Some((id, author)) = about else { return Vec::new() };
        let kind = kind(&self.replica, id);
        self.append(kind, author, None)
    }

    fn append(&mut self, kind: Kind, author: Author, composer: Option<ComposerId>) -> Vec<Action> {
        let name = ThreadName::new(self.replica.thread(), "", "");
        let outputs = self.replica.append(kind, author, composer, &name, &mut self.env);
        self.follow(outputs)
    }

    fn responded(&mut self, response: Response) -> Vec<Output> {
        let Self { replica, env, .. } = self;
        match response {
            Response::Listed { copy, thread, result } => replica.listed(copy, &thread, result, env),
            Response::Fetched { copy, thread, records, end } => replica.fetched(copy, &thread, records, end, env),
            Response::Wrote { copy, key, result } => {
                let mut outputs = replica.wrote(copy, &key, result);
                outputs.extend(replica.free_space(&key));
                outputs
            }
            Response::Checked { key, result } => replica.checked(&key, result),
            Response::Removed { copy, thread, keys, result } => {
                replica.removed(copy, &thread, &keys, result);
                // There may be space now for what was refused.
                let has_space = copy == CopyId::Primary && result.is_ok() && replica.outbox().is_refused();
                if has_space { replica.send_again() } else { Vec::new() }
            }
        }
    }

    fn happen(&mut self, event: Event) -> Vec<Action> {
        let Self { replica, env, .. } = self;
        let outputs = match event {
            Event::Started => replica.open(replica.thread().clone()),
            Event::Responded(response) => self.responded(response),
            Event::Heard(Broadcast::Record(found)) => replica.heard(&found, env),
            Event::Heard(Broadcast::AskDrafts(thread)) if thread == replica.key() => replica.answer_for_drafts(),
            Event::Stored { key: Some(key), value: Some(value) } => {
                replica.heard(&Found { key: key.to_string(), value: StoredText::from(&*value) }, env)
            }
            Event::Stored { key: None, .. } | Event::Woken => {
                replica.hurry();
                replica.look()
            }
            Event::Hidden => replica.hide(),
            Event::Ticked => {
                self.wake_at = None;
                replica.tick(&self.comments, |_| true, env)
            }
            Event::Did(act) => return self.act(act),
            _ => return Vec::new(),
        };
        self.follow(outputs)
    }
}

impl Program for Bare {
    /// Whether all pages remember one author id; else each begins as another reader.
    type Setup = bool;

    fn open(one_author: &bool, page: u32, now: u64) -> Self {
        let author = AuthorId::local(if *one_author { 0 } else { u128::from(page) });
        Self {
            replica: Replica::new(addresses::name(), time(now)),
            env: Env::new(time(now), actor(page), author.clone()),
            author,
            comments: Thread::default(),
            composers: BTreeMap::new(),
            wake_at: None,
        }
    }

    fn handle(&mut self, now: u64, event: Event) -> Vec<Action> {
        self.env.now = time(now);
        self.replica.is_now(self.env.now);
        let mut actions = self.happen(event);
        let wake_at = self.replica.next_change();
        let changed = wake_at.filter(|_| wake_at != self.wake_at);
        actions.extend(changed.map(|at| Action::WakeAfter(at.since(self.env.now))));
        self.wake_at = wake_at;
        actions
    }

    fn write_state(&self, out: &mut String) {
        // A String takes everything. The comments follow from the replica.
        let _ = self.replica.write_state(out);
        let _ = write!(out, "{:?}", (&self.env, &self.author, &self.composers, self.wake_at));
    }

    fn unsettled(&self) -> bool {
        self.replica.outbox().is_refused()
    }

    fn can(&self, act: Act) -> bool {
        let own = |text: Text| self.comment(text).filter(|comment| comment.own);
        match act {
            Act::Submit(_) | Act::Type(_) | Act::DeleteEverything => true,
            Act::Reply { to, .. } => self.comment(to).is_some(),
            Act::Edit { of, .. } => own(of).is_some(),
            Act::Delete(text) => own(text).is_some_and(|comment| !comment.deleted),
            Act::Undo(text) | Act::Erase(text) => own(text).is_some_and(|comment| comment.deleted),
            _ => false,
        }
    }

    fn writes_over(&self, act: Act) -> Option<Text> {
        let composer = match act {
            Act::Submit(_) | Act::Type(_) => ComposerId::New,
            Act::Reply { to, .. } => ComposerId::Reply(self.comment(to)?.id),
            Act::Edit { of, .. } => ComposerId::Edit(self.comment(of)?.id),
            _ => return None,
        };
        self.composers.get(&composer).and_then(|text| Text::read(text))
    }

    fn shown(&self, each: &mut dyn FnMut(Shown)) {
        for comment in self.comments.comments().filter(|comment| !comment.deleted) {
            let word = match self.replica.save_state(comment.id) {
                Some(SaveState::Saved) => Word::Saved,
                Some(_) => Word::NotYet,
                None => Word::Nothing,
            };
            let now = Text::read(comment.current.body.as_str());
            now.into_iter().for_each(|text| each(Shown { text, word, earlier: false }));
            for text in comment.earlier.iter().filter_map(|version| Text::read(version.body.as_str())) {
                each(Shown { text, word: Word::Nothing, earlier: true });
            }
        }
    }

    fn aside(&self, each: &mut dyn FnMut(Text)) {
        // A composer is drawn with the comment that it belongs to, or not at all.
        let is_drawn = |composer: &ComposerId| composer.comment().is_none_or(|id| self.comments.get(id).is_some());
        let composers = self.composers.iter().filter(|(composer, _)| is_drawn(composer));
        composers.filter_map(|(_, text)| Text::read(text)).for_each(&mut *each);
        // What others left is offered beside the composer that it belongs to, if that is open, or beside the first one.
        let offered = self.replica.drafts().offered().filter(|(_, other)| {
            let home = self.replica.home_of(other, &self.comments);
            home == ComposerId::New || !self.composers.contains_key(&home)
        });
        offered.filter_map(|(_, other)| Text::read(&other.draft.text)).for_each(&mut *each);
        let sending = self.comments.comments().filter_map(|comment| self.replica.outbox().text(comment.id));
        sending.filter_map(|text| Text::read(text)).for_each(&mut *each);
    }
}
