//! What is said or done beside one comment, for a while: it begins with something that happens, so it comes with the engine.

use yew::prelude::*;

use super::button::button;
use super::composer::{ComposerForm, open_composer};
use super::formatting_place::Formatting;
use super::history_place::history_place;
use super::letter_place::letter_place;
use super::link_button::link_button;
use super::messages::Message;
use super::messages::action as actions;
use super::messages::comment as text;
use super::messages::composer::problem as problem_text;
use super::messages::finding::{IS_NEW, NEXT_NEW};
use super::name_place::name_place;
use super::other_drafts::other_drafts;
use super::page_language::PageLanguage;
use super::save_label::{at_risk, save_label};
use super::signs::signs;
use super::undo_row::{redo_in_place, undo_row};
use crate::app::App;
use crate::app::actions::Beside;
use crate::app::composers::ComposerId;
use crate::app::config::Persistence;
use crate::app::list::Led;
use crate::app::msg::{ActionMsg, FindingMsg, ListMsg};
use crate::app::names::Oddity;
use crate::domain::author::Author;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::domain::reactions::Reactions;
use crate::replica::save_state::SaveState;
use crate::widget::Msg;

/// What stands beside one comment.
#[derive(Clone)]
pub(super) struct Mark {
    /// The comment.
    pub id: OperationId,
    /// How far what the reader did last to it has got on its way to being kept, where that is to be said.
    pub saved: Option<SaveState>,
    /// Whether comments are kept only as long as the tab is open.
    pub for_tab: bool,
    /// Whether the reader is being asked if it shall be erased.
    pub is_asked: bool,
    /// What was done to it here last.
    pub beside: Beside,
    /// What is odd about the name on it.
    pub odd: Oddity,
    /// Whether a composer stands in place of its text.
    pub is_edited: bool,
    /// Whether its text is shown as it was typed, though it is formatted.
    pub as_typed: bool,
    /// Whether the reader was led here last, and by what.
    pub led: Led,
    /// Whether the reader came here from a reply, and may go back.
    pub has_way_back: bool,
    /// Whether a reaction to it is being chosen.
    pub is_reacting: bool,
    /// Whether it has come since the reader's last visit.
    pub is_new: bool,
    /// Below all, if anything is open there: composers, drafts that other pages wrote for them, and a submission.
    pub below: Option<Html>,
    /// Its earlier texts with their differences, once they are looked at.
    pub history: Option<Html>,
    /// What draws the rest of it.
    pub views: &'static MarkViews,
}

/// How a mark is drawn.
pub(super) struct MarkViews {
    /// In the comment's header: that it is new, and how far it is saved.
    pub facts: fn(&Messages, &Mark) -> Html,
    /// Below its text: that it is not saved, and what was done to it here last.
    pub below_text: fn(&Messages, &Mark, &Callback<Msg>) -> Html,
    /// Beside "React": what there is to react with.
    pub signs: fn(OperationId, &Reactions, AttrValue, &Messages, &Callback<Msg>) -> Html,
    /// In place of the name, if that is odd.
    pub name: fn(&Messages, &Mark, &Author) -> Option<Html>,
    /// Beside what can be done with the comment: the ways on from where the reader was led, back to the reply and to the next new one.
    pub ways: fn(&Messages, &Mark, &Callback<Msg>) -> Html,
    /// In place of what stands where it was deleted: the question whether it shall be erased, or what is done again next.
    pub gone: fn(&Messages, &Mark, &Callback<Msg>) -> Option<Html>,
}

static VIEWS: MarkViews = MarkViews { facts, below_text, signs, name, ways, gone };

/// What is open in or below a comment cannot be compared: it is drawn anew whenever the thread is. Of the rest there is as much as the
/// reader has written.
impl PartialEq for Mark {
    fn eq(&self, other: &Self) -> bool {
        // Without functions of its own: rows are compared before the engine is here, to which the rest of this file belongs.
        let is_open =
            self.below.is_some() || self.history.is_some() || other.below.is_some() || other.history.is_some();
        !is_open
            && self.id == other.id
            && self.saved == other.saved
            && (self.for_tab, self.is_asked, self.is_edited, self.as_typed)
                == (other.for_tab, other.is_asked, other.is_edited, other.as_typed)
            && self.beside == other.beside
            && self.odd == other.odd
            && (self.led, self.has_way_back, self.is_reacting, self.is_new)
                == (other.led, other.has_way_back, other.is_reacting, other.is_new)
    }
}

/// The marks of the comments that are drawn, and the number of the group in which each is.
pub(super) fn marks(app: &App, page: &PageLanguage, dispatch: &Callback<Msg>) -> Vec<(u32, Mark)> {
    let mut ids = app.composer.composers().open_comments();
    ids.extend(app.discussion().with_save_state());
    ids.extend(app.actions.confirming());
    ids.extend(app.actions.reacting());
    ids.extend(app.list.as_typed().iter().copied());
    ids.extend(app.submission.about());
    ids.extend(app.actions.with_beside());
    ids.extend(app.actions.histories().shown());
    if app.names.has_odd() {
        let odd = |id: &OperationId| app.names.oddity(*id) != Oddity::default();
        ids.extend(app.drawn().map(|row| row.comment.id).filter(odd));
    }
    // No more are marked than are drawn.
    let new = app.finding.new_comments();
    if !new.is_empty() {
        ids.extend(app.drawn().map(|row| row.comment.id).filter(|id| new.contains(id)));
    }
    ids.extend(app.list.pointed_at());
    ids.extend(app.list.ways_back());
    let marked = |id| Some((app.list.group_of(id, app.rows())?.group.number, mark(app, page, id, dispatch)));
    ids.into_iter().filter_map(marked).collect()
}

fn mark(app: &App, page: &PageLanguage, id: OperationId, dispatch: &Callback<Msg>) -> Mark {
    let (edit, reply) = (ComposerId::Edit(id), ComposerId::Reply(id));
    let is_edited = open_composer(app, edit).is_some();
    let is_sent = app.submission.about() == Some(id);
    let is_open = is_edited || is_sent || open_composer(app, reply).is_some();
    let below = || {
        html! { <>{ composer(app, page, edit, dispatch) }{ composer(app, page, reply, dispatch) }{ letter_place(app, id, dispatch) }</> }
    };
    Mark {
        id,
        saved: app.discussion().save_state(id),
        for_tab: app.config.storage == Persistence::Session,
        is_asked: app.actions.confirming() == Some(id),
        odd: app.names.oddity(id),
        beside: app.actions.beside(id, app.discussion(), app.config.readonly),
        is_edited,
        as_typed: app.list.as_typed().contains(&id),
        led: app.list.led(id),
        has_way_back: app.list.ways_back().any(|end| end == id),
        is_reacting: app.actions.reacting() == Some(id),
        is_new: app.finding.new_comments().contains(&id),
        below: is_open.then(below),
        history: app.thread().get(id).and_then(|comment| history_place(app, page, comment, dispatch)),
        views: &VIEWS,
    }
}

/// A composer of a comment and the drafts that other pages wrote for it.
fn composer(app: &App, page: &PageLanguage, id: ComposerId, dispatch: &Callback<Msg>) -> Html {
    let Some(composer) = open_composer(app, id) else {
        return Html::default();
    };
    let messages = &app.config.messages;
    let answered =
        id.comment().and_then(|id| app.thread().get(id)).map(|comment| text::name(messages, &comment.author));
    let is_reply = matches!(id, ComposerId::Reply(_));
    let problem = composer.problem.map(|problem| problem_text(messages, problem));
    html! {
        <>
            <ComposerForm {id} {composer} answered={answered.filter(|_| is_reply).unwrap_or_default()}
                name={is_reply.then(|| AttrValue::from(app.composer.name().to_owned()))}
                lang={page.readers.clone()} messages={messages.clone()} {problem} formatting={Formatting::now(&app.config)} dispatch={dispatch.clone()} />
            { other_drafts(app, id, dispatch) }
        </>
    }
}

fn below_text(messages: &Messages, mark: &Mark, dispatch: &Callback<Msg>) -> Html {
    html! {
        <>
            if mark.saved == Some(SaveState::AtRisk) {
                { at_risk(messages, mark.id, dispatch) }
            }
            if !mark.is_edited {
                { undo_row(messages, mark.beside, dispatch) }
            }
        </>
    }
}

fn name(messages: &Messages, mark: &Mark, author: &Author) -> Option<Html> {
    name_place(messages, author, mark.odd)
}

fn gone(messages: &Messages, mark: &Mark, dispatch: &Callback<Msg>) -> Option<Html> {
    if mark.is_asked {
        return Some(question(messages, mark.id, dispatch));
    }
    redo_in_place(messages, mark.id, mark.beside, dispatch)
}

fn facts(messages: &Messages, mark: &Mark) -> Html {
    html! {
        <>
            if mark.is_new {
                <span class="is-new">{ IS_NEW.show(messages) }</span>
            }
            { mark.saved.map(|saved| save_label(messages, saved, mark.for_tab)) }
        </>
    }
}

fn ways(messages: &Messages, mark: &Mark, dispatch: &Callback<Msg>) -> Html {
    html! {
        <>
            if mark.has_way_back {
                { button("back", "quiet accent", text::BACK.say(messages), ListMsg::PressedBack(mark.id), dispatch) }
            }
            { link_button(messages, mark.id, mark.led, dispatch) }
            if mark.is_new && mark.led != Led::Not {
                { button("next-new", "quiet accent", NEXT_NEW.say(messages), FindingMsg::PressedNextNew(Some(mark.id)), dispatch) }
            }
        </>
    }
}

fn question(messages: &Messages, id: OperationId, dispatch: &Callback<Msg>) -> Html {
    let button = |action, class, label: &Message, msg| button(action, class, label.say(messages), msg, dispatch);
    html! {
        <>
            <span>{ text::ERASE_QUESTION.show(messages) }</span>
            <span class="gone-actions">
                { button("erase-no", "quiet", actions::KEEP, ActionMsg::AnsweredErase { id, sure: false }) }
                { button("erase-yes", "quiet danger", actions::ERASE, ActionMsg::AnsweredErase { id, sure: true }) }
            </span>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::actions::Deed;
    use crate::domain::operation_id::{Actor, Lamport};

    #[test]
    fn what_is_said_of_a_comment_compares_and_what_is_open_below_it_does_not() {
        let id = OperationId { lamport: Lamport::new(1).unwrap(), actor: Actor(7) };
        let (saved, below) = (Some(SaveState::Saved), None);
        let (beside, odd, views) = (Beside::default(), Oddity::default(), &VIEWS);
        let (is_asked, is_edited, led, has_way_back, history) = (false, false, Led::Not, false, None);
        let mark = Mark {
            id,
            saved,
            for_tab: false,
            is_asked,
            beside,
            odd,
            is_edited,
            led,
            has_way_back,
            is_reacting: false,
            is_new: false,
            as_typed: false,
            below,
            history,
            views,
        };
        assert!(mark == mark.clone());
        for other in [
            Mark { saved: Some(SaveState::AtRisk), ..mark.clone() },
            Mark { is_asked: true, ..mark.clone() },
            Mark { beside: Beside { undo: Some(Deed::Posted), ..beside }, ..mark.clone() },
            Mark { for_tab: true, ..mark.clone() },
            Mark { odd: Oddity { is_alike: true, ..odd }, ..mark.clone() },
            Mark { as_typed: true, ..mark.clone() },
            Mark { led: Led::Here, ..mark.clone() },
            Mark { has_way_back: true, ..mark.clone() },
            Mark { is_reacting: true, ..mark.clone() },
            Mark { is_new: true, ..mark.clone() },
        ] {
            assert!(mark != other);
        }
        let open = Mark { below: Some(Html::default()), ..mark };
        assert!(open != open.clone());
        let open = Mark { below: None, history: Some(Html::default()), ..open };
        assert!(open != open.clone());
    }
}
