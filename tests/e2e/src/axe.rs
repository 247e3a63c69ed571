//! axe-core on the open page.

use crate::fail::OrFail;
use crate::npm_script::NpmScript;
use crate::session::Session;
use serde::Deserialize;
use serde_json::json;

static AXE: NpmScript = NpmScript::new("E2E_AXE", "axe-core/axe.min.js");

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
    session.script(AXE.text(), Vec::new());
    let run = "const [tags, done] = arguments;
        axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
            (result) => done(result.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => `${node.html} — ${node.failureSummary}`) }))),
            (error) => done([{ id: 'axe', help: String(error), nodes: [] }]));";
    let answer = session.script_with_callback(run, vec![json!(TAGS)]);
    let mut found: Vec<Violation> = serde_json::from_value(answer).or_fail("axe's answer");
    found.retain(|violation| !waived.contains(&violation.id.as_str()));
    found
}

/// Shows the page light and dark, wide and narrow: axe finds nothing each time, and `look` may look at more, at the width it is given.
/// `state` is what the page shows.
#[track_caller]
pub fn is_clean(session: &Session, state: &str, waived: &[&str], mut look: impl FnMut(u32)) {
    for scheme in ["light", "dark"] {
        for width in [1280, 360] {
            session.viewport(width, 900);
            // The page's own declaration, which the widget follows; engines differ in how the system's is emulated.
            session.script("document.documentElement.style.colorScheme = arguments[0]", vec![scheme.into()]);
            let found = violations(session, waived);
            assert!(found.is_empty(), "{state}, {scheme}, {width} px: {found:#?}");
            look(width);
        }
    }
}
