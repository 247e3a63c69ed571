//! How long a key waits in a text that is as long as a comment may be, with its preview open: `cargo xtask bench --typing`.

use article_widget_e2e::environment::Environment;
use article_widget_e2e::{OrFail, Server, Session, html};
use serde_json::json;

/// The script that notes how long each key took, from when the browser had it until the page was free again.
const METER: &str = include_str!("page/keys.js");
/// How long the text is, in UTF-16 units: a comment may have no more.
const UNITS: usize = 39_900;
/// The longest that a key may take, in milliseconds, at the processor's full speed.
const MOST: f64 = 16.0;
/// How often all is typed: of each key the shortest time counts, since what else the machine does only adds to it.
const ROUNDS: usize = 3;
/// Milliseconds from one key to the next: some that follow each other, and some that come when the preview is read and drawn.
const PAUSES: [u32; 18] = [30, 30, 30, 30, 100, 200, 400, 440, 450, 455, 460, 465, 470, 475, 480, 490, 500, 560];

/// What is written: its name, and what it repeats.
const TEXTS: [(&str, &str); 4] = [
    ("plain", "The boats came back before the rain and nobody said a word about the tide. "),
    (
        "a busy comment",
        "The **boats** came _back_ before [the rain](https://a.example/rain), and `nobody` said:\n\n> a word about ~~the~~ tide\n\n- one\n- two\n\n         | a | b |\n|---|---|\n| 1 | 2 |\n\n```rust\nfn main() {}\n```\n\n",
    ),
    ("one paragraph of bold words", "**boats** _and_ rain "),
    ("one long list", "- a **boat** and a rope\n"),
];

/// Measures it, and says whether no key takes too long.
#[track_caller]
pub(crate) fn measure() {
    let environment = Environment::read();
    let session = Session::open(&environment);
    let server = Server::start(&environment.dist);
    let page =
        html::page(&format!("{}<textarea id=\"bare\" rows=\"4\"></textarea>", html::widget("thread=\"typing\"", "")));
    server.page("/story.html", &page);
    let heads = ["bare median", "longest", "median", "95 %", "longest"].map(|head| format!("{head:>12}")).concat();
    println!("{:28}{heads}", "milliseconds a key");
    let mut is_within = true;
    for (name, part) in TEXTS {
        let text: String = part.repeat(UNITS / part.len());
        let [bare, own] = ["#bare", "form[data-form=new] textarea"].map(|field| {
            let mut all = keys(&session, &server, field, &text);
            all.sort_by(f64::total_cmp);
            all
        });
        let at = |all: &[f64], part: usize| all.get((all.len() - 1) * part / 100).copied().unwrap_or_default();
        let figures = [at(&bare, 50), at(&bare, 100), at(&own, 50), at(&own, 95), at(&own, 100)];
        println!("{name:28}{}", figures.map(|figure| format!("{figure:>12.1}")).concat());
        is_within &= at(&own, 100) <= MOST;
    }
    assert!(is_within, "a key takes more than {MOST} ms");
}

/// Types into a field that holds a text, and gives how long each key took at least.
#[track_caller]
fn keys(session: &Session, server: &Server, field: &str, text: &str) -> Vec<f64> {
    session.goto(&server.url("/story.html"));
    session.script_with_callback(METER, vec![json!(field), json!(text)]);
    let mut least: Vec<f64> = Vec::new();
    for _ in 0..ROUNDS {
        session.script("keys.length = 0", Vec::new());
        for pause in PAUSES {
            session.script_with_callback("setTimeout(arguments[1], arguments[0])", vec![json!(pause)]);
            for kind in ["keyDown", "keyUp"] {
                let text = if kind == "keyDown" { json!("x") } else { json!(null) };
                let mut key = json!({ "type": kind, "key": "x", "code": "KeyX", "windowsVirtualKeyCode": 88 });
                if let (Some(object), false) = (key.as_object_mut(), text.is_null()) {
                    object.insert("text".to_owned(), text);
                }
                session.devtools("Input.dispatchKeyEvent", key);
            }
        }
        session.script_with_callback("setTimeout(arguments[0], 50)", Vec::new());
        let seen: Vec<f64> = serde_json::from_value(session.script("return keys", Vec::new())).or_fail("the times");
        assert_eq!(seen.len(), PAUSES.len(), "each key was heard");
        least =
            if least.is_empty() { seen } else { least.iter().zip(&seen).map(|(one, other)| one.min(*other)).collect() };
    }
    least
}
