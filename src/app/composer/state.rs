//! The boxes as they stand, and what the reader does with them.

use super::form::{FormId, FormProblem, Forms};
use crate::app::around::Around;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::{Step, only};
use crate::domain::author::{AuthorId, AuthorName};
use crate::domain::operation_id::OperationId;
use crate::replica::Output;

/// The key of the remembered name, which is told between pages like a record.
pub(in crate::app) const NAME_KEY: &str = "aw1p:name";

/// The boxes, and who writes.
#[derive(Clone, Debug, Default)]
pub struct Composer {
    pub(super) forms: Forms,
    /// The name for the next comment.
    pub(super) name: String,
    /// The reader's author id, once they have one.
    pub(super) author: Option<AuthorId>,
    /// A form that was sent when there seemed to be no room.
    pub(super) waiting_for_room: Option<Sent>,
}

/// A form as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sent {
    pub(super) form: FormId,
    /// The name in it; `None` where it has no such field.
    pub(super) name: Option<String>,
    pub(super) body: String,
}

/// What the reader did with the boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComposerMsg {
    /// They changed the text in a box.
    Typed {
        /// Which.
        form: FormId,
        /// The whole text.
        text: String,
    },
    /// They sent a box.
    Submitted {
        /// Which.
        form: FormId,
        /// The name in it; `None` where the box has no such field.
        name: Option<String>,
        /// The text in it.
        body: String,
    },
    /// They closed a box by its button.
    Cancelled {
        /// Which.
        form: FormId,
        /// The text in it.
        body: String,
    },
    /// They pressed Escape in a box.
    PressedEscape {
        /// Which.
        form: FormId,
        /// The text in it.
        body: String,
    },
    /// They pressed "Reply".
    PressedReply(OperationId),
    /// They pressed "Edit".
    PressedEdit(OperationId),
    /// They want to go on with a text found from an earlier visit.
    PressedUseDraft(OperationId),
    /// They do not want it any more.
    PressedDiscardDraft(OperationId),
    /// "Undo" where one was thrown away.
    PressedUndoDiscard,
}

impl Composer {
    /// The boxes.
    pub fn forms(&self) -> &Forms {
        &self.forms
    }

    /// The name for the next comment.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The reader's author id, once they have one.
    pub fn author(&self) -> Option<&AuthorId> {
        self.author.as_ref()
    }

    /// Follows what the reader did. `is_full`: there seems to be no room for another comment.
    pub(in crate::app) fn follow(&mut self, message: ComposerMsg, is_full: bool, around: &mut Around<'_>) -> Vec<Step> {
        use ComposerMsg::{PressedEdit, PressedReply, Submitted};
        match message {
            ComposerMsg::Typed { form, text } => vec![Step::Out(around.discussion.typed(form, text, around.env))],
            // Nothing is written in a closed discussion, however it was asked for. What stood in its boxes stays there.
            Submitted { .. } | PressedReply(_) | PressedEdit(_) if around.config.readonly => Vec::new(),
            Submitted { form, name, body } => {
                let mut steps = vec![Step::Out(around.discussion.forget_discarded())];
                steps.extend(self.submit(Sent { form, name, body }, is_full, false, around));
                steps
            }
            ComposerMsg::Cancelled { form, body } => self.close(form, body, around),
            ComposerMsg::PressedEscape { form, body } => match self.forms.get(form) {
                Some(open) if form != FormId::New && open.initial == body => self.close(form, body, around),
                _ => Vec::new(),
            },
            PressedReply(id) => self.open(FormId::Reply(id), ""),
            PressedEdit(id) => {
                let own = around.discussion.comments().get(id).filter(|comment| comment.own);
                own.map_or_else(Vec::new, |comment| self.open(FormId::Edit(id), comment.current.body.as_str()))
            }
            ComposerMsg::PressedUseDraft(name) => {
                let used = around.discussion.use_draft(name, around.env);
                used.map_or_else(Vec::new, |(form, adopted)| {
                    vec![Step::Out(adopted), Effect::Focus(FocusTarget::Form(form)).into()]
                })
            }
            // It can be taken back until the next one, or until the page is left.
            ComposerMsg::PressedDiscardDraft(name) => {
                let (is_gone, outputs) = around.discussion.discard_draft(name);
                let mut steps = vec![Step::Out(outputs)];
                if is_gone {
                    steps.push(Effect::Focus(FocusTarget::Draft(name)).into());
                }
                steps
            }
            ComposerMsg::PressedUndoDiscard => {
                let back = around.discussion.bring_back_draft();
                only(back.map(|name| Effect::Focus(FocusTarget::Draft(name))))
            }
        }
    }

    fn open(&mut self, form: FormId, text: &str) -> Vec<Step> {
        self.forms.open(form, text);
        vec![Effect::Focus(FocusTarget::Form(form)).into()]
    }

    fn close(&mut self, form: FormId, body: String, around: &mut Around<'_>) -> Vec<Step> {
        let mut steps = vec![Step::Out(around.discussion.closed(form, &body, around.env))];
        self.forms.set_aside(form, body);
        steps.push(Step::List);
        match form {
            FormId::New => {}
            FormId::Reply(id) => steps.push(Effect::Focus(FocusTarget::Reply(id)).into()),
            FormId::Edit(id) => steps.push(Effect::Focus(FocusTarget::Edit(id)).into()),
        }
        steps
    }

    /// Takes who the reader is, as it is remembered.
    pub(in crate::app) fn remembered(&mut self, name: Option<String>, author: Option<AuthorId>) {
        self.name = name.unwrap_or_default();
        self.author = author;
    }

    /// Forgets who the reader is: what they write from now on is somebody else's.
    pub(in crate::app) fn forget(&mut self) {
        self.name.clear();
        self.author = None;
    }

    /// Takes the name that was given on another page.
    pub(in crate::app) fn heard_name(&mut self, name: &str) {
        if AuthorName::new(name).is_ok() {
            name.clone_into(&mut self.name);
        }
    }

    /// Leaves the boxes of a discussion: their texts belong to it.
    pub(in crate::app) fn leave_thread(&mut self) {
        self.forms.leave_thread();
        // What waits for room was written for the thread that is left; it is a draft there.
        self.waiting_for_room = None;
    }

    /// What waits for room waits no more: it is a draft of the thread that is left.
    pub(in crate::app) fn wait_no_more(&mut self) {
        self.waiting_for_room = None;
    }

    /// A box is done with.
    pub(in crate::app) fn finish(&mut self, form: FormId) {
        self.forms.finish(form);
    }

    /// A draft about a comment that another page left is adopted: it stands in its box now, which may be closed.
    pub(in crate::app) fn adopt(&mut self, form: FormId, text: String, is_closed: bool) {
        if is_closed {
            self.forms.set_aside(form, text);
        } else {
            self.forms.open(form, &text);
        }
    }

    /// Shows what is wrong in a box, whose text stays.
    pub fn refuse(&mut self, form: FormId, problem: FormProblem) -> Effect {
        self.forms.set_problem(form, Some(problem));
        let is_name = matches!(problem, FormProblem::Name(_));
        Effect::Focus(if is_name { FocusTarget::Name(form) } else { FocusTarget::Form(form) })
    }

    /// Takes the name of a comment that is being sent for the next one too.
    pub(super) fn takes_name(&mut self, name: String) -> Vec<Step> {
        let told = Step::Out(vec![Output::broadcast(NAME_KEY, &name)]);
        let kept = Effect::KeepName(name.clone()).into();
        self.name = name;
        vec![kept, told]
    }
}
