//! The thread: how many comments, the composer, and a range of the flat list.

use std::rc::Rc;

use yew::prelude::*;

use super::composer::{ComposerForm, open_composer};
use super::engine_views::EngineViews;
use super::formatting_place::Formatting;
use super::gap::gap;
use super::mark::Mark;
use super::messages::Message;
use super::messages::published::COMING;
use super::messages::reaction::REACT_TO_ARTICLE;
use super::messages::thread as text;
use super::nodes::nodes;
use super::page_language::PageLanguage;
use super::part_notice::part_notice;
use super::reactions::{Reacted, reactions};
use super::row_group::RowGroup;
use super::toolbar::toolbar;
use crate::app::App;
use crate::app::composers::ComposerId;
use crate::app::groups::Placed;
use crate::app::submission::has_author;
use crate::app::window::is_windowed;
use crate::domain::filter::Filter;
use crate::domain::messages::Messages;
use crate::domain::operation_id::OperationId;
use crate::replica::Storage;
use crate::widget::{Msg, Part, Widget};

/// Visual nesting ends here, unless the embedder says otherwise; deeper replies say whom they answer instead.
const DEEPEST: u16 = 6;

/// Draws a thread; all that changes with time comes from the widget. `panel`: "Your comments", if it is open. `views`: once the
/// engine is here.
pub fn thread(
    widget: &Widget,
    page: &PageLanguage,
    (panel, views): (Html, Option<&EngineViews>),
    dispatch: &Callback<Msg>,
) -> Html {
    let app = &widget.app;
    let (has_panel, below) = (widget.manage.panel.is_some(), app.config.composer_below);
    // Published comments that come above this composer would push it down.
    let is_settled = app.is_shown() && (!app.awaits_published() || app.published.is_composer_first());
    let writing = |is_here: bool| if is_here { writing(app, page, views, dispatch) } else { Html::default() };
    let announcement = views.map(|views| (views.announcement)(app)).unwrap_or_default();
    let content = nodes(vec![
        toolbar(app, has_panel, views.map(|views| (views.finding_buttons)(app, dispatch)), dispatch),
        views.map(|views| (views.finder)(app, dispatch)).unwrap_or_default(),
        part_notice(widget, Part::Manage, dispatch),
        panel,
        part_notice(widget, Part::Engine, dispatch),
        views.map(|views| (views.notices)(app, has_panel, dispatch)).unwrap_or_default(),
        if app.config.reactions { article_reactions(app, views, dispatch) } else { Html::default() },
        writing(!below),
        if app.is_shown() { list(app, page, views, dispatch) } else { skeleton() },
        writing(below && is_settled),
        html! { <div class="unseen" role="status">{ announcement }</div> },
    ]);
    html! { <section class="thread" part="thread" aria-labelledby="heading">{ content }</section> }
}

/// The reactions to the article.
fn article_reactions(app: &App, views: Option<&EngineViews>, dispatch: &Callback<Msg>) -> Html {
    let (id, messages) = (OperationId::ARTICLE, &app.config.messages);
    let reactions = app.discussion().reactions(id);
    let closed = app.config.readonly;
    if closed && reactions.tallies().is_empty() {
        return Html::default();
    }
    let spoken = REACT_TO_ARTICLE.say(messages);
    let (signs, below) = views.map(|views| (views.at_article)(app, &spoken, dispatch)).unwrap_or_default();
    let drawn = self::reactions(Reacted { id, reactions, spoken, signs, closed }, messages, dispatch);
    html! { <div class="article-reactions" part="reactions" data-id={id.to_string()}>{ drawn }{ below }</div> }
}

/// The composer for a new comment and what stands around it, or the notice that the discussion is closed.
fn writing(app: &App, page: &PageLanguage, views: Option<&EngineViews>, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    if app.config.readonly {
        return html! { <p class="notice calm closed" part="notice" data-notice="closed">{ text::CLOSED.show(messages) }</p> };
    }
    let composer = open_composer(app, ComposerId::New).map(|composer| (composer.revision, composer));
    let place = text::place(app.config.storage);
    let place = place.filter(|_| !matches!(app.storage(), Storage::Blocked | Storage::KeyCollision));
    let form = composer.map(|(key, composer)| {
        let problem = views.zip(composer.problem).map(|(views, problem)| (views.problem)(messages, problem));
        let form = html! {
            <ComposerForm {key} id={ComposerId::New} {composer} name={Some(AttrValue::from(app.composer.name().to_owned()))}
                lang={page.readers.clone()} messages={messages.clone()} {problem} formatting={Formatting::now(&app.config)}
                dispatch={dispatch.clone()} />
        };
        let others = views.map(|views| (views.other_drafts)(app, ComposerId::New, dispatch));
        nodes(vec![form, others.unwrap_or_default()])
    });
    let place = place.map(|place| where_kept(messages, place));
    html! { <div class="writing">{ nodes(vec![form.unwrap_or_default(), place.unwrap_or_default()]) }</div> }
}

/// Holds the place of the list while the thread is being read, as high as the words of an empty list.
fn skeleton() -> Html {
    html! { <div class="skeleton" part="skeleton" aria-hidden="true"><span /><span /><span /></div> }
}

/// Where comments are kept, and what that means.
fn where_kept(messages: &Messages, (place, answer): (&Message, &Message)) -> Html {
    html! {
        <details class="where">
            <summary>
                <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                    <rect x="3" y="7" width="10" height="7" rx="1.5" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
                </svg>
                <span>{ place.show(messages) }</span>{ " " }<span class="question">{ text::WHERE_QUESTION.show(messages) }</span>
            </summary>
            <p>{ answer.show(messages) }</p>
        </details>
    }
}

fn list(app: &App, page: &PageLanguage, views: Option<&EngineViews>, dispatch: &Callback<Msg>) -> Html {
    let messages = &app.config.messages;
    if app.rows().is_empty() {
        if app.list.filter() != Filter::All {
            return Html::default();
        }
        let empty = match app.config.readonly {
            _ if app.awaits_published() => COMING,
            true => text::CLOSED_EMPTY,
            false => text::EMPTY,
        };
        return html! { <p class="empty">{ empty.show(messages) }</p> };
    }
    let (is_printing, gaps) = (app.list.is_printing(), app.list.gaps(app.rows()));
    let unprinted = gaps.iter().map(ExactSizeIterator::len).sum::<usize>();
    let marks = views.map(|views| (views.marks)(app, page, dispatch)).unwrap_or_default();
    let mut items = Vec::new();
    // A list that is in the document whole is counted by the browser, so that one comment more says nothing anew in all other rows.
    let size = (is_windowed(app.rows()) && (is_printing || unprinted > 0)).then_some(app.rows().len());
    let (mut gaps, mut before) = (gaps.into_iter().peekable(), 0);
    for placed in app.list.groups() {
        items.extend(gaps.next_if(|gap| gap.start < placed.first).map(|range| gap(app, range, before, dispatch)));
        before = placed.group.number;
        items.push(group(app, page, placed, size, &marks, dispatch));
    }
    items.extend(gaps.map(|range| gap(app, range, before, dispatch)));
    html! {
        <>
            <ol class="comments" role="list">{ for items }</ol>
            if is_printing && unprinted > 0 {
                <p class="not-printed">{ text::NOT_PRINTED.count(messages, unprinted) }</p>
            }
        </>
    }
}

/// `size`: how many rows the list has, where the browser cannot count them.
fn group(
    app: &App,
    page: &PageLanguage,
    placed: &Placed,
    size: Option<usize>,
    marks: &[(u32, Mark)],
    dispatch: &Callback<Msg>,
) -> Html {
    let number = placed.group.number;
    let marks = marks.iter().filter(|(of, _)| *of == number).map(|(_, mark)| mark.clone()).collect::<Vec<_>>();
    let position = size.map(|size| (placed.first, size));
    html! {
        <RowGroup key={number} group={Rc::clone(&placed.group)} {marks} {position}
            readonly={app.config.readonly}
            max_depth={app.config.max_depth.unwrap_or(DEEPEST)} has_author={has_author(&app.config)} formatting={Formatting::now(&app.config)}
            reactions={app.config.reactions} page={page.clone()} messages={app.config.messages.clone()} dispatch={dispatch.clone()} />
    }
}
