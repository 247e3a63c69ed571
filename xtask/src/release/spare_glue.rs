//! What the glue has for callers and browsers that are not ours, taken out (0.6 KB after brotli, measured); and functions in the
//! shorter form of JavaScript, which esbuild does not choose by itself.

use anyhow::{Result, bail};

/// From the beginning of a text that the glue has once up to, but without, another; and what takes its place.
const PASSAGES: [(&str, &str, &str); 3] = [
    ("if (!('encodeInto' in cachedTextEncoder)) {", "let WASM_VECTOR_LEN = 0;", ""),
    // Who hands a text to the module always says how to make its place larger.
    ("    if (realloc === undefined) {", "    let len = arg.length;", ""),
    ("async function __wbg_load(", "export { initSync, __wbg_init as default };", START),
];

/// Hands what a function throws to the module. Starts the module once, however many loaders of a page ask, and after a failure again.
/// What the module exports has other names by now, so it is used by functions of the glue alone.
const START: &str = "const caught = (call) => (...given) => handleError(call, given);
let started;
const start = async (answer) => __wbg_finalize_init(await instance(answer, __wbg_get_imports()));
function begin({ module_or_path }) {
    return started ??= start(module_or_path).catch((error) => {
        started = undefined;
        throw error;
    });
}
";

/// What wasm-bindgen exports, and what is exported in its place.
const EXPORTS: (&str, &str) = ("export { initSync, __wbg_init as default };", "export { begin as default };");

/// For browsers without it; all of ours have it.
const REGISTRY: (&str, &str) = (
    "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new",
    "new",
);

/// The glue without what nobody needs.
pub(super) fn without_spare(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for (from, to, other) in PASSAGES {
        let parts = glue.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
        let Some((before, after)) = parts.filter(|(_, after)| !after.contains(from)) else {
            bail!(
                "the glue has not one passage from `{from}` to `{to}`: see what wasm-bindgen writes now, in release/spare_glue.rs"
            );
        };
        glue = format!("{before}{other}{to}{after}");
    }
    Ok(shorter_functions(&glue.replace(EXPORTS.0, EXPORTS.1).replace(REGISTRY.0, REGISTRY.1)))
}

/// The functions that the module imports, as arrow functions: none of them has a `this`.
fn shorter_functions(glue: &str) -> String {
    const INDENT: &str = "        ";
    let shorter = |line: &str| {
        let (name, function) =
            line.strip_prefix(INDENT).filter(|rest| !rest.starts_with(' '))?.split_once(": function(")?;
        if let Some(given) = function.strip_prefix(") { return handleError(function (") {
            let given = given.strip_suffix(") {")?;
            return Some(format!("{INDENT}{name}: caught(({given}) => {{"));
        }
        let given = function.strip_suffix(") {")?;
        Some(format!("{INDENT}{name}: ({given}) => {{"))
    };
    let mut text = String::new();
    for line in glue.lines() {
        match shorter(line) {
            Some(line) => text.push_str(&line),
            None if line == "        }, arguments); }," => text.push_str("        }),"),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

/// A glue with all that is looked for, as wasm-bindgen writes it.
#[cfg(test)]
pub(super) fn sample() -> String {
    PASSAGES.iter().map(|(from, to, _)| format!("{from}\n  old\n{to}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_needs_is_gone_and_its_neighbours_stay() {
        let glue = without_spare(&format!("before\n{}const a = {}(b);\n", sample(), REGISTRY.0)).unwrap();
        assert!(!glue.contains("old") && !glue.contains("initSync"), "{glue}");
        for kept in ["before\n", "let WASM_VECTOR_LEN = 0;", "const a = new(b);", EXPORTS.1] {
            assert!(glue.contains(kept), "{kept}: {glue}");
        }
    }

    #[test]
    fn a_passage_that_is_gone_or_there_twice_is_noticed() {
        for (from, ..) in PASSAGES {
            let told = |glue: &str| without_spare(glue).unwrap_err().to_string();
            assert!(told(&sample().replace(from, "")).contains(from));
            assert!(told(&format!("{}{from}", sample())).contains(from));
        }
    }

    #[test]
    fn what_takes_the_place_of_a_passage_uses_no_name_that_is_counted() {
        assert!(PASSAGES.iter().all(|(.., other)| !other.contains("wasm.")));
    }

    #[test]
    fn imported_functions_become_arrows_and_others_stay() {
        let glue = "        a_0: function(arg0, arg1) {\n            return arg0;\n        },\n        b_1: function() { return handleError(function (arg0) {\n            arg0();\n        }, arguments); },\nfunction c(d) {\n            e: function(f) {\n";
        let wanted = "        a_0: (arg0, arg1) => {\n            return arg0;\n        },\n        b_1: caught((arg0) => {\n            arg0();\n        }),\nfunction c(d) {\n            e: function(f) {\n";
        assert_eq!(shorter_functions(glue), wanted);
    }
}
