//! What a browser holds, in words: for whoever looks into a finding.

use std::fmt::Write as _;

use crate::finding::Finding;
use crate::program::{Program, Word};
use crate::scenario::Scenario;
use crate::text::Text;
use crate::value_map::ValueMap;
use crate::world::World;

fn texts(map: &ValueMap) -> String {
    map.iter()
        .map(|(key, value)| {
            key.chars()
                .take(4)
                .chain([' '])
                .chain(Text::all_in(value).flat_map(|text| text.to_string().chars().collect::<Vec<_>>()))
                .chain("| ".chars())
                .collect::<String>()
        })
        .collect()
}

impl<P: Program> World<P> {
    /// A few lines about everything that can be seen.
    pub fn picture(&self) -> String {
        let mut lines = String::new();
        let _ = writeln!(lines, "      time +{} ms", self.now - crate::world::BEGINNING);
        let _ = writeln!(lines, "      browser process: {}", texts(&self.browser.map));
        let _ = writeln!(lines, "      mirror: {}", texts(&self.mirror.map));
        for (number, tab) in self.tabs.iter().enumerate() {
            let Some(page) = &tab.page else { continue };
            let _ = write!(lines, "      tab {number} (page {}) shows ", page.number);
            page.program.shown(&mut |one| {
                let word = match one.word {
                    Word::Saved => "[saved] ",
                    Word::NotYet => "[not yet] ",
                    Word::Nothing => "",
                };
                let _ = write!(lines, "{}{}{word}", one.text, if one.earlier { "(earlier) " } else { " " });
            });
            let _ = write!(lines, "- aside ");
            page.program.aside(&mut |text| {
                let _ = write!(lines, "{text} ");
            });
            let _ = writeln!(lines, "- storage: {}", texts(&tab.renderer.cache));
            let _ = writeln!(
                lines,
                "        {} changes on their way, {} requests, {} answers, {} broadcasts",
                tab.renderer.outgoing.len(),
                page.requests.len(),
                page.responses.len(),
                tab.broadcasts.values().map(std::collections::VecDeque::len).sum::<usize>()
            );
        }
        lines
    }
}

/// A finding's steps, each with a picture of what there is after it.
pub fn story<P: Program>(scenario: &Scenario<P>, finding: &Finding) -> String {
    let mut story = format!("{:?}\n", scenario.settings);
    let Ok(run) = scenario.begin(finding.plan) else { return story };
    let mut world = run.world;
    for step in &finding.steps {
        if world.can(*step) {
            world.take(*step);
            let _ = write!(story, "{step}\n{}", world.picture());
        }
    }
    let end = world.finish(scenario.live);
    let _ = write!(story, "the end: {end:?}\n{}", world.picture());
    story
}
