//! Which file of `src` uses which: `use` lines and full paths, in macros too, followed through re-exports to the file that has the item.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, Macro, Path, UseTree, Visibility};

use super::code;
use super::source::Source;

/// A path from the crate's root: the names of modules, and perhaps that of an item in the last of them.
type Names = Vec<String>;

/// A file of `src`, and the names of others that stand in it.
#[derive(Default)]
struct File {
    path: String,
    module: Names,
    /// The names that its `use` and `mod` lines bring.
    names: BTreeMap<String, Names>,
    /// Everything it names, as it stands there.
    named: Vec<Names>,
}

/// All files of a crate, and what each uses.
pub(super) struct Uses {
    files: BTreeMap<Names, File>,
}

impl Uses {
    /// Reads the files of a crate, whose paths begin with `src/`.
    pub(super) fn of(sources: &[Source]) -> Self {
        let files = sources.iter().map(File::read).map(|file| (file.module.clone(), file)).collect();
        Self { files }
    }

    /// The files that each file uses, itself left out.
    pub(super) fn edges(&self) -> BTreeMap<String, BTreeSet<String>> {
        let used = |file: &File| {
            let named = file.named.iter().filter_map(|names| self.home(&self.absolute(file, names)?, 0));
            named.filter(|path| *path != file.path).collect()
        };
        self.files.values().map(|file| (file.path.clone(), used(file))).collect()
    }

    /// A path from the crate's root; none for what is of another crate, or local.
    fn absolute(&self, file: &File, names: &[String]) -> Option<Names> {
        let (first, rest) = names.split_first()?;
        let mut base = match first.as_str() {
            "crate" => Vec::new(),
            "self" => file.module.clone(),
            "super" => file.module.split_last()?.1.to_vec(),
            name => match file.names.get(name) {
                // `use style::style` brings a name of another crate's.
                Some(brought) if brought.first() != Some(first) => self.absolute(file, brought)?,
                _ => return None,
            },
        };
        for name in rest {
            if name == "super" {
                base.pop();
            } else {
                base.push(name.clone());
            }
        }
        Some(base)
    }

    /// The file in which the item stands that a path names, followed through re-exports.
    fn home(&self, names: &[String], depth: usize) -> Option<String> {
        let (file, inside) = (0..=names.len()).rev().find_map(|length| {
            let (module, inside) = names.split_at_checked(length)?;
            Some((self.files.get(module)?, inside))
        })?;
        // A re-export may lead to another one; after eight of them it is given up, so that a circle ends.
        if let Some((item, rest)) = inside.split_first()
            && depth < 8
        {
            let on = |target: &Names| {
                let mut target = self.absolute(file, target)?;
                target.extend(rest.iter().cloned());
                self.home(&target, depth + 1).filter(|path| *path != file.path)
            };
            if let Some(found) = file.names.get(item).and_then(on) {
                return Some(found);
            }
        }
        Some(file.path.clone())
    }
}

impl File {
    #[track_caller]
    fn read(source: &Source) -> Self {
        let stem = source.path.trim_start_matches("src/").trim_end_matches(".rs");
        let module = stem.split('/').filter(|name| !matches!(*name, "mod" | "lib")).map(str::to_owned).collect();
        let mut file = Self { path: source.path.clone(), module, ..Self::default() };
        file.visit_file(&source.syntax());
        file
    }

    fn bring(&mut self, tree: &UseTree, before: &Names, passed_on: bool) {
        let with = |name: &dyn ToString| [before.as_slice(), &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.bring(&path.tree, &with(&path.ident), passed_on),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.bring(tree, before, passed_on)),
            UseTree::Name(name) if name.ident == "self" => self.take(before.last().cloned(), before.clone(), passed_on),
            UseTree::Name(name) => self.take(Some(name.ident.to_string()), with(&name.ident), passed_on),
            UseTree::Rename(rename) => self.take(Some(rename.rename.to_string()), with(&rename.ident), passed_on),
            UseTree::Glob(_) => self.take(None, before.clone(), passed_on),
        }
    }

    fn take(&mut self, name: Option<String>, path: Names, passed_on: bool) {
        if let Some(name) = name {
            self.names.insert(name, path.clone());
        }
        // A file that only re-exports a name (`pub use`) does not use it.
        if !passed_on {
            self.named.push(path);
        }
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<Path>().is_ok_and(|what| what.is_ident("test"))
    })
}

impl<'ast> Visit<'ast> for File {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let passed_on =
            !matches!(item.vis, Visibility::Inherited) && self.path.ends_with("/mod.rs") || self.path == "src/lib.rs";
        self.bring(&item.tree, &Names::new(), passed_on);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if is_for_tests(&item.attrs) {
            return;
        }
        if item.content.is_none() {
            let name = item.ident.to_string();
            self.names.insert(name.clone(), vec!["self".to_owned(), name]);
        }
        visit::visit_item_mod(self, item);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        self.named.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.named.extend(code::paths_in(call.tokens.clone()).into_iter().map(|path| path.segments));
        visit::visit_macro(self, call);
    }
}
