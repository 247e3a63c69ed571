//! A widget on the open page, as a reader meets it: count, form, rows, messages.

mod ending;
mod panel;
mod reader;
mod row;
mod typing;

pub use reader::Focus;
pub use row::Row;

use crate::fail::OrFail;
use crate::session::Session;
use fantoccini::elements::Element;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What every script of this folder starts with: `widget`, `root` (its shadow root) and `rest` (its own arguments).
const PRELUDE: &str = "const [nth, ...rest] = arguments;
    const widget = document.querySelectorAll('article-widget, div[data-article-widget]')[nth];
    const root = widget && widget.shadowRoot;\n";

/// The form at the thread's top (or bottom).
pub const NEW_FORM: &str = "form[data-form=new]";
/// The form of a reply.
pub const REPLY_FORM: &str = "form[data-form=reply]";
/// The form of an edit.
pub const EDIT_FORM: &str = "form[data-form=edit]";

/// One widget of the page or frame that commands go to.
#[derive(Clone, Copy, Debug)]
pub struct Page<'s> {
    session: &'s Session,
    nth: usize,
}

impl<'s> Page<'s> {
    /// The page's first widget.
    #[must_use]
    pub fn first(session: &'s Session) -> Self {
        Self { session, nth: 0 }
    }

    /// The page's widget number `nth`, counted from 0.
    #[must_use]
    pub fn nth(self, nth: usize) -> Self {
        Self { nth, ..self }
    }

    /// The browser behind the page.
    #[must_use]
    pub fn session(&self) -> &'s Session {
        self.session
    }

    /// Runs a script that sees `widget`, `root` and `rest`.
    #[track_caller]
    pub fn script(&self, body: &str, rest: Value) -> Value {
        self.session.script(&format!("{PRELUDE}{body}"), self.arguments(rest))
    }

    /// The element of the shadow root that a selector finds first.
    #[track_caller]
    #[must_use]
    pub fn find(&self, selector: &str) -> Option<Element> {
        let body = format!("{PRELUDE}return root && root.querySelector(rest[0])");
        self.session.element(&body, self.arguments(json!([selector])))
    }

    /// Whether the shadow root holds such an element.
    #[track_caller]
    #[must_use]
    pub fn has(&self, selector: &str) -> bool {
        self.script("return !!(root && root.querySelector(rest[0]))", json!([selector])) == json!(true)
    }

    /// Waits until a script gives what is expected.
    #[track_caller]
    pub fn wait_for_result(&self, what: &str, body: &str, rest: &Value, expected: &Value) {
        self.session.wait_for(what, || match self.script(body, rest.clone()) {
            found if found == *expected => Ok(()),
            found => Err(found.to_string()),
        });
    }

    /// Waits until the shadow root holds such an element.
    #[track_caller]
    pub fn wait_for(&self, selector: &str) {
        self.session.wait_for(selector, || if self.has(selector) { Ok(()) } else { Err(self.visible_text()) });
    }

    /// Waits until the shadow root holds no such element.
    #[track_caller]
    pub fn wait_until_gone(&self, selector: &str) {
        self.session
            .wait_for(&format!("no {selector}"), || if self.has(selector) { Err(self.visible_text()) } else { Ok(()) });
    }

    /// Waits until the widget says that its thread has been mounted and read.
    #[track_caller]
    pub fn wait_until_ready(&self) {
        self.session.wait_for("the widget to be ready", || {
            let asked = "if (!root || !widget.ready) return 'not defined';
                if (!widget.e2eAsked) { widget.e2eAsked = true; widget.ready.then(() => { widget.e2eReady = true; }, () => {}); }
                return widget.e2eReady && root.querySelector('.heading') ? '' : root.textContent.trim().slice(0, 400) || 'an empty shadow root'";
            let seen = self.session.try_script(&format!("{PRELUDE}{asked}"), self.arguments(json!([])))?;
            match seen.as_str() {
                Some("") => Ok(()),
                seen => Err(seen.unwrap_or_default().to_owned()),
            }
        });
    }

    /// The shadow root's text as it is rendered, shortened.
    #[track_caller]
    #[must_use]
    pub fn visible_text(&self) -> String {
        let text = self.script("return root ? (root.querySelector('.mount') || root.firstElementChild).innerText.slice(0, 800) : 'no widget'", json!([]));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The text of the first such element; empty when there is none.
    #[track_caller]
    #[must_use]
    pub fn text_of(&self, selector: &str) -> String {
        let text = self.script(
            "const found = root.querySelector(rest[0]); return found ? found.textContent.trim() : ''",
            json!([selector]),
        );
        text.as_str().unwrap_or_default().to_owned()
    }

    /// A computed style of the first such element.
    #[track_caller]
    #[must_use]
    pub fn style_of(&self, selector: &str, property: &str) -> String {
        let style = self.script(
            "return getComputedStyle(root.querySelector(rest[0])).getPropertyValue(rest[1])",
            json!([selector, property]),
        );
        style.as_str().unwrap_or_default().to_owned()
    }

    /// Everything in localStorage, as JSON texts: a lone surrogate would not survive the way out otherwise.
    #[track_caller]
    #[must_use]
    pub fn storage(&self) -> BTreeMap<String, String> {
        let dump = self.session.script(
            "return Object.fromEntries(Object.keys(localStorage).map((key) => [JSON.stringify(key), JSON.stringify(localStorage.getItem(key))]))",
            Vec::new(),
        );
        serde_json::from_value(dump).or_fail("the storage dump")
    }

    /// The part of [`Page::storage`] that holds operations.
    #[track_caller]
    #[must_use]
    pub fn operations(&self) -> BTreeMap<String, String> {
        self.storage().into_iter().filter(|(key, _)| key.starts_with("\"aw1:")).collect()
    }

    fn arguments(&self, rest: Value) -> Vec<Value> {
        let mut arguments = vec![json!(self.nth)];
        if let Value::Array(rest) = rest {
            arguments.extend(rest);
        }
        arguments
    }
}
