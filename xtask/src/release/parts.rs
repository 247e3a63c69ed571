//! The parts that the splitter has cut off the module, and the script by which the glue fetches them.

use super::inputs::Inputs;
use super::stamp::integrity;
use crate::{process, tools};
use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// The script that fetches parts, as the module names it. The splitter writes one; the release puts its own in the place.
pub(crate) const LINK: &str = "__wasm_split.js";
/// The file in which the splitter says which files each part consists of.
pub(crate) const LIST: &str = "parts.json";

/// From where a form of the widget has its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// Files beside the glue.
    Files,
    /// The script itself, which holds all of them, packed.
    Script,
}

/// All parts.
#[derive(Debug)]
pub(crate) struct Parts {
    /// The modules, each with the name of its file.
    pub(crate) modules: BTreeMap<String, Vec<u8>>,
    /// Each part, with the names of the files that it consists of.
    consist: BTreeMap<String, Vec<String>>,
}

impl Parts {
    /// What the splitter left, made smaller.
    pub(crate) fn of(inputs: &Inputs) -> Result<Self> {
        let folder = inputs.parts();
        let list = std::fs::read_to_string(folder.join(LIST)).context("the splitter left no list of parts")?;
        let list: BTreeMap<String, Vec<String>> = serde_json::from_str(&list).context("the list of parts")?;
        let consist = named(&list);
        let wasm_opt = tools::wasm_opt()?.ensure()?.path;
        let small = inputs.workshop.join("part.wasm");
        let mut modules = BTreeMap::new();
        for (stem, name) in names(&list) {
            let mut command = process::command(&wasm_opt);
            command.arg("-Oz").arg(folder.join(format!("{stem}.wasm"))).arg("--output").arg(&small);
            process::run(&mut command)?;
            let bytes = std::fs::read(&small).with_context(|| format!("cannot read {}", small.display()))?;
            modules.insert(name, bytes);
        }
        Ok(Self { modules, consist })
    }

    /// The script that fetches them, which stands beside the glue until the two are joined.
    pub(crate) fn link(&self, from: From) -> String {
        let mut script = String::from("import { part } from \"./glue/parts.js\";\n");
        if from == From::Script {
            script.push_str("import { unpacked } from \"./unpacked.js\";\n");
        }
        for (number, (name, bytes)) in self.modules.iter().enumerate() {
            script.push_str(&match from {
                From::Files => format!(
                    "const file{number} = (cache) => fetch(new URL(\"./{name}\", import.meta.url), {{ integrity: \"{}\", cache }});\n",
                    integrity(bytes)
                ),
                From::Script => format!(
                    "import packed{number} from \"./{name}.gz\";\nconst file{number} = async () => unpacked(packed{number});\n"
                ),
            });
        }
        for (part, consists_of) in &self.consist {
            let numbers = self.modules.keys().enumerate().filter(|(_, name)| consists_of.contains(name));
            let list: Vec<String> = numbers.map(|(number, _)| format!("file{number}")).collect();
            script.push_str(&format!("export const __wasm_split_load_{part} = part({});\n", list.join(", ")));
        }
        script
    }
}

/// The name of the file for each module that the splitter wrote. What belongs to several parts is named after all of them: the splitter
/// only numbers it, and the number changes with what else there is.
fn names(list: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, String> {
    let mut users: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (part, stems) in list {
        for stem in stems {
            users.entry(stem.clone()).or_default().push(part);
        }
    }
    users.into_iter().map(|(stem, parts)| (stem, format!("article-widget-{}.wasm", parts.join("-and-")))).collect()
}

fn named(list: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, Vec<String>> {
    let names = names(list);
    let of = |stems: &Vec<String>| stems.iter().filter_map(|stem| names.get(stem).cloned()).collect();
    list.iter().map(|(part, stems)| (part.clone(), of(stems))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let stems = |stems: &[&str]| stems.iter().map(|stem| (*stem).to_owned()).collect::<Vec<_>>();
        let list = BTreeMap::from([
            ("article".to_owned(), stems(&["chunk_3", "split_article"])),
            ("manage".to_owned(), stems(&["chunk_3", "split_manage"])),
            // Another part does all that this one would.
            ("empty".to_owned(), stems(&[])),
        ]);
        let modules = names(&list).into_values().map(|name| (name.clone(), name.into_bytes())).collect();
        Parts { modules, consist: named(&list) }
    }

    #[test]
    fn what_several_parts_need_is_named_after_all_of_them() {
        assert_eq!(
            parts().modules.into_keys().collect::<Vec<_>>(),
            ["article-widget-article-and-manage.wasm", "article-widget-article.wasm", "article-widget-manage.wasm"]
        );
    }

    #[test]
    fn each_part_is_fetched_with_what_it_shares_and_is_known_by_its_checksum() {
        let link = parts().link(From::Files);
        assert!(link.contains("export const __wasm_split_load_article = part(file0, file1);"), "{link}");
        assert!(link.contains("export const __wasm_split_load_manage = part(file0, file2);"), "{link}");
        assert!(link.contains("export const __wasm_split_load_empty = part();"), "{link}");
        let address = "fetch(new URL(\"./article-widget-manage.wasm\", import.meta.url)";
        let checksum = format!("{address}, {{ integrity: \"{}\", cache }})", integrity(b"article-widget-manage.wasm"));
        assert!(link.contains(&checksum), "{link}");
    }

    #[test]
    fn the_single_file_asks_nobody_for_a_part() {
        let link = parts().link(From::Script);
        assert!(link.contains("import packed1 from \"./article-widget-article.wasm.gz\";"), "{link}");
        assert!(!link.contains("fetch("), "{link}");
    }
}
