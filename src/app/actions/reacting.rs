//! Reactions to comments and to the article: which signs are offered, and what follows when one is chosen. Part of the room of what is
//! done to comments.

use super::reaction_msg::ReactionMsg;
use super::state::Actions;
use crate::app::context::Context;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::Step;
use crate::domain::author::{Author, AuthorId};
use crate::domain::operation_id::OperationId;
use crate::domain::reaction::{Reaction, Sign};
use crate::store::format::operation::Kind;

impl Actions {
    /// The comment to which a reaction is being chosen.
    pub fn reacting(&self) -> Option<OperationId> {
        self.reacting
    }

    /// Whether the reader has reacted to something here.
    pub fn has_reacted(&self) -> bool {
        self.has_reacted
    }

    /// Follows what the reader did. `author`: the id under which they react; they need none before they choose.
    pub(in crate::app) fn react(
        &mut self,
        msg: ReactionMsg,
        author: Option<AuthorId>,
        context: &mut Context<'_>,
    ) -> Vec<Step> {
        match msg {
            ReactionMsg::Toggled(id) => {
                let opens = self.reacting != Some(id);
                self.reacting = opens.then_some(id);
                let target = if opens { FocusTarget::Signs(id) } else { FocusTarget::React(id) };
                vec![Effect::Focus(target).into()]
            }
            ReactionMsg::Left(id) => {
                self.reacting = None;
                vec![Effect::Focus(FocusTarget::React(id)).into()]
            }
            ReactionMsg::Chose { id, sign } => author.map_or_else(Vec::new, |author| {
                let steps = chosen(id, sign, author, context);
                (self.reacting, self.has_reacted) = (None, self.has_reacted || !steps.is_empty());
                steps
            }),
        }
    }
}

/// Whether the reader may react to this with what they have not reacted with yet, or take back what they have.
fn may_react(id: OperationId, sign: Sign, context: &Context<'_>) -> bool {
    let is_there = id == OperationId::ARTICLE || context.discussion.comments().get(id).is_some_and(|it| !it.deleted);
    context.config.reactions && is_there && (!context.config.readonly || context.discussion.reactions(id).is_own(sign))
}

fn chosen(id: OperationId, sign: Sign, author: AuthorId, context: &mut Context<'_>) -> Vec<Step> {
    if !may_react(id, sign, context) {
        return Vec::new();
    }
    let before = context.discussion.reactions(id);
    let is_back = before.is_own(sign);
    let is_last = is_back && before.tallies().iter().any(|tally| tally.sign == sign && tally.count == 1);
    let kind = Kind::React { target: id, reaction: Reaction::Known(sign), is_back };
    // A reaction is signed by no name: it is counted, and not read.
    let author = Author { id: author, name: None };
    let made = context.discussion.append(kind, author, None, context.config.page(), context.env);
    let focus = if is_last { FocusTarget::React(id) } else { FocusTarget::Sign(id, sign) };
    vec![Step::Out(made), Effect::Focus(focus).into()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::{World, appended, delete, foreign, id, own, post};

    /// The reader's own comment 1, somebody's comment 2 and their deleted comment 4, with reactions of others to 2.
    fn page() -> World {
        let react = |name| Kind::React { target: id(2), reaction: Reaction::named(name).unwrap(), is_back: false };
        World::reading(&[
            own(1, post()),
            foreign(2, post()),
            foreign(3, react("🎉")),
            own(4, post()),
            own(5, delete(4)),
        ])
    }

    fn reacted(sign: Sign, target: OperationId, is_back: bool) -> Kind {
        Kind::React { target, reaction: Reaction::Known(sign), is_back }
    }

    fn choose(room: &mut Actions, id: OperationId, sign: Sign, world: &mut World) -> Vec<Step> {
        room.react(ReactionMsg::Chose { id, sign }, Some(AuthorId::local(5)), &mut world.context())
    }

    fn focus_of(steps: &[Step]) -> Option<FocusTarget> {
        steps.iter().find_map(|step| match step {
            Step::Do(Effect::Focus(target)) => Some(*target),
            _ => None,
        })
    }

    #[test]
    fn a_reaction_is_given_and_taken_back_by_the_same_press() {
        let (mut world, mut room) = (page(), Actions::default());
        let steps = choose(&mut room, id(2), Sign::Heart, &mut world);
        assert_eq!(appended(&steps), [reacted(Sign::Heart, id(2), false)]);
        assert_eq!(focus_of(&steps), Some(FocusTarget::Sign(id(2), Sign::Heart)));
        world.keep(steps);
        assert!(world.discussion.reactions(id(2)).is_own(Sign::Heart));
        assert_eq!(world.discussion.save_state(id(2)), None, "nothing is said of it beside somebody's comment");
        let steps = choose(&mut room, id(2), Sign::Heart, &mut world);
        assert_eq!(appended(&steps), [reacted(Sign::Heart, id(2), true)]);
        assert_eq!(focus_of(&steps), Some(FocusTarget::React(id(2))), "its sign is gone");
        world.keep(steps);
        let told: Vec<_> = world.discussion.reactions(id(2)).tallies().iter().map(|tally| tally.sign).collect();
        assert_eq!(told, [Sign::Hooray]);
    }

    #[test]
    fn who_joins_others_stays_at_their_sign_when_they_leave_again() {
        let (mut world, mut room) = (page(), Actions::default());
        for (is_back, count) in [(false, 2), (true, 1)] {
            let steps = choose(&mut room, id(2), Sign::Hooray, &mut world);
            assert_eq!(appended(&steps), [reacted(Sign::Hooray, id(2), is_back)]);
            assert_eq!(focus_of(&steps), Some(FocusTarget::Sign(id(2), Sign::Hooray)));
            world.keep(steps);
            assert_eq!(world.discussion.reactions(id(2)).total(), count);
        }
    }

    #[test]
    fn the_article_takes_reactions_and_what_is_not_there_takes_none() {
        let (mut world, mut room) = (page(), Actions::default());
        let steps = choose(&mut room, OperationId::ARTICLE, Sign::Smile, &mut world);
        assert_eq!(appended(&steps), [reacted(Sign::Smile, OperationId::ARTICLE, false)]);
        world.keep(steps);
        assert!(world.discussion.reactions(OperationId::ARTICLE).is_own(Sign::Smile));
        for gone in [id(4), id(77)] {
            assert_eq!(choose(&mut room, gone, Sign::Smile, &mut world), [], "{gone}");
        }
    }

    #[test]
    fn in_a_closed_discussion_reactions_are_only_taken_back() {
        let (mut world, mut room) = (page(), Actions::default());
        let steps = choose(&mut room, id(2), Sign::Smile, &mut world);
        world.keep(steps);
        world.config.readonly = true;
        assert_eq!(choose(&mut room, id(2), Sign::Heart, &mut world), []);
        assert_eq!(appended(&choose(&mut room, id(2), Sign::Smile, &mut world)), [reacted(Sign::Smile, id(2), true)]);
        world.config.reactions = false;
        assert_eq!(choose(&mut room, id(2), Sign::Smile, &mut world), []);
    }

    #[test]
    fn the_focus_goes_to_the_signs_and_back() {
        let (mut world, mut room) = (page(), Actions::default());
        let focus = |target| vec![Step::from(Effect::Focus(target))];
        let follow = |room: &mut Actions, msg, world: &mut World| room.react(msg, None, &mut world.context());
        assert_eq!(follow(&mut room, ReactionMsg::Toggled(id(1)), &mut world), focus(FocusTarget::Signs(id(1))));
        assert_eq!(follow(&mut room, ReactionMsg::Toggled(id(2)), &mut world), focus(FocusTarget::Signs(id(2))));
        assert_eq!(room.reacting(), Some(id(2)));
        assert_eq!(follow(&mut room, ReactionMsg::Left(id(2)), &mut world), focus(FocusTarget::React(id(2))));
        follow(&mut room, ReactionMsg::Toggled(id(1)), &mut world);
        assert_eq!(follow(&mut room, ReactionMsg::Toggled(id(1)), &mut world), focus(FocusTarget::React(id(1))));
        assert_eq!(room.reacting(), None);
    }
}
