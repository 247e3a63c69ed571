//! axe-core on the open page. What is needed of npm stands in this package's `package.json`, with its lock.

use crate::fail::{OrFail, fail};
use crate::session::Session;
use serde::Deserialize;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// WCAG 2.2 to level AA, and what axe's authors think good besides.
const TAGS: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// A rule that elements of the page break.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// The rule.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// The elements, each with its markup and what is wrong with it.
    pub nodes: Vec<String>,
}

/// What axe finds wrong with the page as it is now, shadow roots included, apart from the rules that are `waived`.
#[track_caller]
#[must_use]
pub fn violations(session: &Session, waived: &[&str]) -> Vec<Violation> {
    // A widget follows what the page has just changed in the next frame.
    session.let_two_frames_pass();
    session.script(source(), Vec::new());
    let run = "const [tags, done] = arguments;
        axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
            (result) => done(result.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => `${node.html} — ${node.failureSummary}`) }))),
            (error) => done([{ id: 'axe', help: String(error), nodes: [] }]));";
    let answer = session.script_with_callback(run, vec![json!(TAGS)]);
    let mut found: Vec<Violation> = serde_json::from_value(answer).or_fail("axe's answer");
    found.retain(|violation| !waived.contains(&violation.id.as_str()));
    found
}

#[track_caller]
fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let file = match std::env::var_os("E2E_AXE") {
            Some(file) => PathBuf::from(file),
            None if std::env::var_os("CI").is_some() => fail("E2E_AXE is not set: run `cargo xtask test`"),
            None => install(),
        };
        std::fs::read_to_string(&file).or_fail(&file.display().to_string())
    })
}

/// Lets npm put the locked version below the target folder.
#[track_caller]
fn install() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| package.join("../../target"), PathBuf::from);
    let folder = target.join("axe-core");
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if script.exists() {
        return script;
    }
    std::fs::create_dir_all(&folder).or_fail("a folder for axe-core");
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(package.join(file), folder.join(file)).or_fail(file);
    }
    let status = Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&folder).status();
    if !status.or_fail("npm, which brings axe-core, does not start").success() {
        fail("npm could not install axe-core");
    }
    script
}
