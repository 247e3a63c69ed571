//! How what a reader wrote becomes an operation.

use super::form::{FormId, FormProblem};
use super::state::{Composer, Sent};
use crate::app::around::Around;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::Step;
use crate::domain::author::{Author, AuthorName};
use crate::domain::body::Body;
use crate::store::format::operation::Kind;

impl Composer {
    /// Goes on with what waited until the room was counted.
    pub(in crate::app) fn room_was_counted(&mut self, is_full: bool, around: &mut Around<'_>) -> Vec<Step> {
        match self.waiting_for_room.take() {
            Some(sent) => self.submit(sent, is_full, true, around),
            None => Vec::new(),
        }
    }

    /// Checks a form and orders its operation to be kept. What is wrong is shown in the form, whose text stays. Where there seems to be
    /// no room it waits until that is `counted`: somebody may have made some.
    pub(super) fn submit(
        &mut self,
        Sent { form, name, body }: Sent,
        is_full: bool,
        counted: bool,
        around: &mut Around<'_>,
    ) -> Vec<Step> {
        if !around.discussion.shown().is_ready() {
            return Vec::new();
        }
        let name = name.unwrap_or_else(|| self.name.clone());
        let checked = AuthorName::new(&name)
            .map_err(FormProblem::Name)
            .and_then(|name| Ok((name, Body::new(&body).map_err(FormProblem::Body)?)));
        let (author_name, body) = match checked {
            Ok(checked) => checked,
            Err(problem) => return vec![self.refuse(form, problem).into()],
        };
        // The box may have been changed since it was last heard of.
        let noticed = Step::Out(around.discussion.typed(form, body.as_str().to_owned(), around.env));
        if is_full && !counted {
            self.waiting_for_room = Some(Sent { form, name: Some(name), body: body.as_str().to_owned() });
            return vec![noticed, Effect::MeasureRoom.into()];
        }
        if is_full {
            return vec![noticed, self.refuse(form, FormProblem::NoRoom).into()];
        }
        let mut steps = vec![noticed];
        let (kind, author) = match form {
            FormId::Edit(target) => {
                let own = around.discussion.comments().get(target).filter(|comment| comment.own);
                let Some(comment) = own.cloned() else {
                    return Vec::new();
                };
                if comment.current.body == body {
                    self.forms.finish(form);
                    steps.extend([Step::List, Effect::Focus(FocusTarget::Edit(target)).into()]);
                    return steps;
                }
                (Kind::Edit { target, body }, comment.author.clone())
            }
            FormId::New | FormId::Reply(_) => {
                let id = around.env.author(self.author.as_ref());
                if self.author.is_none() {
                    self.author = Some(id.clone());
                    steps.push(Effect::KeepAuthor(id.clone()).into());
                }
                if name != self.name {
                    steps.extend(self.takes_name(name));
                }
                (Kind::Post { parent: form.comment(), body: Some(body) }, Author { id, name: author_name })
            }
        };
        // The operation first: a full disk must not take a name and lose a comment.
        let outputs = around.discussion.append(kind, author, Some(form), around.config.page(), around.env);
        steps.insert(0, Step::Out(outputs));
        steps
    }
}
