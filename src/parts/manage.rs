//! "Your comments": its program, its view and its browser side.

use yew::{Callback, Html};

use super::part::part;
use crate::app::App;
use crate::browser::effect_runner::EffectRunner;
use crate::manage::{self, Manage};
use crate::view::page_language::PageLanguage;
use crate::view::panel::panel;
use crate::widget::{Msg, UpdateManage};

/// The functions of "Your comments".
#[derive(Clone, Copy, Debug)]
pub struct ManageCode {
    /// Changes it.
    pub update: UpdateManage,
    /// Draws the panel, if it is open.
    pub view: fn(&App, &Manage, &PageLanguage, &Callback<Msg>) -> Html,
    /// Carries out an effect.
    pub run: fn(&EffectRunner, manage::Effect),
    /// The style sheet of what the view draws.
    pub sheet: &'static str,
}

static MANAGE: ManageCode = ManageCode {
    update: manage::update,
    view: panel,
    run: EffectRunner::run_manage,
    sheet: concat!(
        include_str!(concat!(env!("OUT_DIR"), "/styles/panel.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/storage_meter.css")),
    ),
};

part! {
    /// Fetches "Your comments", unless it is here.
    pub fn manage() -> ManageCode = MANAGE
}
