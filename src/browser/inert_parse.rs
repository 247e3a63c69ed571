//! Parses fetched HTML and XML without running, loading or styling anything, and copies it out as untrusted `Markup`.

use std::cell::OnceCell;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlFormElement, Text, TreeWalker};

use crate::browser::page;
use crate::domain::article_error::ArticleError;
use crate::domain::markup::Markup;
use crate::domain::markup_builder::MarkupBuilder;
use crate::reader::source::Syntax;

/// The namespace of HTML.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The one Trusted Types policy of the widget, as a page's `trusted-types` directive names it.
const POLICY: &str = "article-widget";

// web_sys types the text as `&str`; under Trusted Types it is an object that the policy made.
#[wasm_bindgen]
extern "C" {
    type PolicyFactory;
    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &PolicyFactory, name: &str, rules: &JsValue) -> Result<Policy, JsValue>;

    type Policy;
    #[wasm_bindgen(method, catch, js_name = createHTML)]
    fn create_html(this: &Policy, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = DOMParser)]
    type InertParser;
    #[wasm_bindgen(constructor, js_class = "DOMParser")]
    fn new() -> InertParser;
    #[wasm_bindgen(method, catch, js_name = parseFromString)]
    fn parse(this: &InertParser, text: &JsValue, kind: &str) -> Result<Document, JsValue>;
}

thread_local! {
    // A policy can be made once per page; `None` where the browser has no such thing or the page refuses ours.
    static OURS: OnceCell<Option<Policy>> = const { OnceCell::new() };
}

/// Parses a page, a fragment or XML. Scripts do not run and pictures are not fetched in such a document.
///
/// # Errors
/// [`ArticleError::Parsing`] where the page's policy forbids it, [`ArticleError::TooLarge`] for too many nodes,
/// [`ArticleError::Unreadable`] for XML that is not well-formed.
pub fn parse(text: &str, syntax: Syntax) -> Result<Markup, ArticleError> {
    let trusted = OURS.with(|ours| {
        let policy = ours.get_or_init(create_policy).as_ref()?;
        policy.create_html(text).ok()
    });
    // Without a policy the plain text may still do: most pages enforce none.
    let trusted = trusted.unwrap_or_else(|| JsValue::from_str(text));
    let kind = match syntax {
        Syntax::Html => "text/html",
        Syntax::Xhtml => "application/xhtml+xml",
        Syntax::Xml => "application/xml",
    };
    let parsed = InertParser::new().parse(&trusted, kind).map_err(|_| ArticleError::Parsing)?;
    let tree = copy(&parsed, syntax)?;
    if syntax == Syntax::Html || tree.find(&|node| node.tag() == "parsererror").is_none() {
        return Ok(tree);
    }
    match syntax {
        Syntax::Xml => Err(ArticleError::Unreadable),
        // Much that calls itself XHTML never was well-formed; as HTML it can be read.
        _ => parse(text, Syntax::Html),
    }
}

fn create_policy() -> Option<Policy> {
    let window = page::window()?;
    let factory = js_sys::Reflect::get(&window, &"trustedTypes".into()).ok()?;
    if !factory.is_object() {
        return None;
    }
    let rules = js_sys::Object::new();
    // The text is only ever parsed inertly and judged afterwards, so it passes as it is.
    let pass = Closure::<dyn Fn(JsValue) -> JsValue>::new(|text| text).into_js_value();
    js_sys::Reflect::set(&rules, &"createHTML".into(), &pass).ok()?;
    factory.unchecked_into::<PolicyFactory>().create_policy(POLICY, &rules).ok()
}

/// Names in a foreign document can shadow the properties of its forms (`<input name=attributes>`), in some browsers also
/// those of the document itself.
/// So the way leads through a `TreeWalker` of our own page, rooted at the document itself, and forms lose their attributes.
fn copy(parsed: &Document, syntax: Syntax) -> Result<Markup, ArticleError> {
    const ELEMENTS_AND_TEXT: u32 = 1 | 4 | 8;
    let ours = page::window().and_then(|window| window.document()).ok_or(ArticleError::Parsing)?;
    let walker =
        ours.create_tree_walker_with_what_to_show(parsed, ELEMENTS_AND_TEXT).map_err(|_| ArticleError::Parsing)?;
    let mut builder = MarkupBuilder::default();
    let mut here = walker.first_child().ok().flatten();
    while let Some(node) = here {
        if builder.is_full() {
            break;
        }
        let mut opened = false;
        if let Some(element) = node.dyn_ref::<Element>() {
            opened = open(element, syntax, &mut builder);
        } else if node.is_instance_of::<Text>() {
            builder.text(&node.node_value().unwrap_or_default());
        }
        let child = if opened { walker.first_child().ok().flatten() } else { None };
        here = match child {
            Some(child) => Some(child),
            None => {
                if opened {
                    builder.close();
                }
                after(&walker, &mut builder)
            }
        };
    }
    builder.finish().map_err(|_| ArticleError::TooLarge)
}

/// Gives whether the element is worth going into.
fn open(element: &Element, syntax: Syntax, builder: &mut MarkupBuilder) -> bool {
    if element.is_instance_of::<HtmlFormElement>() {
        builder.open("form", Vec::new());
        return true;
    }
    let local = element.local_name().to_ascii_lowercase();
    let kind = if local == "script" { element.get_attribute("type") } else { None };
    // Other vocabularies have names of HTML for what they mean by them.
    let is_foreign = syntax == Syntax::Xml && element.namespace_uri().as_deref() != Some(XHTML);
    if !is_foreign && !MarkupBuilder::wants(&local, kind.as_deref()) {
        return false;
    }
    let tag = if syntax == Syntax::Xml { element.tag_name().to_ascii_lowercase() } else { local };
    let listed = element.attributes();
    let attributes = (0..listed.length())
        .filter_map(|index| listed.item(index))
        .map(|attribute| (attribute.name().to_ascii_lowercase(), attribute.value()))
        .collect();
    builder.open(&tag, attributes);
    true
}

/// The next node that is not inside this one, closing what ends before it.
fn after(walker: &TreeWalker, builder: &mut MarkupBuilder) -> Option<web_sys::Node> {
    loop {
        if let Ok(Some(next)) = walker.next_sibling() {
            return Some(next);
        }
        walker.parent_node().ok().flatten()?;
        builder.close();
    }
}
