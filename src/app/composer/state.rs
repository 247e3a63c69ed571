//! The composers as they stand, and what the reader does with them.

use super::composers::{ComposerId, ComposerProblem, Composers};
use crate::app::config::Config;
use crate::app::context::Context;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::{Step, only};
use crate::domain::author::{AuthorId, AuthorName};
use crate::domain::operation_id::OperationId;
use crate::domain::quoted::quoted;
use crate::domain::syntax::Syntax;
use crate::domain::written::Written;
use crate::replica::{Env, Output};

/// The key of the remembered name, which is told between pages like a record.
pub(in crate::app) const NAME_KEY: &str = "aw1p:name";

/// The composers, and who writes.
#[derive(Clone, Debug, Default)]
pub struct ComposerRoom {
    pub(super) composers: Composers,
    /// The name for the next comment.
    pub(super) name: String,
    /// The reader's author id, once they have one.
    pub(super) author: Option<AuthorId>,
    /// What was sent from a composer when there seemed to be no space, until the usage is measured.
    pub(super) waiting_for_space: Option<Sent>,
}

/// What is sent from a composer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sent {
    pub(super) composer: ComposerId,
    /// The name in it; `None` where it has no such field.
    pub(super) name: Option<String>,
    pub(super) body: String,
}

/// What the reader did with the composers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComposerMsg {
    /// They changed the text in a composer.
    Typed {
        /// Which.
        composer: ComposerId,
        /// The whole text.
        text: String,
    },
    /// They chose in which syntax the text of a composer is sent.
    ChoseSyntax {
        /// Which.
        composer: ComposerId,
        /// The syntax.
        syntax: Syntax,
        /// The text in it.
        text: String,
    },
    /// They sent what stands in a composer.
    Submitted {
        /// Which.
        composer: ComposerId,
        /// The name in it; `None` where the composer has no such field.
        name: Option<String>,
        /// The text in it.
        body: String,
    },
    /// They closed a composer by its button.
    Cancelled {
        /// Which.
        composer: ComposerId,
        /// The text in it.
        body: String,
    },
    /// They pressed Escape in a composer.
    PressedEscape {
        /// Which.
        composer: ComposerId,
        /// The text in it.
        body: String,
    },
    /// They pressed "Reply".
    PressedReply(OperationId),
    /// When they pressed "Reply", this was selected in the text of the comment.
    Selected {
        /// The comment.
        comment: OperationId,
        /// What was selected.
        text: String,
    },
    /// They pressed "Edit".
    PressedEdit(OperationId),
    /// They pressed "Use this text" beside a text that another page left.
    PressedUseDraft(OperationId),
    /// They pressed "Discard" beside such a text.
    PressedDiscardDraft(OperationId),
    /// They pressed "Undo" where such a text was discarded.
    PressedUndoDiscard,
}

impl ComposerRoom {
    /// The composers.
    pub fn composers(&self) -> &Composers {
        &self.composers
    }

    /// The name for the next comment.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id under which the reader does something, and what keeps it if they had none.
    pub(in crate::app) fn sign(&mut self, env: &mut Env) -> (AuthorId, Option<Effect>) {
        let id = env.author(self.author.as_ref());
        let is_new = self.author.is_none();
        self.author = Some(id.clone());
        (id.clone(), is_new.then_some(Effect::KeepAuthor(id)))
    }

    /// The reader's author id, once they have one.
    pub fn author(&self) -> Option<&AuthorId> {
        self.author.as_ref()
    }

    /// Follows what the reader did. `is_full`: there seems to be no space for another comment.
    #[inline(never)]
    pub(in crate::app) fn follow(&mut self, msg: ComposerMsg, is_full: bool, context: &mut Context<'_>) -> Vec<Step> {
        use ComposerMsg::{PressedEdit, PressedReply, Submitted};
        match msg {
            ComposerMsg::Typed { composer, text } => self.typed(composer, text, context),
            ComposerMsg::ChoseSyntax { composer, syntax, text } => {
                self.choose(composer, syntax);
                self.typed(composer, text, context)
            }
            // Nothing is written in a closed discussion, however it was asked for. What stood in its composers stays there.
            Submitted { .. } | PressedReply(_) | PressedEdit(_) if context.config.readonly => Vec::new(),
            Submitted { composer, name, body } => {
                let mut steps = vec![Step::Out(context.discussion.forget_discarded())];
                steps.extend(self.submit(Sent { composer, name, body }, is_full, false, context));
                steps
            }
            ComposerMsg::Cancelled { composer, body } => self.close(composer, body, context),
            ComposerMsg::PressedEscape { composer, body } => match self.composers.get(composer) {
                Some(open) if composer != ComposerId::New && open.initial == body => {
                    self.close(composer, body, context)
                }
                _ => Vec::new(),
            },
            PressedReply(id) => {
                // It is read before the focus goes to the composer.
                let asks = context.config.formatting && self.composers.get(ComposerId::Reply(id)).is_none();
                let mut steps = only(asks.then_some(Effect::AskSelection(id)));
                steps.extend(self.open(ComposerId::Reply(id), "", None));
                steps
            }
            ComposerMsg::Selected { comment, text } => {
                let composer = ComposerId::Reply(comment);
                let is_open = self.composers.get(composer).is_some() && !text.trim().is_empty();
                only(is_open.then(|| Effect::FillComposer { composer, text: quoted(&text) }))
            }
            PressedEdit(id) => {
                let own = context.discussion.comments().get(id).filter(|comment| comment.own);
                own.map_or_else(Vec::new, |comment| {
                    let body = &comment.current.body;
                    self.open(ComposerId::Edit(id), body.as_str(), Some(body.syntax().clone()))
                })
            }
            ComposerMsg::PressedUseDraft(name) => {
                let used = context.discussion.use_draft(name, context.env);
                used.map_or_else(Vec::new, |(composer, adopted)| {
                    vec![Step::Out(adopted), Effect::Focus(FocusTarget::Composer(composer)).into()]
                })
            }
            // This can be undone until another text is discarded, something is sent, or the page is left.
            ComposerMsg::PressedDiscardDraft(name) => {
                let (is_gone, outputs) = context.discussion.discard_draft(name);
                let mut steps = vec![Step::Out(outputs)];
                if is_gone {
                    steps.push(Effect::Focus(FocusTarget::Draft(name)).into());
                }
                steps
            }
            ComposerMsg::PressedUndoDiscard => {
                let back = context.discussion.bring_back_draft();
                only(back.map(|name| Effect::Focus(FocusTarget::Draft(name))))
            }
        }
    }

    fn typed(&self, composer: ComposerId, text: String, context: &mut Context<'_>) -> Vec<Step> {
        let written = self.written(composer, text, context.config);
        vec![Step::Out(context.discussion.typed(composer, written, context.env))]
    }

    fn open(&mut self, composer: ComposerId, text: &str, syntax: Option<Syntax>) -> Vec<Step> {
        self.composers.open(composer, text, syntax);
        vec![Effect::Focus(FocusTarget::Composer(composer)).into()]
    }

    fn close(&mut self, composer: ComposerId, body: String, context: &mut Context<'_>) -> Vec<Step> {
        let written = self.written(composer, body.clone(), context.config);
        let mut steps = vec![Step::Out(context.discussion.closed(composer, written, context.env))];
        self.composers.set_aside(composer, body);
        steps.push(Step::List);
        match composer {
            ComposerId::New => {}
            ComposerId::Reply(id) => steps.push(Effect::Focus(FocusTarget::Reply(id)).into()),
            ComposerId::Edit(id) => steps.push(Effect::Focus(FocusTarget::Edit(id)).into()),
        }
        steps
    }

    /// Takes who the reader is, as the browser remembers it.
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

    /// Leaves the composers of a discussion: their texts belong to it.
    pub(in crate::app) fn leave_thread(&mut self) {
        self.composers.leave_thread();
        // What waits for space was written for the thread that is left; it is a draft there.
        self.waiting_for_space = None;
    }

    /// What waits for space waits no more: it is a draft of the thread that is left.
    pub(in crate::app) fn wait_no_more(&mut self) {
        self.waiting_for_space = None;
    }

    /// Closes a composer whose text has been taken.
    pub(in crate::app) fn finish(&mut self, composer: ComposerId) {
        self.composers.finish(composer);
    }

    /// A draft about a comment that another page left is adopted: it stands in its composer now, which may be closed.
    pub(in crate::app) fn adopt(&mut self, composer: ComposerId, written: Written, is_closed: bool) {
        self.composers.open(composer, &written.text, None);
        self.choose(composer, written.syntax);
        if is_closed {
            self.composers.set_aside(composer, written.text);
        }
    }

    /// Sends the text of a composer in this syntax from now on.
    pub(in crate::app) fn choose(&mut self, composer: ComposerId, syntax: Syntax) {
        self.composers.choose(composer, syntax);
    }

    /// A text in a composer, in the syntax in which it would be sent.
    pub(in crate::app) fn written(&self, composer: ComposerId, text: String, config: &Config) -> Written {
        let chosen = self.composers.get(composer).and_then(|open| open.syntax.clone());
        Written { text, syntax: chosen.unwrap_or_else(|| config.new_syntax()) }
    }

    /// Shows what is wrong in a composer, whose text stays.
    pub fn refuse(&mut self, composer: ComposerId, problem: ComposerProblem) -> Effect {
        self.composers.set_problem(composer, Some(problem));
        let is_name = matches!(problem, ComposerProblem::Name(_));
        Effect::Focus(if is_name { FocusTarget::Name(composer) } else { FocusTarget::Composer(composer) })
    }

    /// Remembers the name on a comment that is being sent, for the next comment too.
    pub(super) fn takes_name(&mut self, name: String) -> Vec<Step> {
        let told = Step::Out(vec![Output::broadcast(NAME_KEY, &name)]);
        let kept = Effect::KeepName(name.clone()).into();
        self.name = name;
        vec![kept, told]
    }
}
