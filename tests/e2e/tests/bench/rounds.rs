//! In which order everything is visited: all places in turn, and that again and again, so that a busy moment of the machine strikes all.

use crate::place::{self, FAR, Place};
use crate::plan::Plan;
use crate::visit::{Conditions, in_a_new_window, merge, photograph, visit};
use article_widget_e2e::environment::Environment;
use article_widget_e2e::{OrFail, Session};
use serde_json::{Value, json};
use std::fs::File;
use std::io::Write;

/// Comments in the thread that is visited over a slow network.
const NETWORK_SIZE: usize = 100;
/// Milliseconds of quiet that end a visit: longer where something may still be on its way.
const QUIET: u32 = 400;
const QUIET_NETWORK: u32 = 1_500;

/// Carries out the plan; one line of JSON per visit.
#[track_caller]
pub(crate) fn run(plan: &Plan) {
    let release = place::release();
    let mut places: Vec<Place> = Vec::new();
    for subject in &plan.subjects {
        for size in plan.sizes.iter().filter(|size| **size <= subject.most()) {
            places.push(Place::open(*subject, *size, &release, plan));
        }
    }
    let mut visits = Visits(File::create(&plan.visits).or_fail("a file for what is measured"));
    let session = Session::open(&Environment::read());
    visits.line(&about(&session, plan));
    // What browsers keep of earlier visits, the compiled module too, is there from the second visit on.
    for place in &places {
        for _ in 0..2 {
            in_a_new_window(&session, || {
                place.prepare(&session);
                visit(&session, place, Conditions { cpu: 1, quiet: QUIET, post: None });
                photograph(&session, &plan.pictures.join(format!("{}-{}.png", place.subject.name(), place.size)));
            });
        }
    }
    // Its cache is emptied again and again.
    let network = plan.network.then(|| Session::open(&Environment::read()));
    for repetition in 1..=plan.repetitions {
        println!("round {repetition} of {}", plan.repetitions);
        for cpu in &plan.cpu {
            // What comes first in one round comes last in the next.
            places.reverse();
            for place in &places {
                let post = place.subject.takes_posts().then_some(repetition);
                let seen = in_a_new_window(&session, || {
                    place.prepare(&session);
                    visit(&session, place, Conditions { cpu: *cpu, quiet: QUIET, post })
                });
                visits.note(place, json!({ "cpu": cpu, "visit": "known", "repetition": repetition }), seen);
            }
        }
        if let Some(network) = &network {
            for place in places.iter().filter(|place| place.size == NETWORK_SIZE) {
                over_slow_network(network, place, repetition, &mut visits);
            }
        }
    }
    if let Some(place) = places.iter().find(|place| place.subject.is_widget()) {
        visits.note(place, json!({ "cpu": 1, "visit": "far", "repetition": 1 }), before_it_is_near(&session, place));
    }
}

/// Where and when it is measured.
#[track_caller]
fn about(session: &Session, plan: &Plan) -> Value {
    let mut about =
        session.script("return { date: new Date().toISOString(), cores: navigator.hardwareConcurrency }", Vec::new());
    let browser = session.devtools("Browser.getVersion", json!({})).get("product").cloned();
    merge(&mut about, json!({ "browser": browser, "repetitions": plan.repetitions }));
    about
}

/// A first visit with an empty cache, and a second one.
#[track_caller]
fn over_slow_network(session: &Session, place: &Place, repetition: usize, visits: &mut Visits) {
    for which in ["first", "second"] {
        let seen = in_a_new_window(session, || {
            place.prepare(session);
            if which == "first" {
                session.devtools("Network.clearBrowserCache", json!({}));
            }
            slow_network(session);
            visit(session, place, Conditions { cpu: 1, quiet: QUIET_NETWORK, post: None })
        });
        visits.note(place, json!({ "cpu": 1, "visit": which, "repetition": repetition }), seen);
    }
}

/// Slow 4G as Lighthouse has it: 150 ms for each request, 1,638.4 kbit/s down, 750 kbit/s up.
#[track_caller]
fn slow_network(session: &Session) {
    session.devtools("Network.enable", json!({}));
    let (down, up) = (1_638_400.0 / 8.0, 750_000.0 / 8.0);
    let conditions = json!({ "offline": false, "latency": 150, "downloadThroughput": down, "uploadThroughput": up });
    session.devtools("Network.emulateNetworkConditions", conditions);
}

/// What is fetched before the thread comes near the view.
#[track_caller]
fn before_it_is_near(session: &Session, place: &Place) -> Value {
    session.goto(&place.url(FAR));
    session.script_with_callback("setTimeout(arguments[0], 1000)", Vec::new());
    let all = "const all = performance.getEntriesByType('resource');
        return { untilNear: { code: all.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0), requests: all.length } }";
    session.script(all, Vec::new())
}

/// The file with a line per visit.
struct Visits(File);

impl Visits {
    #[track_caller]
    fn note(&mut self, place: &Place, mut how: Value, seen: Value) {
        merge(&mut how, json!({ "subject": place.subject, "size": place.size }));
        merge(&mut how, seen);
        self.line(&how);
    }

    #[track_caller]
    fn line(&mut self, value: &Value) {
        writeln!(self.0, "{value}").or_fail("what is measured cannot be written");
    }
}
