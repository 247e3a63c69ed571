//! Typing into a field, whatever the text, in every engine.

use super::Page;
use crate::fail::{OrFail, fail};
use serde_json::json;

/// Longer texts are inserted at once, as pasting would: key by key they take minutes.
const TYPED_AT_MOST: usize = 200;

impl Page<'_> {
    /// Clicks on the first such element.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        self.session.wait_for(&format!("something to click at {selector}"), || {
            let element = self.find(selector).ok_or_else(|| self.visible_text())?;
            self.session.click(&element)
        });
    }

    /// Replaces a field's text by key presses, or by pasting where keys cannot say it.
    #[track_caller]
    pub fn fill(&self, selector: &str, text: &str) {
        self.click(selector);
        let field = self.find(selector).or_fail(&format!("no field at {selector}"));
        self.script("const field = root.querySelector(rest[0]); field.select(); if (field.value) document.execCommand('delete')", json!([selector]));
        let typed = text.chars().count() <= TYPED_AT_MOST && text.chars().all(has_a_key);
        // An engine that swallows a key is caught by the comparison below, and the text pasted instead.
        let _compared_below = if typed { self.session.send_keys(&field, text) } else { Ok(()) };
        if self.value(selector) != text {
            self.script(include_str!("../script/paste.js"), json!([selector, text]));
        }
        let (seen, expected) = (self.value(selector), as_a_field_holds_it(selector, text));
        if seen != expected {
            fail(format!("{selector} holds {seen:?} after {text:?} was typed"));
        }
    }

    /// What a field holds.
    #[track_caller]
    #[must_use]
    pub fn value(&self, selector: &str) -> String {
        let value = self.script("return root.querySelector(rest[0]).value", json!([selector]));
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a field holds this text.
    #[track_caller]
    pub fn wait_for_value(&self, selector: &str, text: &str) {
        self.session.wait_for(&format!("{text:?} in {selector}"), || match self.value(selector) {
            seen if seen == text => Ok(()),
            seen => Err(format!("{seen:?}")),
        });
    }
}

/// Tab moves the focus, drivers refuse what lies beyond the basic plane, and the private area means special keys.
fn has_a_key(character: char) -> bool {
    character == '\n'
        || (!character.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&character) && character <= '\u{ffff}')
}

/// A text area turns every line ending into `\n`; an input drops them.
fn as_a_field_holds_it(selector: &str, text: &str) -> String {
    if selector.contains("input") {
        text.replace(['\r', '\n'], "")
    } else {
        text.replace("\r\n", "\n").replace('\r', "\n")
    }
}
