//! What a thread shows only once something has happened: it comes with the engine, and is reached through one table.

use yew::prelude::*;

use super::button::button;
use super::finder_place::{finder_place, finding_buttons};
use super::letter_place::letter_place;
use super::mark::{Mark, marks};
use super::messages::composer::problem;
use super::messages::submission::SEND_REACTIONS;
use super::messages::thread as text;
use super::notice::notices;
use super::other_drafts::other_drafts;
use super::page_language::PageLanguage;
use super::published::published_notice;
use super::signs::signs;
use crate::app::App;
use crate::app::composers::{ComposerId, ComposerProblem};
use crate::app::submission::{SubmissionMsg, has_author};
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::widget::Msg;

type DrawAtArticle = fn(&App, &AttrValue, &Callback<Msg>) -> (Option<Html>, Html);
type DrawMarks = fn(&App, &PageLanguage, &Callback<Msg>) -> Vec<(u32, Mark)>;

/// The views that come with the engine.
#[derive(Clone, Copy, Debug)]
pub struct EngineViews {
    /// What the reader should know about the whole thread; whether "Your comments" is open.
    pub(super) notices: fn(&App, bool, &Callback<Msg>) -> Html,
    /// Texts that were written for a composer elsewhere.
    pub(super) other_drafts: fn(&App, ComposerId, &Callback<Msg>) -> Html,
    /// What is wrong with what was sent from a composer.
    pub(super) problem: fn(&Messages, ComposerProblem) -> AttrValue,
    /// What is to be said beside single comments that are drawn, and the number of the group in which each is.
    pub(super) marks: DrawMarks,
    /// What is open at the reactions to the article: the signs to choose from, if they are, and what stands below.
    pub(super) at_article: DrawAtArticle,
    /// Above the list: the buttons that lead to what is new and to the search.
    pub(super) finding_buttons: fn(&App, &Callback<Msg>) -> Html,
    /// The search, if it is open.
    pub(super) finder: fn(&App, &Callback<Msg>) -> Html,
    /// What was said aloud last.
    pub(super) announcement: fn(&App) -> Html,
}

/// The table.
pub static ENGINE_VIEWS: EngineViews = EngineViews {
    notices: all_notices,
    other_drafts,
    problem,
    marks,
    at_article,
    finding_buttons,
    finder: finder_place,
    announcement,
};

fn all_notices(app: &App, has_panel: bool, dispatch: &Callback<Msg>) -> Html {
    html! { <>{ notices(app, has_panel, dispatch) }{ published_notice(app, dispatch) }</> }
}

/// `spoken`: what the signs are for.
fn at_article(app: &App, spoken: &AttrValue, dispatch: &Callback<Msg>) -> (Option<Html>, Html) {
    let (id, messages) = (OperationId::ARTICLE, &app.config.messages);
    let is_open = app.actions.reacting() == Some(id);
    let signs = is_open.then(|| signs(id, app.discussion().reactions(id), spoken.clone(), messages, dispatch));
    let below = html! {
        <>
            if app.actions.has_reacted() && has_author(&app.config) {
                { button("send", "quiet", SEND_REACTIONS.say(messages), SubmissionMsg::Asked(id), dispatch) }
            }
            { letter_place(app, id, dispatch) }
        </>
    };
    (signs, below)
}

fn announcement(app: &App) -> Html {
    app.notices.announcement().map_or_else(Html::default, |announcement| {
        let words = text::announced(announcement.what, app.config.storage);
        html! { <span key={announcement.serial}>{ words.show(&app.config.messages) }</span> }
    })
}
