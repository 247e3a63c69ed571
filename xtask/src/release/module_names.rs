//! Other names for what a module imports and exports: the module's bytes with these names in the place of its own.

use super::parts::number;
use anyhow::{Context, Result};
use wasmparser::{BinaryReader, Export, ExportSectionReader, ImportSectionReader};

/// The bytes before the first section.
const HEAD: usize = 8;
/// The numbers of the two sections.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// What says other names.
pub(super) trait Names {
    /// Those of an import: the module that it is from, and its own.
    fn import<'n>(&'n self, module: &'n str, name: &'n str) -> [&'n str; 2];
    /// That of an export.
    fn export<'n>(&'n self, export: &Export<'n>) -> &'n str;
}

/// The module with other names.
pub(super) fn renamed(module: &[u8], names: &impl Names) -> Result<Vec<u8>> {
    let (head, mut rest) = module.split_at_checked(HEAD).context("this is no module")?;
    let mut out = head.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        let mut reader = BinaryReader::new(after, 0);
        let length = usize::try_from(reader.read_var_u32()?)?;
        let content = reader.read_bytes(length)?;
        let content = match *kind {
            IMPORTS => imports(content, names)?,
            EXPORTS => exports(content, names)?,
            _ => content.to_vec(),
        };
        out.push(*kind);
        out.extend(number(content.len()));
        out.extend(content);
        rest = reader.read_bytes(reader.bytes_remaining())?;
    }
    Ok(out)
}

fn imports(content: &[u8], names: &impl Names) -> Result<Vec<u8>> {
    let section = ImportSectionReader::new(BinaryReader::new(content, 0))?;
    let entries = section.into_imports_with_offsets().collect::<Result<Vec<_>, _>>()?;
    let entries = entries.into_iter().map(|(at, import)| {
        let [module, name] = names.import(import.module, import.name);
        (at, vec![import.module, import.name], vec![module, name])
    });
    rewritten(content, &entries.collect::<Vec<_>>())
}

fn exports(content: &[u8], names: &impl Names) -> Result<Vec<u8>> {
    let section = ExportSectionReader::new(BinaryReader::new(content, 0))?;
    let entries = section.into_iter_with_offsets().collect::<Result<Vec<_>, _>>()?;
    let entries: Vec<_> =
        entries.iter().map(|(at, export)| (*at, vec![export.name], vec![names.export(export)])).collect();
    rewritten(content, &entries)
}

/// A section of which each entry begins with names: its place, these, and those that replace them.
fn rewritten(content: &[u8], entries: &[(u64, Vec<&str>, Vec<&str>)]) -> Result<Vec<u8>> {
    let mut out = number(entries.len());
    let ends = entries.iter().skip(1).map(|(at, ..)| usize::try_from(*at)).chain([Ok(content.len())]);
    for ((at, before, after), end) in entries.iter().zip(ends) {
        let named = usize::try_from(*at)? + before.iter().map(|name| text(name).len()).sum::<usize>();
        out.extend(after.iter().flat_map(|name| text(name)));
        out.extend(content.get(named..end?).context("an entry ends before its names")?);
    }
    Ok(out)
}

/// A name as WebAssembly writes it.
pub(super) fn text(name: &str) -> Vec<u8> {
    let mut bytes = number(name.len());
    bytes.extend(name.as_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Longer;

    impl Names for Longer {
        fn import<'n>(&'n self, module: &'n str, name: &'n str) -> [&'n str; 2] {
            if name == "f" { ["another", "name"] } else { [module, name] }
        }

        fn export<'n>(&'n self, export: &Export<'n>) -> &'n str {
            if export.name == "g" { "longer" } else { export.name }
        }
    }

    #[test]
    fn names_change_and_what_they_name_does_not() {
        let before = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0d\x02\x01m\x01f\0\0\x01m\x01h\0\0\x07\x09\x02\x01g\0\0\x01k\0\x01\x00\x03\x01ab";
        let wanted = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x16\x02\x07another\x04name\0\0\x01m\x01h\0\0\x07\x0e\x02\x06longer\0\0\x01k\0\x01\x00\x03\x01ab";
        assert_eq!(renamed(before, &Longer).unwrap(), wanted);
        assert!(renamed(b"\0asm", &Longer).is_err());
    }
}
