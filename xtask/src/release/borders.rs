//! Whether what belongs to a part has crept back into the first module, which every reader fetches: one call from there is enough for that.

use super::inputs::{Inputs, files};
use crate::anatomy::{Module, readable};
use anyhow::{Context, Result};

/// What to do about a complaint.
pub(crate) const RULE: &str = "What only a part needs is named in its file in src/parts/ and nowhere else; where the first module needs it too, it leaves the list in xtask/src/release/borders.rs.";

/// Files and folders in the folders of `src/`, whose functions no page needs before a part is there.
const BEHIND: [(&str, &[&str]); 7] = [
    ("app", &["actions", "deleting", "events", "lifecycle", "received", "responses", "update", "warnings"]),
    (
        "browser",
        &[
            "article_source",
            "channel",
            "clipboard",
            "effect_runner",
            "indexed_db",
            "inert_parse",
            "manage_effects",
            "mirror_ask",
            "mirror_writes",
            "peers",
            "save_as",
        ],
    ),
    ("domain", &["markup_builder"]),
    (
        "manage",
        &[
            "files",
            "import_plan",
            "import_preview",
            "import_writing",
            "importing",
            "panel_actions",
            "purging",
            "undoing",
            "update",
        ],
    ),
    (
        "reader",
        &[
            "charset",
            "entry_facts",
            "entry_text",
            "feed",
            "json",
            "kind",
            "lead",
            "making",
            "markdown",
            "page",
            "wanted",
            "whole_page",
        ],
    ),
    ("replica", &["appending", "purge", "reconciliation", "removal", "repair", "round", "sending"]),
    (
        "view",
        &[
            "article",
            "engine_views",
            "mark",
            "notice",
            "other_drafts",
            "panel",
            "panel_files",
            "panel_import",
            "panel_threads",
            "panel_unsaved",
            "safe_html",
            "save_label",
            "storage_meter",
            "submission",
        ],
    ),
];

/// A sentence for each function that is on the wrong side, from the names that the first module has before it is made smaller.
pub(crate) fn crossed(inputs: &Inputs) -> Result<Vec<String>> {
    let mut complaints = Vec::new();
    for (_, path) in files(&inputs.parts().join("main"))? {
        let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let functions = Module::read(&bytes)?.functions;
        complaints.extend(functions.iter().filter_map(|(name, _)| complaint(&readable(name))));
    }
    Ok(complaints)
}

fn complaint(name: &str) -> Option<String> {
    // What stands for a function of the page is always in the first module, which alone knows the page.
    if name.contains("::__wbg_") {
        return None;
    }
    let (folder, rest) = name.trim_start_matches('<').strip_prefix("article_widget::")?.split_once("::")?;
    let (file, _) = rest.split_once("::")?;
    let is_behind = BEHIND.iter().any(|(name, files)| *name == folder && files.contains(&file));
    is_behind.then(|| format!("{name} is in the first module, but src/{folder}/{file}.rs belongs to a part."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn a_function_of_a_part_and_a_method_of_its_types_are_noticed() {
        for name in [
            "article_widget::view::safe_html::drawn",
            "article_widget::browser::article_source::fetch_article::{closure#0}",
            "<article_widget::domain::markup_builder::MarkupBuilder>::open",
        ] {
            assert!(complaint(name).is_some_and(|told| told.contains(name)), "{name}");
        }
    }

    #[test]
    fn every_file_that_is_named_is_there() {
        for (folder, files) in BEHIND {
            for file in files {
                let place = project::root().join("src").join(folder).join(file);
                assert!(place.is_dir() || place.with_extension("rs").is_file(), "{folder}/{file}");
            }
        }
    }

    #[test]
    fn neighbours_and_the_pages_own_functions_are_not() {
        for name in [
            "article_widget::view::article_state::notice",
            "<article_widget::browser::inert_parse::InertParser>::parse::__wbg_parseFromString_bb21744a533c73e4",
            "core::ptr::drop_in_place::<article_widget::domain::safe_markup::SafeNode>",
        ] {
            assert_eq!(complaint(name), None, "{name}");
        }
    }
}
