//! What a mounted widget keeps up in a page that is not ours; it is written in JavaScript, because frames' scripts share it.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen(module = "/src/element/loader/page/upkeep.js")]
extern "C" {
    /// See `loader/page/upkeep.js`.
    pub type Upkeep;

    /// For the parts of a host's shadow root that have colours (band, place, mount); `article` is what a fetched article is drawn
    /// into, `thread` is the text of the threads' sheet, and `look` gives that of the articles', which is empty as long as there can
    /// be none. `lost` is called when somebody has taken the drawn article out of its element.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: &HtmlElement,
        parts: Vec<Element>,
        article: &Element,
        thread: &str,
        look: &Function,
        lost: &Function,
    ) -> Upkeep;

    /// Begins, or begins anew where the host has come to another place or its attributes have changed.
    #[wasm_bindgen(method)]
    pub fn renew(this: &Upkeep, theme: &str, is_article_wanted: bool);

    /// Ends all of it.
    #[wasm_bindgen(method)]
    pub fn end(this: &Upkeep);
}

// What `upkeep.js` imports; named here so that it is put beside it.
#[wasm_bindgen(module = "/src/element/loader/page/scheme.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchGround)]
    fn _watch_ground(element: &Element, changed: &Function) -> JsValue;
}
#[wasm_bindgen(module = "/src/element/loader/page/ground.js")]
extern "C" {
    #[wasm_bindgen(js_name = contrast)]
    fn _contrast(one: f64, other: f64) -> f64;
}
#[wasm_bindgen(module = "/src/element/loader/page/height.js")]
extern "C" {
    #[wasm_bindgen(js_name = Height)]
    type _Height;
    #[wasm_bindgen(constructor, js_class = "Height")]
    fn _new(element: &Element) -> _Height;
}
#[wasm_bindgen(module = "/src/element/loader/page/lists.js")]
extern "C" {
    #[wasm_bindgen(js_name = mapped)]
    fn _mapped(list: &JsValue, make: &Function) -> JsValue;
}
#[wasm_bindgen(module = "/src/element/loader/page/sheets.js")]
extern "C" {
    #[wasm_bindgen(js_name = adoptText)]
    fn _adopt_text(root: &JsValue, css: &str);
}
#[wasm_bindgen(module = "/src/element/loader/page/written.js")]
extern "C" {
    #[wasm_bindgen(js_name = giveBack)]
    fn _give_back(host: &JsValue, mount: &JsValue);
}
#[wasm_bindgen(module = "/src/element/loader/page/room.js")]
extern "C" {
    #[wasm_bindgen(js_name = Room)]
    type _Room;
    #[wasm_bindgen(constructor, js_class = "Room")]
    fn _new(place: &Element, mount: &Element) -> _Room;
}
