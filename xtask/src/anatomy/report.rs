//! What was found out of one build, as it is kept for later comparisons.

use super::module::Module;
use super::owner;
use crate::release::without_folder;
use crate::size;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

/// Bytes as they lie in the file, and alone after brotli at its best level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Weight {
    pub(crate) raw: u64,
    pub(crate) brotli: u64,
}

/// What one WebAssembly file of the release weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    pub(crate) whole: Weight,
    pub(crate) code: Weight,
    pub(crate) data: Weight,
    pub(crate) imports: Weight,
}

/// All functions of one readable name: a generic one is there once for each of its types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Function {
    /// Bytes of all of them.
    pub(crate) bytes: u64,
    /// Bytes of those that are in the first module, which every reader fetches.
    #[serde(default)]
    pub(crate) first: u64,
    /// How many they are.
    pub(crate) copies: u64,
}

/// One build.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Report {
    /// The release's WebAssembly files, by name without the version's folder.
    pub(crate) parts: BTreeMap<String, Part>,
    /// The functions of the module as the compiler left it.
    pub(crate) functions: BTreeMap<String, Function>,
}

impl Report {
    /// Of the files in a release folder, of the module with its names that they were made from, and of the first module as the splitter
    /// left it, if there is one.
    pub(crate) fn of(dist: &Path, named: &Path, first: &Path) -> Result<Self> {
        let mut report = Self::default();
        for file in size::of_folder(dist)?.into_iter().filter(|file| file.name.ends_with(".wasm")) {
            let bytes = std::fs::read(dist.join(&file.name)).with_context(|| format!("cannot read {}", file.name))?;
            report.parts.insert(without_folder(&file.name).to_owned(), part(&bytes)?);
        }
        let read = |path: &Path| {
            let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            Module::read(&bytes)
        };
        let whole = read(named)?;
        let first = if first.exists() { read(first)?.functions } else { whole.functions.clone() };
        report.functions = functions(&whole, &first.iter().map(|(name, _)| name.as_str()).collect());
        Ok(report)
    }

    /// Bytes by room of the project, as `app` and as `app::update`, from the functions: of all, and of those in the first module.
    pub(crate) fn rooms(&self) -> BTreeMap<String, [u64; 2]> {
        let mut rooms = BTreeMap::<String, [u64; 2]>::new();
        for (name, function) in &self.functions {
            let Some(room) = owner::room(name) else { continue };
            let folder = room.split("::").next().unwrap_or_default().to_owned();
            for key in if folder == room { vec![room] } else { vec![folder, room] } {
                add(rooms.entry(key).or_default(), function);
            }
        }
        rooms
    }

    /// Bytes by crate, and by family of the standard library, from the functions: of all, and of those in the first module.
    pub(crate) fn crates(&self) -> BTreeMap<String, [u64; 2]> {
        let mut crates = BTreeMap::<String, [u64; 2]>::new();
        for (name, function) in &self.functions {
            add(crates.entry(owner::owner(name)).or_default(), function);
        }
        crates
    }
}

fn add(sums: &mut [u64; 2], function: &Function) {
    let [all, first] = sums;
    *all += function.bytes;
    *first += function.first;
}

fn part(bytes: &[u8]) -> Result<Part> {
    let module = Module::read(bytes)?;
    let weight = |range: Range<u64>| {
        let bytes = bytes.get(usize::try_from(range.start)?..usize::try_from(range.end)?).unwrap_or_default();
        anyhow::Ok(Weight { raw: u64::try_from(bytes.len())?, brotli: size::brotli(bytes)? })
    };
    Ok(Part {
        whole: weight(0..u64::try_from(bytes.len())?)?,
        code: weight(module.code)?,
        data: weight(module.data)?,
        imports: weight(module.imports)?,
    })
}

/// `first`: the names, as the compiler wrote them, of the functions in the first module.
fn functions(module: &Module, first: &BTreeSet<&str>) -> BTreeMap<String, Function> {
    let mut functions = BTreeMap::<String, Function>::new();
    for (name, bytes) in &module.functions {
        let function = functions.entry(owner::readable(name)).or_default();
        function.bytes += bytes;
        function.first += if first.contains(name.as_str()) { *bytes } else { 0 };
        function.copies += 1;
    }
    functions
}

#[cfg(test)]
mod tests {
    use super::super::module::samples;
    use super::*;

    #[test]
    fn copies_of_one_name_are_added_up() {
        let functions = vec![("a::b".to_owned(), 3), ("c".to_owned(), 1), ("a::b".to_owned(), 4)];
        let found = super::functions(&Module { functions, ..Module::default() }, &["c"].into());
        assert_eq!(found.get("a::b"), Some(&Function { bytes: 7, first: 0, copies: 2 }));
        assert_eq!(found.get("c"), Some(&Function { bytes: 1, first: 1, copies: 1 }));
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_file_of_a_room_counts_for_its_folder_too() {
        let function = |bytes| Function { bytes, first: bytes % 2, copies: 1 };
        let functions = [
            ("article_widget::app::update::follow", 5),
            ("article_widget::app::list::List::more", 2),
            ("article_widget::mount", 1),
            ("yew::scheduler::start", 9),
        ];
        let functions = functions.map(|(name, bytes)| (name.to_owned(), function(bytes)));
        let report = Report { functions: functions.into_iter().collect(), ..Report::default() };
        let rooms = [("app", [7, 1]), ("app::list", [2, 0]), ("app::update", [5, 1]), ("mount", [1, 1])];
        assert_eq!(report.rooms(), rooms.map(|(name, bytes)| (name.to_owned(), bytes)).into_iter().collect());
        assert_eq!(report.crates().get("article_widget"), Some(&[8, 2]));
    }

    #[test]
    fn a_part_is_weighed_by_its_sections() {
        let bytes = samples::module();
        let part = part(&bytes).unwrap();
        assert_eq!([part.whole.raw, part.code.raw, part.imports.raw, part.data.raw], [62, 9, 7, 0]);
        assert!(part.code.brotli > 0);
    }
}
