//! One WebAssembly module as it lies in its file: its sections, and its functions with their names.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::ops::Range;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// What is read of a module.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Module {
    /// Where the section of the functions' bodies lies in the file.
    pub(crate) code: Range<u64>,
    /// Where the section of the data lies.
    pub(crate) data: Range<u64>,
    /// Where the section of the imports lies.
    pub(crate) imports: Range<u64>,
    /// The functions that are not imported, in the module's order: the name as the compiler wrote it, empty where the module has no
    /// names any more, and the bytes of the body.
    pub(crate) functions: Vec<(String, u64)>,
}

impl Module {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// Where they are no WebAssembly module.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        let mut module = Self::default();
        let mut names = BTreeMap::new();
        let mut imported = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.context("this is no WebAssembly module")? {
                Payload::ImportSection(section) => {
                    module.imports = section.range();
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                    }
                }
                Payload::DataSection(section) => module.data = section.range(),
                Payload::CodeSectionStart { unchecked_range, .. } => module.code = unchecked_range,
                Payload::CodeSectionEntry(body) => {
                    module.functions.push((String::new(), bytes_in(&body.range())));
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(section) = section.as_known() {
                        names = names_of_functions(section)?;
                    }
                }
                _ => {}
            }
        }
        for (index, (name, _)) in (imported..).zip(&mut module.functions) {
            *name = names.remove(&index).unwrap_or_default();
        }
        Ok(module)
    }
}

/// How many bytes lie in a range of a file.
fn bytes_in(range: &Range<u64>) -> u64 {
    range.end - range.start
}

/// The functions' names by their index, in which the imported ones come first.
fn names_of_functions(section: NameSectionReader<'_>) -> Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for group in section {
        if let Name::Function(functions) = group? {
            for naming in functions {
                let naming = naming?;
                names.insert(naming.index, naming.name.to_owned());
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
pub(super) mod samples {
    /// A section with its number and length.
    fn section(number: u8, bytes: &[u8]) -> Vec<u8> {
        [&[number, u8::try_from(bytes.len()).unwrap()], bytes].concat()
    }

    /// A module that imports one function, and has two of its own: `two` is longer than `one`.
    pub(in super::super) fn module() -> Vec<u8> {
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, b"\x01\x60\0\0"),
            section(2, b"\x01\x01e\x01f\0\0"),
            section(3, b"\x02\0\0"),
            section(10, b"\x02\x02\0\x0b\x04\0\x01\x01\x0b"),
            section(0, b"\x04name\x01\x0e\x03\0\x01f\x01\x03one\x02\x03two"),
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imported_functions_have_an_index_but_no_body() {
        let module = Module::read(&samples::module()).unwrap();
        assert_eq!(module.functions, [("one".to_owned(), 2), ("two".to_owned(), 4)]);
        assert_eq!([&module.code, &module.imports, &module.data].map(bytes_in), [9, 7, 0]);
    }

    #[test]
    fn what_is_no_module_is_told() {
        assert!(Module::read(b"<!doctype html>").unwrap_err().to_string().contains("no WebAssembly"));
    }
}
