//! The program: what follows from what happened.

use super::carrying_out::carry_out;
use super::config::Config;
use super::effect::{Effect, FocusTarget, Work};
use super::form::FormId;
use super::message::Msg;
use super::model::{Announced, Model};
use super::{
    answering, copies, deleting, drafts, emptying, importing, letter_actions, panel_actions, publishing, reading,
    submitting, telling, window,
};
use crate::domain::operation_id::OperationId;
use crate::replica::Env;
use crate::store::operation::Kind;
use crate::store::order::News;

/// Changes the model by one message and says what is to be done. The same model, message and surroundings always give
/// the same answer.
pub fn update(model: &mut Model, message: Msg, env: &mut Env) -> Vec<Effect> {
    model.is_now(env.now);
    let mut effects = follow(model, message, env);
    effects.extend(hear_what_was_told(model, &effects, env));
    effects.extend(emptying::report(model));
    let at_risk = model.discussion.all().any(|replica| replica.outbox().at_risk(model.now).next().is_some());
    effects.extend(model.notices.at_risk(at_risk));
    effects.extend(telling::warn(model));
    effects.extend(answering::fulfilled(model));
    let wake_at = model.next_change();
    if let Some(at) = wake_at
        && wake_at != model.wake_at
    {
        effects.push(Effect::WakeAfter(at.since(model.now)));
    }
    model.wake_at = wake_at;
    effects
}

/// What is told to other pages about the records of another id of the discussion is news here too.
fn hear_what_was_told(model: &mut Model, effects: &[Effect], env: &mut Env) -> Vec<Effect> {
    let mut heard = Vec::new();
    for effect in effects {
        if let Effect::Tell(News::Record(found)) = effect {
            heard.extend(model.discussion.told(found, env));
        }
    }
    carry_out(model, heard)
}

/// What follows from one message.
fn follow(model: &mut Model, message: Msg, env: &mut Env) -> Vec<Effect> {
    match message {
        Msg::Started => start(model),
        Msg::Ticked => {
            // The timer that was ordered is spent, whatever it was for.
            model.wake_at = None;
            let outputs = model.discussion.tick(env);
            carry_out(model, outputs)
        }
        Msg::ChangedConfig(config) => configure(model, *config),

        Msg::Answered(answer) => copies::answered(model, answer, env),
        Msg::Heard(News::Record(found)) => reading::heard(model, &found, env),
        Msg::Heard(News::AskDrafts(thread)) => {
            let drafts = model.discussion.answer_for_drafts(&thread);
            carry_out(model, drafts)
        }
        Msg::Heard(News::Forgotten) => deleting::forget(model),
        Msg::DrewAuthor(author) => {
            env.spare_author = author;
            Vec::new()
        }
        Msg::Woken => {
            model.discussion.hurry();
            let mut effects = emptying::again(model);
            let looked = model.discussion.look();
            effects.extend(carry_out(model, looked));
            effects.extend(model.quota.again(model.now, model.config.storage));
            effects
        }
        Msg::NotToldOfSevenDays => {
            model.notices.say_seven_days();
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
            let outputs = model.discussion.hide();
            carry_out(model, outputs)
        }
        Msg::MeasuredRoom(measure) => {
            model.quota.counted(measure);
            submitting::room_was_counted(model, env)
        }
        Msg::ReadEverything { purpose, records, complete, measure } => {
            panel_actions::read_everything(model, purpose, records, complete, measure)
        }
        Msg::GotTime(Work::Published) => publishing::go_on(model, env),
        Msg::GotTime(work) => importing::go_on(model, work),
        Msg::Requested { ticket, request } => answering::take(model, ticket, request, env),
        Msg::Letter(message) => letter_actions::follow(model, message, env),
        Msg::Panel(message) => panel_actions::follow(model, message, env),
        Msg::Typed { form, text } => {
            let outputs = model.discussion.typed(form, text, env);
            carry_out(model, outputs)
        }
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
            let forgotten = model.discussion.forget_discarded();
            let mut effects = carry_out(model, forgotten);
            effects.extend(submitting::submit(model, form, name, &body, env));
            effects
        }
        Msg::CancelledForm { form, body } => close(model, form, body, env),
        Msg::PressedEscape { form, body } => match model.forms.get(form) {
            Some(open) if form != FormId::New && open.initial == body => close(model, form, body, env),
            _ => Vec::new(),
        },

        Msg::PressedReply(id) => open(model, FormId::Reply(id), ""),
        Msg::PressedEdit(id) => match model.thread().get(id).filter(|comment| comment.own).cloned() {
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
            let outputs = model.discussion.send_again();
            carry_out(model, outputs)
        }
        Msg::PressedUseDraft(name) => drafts::use_it(model, name, env),
        Msg::PressedDiscardDraft(name) => drafts::discard(model, name),
        Msg::PressedUndoDiscard => drafts::bring_back(model),
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
            model.range = window::with_later(&model.range, model.rows().len());
            focus_comment(model.rows().get(last).map(|row| row.comment.id))
        }

        Msg::LoadedArticle { attempt, result } => {
            let ended = model.article.ended(attempt, result);
            ended.err().map(|error| telling::failed(model, error)).into_iter().collect()
        }
        Msg::LostArticle => {
            model.article.lost();
            Vec::new()
        }
        Msg::PressedRetryArticle => model.article.begin(model.config.src.as_ref()).into_iter().collect(),
        Msg::ReadPublished { attempt, piece } => publishing::take(model, attempt, piece),
        Msg::PressedRetryPublished => publishing::try_again(model),
    }
}

fn start(model: &mut Model) -> Vec<Effect> {
    let mut effects: Vec<Effect> = model.article.begin(model.config.src.as_ref()).into_iter().collect();
    effects.extend(telling::strings(model));
    effects.push(Effect::ReadPreferences);
    effects.extend(reading::begin(model));
    effects
}

fn configure(model: &mut Model, config: Config) -> Vec<Effect> {
    let moves = config.thread != model.config.thread || config.storage != model.config.storage;
    // What is being written belongs to the thread that is left.
    let flushed = if moves { model.discussion.flush_drafts() } else { Vec::new() };
    let mut effects = carry_out(model, flushed);
    let before = std::mem::replace(&mut model.config, config);
    if before.sort != model.config.sort && model.chosen_sort.is_none() {
        model.turn();
    }
    if before.strings_troubles != model.config.strings_troubles {
        effects.extend(telling::strings(model));
    }
    if before.src != model.config.src {
        effects.extend(model.article.begin(model.config.src.as_ref()));
    }
    if moves {
        model.forms.leave_thread();
        // What is on its way stays so, unless nothing goes there any more.
        if before.storage != model.config.storage {
            model.discussion.give_up_sending();
            model.emptying = Default::default();
            effects.push(Effect::KeepIn(model.config.storage));
        }
        effects.extend(reading::begin(model));
    } else if before.aliases != model.config.aliases {
        let renamed = model.discussion.rename(&model.config.aliases, model.now);
        model.list();
        effects.extend(carry_out(model, renamed));
        effects.extend(publishing::fetch(model));
    } else if before.comments != model.config.comments {
        effects.extend(publishing::fetch(model));
    }
    effects
}

fn open(model: &mut Model, form: FormId, text: &str) -> Vec<Effect> {
    model.forms.open(form, text);
    vec![Effect::Focus(FocusTarget::Form(form))]
}

fn close(model: &mut Model, form: FormId, body: String, env: &mut Env) -> Vec<Effect> {
    let closed = model.discussion.closed(form, &body, env);
    let mut effects = carry_out(model, closed);
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
