//! Parses fetched HTML and XML without running, loading or styling anything, and copies it out as untrusted `Markup`.

use std::cell::OnceCell;
use std::pin::Pin;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlFormElement, Node, Text, TreeWalker};

use crate::browser::{page, turns};
use crate::domain::article_error::ArticleError;
use crate::domain::markup::Markup;
use crate::domain::markup_builder::MarkupBuilder;
use crate::reader::source::Syntax;

/// The namespace of HTML.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// After so many nodes that were copied the page is asked whether it waits for its turn.
const NODES: usize = 500;

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
    let mut copying = Copying::of(text, syntax)?;
    while copying.goes_on(usize::MAX) {}
    match copying.end() {
        Some(copied) => copied,
        None => parse(text, Syntax::Html),
    }
}

/// The same, and the page gets its turn meanwhile. What the browser's own parser does is done at once.
pub fn parse_in_turns(text: &str, syntax: Syntax) -> Pin<Box<dyn Future<Output = Result<Markup, ArticleError>> + '_>> {
    Box::pin(async move {
        for syntax in [syntax, Syntax::Html] {
            let mut copying = Copying::of(text, syntax)?;
            turns::turn().await;
            while copying.goes_on(NODES) {
                turns::turn().await;
            }
            if let Some(copied) = copying.end() {
                return copied;
            }
        }
        Err(ArticleError::Unreadable)
    })
}

/// The inert document of a text.
fn document(text: &str, syntax: Syntax) -> Result<Document, ArticleError> {
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
    InertParser::new().parse(&trusted, kind).map_err(|_| ArticleError::Parsing)
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

/// The copying of a document that is parsed.
///
/// Names in a foreign document can shadow the properties of its forms (`<input name=attributes>`), in some browsers also those of the
/// document itself. So the way leads through a `TreeWalker` of our own page, rooted at the document itself, and forms lose their
/// attributes.
struct Copying {
    walker: TreeWalker,
    /// What is copied next.
    here: Option<Node>,
    builder: MarkupBuilder,
    syntax: Syntax,
}

impl Copying {
    fn of(text: &str, syntax: Syntax) -> Result<Self, ArticleError> {
        const ELEMENTS_AND_TEXT: u32 = 1 | 4 | 8;
        let parsed = document(text, syntax)?;
        let ours = page::window().and_then(|window| window.document()).ok_or(ArticleError::Parsing)?;
        let walker =
            ours.create_tree_walker_with_what_to_show(&parsed, ELEMENTS_AND_TEXT).map_err(|_| ArticleError::Parsing)?;
        let here = walker.first_child().ok().flatten();
        Ok(Self { walker, here, builder: MarkupBuilder::default(), syntax })
    }

    /// Copies no more than so many nodes, and gives whether any are left.
    fn goes_on(&mut self, most: usize) -> bool {
        for _ in 0..most {
            let Some(node) = self.here.take().filter(|_| !self.builder.is_full()) else { return false };
            let mut opened = false;
            if let Some(element) = node.dyn_ref::<Element>() {
                opened = open(element, self.syntax, &mut self.builder);
            } else if node.is_instance_of::<Text>() {
                self.builder.text(&node.node_value().unwrap_or_default());
            }
            let child = if opened { self.walker.first_child().ok().flatten() } else { None };
            if opened && child.is_none() {
                self.builder.close();
            }
            self.here = child.or_else(|| after(&self.walker, &mut self.builder));
        }
        true
    }

    /// What was copied; nothing for what calls itself XHTML and is not well-formed: much never was, and can be read as HTML.
    fn end(self) -> Option<Result<Markup, ArticleError>> {
        let tree = match self.builder.finish() {
            Ok(tree) => tree,
            Err(_) => return Some(Err(ArticleError::TooLarge)),
        };
        let is_broken = self.syntax != Syntax::Html && tree.find(&|node| node.tag() == "parsererror").is_some();
        match self.syntax {
            Syntax::Xhtml if is_broken => None,
            _ if is_broken => Some(Err(ArticleError::Unreadable)),
            _ => Some(Ok(tree)),
        }
    }
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
fn after(walker: &TreeWalker, builder: &mut MarkupBuilder) -> Option<Node> {
    loop {
        if let Ok(Some(next)) = walker.next_sibling() {
            return Some(next);
        }
        walker.parent_node().ok().flatten()?;
        builder.close();
    }
}
