//! Every scenario asks the world for what it asked for when it was recorded, `Msg` by `Msg`.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use article_widget_trace::digest::Digest;
use article_widget_trace::record::Record;

use super::support::traced;

/// Where the traces are recorded.
const FILE: &str = "scenarios.txt";
/// The variable with which they are recorded anew.
const WRITE: &str = "TRACES_WRITE";
const ANEW: &str = "TRACES_WRITE=1 cargo test --test update_scenarios traces::";
/// The test below.
const THIS: &str = "traces::every_scenario_asks_for_what_is_recorded";

/// The traces in a folder, by the names of their tests.
#[expect(clippy::unwrap_used, reason = "what was written a moment ago is there")]
fn traces_in(folder: &Path) -> Record {
    let mut record = Record::default();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().replace('.', "::");
        record.insert(name, Digest::of(&fs::read_to_string(path).unwrap()));
    }
    record
}

/// A trace is whole when its test has ended, so all of them run once more, in a program of their own that writes its traces down.
#[test]
fn every_scenario_asks_for_what_is_recorded() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("traces-{}", std::process::id()));
    let mut scenarios = Command::new(env::current_exe().unwrap());
    scenarios.args(["--exact", "--skip", THIS]).env(traced::VARIABLE, &folder);
    let ran = scenarios.output().unwrap();
    let today = traces_in(&traced::within(&folder));
    fs::remove_dir_all(&folder).unwrap();
    let told = String::from_utf8_lossy(&ran.stdout);
    if env::var_os(WRITE).is_some() {
        assert!(ran.status.success(), "what fails is not recorded: {told}");
        today.write(FILE).unwrap();
    }
    Record::compare(FILE, &today, ANEW).unwrap_or_else(|differences| panic!("{differences}"));
    assert!(ran.status.success(), "{told}");
}
