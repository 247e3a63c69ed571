//! The engine: what follows in the thread from whatever happens, and the browser side of that. A thread can be read without.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};

use super::Missing;
use crate::app;
use crate::app::config::Persistence;
use crate::browser::effect_runner::{EffectRunner, Runner};
use crate::view::engine_views::{ENGINE_VIEWS, EngineViews};
use crate::widget::{Msg, UpdateApp};

type NewRunner = fn(HtmlElement, Element, Persistence, Rc<dyn Fn(Msg)>) -> Box<dyn Runner>;

/// The engine's functions.
#[derive(Clone, Copy, Debug)]
pub struct Engine {
    /// Changes the thread.
    pub update: UpdateApp,
    /// Makes the browser side of a widget: of the host, drawn into the element, with comments kept there; `Msg`s go to the last.
    pub runner: NewRunner,
    /// Draws what has happened.
    pub views: &'static EngineViews,
}

static ENGINE: Engine = Engine {
    update: app::update,
    runner: |host, root, persistence, send| Box::new(EffectRunner::new(host, root, persistence, send)),
    views: &ENGINE_VIEWS,
};

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(engine, fallible))]
fn code() -> Result<&'static Engine, Missing> {
    Ok(&ENGINE)
}

/// Fetches the engine, unless it is here.
///
/// # Errors
/// [`Missing`], if it could not be had. The next call tries again.
pub async fn engine() -> Result<&'static Engine, Missing> {
    #[cfg(feature = "split")]
    return code().await;
    #[cfg(not(feature = "split"))]
    code()
}
