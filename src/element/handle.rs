//! What the loader calls: mount a widget, tell it of changed attributes, unmount it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::mount_pool::PooledRoot;
use super::upkeep::Upkeep;
use super::{attributes, style_sheets};
use crate::app;
use crate::app::host_call;
use crate::app::msg::ArticleMsg;
use crate::browser::page_messages::Reading;
use crate::browser::{graphemes, host_calls, page};
use crate::manage::host_call::HostCall;
use crate::parts;
use crate::root::Mount;
use crate::store::file::thread_file::FileKind;

/// A mounted widget, as JavaScript holds it.
#[wasm_bindgen]
pub struct Handle {
    host: HtmlElement,
    root: PooledRoot,
    upkeep: Upkeep,
    /// Called when somebody has emptied the article's element.
    _lost: Closure<dyn Fn()>,
    /// Called for the articles' style sheet.
    _look: Closure<dyn Fn() -> JsValue>,
    count: Rc<Cell<usize>>,
    /// The page's own messages, as read last.
    messages: RefCell<Reading>,
}

/// Mounts a widget: `host` is the element, `mount` the place in its shadow root where the thread shall be, `place` the
/// element above the article that says that it is coming or is not to be had, `band` that of the ad.
///
/// # Errors
/// A string, where there is no document or no place for the placeholder.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, mount: Element, place: Element, band: Element) -> Result<Handle, JsValue> {
    let document = page::window().and_then(|window| window.document()).ok_or("no document")?;
    graphemes::count();
    let config = attributes::read(&host, &Reading::default());
    let messages = RefCell::new((config.messages.clone(), Rc::clone(&config.message_diagnostics)));
    let mut root = PooledRoot::take(&document)?;
    let points = &root.points;
    mount.append_child(&points.thread)?;
    place.append_child(&points.notice)?;
    band.query_selector(".placeholder")?.ok_or("no placeholder")?.append_child(&points.placeholder)?;
    let send = root.sender();
    let lost = Closure::new(move || send(ArticleMsg::Lost.into()));
    // It comes with the part that draws articles.
    let look = Closure::new(|| parts::article_if_here().map(|code| JsValue::from_str(code.sheet)).unwrap_or_default());
    let shadow = vec![band, place, mount];
    let (thread, look_js, lost_js) =
        (style_sheets::THREAD, look.as_ref().unchecked_ref(), lost.as_ref().unchecked_ref());
    let upkeep = Upkeep::new(&host, shadow, &points.article, thread, look_js, lost_js);
    upkeep.renew(&attributes::theme(&host), config.src.is_some());
    let count = Rc::<Cell<usize>>::default();
    root.mount(Mount { host: host.clone(), config, count: Rc::clone(&count) });
    Ok(Handle { host, root, upkeep, _lost: lost, _look: look, count, messages })
}

#[wasm_bindgen]
impl Handle {
    /// Reads the attributes again: they have changed, or the host has come to another place or document.
    pub fn configure(&self) {
        let config = attributes::read(&self.host, &self.messages.borrow());
        self.messages.replace((config.messages.clone(), Rc::clone(&config.message_diagnostics)));
        self.upkeep.renew(&attributes::theme(&self.host), config.src.is_some());
        self.root.sender()(app::Msg::ChangedConfig(Box::new(config)).into());
    }

    /// The text of a file: `{kind: "backup"}` (as without), or `{kind: "publication"}`.
    #[wasm_bindgen(js_name = exportThread)]
    pub fn export_thread(&self, options: &JsValue) -> Promise {
        self.call(HostCall::Export { kind: kind(options), everything: false })
    }

    /// The text of a file with all threads of this origin, likewise.
    #[wasm_bindgen(js_name = exportAll)]
    pub fn export_all(&self, options: &JsValue) -> Promise {
        self.call(HostCall::Export { kind: kind(options), everything: true })
    }

    /// What the text of a file would bring, with a `commit()` that brings it.
    #[wasm_bindgen(js_name = importThread)]
    pub fn import_thread(&self, text: &JsValue) -> Promise {
        self.call(HostCall::Preview(Rc::from(text.as_string().unwrap_or_default())))
    }

    /// Deletes everything of this thread, in both copies and in every tab.
    pub fn clear(&self) -> Promise {
        host_calls::call_thread(self.root.sender(), host_call::HostCall::Clear)
    }

    /// Puts the focus into the composer for a new comment and scrolls to it. Where the discussion is closed there is none.
    #[wasm_bindgen(js_name = focusForm)]
    pub fn focus_composer(&self) -> Promise {
        host_calls::call_thread(self.root.sender(), host_call::HostCall::FocusForm)
    }

    /// Reads both copies and the article again; what is shown stays until there is something newer.
    pub fn reload(&self) -> Promise {
        host_calls::call_thread(self.root.sender(), host_call::HostCall::Reload)
    }

    /// How many comments are shown: 0 before the thread has been read.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> usize {
        self.count.get()
    }

    fn call(&self, call: HostCall) -> Promise {
        host_calls::call_manage(self.root.sender(), call)
    }

    /// Takes the widget out of the page; a fetched article goes with it.
    pub fn unmount(self) {
        self.upkeep.end();
        self.root.unmount();
    }
}

fn kind(options: &JsValue) -> FileKind {
    let kind = Reflect::get(options, &JsValue::from_str("kind")).ok().and_then(|kind| kind.as_string());
    kind.and_then(|kind| FileKind::parse(&kind)).unwrap_or(FileKind::Backup)
}
