//! The project's own files, and the way a rule complains about them.

use std::path::{Path, PathBuf};

use super::code::{self, Token};
use super::javascript;

/// A file of the project.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// From the project's folder, with forward slashes: `src/domain/body.rs`.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    /// A file that is not there, for tests of the rules themselves.
    pub(super) fn sample(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// What stands in a function of such a file.
    pub(super) fn in_function(path: &str, text: &str) -> Self {
        Self::sample(path, &format!("fn sample() {{ {text}\n}}"))
    }

    /// The text without comments, of Rust or of JavaScript.
    #[track_caller]
    pub(super) fn without_comments(&self) -> String {
        if !self.path.ends_with(".rs") {
            return javascript::without_comments(&self.text);
        }
        code::without_comments(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// The words and signs of a Rust file.
    #[track_caller]
    pub(super) fn tokens(&self) -> Vec<Token> {
        code::tokens(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// A Rust file as its grammar reads it.
    #[track_caller]
    pub(super) fn syntax(&self) -> syn::File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// The folder under `src`; empty for files that stand there alone.
    pub(super) fn layer(&self) -> &str {
        self.path.strip_prefix("src/").and_then(|rest| rest.split_once('/')).map_or("", |(layer, _)| layer)
    }
}

/// The project's folder.
pub(super) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// One file.
#[track_caller]
pub(super) fn read(path: &str) -> Source {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Source { path: path.to_owned(), text }
}

/// The paths of all files below a folder whose names end so, in order.
#[track_caller]
pub(super) fn paths_below(folder: &str, ending: &str) -> Vec<String> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    let mut found: Vec<String> = paths
        .iter()
        .filter_map(|path| path.strip_prefix(root()).ok()?.to_str())
        .map(|path| path.replace('\\', "/"))
        .filter(|path| path.ends_with(ending))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "{folder} has no file that ends in {ending}: this test looks in the wrong place");
    found
}

/// All files below a folder whose names end so, in order of their paths.
#[track_caller]
pub(super) fn below(folder: &str, ending: &str) -> Vec<Source> {
    paths_below(folder, ending).iter().map(|path| read(path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if !path.is_dir() {
            paths.push(path);
        } else if path.file_name().is_some_and(|name| name != "target" && name != "node_modules") {
            collect(&path, paths);
        }
    }
}

/// Fails with all complaints at once.
#[track_caller]
pub(super) fn must_be_none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n\n{}\n", complaints.join("\n\n"));
}

/// Checks that a rule notices a sample that breaks it: exactly one complaint, which names the place and says all these words.
#[track_caller]
pub(super) fn must_be_one(complaints: Vec<String>, words: &[&str]) {
    let [complaint] = complaints.as_slice() else {
        panic!("one complaint was expected: {complaints:#?}");
    };
    for word in words {
        assert!(complaint.contains(word), "{complaint:?} does not mention {word:?}");
    }
}
