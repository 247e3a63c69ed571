//! Shorter names for what the module takes from the glue. wasm-bindgen ends each with 16 digits by chance, which no compression makes
//! shorter (1.9 KB of the module, 1.7 KB of the glue, measured); the names are counted instead, in both files alike.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use super::inputs::{GLUE, Inputs, MODULE, write};

/// How the names begin.
const BEGINS: &str = "__wb";
/// How many digits they end with.
const DIGITS: usize = 16;

/// Renames the imports in what Trunk has built; a second run changes nothing.
pub(super) fn shorten(inputs: &Inputs) -> Result<()> {
    let (glue, module) = counted(&inputs.built(GLUE)?, &inputs.built(MODULE)?)?;
    write(&inputs.built.join(GLUE), &glue)?;
    write(&inputs.built.join(MODULE), &module)
}

/// The glue and the module with counted names, each as long as before.
fn counted(glue: &[u8], module: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let names = names(glue);
    let Some(longest) = names.keys().map(Vec::len).max() else {
        bail!(
            "the glue names nothing that ends with {DIGITS} digits: see what wasm-bindgen writes now, in release/import_names.rs"
        );
    };
    let replaced = |bytes: &[u8]| replaced(bytes, &names, longest);
    Ok((replaced(glue), replaced(module)))
}

/// Every name with digits by chance, and the counted name that replaces it.
fn names(glue: &[u8]) -> BTreeMap<Vec<u8>, Vec<u8>> {
    let mut names: BTreeMap<Vec<u8>, Vec<u8>> = words(glue).map(|(_, word)| (word.to_vec(), Vec::new())).collect();
    for (number, (name, other)) in names.iter_mut().enumerate() {
        other.extend(name.iter().take(name.len() - DIGITS));
        other.extend(format!("{number:0DIGITS$x}").into_bytes());
    }
    names
}

/// The words of a file that are such names, each with its place.
fn words(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'$';
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = bytes.get(from..)?;
            let begin = from + rest.iter().position(is_of_word)?;
            let word = bytes.get(begin..)?;
            let word = word.get(..word.iter().position(|byte| !is_of_word(byte)).unwrap_or(word.len()))?;
            from = begin + word.len();
            if is_numbered(word) {
                return Some((begin, word));
            }
        }
    })
}

fn is_numbered(word: &[u8]) -> bool {
    let (Some(kept), Some(digits)) = (
        word.len().checked_sub(DIGITS + 1).and_then(|length| word.get(..=length)),
        word.len().checked_sub(DIGITS).and_then(|from| word.get(from..)),
    ) else {
        return false;
    };
    let is_digit = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
    word.starts_with(BEGINS.as_bytes()) && kept.ends_with(b"_") && digits.iter().all(is_digit)
}

/// In the module a name has its length before it and no sign after it: it is looked for as a whole.
fn replaced(bytes: &[u8], names: &BTreeMap<Vec<u8>, Vec<u8>>, longest: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(byte) = rest.first() {
        let window = rest.get(..longest.min(rest.len())).unwrap_or_default();
        let found = if window.starts_with(BEGINS.as_bytes()) {
            (BEGINS.len()..=window.len()).rev().find_map(|length| names.get_key_value(window.get(..length)?))
        } else {
            None
        };
        let (taken, put) = found.map_or((1, std::slice::from_ref(byte)), |(name, other)| (name.len(), other));
        out.extend_from_slice(put);
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE_TEXT: &[u8] =
        b"imports = { __wbg_key_b7978e4cf78dc62b: f, __wbg_key_33c588e07fd74724: g, __wbg_ptr: 1 };
        wasm.__wbindgen_cast_0000000000000001(x); other_b7978e4cf78dc62b";

    #[test]
    fn names_are_counted_in_both_files_and_stay_as_long() {
        let module = b"\x1a__wbg_key_b7978e4cf78dc62b\x00\x1a__wbg_key_33c588e07fd74724\x00data b7978e4cf78dc62b";
        let (glue, after) = counted(GLUE_TEXT, module).unwrap();
        assert_eq!((glue.len(), after.len()), (GLUE_TEXT.len(), module.len()));
        assert_eq!(after, b"\x1a__wbg_key_0000000000000001\x00\x1a__wbg_key_0000000000000000\x00data b7978e4cf78dc62b");
        let glue = String::from_utf8(glue).unwrap();
        assert!(glue.contains("__wbg_key_0000000000000001: f, __wbg_key_0000000000000000: g, __wbg_ptr: 1"));
        assert!(glue.ends_with("wasm.__wbindgen_cast_0000000000000002(x); other_b7978e4cf78dc62b"));
    }

    #[test]
    fn done_twice_it_is_done_once() {
        let once = counted(GLUE_TEXT, GLUE_TEXT).unwrap();
        assert_eq!(counted(&once.0, &once.1).unwrap(), once);
    }

    #[test]
    fn a_glue_that_names_nothing_so_is_noticed() {
        assert!(counted(b"imports = {}", b"").unwrap_err().to_string().contains("wasm-bindgen"));
    }
}
