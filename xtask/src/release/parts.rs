//! The parts that the splitter has cut off the module, and the script by which the glue fetches them.

use super::binaryen::Binaryen;
use super::inputs::Inputs;
use super::part_files::{file_of, is_foreseen};
use super::stamp::integrity;
use anyhow::{Context, Result};
use std::collections::{BTreeMap, BTreeSet};

/// The script that fetches parts, as the module names it. The splitter writes one; the release puts its own in the place.
pub(crate) const LINK: &str = "__wasm_split.js";
/// What the glue exports to begin fetching a part.
pub(crate) const AHEAD: &str = "ahead";
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
    consist: BTreeMap<String, BTreeSet<String>>,
}

impl Parts {
    /// What the splitter left, made smaller.
    pub(super) fn of(inputs: &Inputs, binaryen: &Binaryen) -> Result<Self> {
        let folder = inputs.parts();
        Self::from_list(&listed(inputs)?, |stems| binaryen.joined(&folder, stems))
    }

    /// From the modules that each part consists of. The splitter makes one for each set of parts that need the same; they are many and
    /// small, so several become one file ([`file_of`]).
    fn from_list(list: &BTreeMap<String, Vec<String>>, join: impl Fn(&[&str]) -> Result<Vec<u8>>) -> Result<Self> {
        let (mut files, mut consist) = (BTreeMap::<String, BTreeSet<&str>>::new(), BTreeMap::new());
        for (part, stems) in list {
            let mut names = BTreeSet::new();
            for stem in stems {
                let users = list.iter().filter(|(_, stems)| stems.contains(stem)).map(|(part, _)| &**part).collect();
                let name = file_of(&users);
                files.entry(name.clone()).or_default().insert(stem);
                names.insert(name);
            }
            consist.insert(part.clone(), names);
        }
        let join = |(name, stems): (String, BTreeSet<&str>)| Ok((name, join(&Vec::from_iter(stems))?));
        let modules = files.into_iter().map(join).collect::<Result<_>>()?;
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
                    "const file{number} = (cache, priority) => fetch(new URL(\"./{name}\", import.meta.url), {{ integrity: \"{}\", cache, priority }});\n",
                    integrity(bytes)
                ),
                From::Script => format!(
                    "import packed{number} from \"./{name}.gz\";\nconst file{number} = async () => unpacked(packed{number});\n"
                ),
            });
        }
        for (part, consists_of) in &self.consist {
            let numbers = self.modules.keys().enumerate().filter(|(_, name)| consists_of.contains(*name));
            let list: Vec<String> = numbers.map(|(number, _)| format!("file{number}")).collect();
            script.push_str(&format!("export const __wasm_split_load_{part} = part({});\n", list.join(", ")));
        }
        let parts = self.consist.keys().filter(|part| is_foreseen(part));
        let parts: Vec<String> = parts.map(|part| format!("{part}: __wasm_split_load_{part}")).collect();
        // What a page will want is begun before the module is there to ask for it.
        script.push_str(&format!("export const {AHEAD} = (name) => ({{ {} }})[name].ahead();\n", parts.join(", ")));
        script
    }
}

/// Each part, with the modules that it consists of, as the splitter has written them down.
pub(super) fn listed(inputs: &Inputs) -> Result<BTreeMap<String, Vec<String>>> {
    let list = std::fs::read_to_string(inputs.parts().join(LIST)).context("the splitter left no list of parts")?;
    serde_json::from_str(&list).context("the list of parts")
}

/// A number as WebAssembly writes it: seven bits in a byte, the lowest first, and whether more follow.
pub(super) fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        bytes.push(if number > 0 { low | 0x80 } else { low });
        if number == 0 {
            return bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let stems = |stems: &[&str]| stems.iter().map(|stem| (*stem).to_owned()).collect::<Vec<_>>();
        let list = BTreeMap::from([
            ("article".to_owned(), stems(&["chunk_3", "chunk_5", "split_article"])),
            // Another part does all that this one would.
            ("empty".to_owned(), stems(&[])),
            ("engine".to_owned(), stems(&["chunk_3", "chunk_4", "split_engine"])),
            ("manage".to_owned(), stems(&["chunk_4", "chunk_5", "split_manage"])),
        ]);
        Parts::from_list(&list, |stems| Ok(stems.join(" ").into_bytes())).unwrap()
    }

    #[test]
    fn the_modules_that_the_same_readers_need_become_one_file() {
        let modules = parts().modules;
        let names = ["article", "engine", "manage", "shared-article", "shared"]
            .map(|name| format!("article-widget-{name}.wasm"));
        assert_eq!(modules.keys().collect::<Vec<_>>(), names.iter().collect::<Vec<_>>());
        let [article, engine, ..] = &names;
        assert_eq!(modules[article], b"split_article");
        assert_eq!(modules[engine], b"chunk_4 split_engine");
    }

    #[test]
    fn a_long_section_says_its_length_in_several_bytes() {
        assert_eq!([0, 127, 128, 300].map(number), [vec![0], vec![127], vec![128, 1], vec![172, 2]]);
    }

    #[test]
    fn each_part_is_fetched_with_what_it_shares_and_is_known_by_its_checksum() {
        let link = parts().link(From::Files);
        assert!(link.contains("export const __wasm_split_load_article = part(file0, file3, file4);"), "{link}");
        assert!(link.contains("export const __wasm_split_load_manage = part(file1, file2, file3);"), "{link}");
        assert!(link.contains("export const __wasm_split_load_engine = part(file1, file4);"), "{link}");
        assert!(link.contains("export const __wasm_split_load_empty = part();"), "{link}");
        let address = "fetch(new URL(\"./article-widget-manage.wasm\", import.meta.url)";
        let checksum = format!("{address}, {{ integrity: \"{}\", cache, priority }})", integrity(b"split_manage"));
        assert!(link.contains(&checksum), "{link}");
        assert!(
            link.contains("export const ahead = (name) => ({ article: __wasm_split_load_article, empty: "),
            "{link}"
        );
    }

    #[test]
    fn the_single_file_asks_nobody_for_a_part() {
        let link = parts().link(From::Script);
        assert!(link.contains("import packed0 from \"./article-widget-article.wasm.gz\";"), "{link}");
        assert!(!link.contains("fetch("), "{link}");
    }
}
