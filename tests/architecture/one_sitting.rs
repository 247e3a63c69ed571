//! What everybody reads before the first change is short: few lines, and none that runs out of the window.

use super::source::{self, Source, must_be_none, must_be_one};

/// How many lines a page has at most that everybody reads before the first change.
const MOST_LINES: usize = 150;

/// How many characters a line of such a page has at most.
const LONGEST_LINE: usize = 140;

/// What makes a page too much for one sitting.
fn too_much(document: &Source) -> Vec<String> {
    let path = &document.path;
    let lines = document.text.lines().count();
    let too_many = (lines > MOST_LINES).then(|| format!("{path} has {lines} lines, more than {MOST_LINES}: say less."));
    // A picture in a row of a table, and what is said in its place, cannot be broken.
    let lines = document.text.lines().enumerate().filter(|(_, line)| !line.contains("<img "));
    let long = lines.filter_map(|(number, line)| {
        let length = line.chars().count();
        (length > LONGEST_LINE).then(|| {
            format!(
                "{path}:{}: {length} characters in a line are more than {LONGEST_LINE}: break it, a row of a table into several.",
                number + 1
            )
        })
    });
    too_many.into_iter().chain(long).collect()
}

#[test]
fn the_architecture_can_be_read_at_one_sitting() {
    must_be_none(too_much(&source::read("ARCHITECTURE.md")));
}

#[test]
fn the_readme_can_be_read_at_one_sitting() {
    must_be_none(too_much(&source::read("README.md")));
}

#[test]
fn what_a_contributor_reads_first_can_be_read_at_one_sitting() {
    must_be_none(too_much(&source::read("CONTRIBUTING.md")));
}

#[test]
fn a_page_of_too_many_lines_and_a_line_of_too_many_characters_are_noticed() {
    let page = |text: String| too_much(&Source::sample("A.md", &text));
    must_be_one(page("a\n".repeat(MOST_LINES + 1)), &["A.md has 151 lines"]);
    must_be_one(page(format!("a\n{}\n", "▸".repeat(LONGEST_LINE + 1))), &["A.md:2", "141 characters"]);
    must_be_none(page(format!("{}\n", "▸".repeat(LONGEST_LINE)).repeat(MOST_LINES)));
    must_be_none(page(format!("| <img alt=\"{}\"> |\n", "▸".repeat(LONGEST_LINE))));
}
