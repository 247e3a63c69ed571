//! What the release changes in the glue that wasm-bindgen writes: calls of the browser that are replaced by functions of
//! `src/element/loader/glue/`.

use super::parts::{AHEAD, LINK};
use super::spare_glue::without_spare;
use anyhow::{Result, bail};

/// The scripts that stand in for calls of the glue, from where Trunk puts them beside it.
const IMPORTS: &str = "import { guard } from \"./glue/guard.js\";
import { pause, soon } from \"./glue/printing.js\";
import { instance } from \"./glue/start.js\";
import { put, say, takeOut } from \"./glue/texts.js\";
export { ended } from \"./glue/guard.js\";
";

/// Texts that stand in the glue exactly once, each with what replaces it.
const CALLS: [(&str, &str); 6] = [
    ("arg0.insertBefore(arg1, arg2)", "put(arg0, arg1, arg2)"),
    ("arg0.removeChild(arg1)", "takeOut(arg0, arg1)"),
    (
        "arg0.nodeValue = arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2)",
        "say(arg0, getStringFromWasm0(arg1, arg2))",
    ),
    // The `setTimeout` that Yew calls. The other one may throw, so wasm-bindgen writes it otherwise, and it stays as it is.
    (
        ": function(arg0, arg1) {\n            const ret = setTimeout(arg0, arg1)",
        ": function(arg0, arg1) {\n            const ret = pause(arg0, arg1)",
    ),
    ("queueMicrotask(arg0)", "soon(arg0)"),
    ("wasm = instance.exports;", "wasm = guard(instance.exports);"),
];

/// The names under which Yew writes numbers on elements.
const NUMBERS: [&str; 3] = ["subtree_id", "subtree_cache_key", "listener_id"];

/// The glue with [`CALLS`] replaced.
pub(super) fn changed(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    for (from, to) in CALLS {
        let times = glue.matches(from).count();
        if times != 1 {
            bail!(
                "the glue says `{from}` {times} times and not once: see what Yew and wasm-bindgen write now, in release/glue.rs"
            );
        }
        glue = glue.replace(from, to);
    }
    let ahead = format!("export {{ {AHEAD} }} from \"./{LINK}\";\n");
    Ok(IMPORTS.to_owned() + &ahead + &without_spare(&unlike_other_apps(&named_once(&glue))?)?)
}

/// wasm-bindgen imports the script that fetches parts once for each part, and hands the module a list in which it stands as often.
fn named_once(glue: &str) -> String {
    let is_import = |line: &str| line.starts_with("import ") && line.contains(LINK);
    let is_entry = |line: &str| line.trim_start().starts_with(&format!("\"./{LINK}\": "));
    let (mut imports, mut entries) = (0, 0);
    let keeps = |line: &&str| {
        imports += u32::from(is_import(line));
        entries += u32::from(is_entry(line));
        !(is_import(line) && imports > 1 || is_entry(line) && entries > 1)
    };
    glue.split_inclusive('\n').filter(keeps).collect()
}

/// Yew numbers elements and events, from 1 in every application: one around the widget, or in its article, would take the
/// widget's elements for its own and run its own handlers for them. So the widget's numbers have names of their own.
fn unlike_other_apps(glue: &str) -> Result<String> {
    for name in NUMBERS {
        if !glue.contains(&format!(".__yew_{name}")) {
            bail!(
                "Yew no longer writes `__yew_{name}` on elements: see what it writes now, in release/glue.rs and browser/other_apps.rs"
            );
        }
    }
    Ok(glue.replace(".__yew_", ".__article_widget_"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::spare_glue;

    fn glue() -> String {
        let numbers = NUMBERS.map(|name| format!("e.__yew_{name}"));
        CALLS.iter().map(|(from, _)| format!("{from}\n")).chain(numbers).chain([spare_glue::sample()]).collect()
    }

    #[test]
    fn every_call_is_another_and_nothing_else_is() {
        let changed = changed(&format!("{}arg0.appendChild(arg1)", glue())).unwrap();
        for (from, to) in CALLS {
            assert!(changed.contains(to) && !changed.contains(from), "{from}");
        }
        assert!(changed.contains("arg0.appendChild(arg1)"));
    }

    #[test]
    fn the_script_that_fetches_parts_is_named_once() {
        let twice = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nfoo\n        \"./__wasm_split.js\": import1,\n        \"./__wasm_split.js\": import2,\n";
        let once = "import * as import1 from \"./__wasm_split.js\"\nfoo\n        \"./__wasm_split.js\": import1,\n";
        assert_eq!(named_once(twice), once);
    }

    #[test]
    fn a_call_that_is_gone_or_there_twice_is_noticed() {
        for (from, _) in CALLS {
            assert!(changed(&glue().replace(from, "")).unwrap_err().to_string().contains("0 times"), "{from}");
            assert!(changed(&format!("{}{from}", glue())).unwrap_err().to_string().contains("2 times"), "{from}");
        }
    }

    #[test]
    fn what_yew_writes_on_elements_has_the_widgets_name() {
        assert!(
            changed(&glue()).unwrap().contains("e.__article_widget_subtree_ide.__article_widget_subtree_cache_key")
        );
        let error = changed(&glue().replace(".__yew_subtree_cache_key", "")).unwrap_err();
        assert!(error.to_string().contains("__yew_subtree_cache_key"));
    }
}
