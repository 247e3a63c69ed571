//! How many bytes the built files may weigh, so that growth is decided and not merely happens.

use crate::project;
use crate::release::without_folder;
use crate::size::{FileSize, grouped};
use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// What to do about a complaint.
pub(crate) const RULE: &str =
    "A budget stands in xtask/size-budget.toml; it may rise only by hand, with the reason in CHANGELOG.md.";

/// The kinds of files that every reader's browser loads: each needs a line.
const BUDGETED: [&str; 3] = [".wasm", ".js", ".css"];

/// Bytes after brotli, by file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SizeBudget(BTreeMap<String, u64>);

/// The project's budget.
pub(crate) fn read() -> Result<SizeBudget> {
    let path = project::root().join("xtask").join("size-budget.toml");
    let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    SizeBudget::parse(&text)
}

impl SizeBudget {
    /// A file's name and its bytes on each line, in TOML.
    fn parse(text: &str) -> Result<Self> {
        toml::from_str(text).map(Self).context("xtask/size-budget.toml is not understood")
    }

    /// A sentence for each file that is too heavy, has no line, or has a line but is not there.
    pub(crate) fn complaints(&self, files: &[FileSize]) -> Vec<String> {
        let absent = self.0.keys().filter(|name| !files.iter().any(|file| without_folder(&file.name) == *name));
        let absent = absent.map(|name| format!("{name} has a size budget but was not built."));
        files.iter().filter_map(|file| self.complaint(file)).chain(absent).collect()
    }

    fn complaint(&self, file: &FileSize) -> Option<String> {
        let Some((name, budget)) = self.0.get_key_value(without_folder(&file.name)) else {
            let needs_one = BUDGETED.iter().any(|kind| file.name.ends_with(kind));
            return needs_one.then(|| {
                format!("{} weighs {} bytes after brotli and has no size budget.", file.name, grouped(file.brotli))
            });
        };
        let over = file.brotli.checked_sub(*budget).filter(|over| *over > 0)?;
        Some(format!(
            "{name} weighs {} bytes after brotli, {} more than its budget of {}.",
            grouped(file.brotli),
            grouped(over),
            grouped(*budget)
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, brotli: u64) -> FileSize {
        FileSize { name: name.into(), raw: 9_000, gzip: 6_000, brotli }
    }

    fn budget() -> SizeBudget {
        SizeBudget::parse("# after brotli\n\n\"app.wasm\" = 5_000 # start\n").unwrap()
    }

    #[test]
    fn a_file_within_its_budget_is_no_news() {
        assert_eq!(budget().complaints(&[file("app.wasm", 5_000)]), Vec::<String>::new());
    }

    #[test]
    fn the_folder_of_a_version_has_the_budget_of_every_version() {
        assert_eq!(budget().complaints(&[file("0.1.0-1a2b3c4d/app.wasm", 5_000)]), Vec::<String>::new());
        assert_eq!(budget().complaints(&[file("0.1.0-1a2b3c4d/app.wasm", 5_001)]).len(), 1);
        assert_eq!(budget().complaints(&[file("other/app.wasm", 1)]).len(), 2);
    }

    #[test]
    fn one_byte_too_many_is_told_with_both_numbers() {
        assert_eq!(
            budget().complaints(&[file("app.wasm", 5_001)]),
            ["app.wasm weighs 5,001 bytes after brotli, 1 more than its budget of 5,000."]
        );
    }

    #[test]
    fn a_script_without_a_budget_does_not_slip_through_but_a_page_may() {
        let told = budget().complaints(&[file("app.wasm", 1), file("new.js", 70), file("index.html", 800)]);
        assert_eq!(told, ["new.js weighs 70 bytes after brotli and has no size budget."]);
    }

    #[test]
    fn a_budget_for_a_file_that_is_gone_is_a_mistake() {
        assert_eq!(budget().complaints(&[]), ["app.wasm has a size budget but was not built."]);
    }

    #[test]
    fn a_line_that_means_nothing_is_named() {
        assert!(format!("{:#}", SizeBudget::parse("app.wasm: 12").unwrap_err()).contains("app.wasm: 12"));
    }

    #[test]
    fn the_project_s_own_budget_can_be_read() {
        assert!(!read().unwrap().0.is_empty());
    }
}
