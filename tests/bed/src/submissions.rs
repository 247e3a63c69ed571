//! What a submission to the page's author must hold, and that making it changes nothing.

use std::rc::Rc;

use article_widget::domain::operation_id::OperationId;
use article_widget::store::file::file_reader::FileReader;
use article_widget::store::file::import_preview::ImportMode;
use article_widget::store::file::new_record::NewRecord;
use article_widget::store::file::previewer::preview;
use article_widget::store::format::record_key::Slot;
use article_widget::store::format::stored_text::StoredText;
use article_widget::store::oplog::operation_set::{Element, OperationSet};

use crate::program::{Action, Program};
use crate::text::Text;
use crate::world::World;

const SUBMISSION: &str = "a submission holds its comment and changes nothing";

impl<P: Program> World<P> {
    /// Holds a tab to this: what follows from taking the submission about a text.
    pub(crate) fn check_submission(&mut self, tab: u8, of: Text, actions: &[Action]) {
        let files = actions.iter().filter_map(|action| match action {
            Action::Submission(file) => Some(file),
            _ => None,
        });
        let [file] = files.collect::<Vec<_>>()[..] else {
            return self.offend(SUBMISSION, format!("tab {tab} gives no submission about {of}, or two"));
        };
        let said: Vec<Text> = Text::all_in(file).collect();
        if said != [of] || read_by_author(file) != [of] {
            return self.offend(SUBMISSION, format!("tab {tab}'s submission about {of} holds {said:?}: {file}"));
        }
        if actions.iter().any(|action| matches!(action, Action::Store(_) | Action::Broadcast(_))) {
            self.offend(SUBMISSION, format!("tab {tab} keeps something because a submission about {of} was taken"));
        }
    }
}

/// What the author sees who imports a file into an empty browser.
fn read_by_author(file: &str) -> Vec<Text> {
    let Ok(mut reader) = FileReader::new(Rc::from(file)) else { return Vec::new() };
    while !reader.step(usize::MAX) {}
    let contents = reader.finish();
    let mut set = OperationSet::default();
    let mut ids = Vec::new();
    for thread in contents.threads.iter().filter(|_| contents.whole) {
        let brings = preview(thread, &OperationSet::default(), &[], ImportMode::AsForeign, u64::MAX).new;
        for record in brings {
            let NewRecord::Imported { id, value } = record else { continue };
            let Ok(element) = Element::read(id, &StoredText::from(&*value)) else { continue };
            set.add(Slot::Imported { id, batch: OperationId::NAMING, epoch: 0 }, element);
            ids.push(id);
        }
    }
    let comments = ids.into_iter().filter_map(|id| set.comment(id)).filter(|comment| !comment.deleted);
    comments.filter_map(|comment| Text::read(comment.current.body.as_str())).collect()
}
