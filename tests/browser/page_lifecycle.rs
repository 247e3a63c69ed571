//! Listeners of the page, what they do and when they are gone; and what is given to the reader to take away.

use std::cell::RefCell;
use std::rc::Rc;

use article_widget::browser::before_unload::BeforeUnload;
use article_widget::browser::page_visibility::PageVisibility;
use article_widget::browser::{clipboard, quota, save_as};
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

async fn page(body: &str) -> JsValue {
    let run = Function::new_no_args(&format!("return (async () => {{ {body} }})()"));
    let promise: Promise = run.call0(&JsValue::NULL).expect("a call").into();
    JsFuture::from(promise).await.expect("the page's own code")
}

/// Whether leaving would be asked about.
async fn asks() -> bool {
    page(
        "const event = document.createEvent('BeforeUnloadEvent');
        event.initEvent('beforeunload', false, true);
        dispatchEvent(event);
        return event.defaultPrevented && event.returnValue !== ''",
    )
    .await
    .is_truthy()
}

#[wasm_bindgen_test]
async fn leaving_is_asked_about_only_while_armed() {
    let leaving = BeforeUnload::default();
    assert!(!asks().await);
    leaving.set(true);
    leaving.set(true);
    assert!(asks().await);
    leaving.set(false);
    assert!(!asks().await);
    leaving.set(true);
    drop(leaving);
    assert!(!asks().await);
}

#[wasm_bindgen_test]
async fn coming_and_going_are_told_until_the_listener_is_dropped() {
    let heard = Rc::new(RefCell::new(String::new()));
    let (woken, hidden) = (Rc::clone(&heard), Rc::clone(&heard));
    let page_visibility = PageVisibility::new(
        Rc::new(move || woken.borrow_mut().push('w')),
        Rc::new(move || hidden.borrow_mut().push('h')),
    );
    let go = "for (const name of ['pageshow', 'focus', 'pagehide', 'blur']) dispatchEvent(new Event(name));
        for (const state of ['hidden', 'visible']) {
            Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
            document.dispatchEvent(new Event('visibilitychange'));
        }
        delete document.visibilityState";
    page(go).await;
    assert_eq!(heard.take(), "wwhhhw");
    drop(page_visibility);
    page(go).await;
    assert_eq!(heard.take(), "");
}

#[wasm_bindgen_test]
async fn a_text_is_offered_as_a_file_of_its_name_and_bytes() {
    page(
        "window.real = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { window.clicked = this };
        window.seen = 0;
        addEventListener('click', () => window.seen++, { once: true })",
    )
    .await;
    assert!(save_as::offer("my comments.jsonl", "application/jsonl", "é\n\u{1f600}\0"));
    let said = page(
        "HTMLAnchorElement.prototype.click = real;
        const answer = await fetch(clicked.href);
        return [clicked.download, clicked.isConnected, seen, answer.headers.get('content-type'), await answer.text()].join('|')",
    )
    .await;
    assert_eq!(said.as_string().expect("a text"), "my comments.jsonl|false|0|application/jsonl|é\n\u{1f600}\0");
}

async fn copied(text: &str) -> bool {
    let end = Promise::new(&mut |done: Function, _| {
        clipboard::copy(text, move |worked| {
            done.call1(&JsValue::NULL, &JsValue::from_bool(worked)).expect("to be done");
        });
    });
    JsFuture::from(end).await.expect("an end").is_truthy()
}

#[wasm_bindgen_test]
async fn a_copy_says_whether_it_worked() {
    for (clipboard, works) in [
        ("{ writeText: async text => { window.copied = text } }", true),
        ("{ writeText: async () => { throw 1 } }", false),
        ("{ writeText() { throw 1 } }", false),
        ("{ writeText() {} }", false),
        ("{}", false),
        ("null", false),
        ("undefined", false),
    ] {
        page(&format!("Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }})"))
            .await;
        assert_eq!(copied("text \u{1f600}").await, works, "{clipboard}");
    }
    assert_eq!(page("delete navigator.clipboard; return copied").await, JsValue::from_str("text \u{1f600}"));
}

/// Gives `navigator` other properties while something is asked.
async fn with_navigator<R>(properties: &str, ask: impl FnOnce() -> R) -> R {
    page(&format!(
        "window.given = {properties};
        for (const name in given) Object.defineProperty(navigator, name, {{ configurable: true, value: given[name] }})"
    ))
    .await;
    let answer = ask();
    page("for (const name in given) delete navigator[name]").await;
    answer
}

#[wasm_bindgen_test]
async fn an_engine_gets_the_quota_it_gives() {
    assert_eq!(quota::local_quota_units(), 5_242_880);
    assert!(!quota::forgets_after_seven_days());
    for vendor in ["'Apple Computer, Inc.'", "''", "undefined", "{}"] {
        let quota = with_navigator(&format!("{{ vendor: {vendor} }}"), quota::local_quota_units).await;
        assert_eq!(quota, 2_600_000, "{vendor}");
    }
    let in_safari = |standalone: &str| format!("{{ vendor: 'Apple Computer, Inc.', standalone: {standalone} }}");
    assert!(with_navigator(&in_safari("false"), quota::forgets_after_seven_days).await);
    assert!(!with_navigator(&in_safari("true"), quota::forgets_after_seven_days).await);
    page("window.mozInnerScreenX = 0").await;
    assert_eq!(with_navigator("{ vendor: '' }", quota::local_quota_units).await, 5_242_880);
    page("delete window.mozInnerScreenX").await;
}

#[wasm_bindgen_test]
async fn no_prompt_comes_unasked() {
    page("window.asked = 0").await;
    let storage = "storage: { async persist() { window.asked++; throw 1 } }";
    for (vendor, may_prompt, times) in
        [("Google Inc.", false, 1), ("Apple Computer, Inc.", false, 1), ("", false, 0), ("", true, 1)]
    {
        let navigator = format!("{{ vendor: '{vendor}', {storage} }}");
        with_navigator(&navigator, || quota::ask_to_persist(may_prompt)).await;
        assert_eq!(page("const times = asked; asked = 0; return times").await, JsValue::from(times), "{vendor}");
    }
    for broken in ["undefined", "{}", "{ persist() { throw 1 } }", "{ persist: () => 1 }"] {
        with_navigator(&format!("{{ storage: {broken} }}"), || quota::ask_to_persist(true)).await;
    }
}
