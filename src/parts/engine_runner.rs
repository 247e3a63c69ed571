//! The browser side of a widget, with those effects that need a part of the program.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::history::history;
use super::letter::letter;
use super::missing::Missing;
use super::names::names;
use super::published_fetch::PublishedFetch;
use crate::app::Effect;
use crate::app::config::Persistence;
use crate::app::msg::{HistoryMsg, PageMsg, SubmissionMsg};
use crate::browser::effect_runner::{EffectRunner, Runner};
use crate::browser::sheets;
use crate::view::history_place::draw_histories_by;
use crate::view::letter_place::draw_letters_by;
use crate::view::name_place::draw_names_by;
use crate::widget::Msg;

/// The looks of what stands beside a comment once something was done to it.
const UNDO_ROW: &str = include_str!(concat!(env!("OUT_DIR"), "/styles/undo_row.css"));

/// Carries out all effects of a thread but the article's, which is fetched before the engine is here.
pub(super) struct EngineRunner {
    browser: EffectRunner,
    published: PublishedFetch,
    root: Element,
    send: Rc<dyn Fn(Msg)>,
}

impl EngineRunner {
    /// Of the host, drawn into the element, with comments kept there; `Msg`s go to the last.
    pub(super) fn new(host: HtmlElement, root: Element, persistence: Persistence, send: Rc<dyn Fn(Msg)>) -> Self {
        sheets::wear(&root, UNDO_ROW);
        let browser = EffectRunner::new(host, root.clone(), persistence, Rc::clone(&send));
        Self { browser, published: PublishedFetch::default(), root, send }
    }

    fn fetch_history(&self) {
        let (root, send) = (self.root.clone(), Rc::clone(&self.send));
        spawn_local(async move {
            let told = match history().await {
                Ok(part) => {
                    draw_histories_by(part.draw);
                    sheets::wear(&root, part.sheet);
                    HistoryMsg::Came
                }
                Err(Missing) => HistoryMsg::Missed,
            };
            send(told.into());
        });
    }

    fn fetch_names(&self) {
        let (root, send) = (self.root.clone(), Rc::clone(&self.send));
        spawn_local(async move {
            let told = match names().await {
                Ok(part) => {
                    draw_names_by(part.draw);
                    sheets::wear(&root, part.sheet);
                    PageMsg::CameNames(part.code)
                }
                Err(Missing) => PageMsg::MissedNames,
            };
            send(told.into());
        });
    }

    fn fetch_letter(&self) {
        let (root, send) = (self.root.clone(), Rc::clone(&self.send));
        spawn_local(async move {
            let told = match letter().await {
                Ok(part) => {
                    draw_letters_by(part.draw);
                    sheets::wear(&root, part.sheet);
                    SubmissionMsg::Came(part.code)
                }
                Err(Missing) => SubmissionMsg::Missed,
            };
            send(told.into());
        });
    }
}

impl Runner for EngineRunner {
    fn run(&self, effect: Effect) {
        match effect {
            Effect::Published(request) => self.published.carry_out(request, Rc::clone(&self.send)),
            Effect::FetchLetter => self.fetch_letter(),
            Effect::FetchNames => self.fetch_names(),
            Effect::FetchHistory => self.fetch_history(),
            effect => self.browser.run(effect),
        }
    }

    fn as_runner(&self) -> &EffectRunner {
        &self.browser
    }
}
