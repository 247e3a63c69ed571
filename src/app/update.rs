//! The program: what follows from what happened.

use super::config::Config;
use super::effect::{Effect, FocusTarget, Work};
use super::env::Env;
use super::form::FormId;
use super::message::Msg;
use super::model::{Announced, Model, Storage};
use super::{
    aliases, deleting, discarded_drafts, drafting, emptying, fetching, host_event, import_writing, importing,
    left_drafts, letter, panel, published, reading, requests, room_count, submitting, syncing, window,
};
use crate::domain::operation_id::OperationId;
use crate::store::operation::Kind;
use crate::store::order::{Answer, News, Place};

/// Changes the model by one message and says what is to be done. The same model, message and surroundings always give
/// the same answer.
pub fn update(model: &mut Model, message: Msg, env: &mut Env) -> Vec<Effect> {
    model.now = env.now;
    let mut effects = aliases::follow(model, message, env);
    effects.extend(emptying::report(model));
    let at_risk = model.all().any(|model| model.outbox.at_risk(model.now).next().is_some());
    if at_risk != model.warning {
        model.warning = at_risk;
        effects.push(Effect::WarnBeforeLeaving(at_risk));
        if at_risk {
            model.announce(Announced::AtRisk);
        }
    }
    effects.extend(host_event::warn(model));
    effects.extend(requests::fulfilled(model));
    let wake_at = model.next_change();
    if let Some(at) = wake_at
        && wake_at != model.wake_at
    {
        effects.push(Effect::WakeAfter(at.since(model.now)));
    }
    model.wake_at = wake_at;
    effects
}

/// What follows for one thread.
pub(super) fn follow(model: &mut Model, message: Msg, env: &mut Env) -> Vec<Effect> {
    match message {
        Msg::Started => start(model),
        Msg::Ticked => {
            // The timer that was ordered is spent, whatever it was for.
            model.wake_at = None;
            let mut effects: Vec<Effect> = model.outbox.due(model.now).into_iter().map(Effect::Store).collect();
            effects.extend(drafting::due(model, env));
            effects
        }
        Msg::ChangedConfig(config) => configure(model, *config),

        Msg::Answered(answer) => answered(model, answer, env),
        Msg::Heard(News::Record(found)) => reading::take_from_elsewhere(model, &found, env),
        Msg::Heard(News::AskDrafts(thread)) if thread == model.config.thread.key() => drafting::answer(model),
        Msg::Heard(News::AskDrafts(_)) => Vec::new(),
        Msg::Heard(News::Forgotten) => deleting::forget(model),
        Msg::DrewAuthor(author) => {
            env.spare_author = author;
            Vec::new()
        }
        Msg::Woken => {
            model.outbox.hurry(model.now);
            let mut effects = emptying::again(model);
            effects.extend(syncing::begin(model));
            effects.extend(room_count::again(model));
            effects
        }
        Msg::NotToldOfSevenDays => {
            model.seven_days = true;
            Vec::new()
        }
        Msg::StartedPrinting => {
            model.printing = true;
            vec![Effect::MarkPlace]
        }
        Msg::EndedPrinting => {
            model.printing = false;
            vec![Effect::ReturnToPlace]
        }
        Msg::Hidden => {
            let mut effects = drafting::flush(model);
            effects.extend(discarded_drafts::forget_discarded(model));
            effects.extend(model.outbox.leave().into_iter().map(Effect::Store));
            effects
        }
        Msg::MeasuredRoom(measure) => {
            model.measure = Some(measure);
            submitting::room_was_counted(model, env)
        }
        Msg::ReadEverything { purpose, records, complete, measure } => {
            panel::read_everything(model, purpose, records, complete, measure)
        }
        Msg::GotTime(Work::Published) => published::go_on(model, env),
        Msg::GotTime(work) => importing::go_on(model, work),
        Msg::Requested { ticket, request } => requests::take(model, ticket, request, env),
        Msg::Letter(message) => letter::follow(model, message, env),
        Msg::Panel(message) => panel::follow(model, message, env),
        Msg::Typed { form, text } => drafting::typed(model, form, text, env),
        Msg::ReadPreferences { name, author, sort } => {
            model.name = name.unwrap_or_default();
            model.author = author;
            model.chosen_sort = sort;
            Vec::new()
        }
        Msg::ChoseSort(sort) => {
            model.chosen_sort = Some(sort);
            model.turn();
            vec![Effect::KeepSort(sort)]
        }
        // Nothing is written in a closed discussion, however it was asked for. What stood in its boxes stays there.
        Msg::SubmittedForm { .. } | Msg::PressedReply(_) | Msg::PressedEdit(_) if model.config.readonly => Vec::new(),
        Msg::SubmittedForm { form, name, body } => {
            let mut effects = discarded_drafts::forget_discarded(model);
            effects.extend(submitting::submit(model, form, name, &body, env));
            effects
        }
        Msg::CancelledForm { form, body } => close(model, form, body, env),
        Msg::PressedEscape { form, body } => match model.forms.get(form) {
            Some(open) if form != FormId::New && open.initial == body => close(model, form, body, env),
            _ => Vec::new(),
        },

        Msg::PressedReply(id) => open(model, FormId::Reply(id), ""),
        Msg::PressedEdit(id) => match model.thread.get(id).filter(|comment| comment.own).cloned() {
            Some(comment) => open(model, FormId::Edit(id), comment.current.body.as_str()),
            None => Vec::new(),
        },
        Msg::PressedDelete(id) => deleting::change(model, id, Kind::Delete { target: id }, env),
        Msg::PressedUndo(id) => deleting::change(model, id, Kind::Restore { target: id }, env),
        Msg::PressedErase(id) => deleting::ask_to_erase(model, id),
        Msg::AnsweredErase { id, sure: true } => deleting::erase(model, id, env),
        Msg::AnsweredErase { id, sure: false } => {
            model.confirming = None;
            vec![Effect::Focus(FocusTarget::Undo(id))]
        }
        Msg::PressedDeleteEverything => deleting::delete_everything(model),
        Msg::PressedCopyText(id) => {
            model.unsaved_text(id).map(|text| Effect::CopyText(text.to_owned())).into_iter().collect()
        }
        Msg::PressedDownloadText(id) => model
            .unsaved_text(id)
            .map(|text| Effect::SaveFile { name: "comment.txt".to_owned(), text: text.to_owned() })
            .into_iter()
            .collect(),
        Msg::PressedSaveAgain => {
            model.outbox.hurry(model.now);
            model.outbox.due(model.now).into_iter().map(Effect::Store).collect()
        }
        Msg::PressedUseDraft(name) => left_drafts::use_it(model, name, env),
        Msg::PressedDiscardDraft(name) => discarded_drafts::discard(model, name),
        Msg::PressedUndoDiscard => discarded_drafts::bring_back(model),
        Msg::CopiedText(worked) => {
            model.announce(if worked { Announced::Copied } else { Announced::NotCopied });
            Vec::new()
        }
        Msg::PressedShowEarlier => {
            let first = model.drawn().next().map(|row| row.comment.id);
            model.range = window::with_earlier(&model.range);
            focus_comment(first)
        }
        Msg::PressedShowLater => {
            let last = model.range.end;
            model.range = window::with_later(&model.range, model.rows.len());
            focus_comment(model.rows.get(last).map(|row| row.comment.id))
        }

        Msg::LoadedArticle { attempt, result } => fetching::ended(model, attempt, result).into_iter().collect(),
        Msg::LostArticle => {
            fetching::lost(model);
            Vec::new()
        }
        Msg::PressedRetryArticle => fetching::begin(model),
        Msg::ReadPublished { attempt, piece } => published::take(model, attempt, piece),
        Msg::PressedRetryPublished => published::try_again(model),
    }
}

fn start(model: &mut Model) -> Vec<Effect> {
    let mut effects = fetching::begin(model);
    effects.extend(host_event::strings(model));
    effects.push(Effect::ReadPreferences);
    effects.extend(reading::begin(model));
    effects
}

fn configure(model: &mut Model, config: Config) -> Vec<Effect> {
    let moves = config.thread != model.config.thread || config.storage != model.config.storage;
    // What is being written belongs to the thread that is left.
    let mut effects = if moves { drafting::flush(model) } else { Vec::new() };
    let before = std::mem::replace(&mut model.config, config);
    if before.sort != model.config.sort && model.chosen_sort.is_none() {
        model.turn();
    }
    if before.strings_troubles != model.config.strings_troubles {
        effects.extend(host_event::strings(model));
    }
    if before.src != model.config.src {
        effects.extend(fetching::begin(model));
    }
    if moves {
        model.forms.leave_thread();
        // What is on its way stays so, unless nothing goes there any more.
        if before.storage != model.config.storage {
            model.outbox = Default::default();
            model.emptying = Default::default();
            effects.push(Effect::KeepIn(model.config.storage));
        }
        effects.extend(reading::begin(model));
    } else if before.aliases != model.config.aliases {
        effects.extend(aliases::configure(model));
        effects.extend(published::fetch(model));
    } else if before.comments != model.config.comments {
        effects.extend(published::fetch(model));
    }
    effects
}

fn answered(model: &mut Model, answer: Answer, env: &mut Env) -> Vec<Effect> {
    let mut more = Vec::new();
    let (settled, orders) = match answer {
        Answer::Listed { place, thread, result } => return syncing::listed(model, place, &thread, result, env),
        Answer::Fetched { place, thread, records, end } => {
            return syncing::fetched(model, place, &thread, records, end, env);
        }
        Answer::Wrote { place: Place::Local, key, result } if model.pending.contains_key(&key) => {
            return submitting::settle(model, &key, result);
        }
        Answer::Wrote { place, key, result } => {
            if place == Place::Local
                && let Some(effects) = import_writing::wrote(model, &key, result, env)
            {
                return effects;
            }
            let answer = model.outbox.wrote(place, &key, result, model.now);
            if model.storage == Storage::Full && !model.outbox.is_refused() {
                model.storage = Storage::Working;
            }
            more = emptying::make_room(model, &key);
            answer
        }
        Answer::Checked { key, result } => model.outbox.checked(&key, result, model.now),
        Answer::Removed { place, thread, keys, result } => {
            if thread == model.config.thread.key() {
                model.syncing.removed(place, &keys, result);
            }
            emptying::removed(model, place, &thread, &keys, result);
            if place == Place::Local && model.is_full() {
                more.push(Effect::MeasureRoom);
            }
            let mut orders = Vec::new();
            // There is room now, perhaps for what was refused.
            if place == Place::Local && result.is_ok() && model.outbox.is_refused() {
                model.outbox.hurry(model.now);
                orders = model.outbox.due(model.now);
            }
            (None, orders)
        }
    };
    let effects = orders.into_iter().map(Effect::Store).chain(more);
    match settled {
        Some(settled) => {
            model.syncing.seen.insert(settled.key.clone());
            effects.chain(submitting::kept(model, settled)).collect()
        }
        None => effects.collect(),
    }
}

fn open(model: &mut Model, form: FormId, text: &str) -> Vec<Effect> {
    model.forms.open(form, text);
    vec![Effect::Focus(FocusTarget::Form(form))]
}

fn close(model: &mut Model, form: FormId, body: String, env: &mut Env) -> Vec<Effect> {
    let mut effects = drafting::closed(model, form, &body, env);
    model.forms.set_aside(form, body);
    model.list();
    match form {
        FormId::New => {}
        FormId::Reply(id) => effects.push(Effect::Focus(FocusTarget::Reply(id))),
        FormId::Edit(id) => effects.push(Effect::Focus(FocusTarget::Edit(id))),
    }
    effects
}

fn focus_comment(id: Option<OperationId>) -> Vec<Effect> {
    id.map(|id| Effect::Focus(FocusTarget::Comment(id))).into_iter().collect()
}
