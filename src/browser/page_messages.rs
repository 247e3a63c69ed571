//! The messages that stand in a `<script type="application/json">` of the page, and the browser's rules about plurals.

use std::rc::Rc;

use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::{DocumentFragment, Element};

use super::local_dates;
use crate::domain::message_diagnostic::MessageDiagnostic;
use crate::domain::messages::{Messages, Plural};
use crate::store::format::messages_json;

#[wasm_bindgen]
extern "C" {
    /// `Intl.PluralRules`, bound again because `js_sys` lets the error for an invalid language end the module.
    #[wasm_bindgen(extends = Object)]
    type PluralRules;
    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &JsValue) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn select(this: &PluralRules, number: f64) -> Result<JsValue, JsValue>;
}

/// What was read, and what is wrong with it.
pub type Reading = (Messages, Rc<[MessageDiagnostic]>);

/// Reads those of the script with this id: the one beside `host`, if that is in a shadow root with one, else the page's.
/// What was read `before` is given again if it is still what the page says.
pub fn read(host: &Element, id: &str, before: &Reading) -> Reading {
    let is_script = |element: &Element| element.matches("script[type='application/json']") == Ok(true);
    let near = host.get_root_node().dyn_into::<DocumentFragment>().ok().and_then(|root| root.get_element_by_id(id));
    let in_page = || host.owner_document()?.get_element_by_id(id).filter(is_script);
    let script = near.filter(is_script).or_else(in_page);
    let Some(json) = script.and_then(|script| script.text_content()) else {
        return (Messages::default(), Rc::new([MessageDiagnostic::NoScript(id.to_owned())]));
    };
    let language = local_dates::language(host);
    if before.0.are_from(&json, &language) {
        return before.clone();
    }
    let rules = rules(&language);
    messages_json::read(id, json, language, Rc::new(move |number| category(rules.as_ref(), number)))
}

/// The rules of a language, or those of the browser's own if it is none.
fn rules(language: &str) -> Option<PluralRules> {
    PluralRules::new(&local_dates::locale(language)).or_else(|_| PluralRules::new(&JsValue::UNDEFINED)).ok()
}

fn category(rules: Option<&PluralRules>, number: usize) -> Plural {
    #[expect(clippy::cast_precision_loss, reason = "beyond 53 bits nobody counts")]
    let name = rules.and_then(|rules| rules.select(number as f64).ok());
    name.and_then(|name| Plural::parse(&name.as_string()?)).unwrap_or_default()
}
