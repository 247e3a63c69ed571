//! The engine: what follows in the thread from whatever happens, and the browser side of that. A thread can be read without.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};

use super::engine_runner::EngineRunner;
use super::part::part;
use crate::app;
use crate::app::App;
use crate::app::config::{Config, Persistence};
use crate::browser::effect_runner::Runner;
use crate::domain::message_diagnostic::with_unknown_keys;
use crate::replica::Env;
use crate::view::engine_views::{ENGINE_VIEWS, EngineViews};
use crate::view::messages::catalogue::is_known;
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
    /// The style sheet of what happens alone.
    pub sheet: &'static str,
}

static ENGINE: Engine = Engine {
    update,
    runner: |host, root, persistence, send| Box::new(EngineRunner::new(host, root, persistence, send)),
    views: &ENGINE_VIEWS,
    sheet: concat!(
        include_str!(concat!(env!("OUT_DIR"), "/styles/box.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/composer_problem.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/finding.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/other_drafts.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/pointed_at.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/save_label.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/signs.css")),
        include_str!(concat!(env!("OUT_DIR"), "/styles/undo_row.css")),
    ),
};

/// Changes the thread. Which of the page's messages have unknown keys is found here, because the first module has not the keys of
/// all.
fn update(app: &mut App, mut msg: app::Msg, env: &mut Env) -> Vec<app::Effect> {
    match &mut msg {
        app::Msg::Started => note_unknown_keys(&mut app.config),
        app::Msg::ChangedConfig(config) => note_unknown_keys(config),
        _ => {}
    }
    app::update(app, msg, env)
}

fn note_unknown_keys(config: &mut Config) {
    config.message_diagnostics = with_unknown_keys(&config.messages, &config.message_diagnostics, is_known);
}

part! {
    /// Fetches the engine, unless it is here.
    pub fn engine() -> Engine = ENGINE
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::Effect;
    use crate::domain::author::AuthorId;
    use crate::domain::messages::Plural;
    use crate::domain::operation_id::Actor;
    use crate::domain::thread_id::ThreadId;
    use crate::domain::timestamp::Timestamp;
    use crate::store::format::messages_json;

    fn config(json: &str) -> Config {
        let mut config = Config::plain(ThreadId::explicit("a").unwrap(), "", "");
        let read = messages_json::read("id", json.to_owned(), String::new(), Rc::new(|_| Plural::Other));
        (config.messages, config.message_diagnostics) = read;
        config
    }

    fn told(effects: Vec<Effect>) -> Vec<String> {
        let told = |effect| if let Effect::Warn(message) = effect { Some(message) } else { None };
        effects.into_iter().filter_map(told).collect()
    }

    #[test]
    fn the_page_is_told_of_unknown_keys_at_the_start_and_when_its_messages_change() {
        let now = Timestamp::unix_epoch();
        let mut env = Env::new(now, Actor(1), AuthorId::local(1));
        let mut app = App::new(config("{\"hedding\": \"x\", \"heading\": \"y\", \"no\": 1}"), now);
        let first = "strings: there are no messages with the keys hedding, no";
        assert_eq!(told((ENGINE.update)(&mut app, app::Msg::Started, &mut env)), [first]);
        let same = app::Msg::ChangedConfig(Box::new(config("{\"hedding\": \"z\", \"no\": 1}")));
        assert_eq!(told((ENGINE.update)(&mut app, same, &mut env)), [""; 0], "nothing is said again");
        let other = app::Msg::ChangedConfig(Box::new(config("{\"panel\": 1, \"\": \"\"}")));
        let both = [
            "strings: neither a text nor an object of plural forms with \"other\" is under panel; English stays there",
            "strings: there are no messages with the keys ",
        ];
        assert_eq!(told((ENGINE.update)(&mut app, other, &mut env)), both);
    }
}
