//! The code of the two programs, which a page fetches part by part: a widget shows what it knows before either is there.

use crate::app::App;
use crate::manage::Manage;
use crate::replica::Env;
use crate::{app, manage};

/// A part of the module that is fetched when it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What follows in the thread from whatever happens, and the browser side of that.
    Engine,
    /// "Your comments".
    Manage,
    /// What draws and writes formatted texts.
    Formatting,
}

/// How far a part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartState {
    /// Nothing has asked for it.
    #[default]
    Unasked,
    /// It is being fetched.
    Coming,
    /// It could not be had.
    Missing,
    /// It is here.
    Here,
}

/// The function that changes the thread.
pub type UpdateApp = fn(&mut App, app::Msg, &mut Env) -> Vec<app::Effect>;
/// The function that changes "Your comments".
pub type UpdateManage = fn(&mut Manage, manage::Msg, &mut Env) -> Vec<manage::Effect>;

/// The code that a part brings.
#[derive(Clone, Copy, Debug)]
pub enum Code {
    /// The engine's.
    Engine(UpdateApp),
    /// That of "Your comments".
    Manage(UpdateManage),
    /// That for formatted texts, which changes nothing by itself: the views have it.
    Formatting,
}

impl Code {
    /// The code of a part in a module that is not parted.
    pub fn of(part: Part) -> Self {
        match part {
            Part::Engine => Self::Engine(app::update),
            Part::Manage => Self::Manage(manage::update),
            Part::Formatting => Self::Formatting,
        }
    }
}

/// There is one code of each part.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The code of both programs, as far as it is here.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Programs {
    pub(super) app: Option<UpdateApp>,
    pub(super) manage: Option<UpdateManage>,
    late: bool,
    /// Whether the part of a program that is not here is on its way, or could not be had.
    engine: PartState,
    panel: PartState,
    formatting: PartState,
}

impl Programs {
    /// Both, where the module is not parted.
    pub(super) fn all() -> Self {
        let mut all = Self::default();
        [Part::Engine, Part::Manage, Part::Formatting].into_iter().for_each(|part| all.take(Code::of(part)));
        all
    }

    /// Takes the code of a part.
    pub(super) fn take(&mut self, code: Code) {
        match code {
            Code::Engine(update) => (self.app, self.engine) = (Some(update), PartState::Here),
            Code::Manage(update) => (self.manage, self.panel) = (Some(update), PartState::Here),
            Code::Formatting => self.formatting = PartState::Here,
        }
    }

    /// Whether the engine has come later than the widget was shown, or is still to come.
    pub(super) fn is_late(&self) -> bool {
        self.late
    }

    /// How far a part is.
    pub(super) fn state(&self, part: Part) -> PartState {
        match part {
            Part::Engine => self.engine,
            Part::Manage => self.panel,
            Part::Formatting => self.formatting,
        }
    }

    /// Takes note of how far a part is.
    pub(super) fn set(&mut self, part: Part, state: PartState) {
        self.late |= part == Part::Engine;
        match part {
            Part::Engine => self.engine = state,
            Part::Manage => self.panel = state,
            Part::Formatting => self.formatting = state,
        }
    }
}
