//! Short names for what the module takes from the glue and what the glue takes from the module. wasm-bindgen's say for whom they are
//! made and end with 16 digits by chance, which no compression makes shorter (2 KB of each file, measured); here they are counted, in
//! both files alike. Functions of the glue that do the same become one.

use super::inputs::{GLUE, Inputs, MODULE, write};
use super::module_names::{Names, renamed};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{Export, ExternalKind, Parser, Payload};

/// Between these the glue has the functions that the module imports.
const BEGINS: &str = "    const import0 = {\n        __proto__: null,\n";
const ENDS: &str = "\n    };\n";

/// How the glue calls what the module exports.
const MODULE_OF_GLUE: &str = "wasm.";

/// How the module calls the glue in its imports, and scripts whose functions it imports as they are; and how both are called now.
const FROM_GLUE: (&str, &str) = ("./article-widget-app_bg.js", "a");
const FROM_SCRIPT: (&str, &str) = ("./snippets/", "b");

/// Renames what Trunk has built; a second run changes nothing.
pub(super) fn shorten(inputs: &Inputs) -> Result<()> {
    let glue = String::from_utf8(inputs.built(GLUE)?).context("the glue is no text")?;
    let (glue, module) = counted(&glue, &inputs.built(MODULE)?)?;
    write(&inputs.built.join(GLUE), glue.as_bytes())?;
    write(&inputs.built.join(MODULE), &module)
}

/// The glue and the module with counted names.
fn counted(glue: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let parts = glue.split_once(BEGINS).and_then(|(before, rest)| Some((before, rest.split_once(ENDS)?)));
    let Some((before, (functions, after))) = parts else {
        bail!(
            "the glue has no list of what the module imports: see what wasm-bindgen writes now, in release/import_names.rs"
        );
    };
    let (functions, imports) = once_each(functions);
    let functions_of_module = exported(module)?;
    let used = used(glue).filter(|name| functions_of_module.contains(*name));
    let exports = used.enumerate().map(|(number, name)| (name.to_owned(), short(number))).collect();
    let mut short = Short { imports, exports, scripts: BTreeMap::new() };
    let named = after.split('"').filter(|text| text.starts_with(FROM_SCRIPT.0));
    short.scripts =
        named.enumerate().map(|(number, name)| (name.to_owned(), format!("{}{number}", FROM_SCRIPT.1))).collect();
    let mut after = after.replace(&format!("\"{}\": ", FROM_GLUE.0), &format!("\"{}\": ", FROM_GLUE.1));
    for (name, other) in &short.scripts {
        after = after.replace(&format!("\"{name}\": "), &format!("\"{other}\": "));
    }
    let glue = format!("{before}{BEGINS}{functions}{ENDS}{after}");
    Ok((short.in_glue(&glue), renamed(module, &short)?))
}

/// The functions under counted names, those that are alike under one; and which name is now which.
fn once_each(functions: &str) -> (String, BTreeMap<String, String>) {
    let mut found: Vec<(&str, String)> = Vec::new();
    for line in functions.lines() {
        let begun = line.strip_prefix("        ").filter(|rest| !rest.starts_with([' ', '}']));
        if let Some((name, rest)) = begun.and_then(|rest| rest.split_once(": ")) {
            found.push((name, format!("{rest}\n")));
        } else if let Some((_, function)) = found.last_mut() {
            function.push_str(line);
            function.push('\n');
        }
    }
    let (mut text, mut names, mut seen) = (String::new(), BTreeMap::new(), BTreeMap::<String, String>::new());
    for (name, function) in found {
        let next = short(seen.len());
        let other = seen.entry(function).or_insert_with_key(|function| {
            text.push_str(&format!("        {next}: {function}"));
            next
        });
        names.insert(name.to_owned(), other.clone());
    }
    (text.trim_end_matches('\n').to_owned(), names)
}

/// The names of what the glue uses of the module's, each once.
fn used(glue: &str) -> impl Iterator<Item = &str> {
    let mut seen = BTreeSet::new();
    let names = glue.split(MODULE_OF_GLUE).skip(1).map(|rest| name_before(rest).0);
    names.filter(move |name| !name.is_empty() && seen.insert(*name))
}

/// The name at the beginning of a text, and the rest.
fn name_before(text: &str) -> (&str, &str) {
    let end = text.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').unwrap_or(text.len());
    text.split_at(end)
}

/// The names of the functions that a module exports. Its memory and tables keep theirs, by which its parts take them.
fn exported(module: &[u8]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ExportSection(section) = payload.context("this is no WebAssembly module")? {
            for export in section {
                let export = export?;
                if export.kind == ExternalKind::Func {
                    names.insert(export.name.to_owned());
                }
            }
        }
    }
    Ok(names)
}

/// Two letters or more for a number.
fn short(number: usize) -> String {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    let before = if number < 26 * 26 { letter(number / 26).to_string() } else { short(number / 26 - 26) };
    format!("{before}{}", letter(number))
}

/// Which name is now which.
struct Short {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
    scripts: BTreeMap<String, String>,
}

impl Short {
    /// The glue, which uses what the module exports under the counted names.
    fn in_glue(&self, glue: &str) -> String {
        let mut texts = glue.split(MODULE_OF_GLUE);
        let mut out = texts.next().unwrap_or_default().to_owned();
        for rest in texts {
            let (name, after) = name_before(rest);
            out.push_str(MODULE_OF_GLUE);
            out.push_str(self.exports.get(name).map_or(name, String::as_str));
            out.push_str(after);
        }
        out
    }
}

impl Names for Short {
    fn import<'n>(&'n self, module: &'n str, name: &'n str) -> [&'n str; 2] {
        if let Some(script) = self.scripts.get(module) {
            return [script, name];
        }
        match self.imports.get(name) {
            Some(name) if module == FROM_GLUE.0 => [FROM_GLUE.1, name],
            _ => [module, name],
        }
    }

    fn export<'n>(&'n self, export: &Export<'n>) -> &'n str {
        self.exports.get(export.name).filter(|_| export.kind == ExternalKind::Func).map_or(export.name, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::parts::number;

    const GLUE_TEXT: &str = "import * as import1 from \"./snippets/x/rows.js\"
class Handle { free() { wasm.handle_free(1); } }
    const import0 = {
        __proto__: null,
        __wbg_key_b7978e4cf78dc62b: function(arg0) {
            return arg0.key;
        },
        __wbg_key_33c588e07fd74724: function(arg0) {
            return arg0.key;
        },
        __wbg_call_33c588e07fd74724: function(arg0) {
            wasm.__wbindgen_call(arg0);
        },
    };
    return {
        \"./article-widget-app_bg.js\": import0,
        \"./snippets/x/rows.js\": import1,
        \"./__wasm_split.js\": import2,
    };
    wasm.memory; wasm.handle_free;
";

    /// A module of one type, with imports and exports.
    fn module(imports: &[[&str; 2]], exports: &[(&str, u8)]) -> Vec<u8> {
        let section = |kind: u8, entries: Vec<Vec<u8>>| {
            let content = [number(entries.len()), entries.concat()].concat();
            [vec![kind], number(content.len()), content].concat()
        };
        let text = |text: &str| [number(text.len()), text.as_bytes().to_vec()].concat();
        let imports = imports.iter().map(|[from, name]| [text(from), text(name), vec![0, 0]].concat()).collect();
        let exports = exports.iter().map(|(name, kind)| [text(name), vec![*kind, 0]].concat()).collect();
        [b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0".to_vec(), section(2, imports), section(7, exports)].concat()
    }

    #[test]
    fn names_are_counted_in_both_files_and_functions_that_are_alike_become_one() {
        let from = "./article-widget-app_bg.js";
        let imports = [
            [from, "__wbg_key_33c588e07fd74724"],
            [from, "__wbg_call_33c588e07fd74724"],
            [from, "__wbg_key_b7978e4cf78dc62b"],
            ["./snippets/x/rows.js", "soon"],
            ["./__wasm_split.js", "load"],
        ];
        let exports = [("memory", 2), ("__wbindgen_call", 0), ("handle_free", 0), ("unused", 0)];
        let (glue, renamed) = counted(GLUE_TEXT, &module(&imports, &exports)).unwrap();
        let imports = [["a", "aa"], ["a", "ab"], ["a", "aa"], ["b0", "soon"], ["./__wasm_split.js", "load"]];
        assert_eq!(renamed, module(&imports, &[("memory", 2), ("ab", 0), ("aa", 0), ("unused", 0)]));
        assert!(glue.contains("        aa: function(arg0) {\n            return arg0.key;\n        },\n        ab: function(arg0) {\n            wasm.ab(arg0);\n        },\n    };"), "{glue}");
        assert!(
            glue.contains("\"a\": import0,\n        \"b0\": import1,\n        \"./__wasm_split.js\": import2,"),
            "{glue}"
        );
        assert!(glue.contains("from \"./snippets/x/rows.js\"") && glue.contains("wasm.memory; wasm.aa;"), "{glue}");
        assert_eq!(counted(&glue, &renamed).unwrap(), (glue, renamed), "done twice it is done once");
    }

    #[test]
    fn every_number_has_a_name_of_its_own() {
        let names: BTreeSet<String> = (0..2_000).map(short).collect();
        assert_eq!(names.len(), 2_000);
        assert_eq!([0, 25, 26, 675, 676].map(short), ["aa", "az", "ba", "zz", "aaa"]);
    }

    #[test]
    fn a_glue_that_lists_no_functions_is_noticed() {
        assert!(counted("imports = {}", b"").unwrap_err().to_string().contains("wasm-bindgen"));
    }
}
