//! One visit of a page, measured by the script that runs in it.

use crate::place::Place;
use article_widget_e2e::{OrFail, Session, fail};
use serde_json::{Value, json};

const METER: &str = include_str!("page/meter.js");
/// Waits until the page has come to rest.
const SETTLED: &str = "const [done] = arguments; bench.settled.then(done)";
/// Waits for the posted row.
const POSTED: &str = "const [done] = arguments; bench.posted.then(done)";
/// Everything that a browser's heap holds, once nothing is left in it that nobody holds.
const HEAP: &str = "Runtime.getHeapUsage";

/// Under which conditions a page is visited.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conditions {
    /// By how much the processor is slowed down.
    pub(crate) cpu: u32,
    /// Milliseconds without a change after which the visit counts as over.
    pub(crate) quiet: u32,
    /// Which comment is posted in the end; none is where there is no form.
    pub(crate) post: Option<usize>,
}

/// Carries something out in a window of its own, in whose pages the meter runs: nothing of an earlier page is in its memory.
#[track_caller]
pub(crate) fn in_a_new_window<T>(session: &Session, carry_out: impl FnOnce() -> T) -> T {
    let first = session.window();
    session.switch_to(&session.new_window());
    session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": METER }));
    let done = carry_out();
    session.close_window();
    session.switch_to(&first);
    done
}

/// Opens the page and gives what was measured.
#[track_caller]
pub(crate) fn visit(session: &Session, place: &Place, conditions: Conditions) -> Value {
    session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": conditions.cpu }));
    session.goto(&place.address(conditions.quiet));
    let mut seen = told(place, session.script_with_callback(SETTLED, Vec::new()));
    if let Some(number) = conditions.post {
        let posted = post(session, place, number);
        merge(&mut seen, posted);
    }
    session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    session.devtools("HeapProfiler.collectGarbage", json!({}));
    let heap = session.devtools(HEAP, json!({}));
    merge(&mut seen, json!({ "heap": heap, "module": session.script("return bench.memory()", Vec::new()) }));
    seen
}

/// Writes a comment with real keys, presses the button with a real pointer, and waits for the row.
#[track_caller]
fn post(session: &Session, place: &Place, number: usize) -> Value {
    let text = format!("Posted by the bench as number {number}.");
    session.script("bench.expect(arguments[0])", vec![json!(text)]);
    session.devtools("Input.insertText", json!({ "text": text }));
    session.let_two_frames_pass();
    session.script_with_callback("requestIdleCallback(arguments[0], { timeout: 5000 })", Vec::new());
    let at = session.script("return bench.button()", Vec::new());
    session.let_two_frames_pass();
    let at = |which: usize| at.get(which).cloned().unwrap_or_default();
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let press = json!({ "type": kind, "x": at(0), "y": at(1), "button": button, "clickCount": 1 });
        session.devtools("Input.dispatchMouseEvent", press);
    }
    told(place, session.script_with_callback(POSTED, Vec::new()))
}

/// What the meter says, unless it waited in vain.
#[track_caller]
fn told(place: &Place, said: Value) -> Value {
    match said.get("failure").and_then(Value::as_str) {
        Some(failure) => fail(format!("{} with {} comments: {failure}", place.subject.name(), place.size)),
        None => said,
    }
}

/// Adds the members of one object to another.
#[track_caller]
pub(crate) fn merge(to: &mut Value, more: Value) {
    let (Value::Object(to), Value::Object(more)) = (to, more) else { fail("only objects are joined") };
    to.extend(more);
}

/// A picture of the page that is open, in a file.
#[track_caller]
pub(crate) fn photograph(session: &Session, file: &std::path::Path) {
    let picture = session.screenshot().or_fail("a picture");
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).or_fail("a folder for pictures");
    }
    std::fs::write(file, picture).or_fail("a picture");
}
