//! What all parts take from the first module: its memory, its table of functions, its globals. Each module of the splitter takes them for
//! itself; modules that become one take them once, from a module that has nothing else and is put in front of them.

use super::module_names::text;
use super::parts::number;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use wasmparser::{BinaryReader, ImportSectionReader, Parser, Payload, TypeRef};

/// How the splitter's modules call the first module in their imports.
pub(super) const SPLITTER: &str = "__wasm_split";
/// How the parts of the release call it.
const NAME: &str = "p";

/// The bytes before the first section, and the numbers of the sections for imports and exports.
const HEAD: &[u8] = b"\0asm\x01\0\0\0";
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// A module that takes what any of these take, and hands it on under the same names.
///
/// # Errors
/// Where one of them takes a function: those are called by their number in the table.
pub(super) fn handed_on(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut taken = BTreeMap::<String, Vec<u8>>::new();
    for module in modules {
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::ImportSection(section) = payload.context("a part is no WebAssembly module")? {
                let bytes = module.get(usize::try_from(section.range().start)?..usize::try_from(section.range().end)?);
                taken.extend(described(bytes.context("an import section beyond the end")?)?);
            }
        }
    }
    let imports = taken.iter().map(|(name, what)| [text(NAME), text(name), what.clone()].concat());
    let imports = section(IMPORTS, imports.collect());
    let mut counts = BTreeMap::<u8, usize>::new();
    let exports = taken.iter().filter_map(|(name, what)| {
        let kind = *what.first()?;
        let count = counts.entry(kind).or_default();
        *count += 1;
        Some([text(name), vec![kind], number(*count - 1)].concat())
    });
    let exports = section(EXPORTS, exports.collect());
    Ok([HEAD.to_vec(), imports, exports].concat())
}

/// The names of a section of imports, and what stands behind each: its kind and its type.
fn described(content: &[u8]) -> Result<Vec<(String, Vec<u8>)>> {
    let section = ImportSectionReader::new(BinaryReader::new(content, 0))?;
    let entries = section.into_imports_with_offsets().collect::<Result<Vec<_>, _>>()?;
    let ends = entries.iter().skip(1).map(|(at, _)| usize::try_from(*at)).chain([Ok(content.len())]);
    let mut found = Vec::new();
    for ((at, import), end) in entries.iter().zip(ends) {
        if matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)) || import.module != SPLITTER {
            bail!(
                "a part imports {} from {}, which is no memory, table or global of the first module",
                import.name,
                import.module
            );
        }
        let named = usize::try_from(*at)? + text(import.module).len() + text(import.name).len();
        let what = content.get(named..end?).context("an entry ends before its names")?;
        found.push((import.name.to_owned(), what.to_vec()));
    }
    Ok(found)
}

fn section(kind: u8, entries: Vec<Vec<u8>>) -> Vec<u8> {
    let content = [number(entries.len()), entries.concat()].concat();
    [vec![kind], number(content.len()), content].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taking(entries: &[&[u8]]) -> Vec<u8> {
        let entries = entries.iter().map(|entry| [text(SPLITTER), entry.to_vec()].concat()).collect();
        [HEAD.to_vec(), section(IMPORTS, entries)].concat()
    }

    #[test]
    fn what_several_take_is_taken_once_and_handed_on() {
        let (memory, global): (&[u8], &[u8]) = (b"\x01m\x02\0\x15", b"\x01g\x03\x7f\x01");
        let handed = handed_on(&[taking(&[memory]), taking(&[memory, global])]).unwrap();
        let wanted =
            b"\0asm\x01\0\0\0\x02\x0f\x02\x01p\x01g\x03\x7f\x01\x01p\x01m\x02\0\x15\x07\x09\x02\x01g\x03\0\x01m\x02\0";
        assert_eq!(handed, wanted);
    }

    #[test]
    fn a_part_that_takes_a_function_is_refused() {
        let refused = handed_on(&[taking(&[b"\x01f\0\0"])]).unwrap_err().to_string();
        assert!(refused.starts_with("a part imports f"), "{refused}");
    }
}
