//! What the reader of one page does with files: the panel and the imports that it lists, an import from the choice of the file to
//! what came of it, and the submission to the author; and the file that the page publishes.

use std::collections::{BTreeSet, VecDeque};
use std::fmt::Write as _;
use std::hash::{Hash as _, Hasher as _};
use std::rc::Rc;

use article_widget::app;
use article_widget::app::effect::PublishedRequest;
use article_widget::app::msg::PublishedMsg;
use article_widget::app::submission::can_send;
use article_widget::app::submission::{SubmissionMsg, Way};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::thread_id::{ThreadId, ThreadKey};
use article_widget::manage::effect::{Purpose, Work};
use article_widget::manage::import::{Import, ImportPreview};
use article_widget::manage::msg::{ImportMsg, PanelMsg};
use article_widget::manage::{Effect, Manage, Msg};
use article_widget::store::copy::usage::Usage;
use article_widget::store::file::new_record::NewRecord;

use crate::digest::Digest;
use crate::foreign_file::texts;
use crate::hostile_file;
use crate::program::{Act, Action, Event};
use crate::text::Text;
use crate::widget::Widget;

/// What is under way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    /// What everything is being read for, the oldest first.
    purposes: VecDeque<Purpose>,
    /// What goes on when the page has had its turn, the oldest first.
    works: VecDeque<Work>,
    /// A digest of everything that was read: what is compared with a file follows from it, and what the panel lists.
    read: u64,
    /// The file that is being imported, and whether both its texts are new and have space.
    coming: Option<(Text, bool)>,
    /// The one that was imported last.
    made: Option<Text>,
    /// Whether the reader looks at a submission.
    submission: bool,
}

/// What follows from an effect that is about the file that is published for a discussion, at once: it is small and the network fast.
pub(crate) fn published(effect: &app::Effect, thread: &ThreadId) -> Option<PublishedMsg> {
    match effect {
        app::Effect::Published(PublishedRequest::Fetch { attempt, .. }) => {
            let bytes = Some(Rc::from(hostile_file::file(thread).into_bytes()));
            Some(PublishedMsg::Read { attempt: *attempt, piece: Ok(bytes) })
        }
        app::Effect::Continue => Some(PublishedMsg::GotTime),
        _ => None,
    }
}

/// What a file is called.
fn label(first: Text) -> String {
    format!("file {}", first.0)
}

/// The imports of a file that the panel lists: those of its own discussion, and the one that it has just made, wherever that went.
fn listed(manage: &Manage, first: Text, made: Option<Text>) -> Vec<(ThreadKey, OperationId)> {
    let (here, called) = (manage.here.key(), label(first));
    let panel = manage.panel.as_ref();
    let inventory = panel.and_then(|panel| panel.inventory.as_ref());
    let threads = inventory.into_iter().flat_map(|inventory| &inventory.threads).filter(|thread| thread.key == here);
    let imports = threads.flat_map(|thread| &thread.imports).filter(|import| import.label == called);
    let mut all: BTreeSet<_> = imports.map(|import| (here.clone(), import.batch)).collect();
    if let (Import::Done(done), true) = (&manage.import, made == Some(first)) {
        all.extend(done.batches.iter().cloned());
    }
    all.into_iter().collect()
}

/// Whether a file would bring both its texts.
fn brings_all(shown: &ImportPreview, first: Text) -> bool {
    let new = shown.threads.iter().flat_map(|thread| &thread.preview.new);
    let values = new.filter_map(|record| match record {
        NewRecord::Imported { value, .. } => Some(value),
        NewRecord::Own { .. } => None,
    });
    let brought: BTreeSet<Text> = values.flat_map(|value| Text::all_in(value)).collect();
    texts(first).iter().all(|text| brought.contains(text))
}

impl Files {
    /// What an effect that is about files asks for.
    pub(crate) fn take(&mut self, effect: Effect) -> Option<Action> {
        match effect {
            Effect::ReadEverything(purpose) => {
                self.purposes.push_back(purpose);
                Some(Action::ReadEverything)
            }
            Effect::Continue(work) => {
                self.works.push_back(work);
                Some(Action::GoOn)
            }
            _ => None,
        }
    }

    /// A file that the thread gives: the submission that the reader looks at.
    pub(crate) fn submission(&self, text: String) -> Option<Action> {
        self.submission.then_some(Action::Submission(text))
    }

    /// What the program is told when what was asked for is there.
    pub(crate) fn tell(&mut self, event: Event) -> Option<Msg> {
        match event {
            Event::Everything { records, complete, origin, ours, quota } => {
                let mut digest = Digest::default();
                (self.read, complete, &records).hash(&mut digest);
                self.read = digest.finish();
                let usage = Usage { origin, ours, quota };
                self.purposes.pop_front().map(|purpose| Msg::ReadEverything { purpose, records, complete, usage })
            }
            Event::HasTime => self.works.pop_front().map(Msg::GotTime),
            _ => None,
        }
    }

    /// Looks at the import in the panel: the reader wants what is shown, if it is anything, and sees what came of it.
    pub(crate) fn look(&mut self, manage: &Manage) -> (Option<ImportMsg>, Option<Action>) {
        let Some((first, anew)) = self.coming else { return (None, None) };
        let ended = |whole| Some(Action::Imported { first, whole });
        let (pressed, ended) = match &manage.import {
            Import::Reading(..) | Import::Comparing(..) | Import::Writing(_) => (None, None),
            Import::Shown(shown, _) if shown.new_records() > 0 => {
                self.coming = Some((first, brings_all(shown, first)));
                (Some(ImportMsg::Imported), None)
            }
            Import::Shown(..) => (Some(ImportMsg::Stopped), ended(false)),
            Import::Done(done) => (None, ended(anew && done.left_out == 0)),
            _ => (None, ended(false)),
        };
        if ended.is_some() {
            self.coming = None;
            self.made = Some(first);
        }
        (pressed, ended)
    }

    /// Writes out what decides what happens next.
    pub(crate) fn write_state(&self, manage: &Manage, out: &mut String) {
        // A String takes everything.
        let _ = write!(out, "{self:?}{}", manage.panel.is_some());
        let _ = match &manage.import {
            Import::Reading(_, progress) | Import::Comparing(_, progress) => write!(out, "{progress:?}"),
            Import::Writing(writing) => write!(out, "{:?}", writing.progress),
            Import::Done(done) => write!(out, "{done:?}"),
            _ => Ok(()),
        };
        let panel = manage.panel.as_ref();
        let threads =
            panel.and_then(|panel| panel.inventory.as_ref()).into_iter().flat_map(|inventory| &inventory.threads);
        for thread in threads {
            let _ = write!(out, "{:?}", thread.imports);
        }
    }
}

impl Widget {
    /// Whether the reader can do this, which is about files.
    pub(crate) fn can_with_files(&self, act: Act) -> bool {
        let idle = self.files.coming.is_none();
        match act {
            Act::OpenPanel => idle,
            Act::Import { earlier, .. } => idle && (!earlier || self.names.has_moved()),
            Act::UndoImport(first) => idle && !listed(&self.inner.manage, first, self.files.made).is_empty(),
            Act::TakeSubmission(of) => {
                !self.files.submission
                    && self.find(of).is_some_and(|id| can_send(&self.inner.app.config, self.inner.app.discussion(), id))
            }
            Act::SayItWasSent => self.files.submission,
            _ => false,
        }
    }

    /// Does it.
    pub(crate) fn act_with_files(&mut self, act: Act) -> Vec<Action> {
        let mut actions = Vec::new();
        match act {
            Act::OpenPanel => {
                // Opened anew, it lists what is there now.
                if self.inner.manage.panel.is_some() {
                    actions.extend(self.tell(PanelMsg::Toggled));
                }
                actions.extend(self.tell(PanelMsg::Toggled));
            }
            Act::Import { text: first, earlier } => {
                if self.inner.manage.panel.is_none() {
                    actions.extend(self.tell(PanelMsg::Toggled));
                }
                let text = Ok(Rc::from(self.names.foreign_file(first, earlier, self.author.is_some())));
                self.files.coming = Some((first, false));
                actions.extend(self.tell(ImportMsg::ReadFile { name: label(first), text }));
            }
            Act::UndoImport(first) => {
                let batches = listed(&self.inner.manage, first, self.files.made);
                actions.extend(self.tell(ImportMsg::Undid { batches }));
            }
            Act::TakeSubmission(of) => {
                self.files.submission = true;
                let asked = self.find(of).map(SubmissionMsg::Asked);
                actions.extend(asked.into_iter().flat_map(|asked| self.tell(asked)));
                actions.extend(self.tell(SubmissionMsg::Took(Way::File)));
            }
            Act::SayItWasSent => {
                self.files.submission = false;
                actions.extend(self.tell(SubmissionMsg::Sent));
            }
            _ => {}
        }
        actions
    }
}
