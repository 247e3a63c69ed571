//! The browser side of "Your comments".

use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::effect_runner::EffectRunner;
use super::{chosen_file, clipboard, focus, host_calls, origin_storage, preferences, quota, save_as};
use crate::manage::msg::ImportMsg;
use crate::manage::{Effect, Msg};

impl EffectRunner {
    /// Carries out one effect of "Your comments". `Focus` is for after drawing.
    pub fn run_manage(&self, effect: Effect) {
        let send = Rc::clone(&self.send);
        match effect {
            // It was handed over already.
            Effect::ToThread(_) => {}
            Effect::Store(request) => {
                self.store(request, Rc::new(move |response| send(Msg::Responded(response).into())))
            }
            Effect::Broadcast(broadcast) => self.broadcast(&broadcast),
            Effect::ReadEverything(purpose) => {
                let read = move |records, complete| {
                    let (purpose, usage) = (purpose.clone(), origin_storage::usage());
                    send(Msg::ReadEverything { purpose, records, complete, usage }.into());
                };
                origin_storage::read(self.persistence.get(), Rc::new(read));
            }
            Effect::ForgetPreferences => preferences::forget(),
            Effect::ReadChosenFile => {
                let read = move |name, text| send(ImportMsg::ReadFile { name, text }.into());
                chosen_file::read(&self.root, Rc::new(read));
            }
            Effect::Continue(work) => {
                Timeout::new(0, move || send(Msg::GotTime(work).into())).forget();
            }
            Effect::AskToPersist => quota::ask_to_persist(true),
            Effect::WakeAfter(millis) => drop(self.manage_timer.replace(Some(self.tick(millis, Msg::Ticked.into())))),
            Effect::CopyText(text) => clipboard::copy(&text, move |worked| send(Msg::CopiedText(worked).into())),
            Effect::SaveFile { name, text } => {
                save_as::offer(&name, "text/plain;charset=utf-8", &text);
            }
            Effect::Focus(target) => focus::focus_managed(&self.root, target),
            Effect::Settle { ticket, result } => host_calls::settle_for_manage(ticket, result),
        }
    }
}
