//! How what a reader wrote becomes an operation.

use super::composers::{ComposerId, ComposerProblem};
use super::state::{ComposerRoom, Sent};
use crate::app::context::Context;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::Step;
use crate::domain::author::{Author, AuthorName};
use crate::domain::body::Body;
use crate::store::format::operation::Kind;

impl ComposerRoom {
    /// Goes on with what waited until the usage was measured.
    pub(in crate::app) fn usage_was_measured(&mut self, is_full: bool, context: &mut Context<'_>) -> Vec<Step> {
        match self.waiting_for_space.take() {
            Some(sent) => self.submit(sent, is_full, true, context),
            None => Vec::new(),
        }
    }

    /// Checks a composer and asks for its operation to be kept. What is wrong is shown there, and the text stays. Where there seems
    /// to be no space it waits until that is `counted`: somebody may have made some.
    pub(super) fn submit(
        &mut self,
        Sent { composer, name, body }: Sent,
        is_full: bool,
        counted: bool,
        context: &mut Context<'_>,
    ) -> Vec<Step> {
        if !context.discussion.shown().is_ready() {
            return Vec::new();
        }
        let name = name.unwrap_or_else(|| self.name.clone());
        let written = self.written(composer, body, context.config);
        let checked = AuthorName::new(&name).map_err(ComposerProblem::Name).and_then(|name| {
            Ok((name, Body::written(&written.text, written.syntax.clone()).map_err(ComposerProblem::Body)?))
        });
        let (author_name, body) = match checked {
            Ok(checked) => checked,
            Err(problem) => return vec![self.refuse(composer, problem).into()],
        };
        // The composer may have been changed since it was last heard of.
        let noticed = Step::Out(context.discussion.typed(composer, written, context.env));
        if is_full && !counted {
            self.waiting_for_space = Some(Sent { composer, name: Some(name), body: body.as_str().to_owned() });
            return vec![noticed, Effect::MeasureUsage.into()];
        }
        if is_full {
            return vec![noticed, self.refuse(composer, ComposerProblem::OverQuota).into()];
        }
        let mut steps = vec![noticed];
        let (kind, author) = match composer {
            ComposerId::Edit(target) => {
                let own = context.discussion.comments().get(target).filter(|comment| comment.own);
                let Some(comment) = own.cloned() else {
                    return Vec::new();
                };
                if comment.current.body == body {
                    self.composers.finish(composer);
                    steps.extend([Step::List, Effect::Focus(FocusTarget::Edit(target)).into()]);
                    return steps;
                }
                (Kind::Edit { target, body }, comment.author.clone())
            }
            ComposerId::New | ComposerId::Reply(_) => {
                let (id, kept) = self.sign(context.env);
                steps.extend(kept.map(Step::Do));
                if name != self.name {
                    steps.extend(self.takes_name(name));
                }
                (Kind::Post { parent: composer.comment(), body: Some(body) }, Author { id, name: author_name })
            }
        };
        // The operation first: a full disk must not take a name and lose a comment.
        let outputs = context.discussion.append(kind, author, Some(composer), context.config.page(), context.env);
        steps.insert(0, Step::Out(outputs));
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::super::state::{ComposerMsg, NAME_KEY};
    use super::*;
    use crate::app::samples::{World, appended, foreign, id, outputs, own, post, rest};
    use crate::domain::author::AuthorId;
    use crate::domain::body::BodyError;
    use crate::domain::operation_id::OperationId;
    use crate::domain::syntax::Syntax;
    use crate::replica::Output;

    const NEW: ComposerId = ComposerId::New;

    /// The reader's own comment 1 and somebody's comment 2.
    fn page() -> World {
        World::reading(&[own(1, post()), foreign(2, post())])
    }

    /// What follows when a composer is sent with this text.
    fn sent(room: &mut ComposerRoom, composer: ComposerId, body: &str, is_full: bool, world: &mut World) -> Vec<Step> {
        let msg = ComposerMsg::Submitted { composer, name: None, body: body.to_owned() };
        room.follow(msg, is_full, &mut world.context())
    }

    fn posted(parent: Option<OperationId>, text: &str) -> Kind {
        Kind::Post { parent, body: Body::written(text, Syntax::Markdown).ok() }
    }

    fn focus(target: FocusTarget) -> Step {
        Effect::Focus(target).into()
    }

    #[test]
    fn where_there_is_no_space_a_text_waits_until_that_was_measured_and_is_then_refused_and_kept_as_a_draft() {
        let (mut world, mut room) = (page(), ComposerRoom::default());
        let waits = sent(&mut room, NEW, "a thought", true, &mut world);
        assert_eq!((appended(&waits), rest(waits)), (Vec::new(), vec![Effect::MeasureUsage.into()]));
        assert_eq!(world.discussion.shown().drafts().text(NEW), Some("a thought"));
        let refused = room.usage_was_measured(true, &mut world.context());
        assert_eq!((appended(&refused), rest(refused)), (Vec::new(), vec![focus(FocusTarget::Composer(NEW))]));
        assert_eq!(room.composers.get(NEW).and_then(|composer| composer.problem), Some(ComposerProblem::OverQuota));
        assert_eq!(room.usage_was_measured(false, &mut world.context()), [], "it does not wait any more");
    }

    #[test]
    fn a_text_that_waited_is_posted_if_space_was_freed_and_the_thread_is_still_shown() {
        let (mut world, mut room) = (page(), ComposerRoom::default());
        sent(&mut room, NEW, "a thought", true, &mut world);
        let posts = room.usage_was_measured(false, &mut world.context());
        assert_eq!(appended(&posts), [posted(None, "a thought")]);
        sent(&mut room, NEW, "another", true, &mut world);
        room.leave_thread();
        assert_eq!(room.usage_was_measured(false, &mut world.context()), []);
    }

    #[test]
    fn an_unchanged_edit_closes_its_composer_and_makes_no_operation() {
        let (mut world, mut room) = (page(), ComposerRoom::default());
        let composer = ComposerId::Edit(id(1));
        room.follow(ComposerMsg::PressedEdit(id(1)), false, &mut world.context());
        let steps = sent(&mut room, composer, "text", false, &mut world);
        assert_eq!((appended(&steps), rest(steps)), (vec![], vec![Step::List, focus(FocusTarget::Edit(id(1)))]));
        assert_eq!(room.composers.get(composer), None);
        let steps = sent(&mut room, composer, "better", false, &mut world);
        assert_eq!(
            appended(&steps),
            [Kind::Edit { target: id(1), body: Body::written("better", Syntax::Markdown).unwrap() }]
        );
    }

    #[test]
    fn nobody_edits_what_is_not_theirs() {
        let (mut world, mut room) = (page(), ComposerRoom::default());
        let steps = sent(&mut room, ComposerId::Edit(id(2)), "better", false, &mut world);
        assert_eq!((appended(&steps), rest(steps)), (Vec::new(), Vec::new()));
    }

    #[test]
    fn what_is_wrong_is_shown_in_the_composer_and_nothing_is_posted() {
        let (mut world, mut room) = (page(), ComposerRoom::default());
        let steps = sent(&mut room, NEW, " ", false, &mut world);
        assert_eq!((appended(&steps), rest(steps)), (Vec::new(), vec![focus(FocusTarget::Composer(NEW))]));
        assert_eq!(
            room.composers.get(NEW).and_then(|composer| composer.problem),
            Some(ComposerProblem::Body(BodyError::Empty))
        );
        let long = Some("a".repeat(10_000));
        let msg = ComposerMsg::Submitted { composer: NEW, name: long, body: "text".to_owned() };
        let steps = room.follow(msg, false, &mut world.context());
        assert_eq!((appended(&steps), rest(steps)), (Vec::new(), vec![focus(FocusTarget::Name(NEW))]));
    }

    #[test]
    fn before_the_thread_was_read_nothing_is_posted_and_the_text_stays_where_it_is() {
        let (mut world, mut room) = (World::unread(), ComposerRoom::default());
        let steps = sent(&mut room, NEW, "a thought", false, &mut world);
        assert_eq!((outputs(steps), room.composers.get(NEW).map(|composer| composer.revision)), (Vec::new(), Some(0)));
    }

    #[test]
    fn an_author_is_drawn_once_and_a_name_is_kept_and_told_when_it_is_another() {
        let (mut world, mut room) = (page(), ComposerRoom::default());
        let mut reply = |name: &str| {
            let msg = ComposerMsg::Submitted {
                composer: ComposerId::Reply(id(2)),
                name: Some(name.to_owned()),
                body: "yes".to_owned(),
            };
            let steps = room.follow(msg, false, &mut world.context());
            assert_eq!(appended(&steps), [posted(Some(id(2)), "yes")]);
            let tells_name = outputs_of(&steps).any(|output| *output == Output::broadcast(NAME_KEY, name));
            (rest(steps), tells_name)
        };
        let [author, ada, eva] = [
            Effect::KeepAuthor(AuthorId::local(1)),
            Effect::KeepName("Ada".to_owned()),
            Effect::KeepName("Eva".to_owned()),
        ];
        assert_eq!(reply("Ada"), (vec![author.into(), ada.into()], true));
        assert_eq!(reply("Ada"), (vec![], false));
        assert_eq!(reply("Eva"), (vec![eva.into()], true));
    }

    /// What the discussion has said.
    fn outputs_of(steps: &[Step]) -> impl Iterator<Item = &Output> {
        steps.iter().flat_map(|step| if let Step::Out(outputs) = step { outputs.as_slice() } else { &[] })
    }

    #[test]
    fn a_comment_is_asked_to_be_kept_before_its_name_and_its_author() {
        let (mut world, mut room) = (page(), ComposerRoom::default());
        let msg = ComposerMsg::Submitted { composer: NEW, name: Some("Ada".to_owned()), body: "text".to_owned() };
        let steps = room.follow(msg, false, &mut world.context());
        let is_posted = |step: &Step| !appended(std::slice::from_ref(step)).is_empty();
        let is_kept = |step: &Step| matches!(step, Step::Do(Effect::KeepName(_) | Effect::KeepAuthor(_)));
        let order = (steps.iter().position(is_posted), steps.iter().position(is_kept));
        assert!(
            matches!(order, (Some(posted), Some(kept)) if posted < kept),
            "a full disk must not keep the name alone"
        );
    }
}
