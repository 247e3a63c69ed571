//! One WebAssembly module as it lies in its file: its sections, and its functions with their names.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::ops::Range;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// The section that says where in the code the linker has put numbers, if it was asked to.
const CODE_NUMBERS: &str = "reloc.CODE";

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
    /// names any more, and the bytes of the body. The linker writes numbers with more bytes than they need where it says for the
    /// splitter where they are; those are not counted, because they do not stay.
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
        let (mut bodies, mut padded) = (Vec::new(), Vec::new());
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
                Payload::CodeSectionEntry(body) => bodies.push(body.range()),
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(section) => names = names_of_functions(section)?,
                    KnownCustom::Reloc(numbers) if section.name() == CODE_NUMBERS => {
                        for number in numbers.entries() {
                            padded.push(module.code.start + u64::from(number?.offset));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        padded.sort_unstable();
        for (index, body) in (imported..).zip(bodies) {
            let first = padded.partition_point(|place| *place < body.start);
            let its = padded.iter().skip(first).take_while(|place| **place < body.end);
            let spare: u64 = its.map(|place| spare_bytes(bytes, *place)).sum();
            module.functions.push((names.remove(&index).unwrap_or_default(), bytes_in(&body) - spare));
        }
        Ok(module)
    }
}

/// How many bytes of the number at this place say nothing: it is written in groups of seven bits, the last ones of which are zero.
fn spare_bytes(bytes: &[u8], place: u64) -> u64 {
    let rest = usize::try_from(place).ok().and_then(|place| bytes.get(place..)).unwrap_or_default();
    let goes_on = rest.iter().take_while(|byte| **byte >= 0x80).count();
    let number: Vec<u8> = rest.iter().take(goes_on + 1).map(|byte| byte & 0x7f).collect();
    // A number with a sign needs a zero in front of its highest bit.
    let is_spare = |pair: &&[u8]| matches!(pair, [before, 0] if before & 0x40 == 0);
    u64::try_from(number.windows(2).rev().take_while(is_spare).count()).unwrap_or_default()
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
    fn bytes_that_only_hold_a_place_are_not_counted() {
        let spare = |number: &[u8]| spare_bytes(number, 0);
        assert_eq!([spare(b"\x81\x80\x80\x80\x00\x41"), spare(b"\xc0\x80\x80\x80\x00"), spare(b"\x05\x00")], [4, 3, 0]);
        let section = |number: u8, bytes: &[u8]| [&[number, u8::try_from(bytes.len()).unwrap()], bytes].concat();
        let module = [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, b"\x01\x60\0\0"),
            section(3, b"\x01\0"),
            section(10, b"\x01\x08\0\x10\x80\x80\x80\x80\x00\x0b"),
            section(0, b"\x0areloc.CODE\x02\x01\x00\x04\x00"),
        ];
        assert_eq!(Module::read(&module.concat()).unwrap().functions, [(String::new(), 4)]);
    }

    #[test]
    fn what_is_no_module_is_told() {
        assert!(Module::read(b"<!doctype html>").unwrap_err().to_string().contains("no WebAssembly"));
    }
}
