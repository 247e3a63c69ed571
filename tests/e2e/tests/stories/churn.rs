//! Hundreds of times opened and closed, cloned and morphed: what is left in memory.

use article_widget_e2e::{Engine, OrFail, Story, Tag, html, tag};
use serde_json::{Value, json};

/// Rounds until everything that is made once has been made.
const FIRST: u32 = 100;
/// What one widget holds, at the most; a leak in each of the rounds between would be several hundreds.
const SLACK: u64 = 24;
/// All rounds, unless `E2E_ROUNDS` says otherwise.
const ALL: u32 = 500;
/// A script has a minute.
const AT_ONCE: u32 = 100;

/// Knows which observers observe, and holds back what would happen in a second or later until the page asks for it: so a thread
/// whose element has left waits as long as the round needs, and there are as many at once in every batch.
const WATCH: &str = "<script nonce=\"e2e\">{
    const observing = new Set();
    window.observers = () => Array.from(observing).filter((each) => each.deref()).length;
    for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
      window[name] = class extends window[name] {
        #own = new WeakRef(this);
        observe(...given) { observing.add(this.#own); return super.observe(...given); }
        disconnect() { observing.delete(this.#own); return super.disconnect(); }
      };
    }
    const { setTimeout, clearTimeout } = window;
    const held = new Map();
    window.setTimeout = (call, millis, ...rest) => {
      if (!(millis >= 1000)) return setTimeout(call, millis, ...rest);
      const number = setTimeout(() => {}, 0);
      held.set(number, () => call(...rest));
      return number;
    };
    window.clearTimeout = (number) => { held.delete(number); clearTimeout(number); };
    window.letPass = () => { for (const [number, call] of Array.from(held)) if (held.delete(number)) call(); };
  }</script>";

/// What the page holds when all that can go has gone.
#[derive(Debug, PartialEq, Eq)]
struct Held {
    nodes: u64,
    listeners: u64,
    observers: u64,
}

/// What is counted twice in a row: the engine takes its time with what can go.
fn held(story: &Story) -> Held {
    let mut last = count(story);
    story.session.wait_for("the counters to come to rest", || {
        let seen = count(story);
        if seen == last {
            return Ok(());
        }
        let moved = format!("{last:?} {seen:?}");
        last = seen;
        Err(moved)
    });
    last
}

fn count(story: &Story) -> Held {
    for _ in 0..3 {
        story.session.devtools("HeapProfiler.collectGarbage", json!({}));
    }
    let page = story.session.devtools("Memory.getDOMCounters", json!({}));
    let counter = |name: &str| page.get(name).and_then(Value::as_u64).or_fail(name);
    let observers = story.session.script("return observers()", Vec::new()).as_u64().or_fail("the observers");
    Held { nodes: counter("nodes"), listeners: counter("jsEventListeners"), observers }
}

#[test]
fn five_hundred_rounds_of_opening_cloning_and_morphing_leave_no_more_than_a_hundred() {
    let rounds = std::env::var("E2E_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ALL);
    let widget = Tag::Fetched.html("churn");
    let story = Story::on_page(&html::page_with_head(WATCH, &format!("<main>{widget}</main>")));
    if story.session.engine() != Engine::Chromium {
        println!("only Chromium counts what is left in memory");
        return;
    }
    story.server.page("/article.html", &tag::article());
    story.open("/story.html").post("Ada", "Still here.");
    let play = |rounds: u32| {
        for begun in (0..rounds).step_by(AT_ONCE as usize) {
            let turns = AT_ONCE.min(rounds - begun);
            assert_eq!(story.session.script_with_callback(include_str!("churn.js"), vec![json!(turns)]), json!(true));
        }
        held(&story)
    };
    let first = play(FIRST);
    let last = play(rounds.saturating_sub(FIRST));
    println!("after {FIRST} rounds {first:?}, after {rounds} {last:?}");
    // One widget more may have been waiting to be taken down when it was counted, but not one for each round.
    assert!(last.nodes < first.nodes + SLACK, "no element stays: {first:?} {last:?}");
    assert!(last.listeners < first.listeners + SLACK, "no listener stays: {first:?} {last:?}");
    assert!(last.observers <= first.observers, "no observer stays: {first:?} {last:?}");
    story.page().wait_for_row("Still here.");
}
