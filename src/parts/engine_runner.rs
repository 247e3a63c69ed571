//! The browser side of a widget, with those effects that need a part of the program.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::history::history;
use super::letter::letter;
use super::missing::Missing;
use super::names::names;
use super::published_fetch::PublishedFetch;
use super::search::search;
use crate::app::Effect;
use crate::app::config::Persistence;
use crate::app::msg::{FindingMsg, HistoryMsg, PageMsg, SubmissionMsg};
use crate::browser::effect_runner::{EffectRunner, Runner};
use crate::browser::found_marks::MarkFound;
use crate::browser::sheets;
use crate::view::chips::chips;
use crate::view::finder_place::draw_finder_by;
use crate::view::history_place::draw_histories_by;
use crate::view::letter_place::draw_letters_by;
use crate::view::name_place::draw_names_by;
use crate::view::reactions::draw_chips_by;
use crate::widget::Msg;

/// What comes of a part that is fetched: its style sheet, and what is told of it.
type Taken = Result<(&'static str, Msg), Missing>;

/// Carries out all effects of a thread but the article's, which is fetched before the engine is here.
pub(super) struct EngineRunner {
    browser: EffectRunner,
    published: PublishedFetch,
    root: Element,
    /// What marks words that are looked for, once it is here.
    marks: Rc<RefCell<Option<Box<dyn MarkFound>>>>,
    send: Rc<dyn Fn(Msg)>,
}

impl EngineRunner {
    /// Of the host, drawn into the element, with comments kept there; `Msg`s go to the last.
    pub(super) fn new(host: HtmlElement, root: Element, persistence: Persistence, send: Rc<dyn Fn(Msg)>) -> Self {
        draw_chips_by(chips);
        let browser = EffectRunner::new(host, root.clone(), persistence, Rc::clone(&send));
        Self { browser, published: PublishedFetch::default(), root, marks: Rc::default(), send }
    }

    /// Waits for a part, wears its looks, and sends what is told of it; `missed`, if it could not be had.
    fn fetch(&self, coming: Pin<Box<dyn Future<Output = Taken>>>, missed: Msg) {
        let (root, send) = (self.root.clone(), Rc::clone(&self.send));
        spawn_local(async move {
            let told = coming.await.map(|(sheet, told)| {
                sheets::wear(&root, sheet);
                told
            });
            send(told.unwrap_or(missed));
        });
    }
}

impl Runner for EngineRunner {
    fn run(&self, effect: Effect) {
        match effect {
            Effect::Published(request) => self.published.carry_out(request, Rc::clone(&self.send)),
            Effect::FetchLetter => self.fetch(Box::pin(take_letter()), SubmissionMsg::Missed.into()),
            Effect::FetchNames => self.fetch(Box::pin(take_names()), PageMsg::MissedNames.into()),
            Effect::FetchHistory => self.fetch(Box::pin(take_history()), HistoryMsg::Missed.into()),
            Effect::FetchSearch => {
                let coming = take_search(self.root.clone(), Rc::clone(&self.marks));
                self.fetch(Box::pin(coming), FindingMsg::Missed.into());
            }
            Effect::MarkFound(words) => self.marks.borrow().iter().for_each(|marks| marks.mark(&words)),
            effect => self.browser.run(effect),
        }
    }

    fn as_runner(&self) -> &EffectRunner {
        &self.browser
    }
}

async fn take_letter() -> Taken {
    let part = letter().await?;
    draw_letters_by(part.draw);
    Ok((part.sheet, SubmissionMsg::Came(part.code).into()))
}

async fn take_names() -> Taken {
    let part = names().await?;
    draw_names_by(part.draw);
    Ok((part.sheet, PageMsg::CameNames(part.code).into()))
}

async fn take_history() -> Taken {
    let part = history().await?;
    draw_histories_by(part.draw);
    Ok((part.sheet, HistoryMsg::Came.into()))
}

async fn take_search(root: Element, marks: Rc<RefCell<Option<Box<dyn MarkFound>>>>) -> Taken {
    let part = search().await?;
    draw_finder_by(part.draw);
    marks.replace(Some((part.marking)(root)));
    Ok((part.sheet, FindingMsg::Came(part.code).into()))
}
