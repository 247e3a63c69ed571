//! What has happened before the code was there that follows it: remembered in order.

use super::msg::Msg;
use super::programs::Part;
use crate::app;
use crate::app::msg::ComposerMsg;
use crate::domain::composer_id::ComposerId;
use crate::manage;

/// `Msg`s for a program that is not there yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Waiting(Vec<Msg>);

impl Waiting {
    /// Remembers one more. Of what is typed in a composer only the last text counts, however long the code takes; and of
    /// what is pressed for "Your comments" the first counts: who presses again is waiting for that.
    pub(super) fn add(&mut self, msg: Msg) {
        let is_press = |msg: &Msg| matches!(msg, Msg::Manage(manage::Msg::Panel(_) | manage::Msg::File(_)));
        if is_press(&msg) && self.0.iter().any(is_press) {
            return;
        }
        if let (Some(of), Some(last)) = (typed(&msg), self.0.last_mut())
            && typed(last) == Some(of)
        {
            *last = msg;
        } else {
            self.0.push(msg);
        }
    }

    /// Whether anything waits for the program of a part.
    pub(super) fn is_for(&self, part: Part) -> bool {
        self.0.iter().any(|msg| match part {
            Part::Engine => matches!(msg, Msg::App(_)),
            Part::Manage => matches!(msg, Msg::Manage(_)),
            Part::Formatting => false,
        })
    }

    /// The last text that was typed into each composer, or submitted there.
    pub(super) fn texts(&self) -> Vec<(ComposerId, String)> {
        let mut texts: Vec<(ComposerId, String)> = Vec::new();
        for msg in &self.0 {
            if let Msg::App(app::Msg::Composer(
                ComposerMsg::Typed { composer, text } | ComposerMsg::Submitted { composer, body: text, .. },
            )) = msg
            {
                texts.retain(|(of, _)| of != composer);
                texts.push((*composer, text.clone()));
            }
        }
        texts
    }

    /// Takes all of them, the first first.
    pub(super) fn take(&mut self) -> Vec<Msg> {
        std::mem::take(&mut self.0)
    }

    /// Takes out the host API calls that wait for a part, and gives their tickets.
    pub(super) fn give_up_calls(&mut self, part: Part) -> Vec<u32> {
        let mut tickets = Vec::new();
        self.0.retain(|msg| match (part, msg) {
            (Part::Engine, Msg::App(app::Msg::HostCalled { ticket, .. }))
            | (_, Msg::Manage(manage::Msg::HostCalled { ticket, .. })) => {
                tickets.push(*ticket);
                false
            }
            _ => true,
        });
        tickets
    }
}

/// The composer that a `Msg` says the text of.
fn typed(msg: &Msg) -> Option<ComposerId> {
    match msg {
        Msg::App(app::Msg::Composer(ComposerMsg::Typed { composer, .. })) => Some(*composer),
        _ => None,
    }
}
