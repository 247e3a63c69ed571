//! Whether what belongs to a part has crept back into the first module or into the engine, which every reader fetches: one call from
//! there is enough for that.

use super::inputs::{Inputs, files};
use super::part_files::ENGINE;
use super::parts::listed;
use crate::anatomy::{Module, readable};
use anyhow::{Context, Result};
use std::path::Path;

/// What to do about a complaint.
pub(crate) const RULE: &str = "What only a part needs is named in its file in src/parts/ and nowhere else; where every reader needs it too, it leaves its list in xtask/src/release/borders.rs.";

/// What the splitter leaves in the place of a function that lies in another module.
const SHIM: &str = "indirect_call_shim";

/// Files and folders in folders of `src/`.
type Places<'a> = &'a [(&'a str, &'a [&'a str])];

/// Those whose functions no page needs before a part is there.
const BEHIND: Places<'static> = &[
    ("app", &["actions", "deleting", "events", "lifecycle", "received", "responses", "update", "warnings"]),
    (
        "browser",
        &[
            "article_source",
            "channel",
            "clipboard",
            "effect_runner",
            "found_marks",
            "indexed_db",
            "inert_parse",
            "manage_effects",
            "mirror_ask",
            "mirror_writes",
            "new_rows",
            "peers",
            "save_as",
            "text_heights",
        ],
    ),
    ("domain", &["filtering", "markup_builder", "pretence", "search", "seen", "text_edit"]),
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
            "formatting",
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
    ("store/format", &["record_writing"]),
    ("replica", &["appending", "purge", "reconciliation", "removal", "repair", "round", "sending"]),
    (
        "view",
        &[
            "article",
            "chips",
            "code_block",
            "engine_views",
            "field",
            "finder",
            "finder_place",
            "format_tools",
            "formatted",
            "mark",
            "notice",
            "other_drafts",
            "panel",
            "panel_files",
            "panel_import",
            "panel_threads",
            "panel_unsaved",
            "preview",
            "safe_html",
            "save_label",
            "signs",
            "spoiler",
            "storage_meter",
            "undo_row",
        ],
    ),
];

/// Those whose functions the engine does without, too.
const BESIDE_ENGINE: Places<'static> = &[
    ("app/published", &["reading"]),
    ("app/finding", &["searching"]),
    ("app/names", &["index"]),
    ("app/submission", &["letter"]),
    ("browser", &["article_source", "found_marks", "inert_parse", "published_source", "thread_count"]),
    ("domain", &["anchors", "differences", "hidden_signs", "look_alikes", "mailto", "pretence", "search", "text_edit"]),
    ("reader", &["formatting"]),
    ("store/file", &["file_reader", "import_item", "line_reader", "publication", "streamed_file"]),
    (
        "view",
        &[
            "code_block",
            "field",
            "finder",
            "format_tools",
            "formatted",
            "history",
            "names",
            "preview",
            "spoiler",
            "submission",
        ],
    ),
];

/// A sentence for each function that is on the wrong side, from the names that modules have before they are made smaller.
pub(crate) fn crossed(inputs: &Inputs) -> Result<Vec<String>> {
    let mut complaints = Vec::new();
    for (_, path) in files(&inputs.parts().join("main"))? {
        complaints.extend(complaints_of(&path, "the first module", &[BEHIND, BESIDE_ENGINE].concat())?);
    }
    for stem in listed(inputs)?.get(ENGINE).into_iter().flatten() {
        complaints.extend(complaints_of(&inputs.parts().join(format!("{stem}.wasm")), "the engine", BESIDE_ENGINE)?);
    }
    Ok(complaints)
}

fn complaints_of(module: &Path, called: &str, behind: Places) -> Result<Vec<String>> {
    let bytes = std::fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let functions = Module::read(&bytes)?.functions;
    Ok(functions.iter().filter_map(|(name, _)| complaint(&readable(name), called, behind)).collect())
}

fn complaint(name: &str, called: &str, behind: Places) -> Option<String> {
    // What stands for a function of the page is always in the first module, which alone knows the page.
    if name.contains("::__wbg_") || name.contains(SHIM) {
        return None;
    }
    let place = name.trim_start_matches('<').strip_prefix("article_widget::")?;
    let is_in = |folder: &str, file: &str| {
        let module = format!("{}::{file}::", folder.replace('/', "::"));
        place.starts_with(&module)
    };
    let (folder, file) =
        behind.iter().find_map(|(folder, files)| Some((folder, files.iter().find(|file| is_in(folder, file))?)))?;
    Some(format!("{name} is in {called}, but src/{folder}/{file}.rs belongs to a part."))
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
            let complaint = complaint(name, "the first module", BEHIND);
            assert!(complaint.is_some_and(|told| told.contains(name)), "{name}");
        }
        let reads = "<article_widget::store::file::line_reader::LineReader>::take";
        assert!(complaint(reads, "the engine", BESIDE_ENGINE).is_some(), "a file of a folder in a folder");
    }

    #[test]
    fn every_file_that_is_named_is_there() {
        for (folder, files) in [BEHIND, BESIDE_ENGINE].concat() {
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
            assert_eq!(complaint(name, "the first module", BEHIND), None, "{name}");
        }
    }
}
