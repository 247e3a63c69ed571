//! Rust as its own grammar reads it: words, paths, and a text without its comments; each knows its line.

use proc_macro2::{Ident, LexError, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{ItemExternCrate, ItemMod, ItemUse, Macro, MetaList, UseTree};

/// A word or a sign, and the line it stands on; `::` is one sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) line: usize,
}

/// The words and signs of a text, without comments and literals, in macros too.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, LexError> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut end = None;
    for leaf in leaves(text)? {
        let range = leaf.span.byte_range();
        let goes_on = leaf.text == ":" && end == Some(range.start);
        match tokens.last_mut().filter(|before| goes_on && before.text == ":") {
            Some(colon) => colon.text.push(':'),
            None if leaf.is_literal => {}
            None => tokens.push(Token { text: leaf.text.to_owned(), line: leaf.span.start().line }),
        }
        end = Some(range.end);
    }
    Ok(tokens)
}

/// The text with blanks for its comments, so that everything else stays on its line and in its column.
pub(super) fn without_comments(text: &str) -> Result<String, LexError> {
    let blank = |text: &str| text.chars().map(|each| if each == '\n' { '\n' } else { ' ' }).collect::<String>();
    let mut kept = String::with_capacity(text.len());
    let mut end = 0;
    for leaf in leaves(text)? {
        let range = leaf.span.byte_range();
        kept.push_str(&blank(text.get(end..range.start).unwrap_or_default()));
        kept.push_str(leaf.text);
        end = range.end;
    }
    Ok(kept)
}

/// What stands between blanks: a word, a literal, a sign, a bracket.
struct Leaf<'a> {
    text: &'a str,
    span: Span,
    is_literal: bool,
}

fn leaves(text: &str) -> Result<Vec<Leaf<'_>>, LexError> {
    let mut found = Vec::new();
    collect(text, text.parse()?, &mut found);
    Ok(found)
}

fn collect<'a>(text: &'a str, stream: TokenStream, found: &mut Vec<Leaf<'a>>) {
    let leaf =
        |span: Span, is_literal| Leaf { text: text.get(span.byte_range()).unwrap_or_default(), span, is_literal };
    for token in stream {
        let whole = leaf(token.span(), matches!(token, TokenTree::Literal(_)));
        match token {
            // A comment for the documentation comes as an attribute, whose every part stands where the comment does.
            _ if whole.text.starts_with("//") || whole.text.starts_with("/*") => {}
            TokenTree::Group(group) => {
                found.push(leaf(group.span_open(), false));
                collect(text, group.stream(), found);
                found.push(leaf(group.span_close(), false));
            }
            _ => found.push(whole),
        }
    }
}

/// A name with its qualification, such as `crate::app::Msg`; groups in braces are written out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
    /// How many modules inside of the file it stands in.
    pub(super) inside: usize,
}

/// All paths of a file, those of one word too, and those in attributes and macros.
pub(super) fn paths(file: &syn::File) -> Vec<Path> {
    let mut paths = Paths::default();
    paths.visit_file(file);
    paths.found
}

/// The paths in what a macro is given, of which the grammar knows only words and signs.
pub(super) fn paths_in(tokens: TokenStream) -> Vec<Path> {
    let mut paths = Paths::default();
    paths.in_tokens(tokens, &[]);
    paths.found
}

#[derive(Default)]
struct Paths {
    found: Vec<Path>,
    inside: usize,
}

impl Paths {
    fn add<'a>(&mut self, before: &[String], names: impl IntoIterator<Item = &'a Ident>) {
        let mut segments = before.to_vec();
        let mut line = 0;
        for name in names {
            segments.push(name.to_string());
            line = name.span().start().line;
        }
        self.found.push(Path { segments, line, inside: self.inside });
    }

    fn in_use(&mut self, tree: &UseTree, before: &[String]) {
        match tree {
            UseTree::Path(path) => self.in_use(&path.tree, &[before, &[path.ident.to_string()]].concat()),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.in_use(tree, before)),
            UseTree::Name(name) => self.add(before, [&name.ident]),
            UseTree::Rename(rename) => self.add(before, [&rename.ident]),
            UseTree::Glob(glob) => {
                let line = glob.star_token.spans.first().map_or(0, |span| span.start().line);
                self.found.push(Path { segments: before.to_vec(), line, inside: self.inside });
            }
        }
    }

    /// Takes names that `::` joins for paths; what follows a full stop is a field or a method and begins none.
    fn in_tokens(&mut self, tokens: TokenStream, before: &[String]) {
        let mut names: Vec<Ident> = Vec::new();
        let mut signs = String::new();
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if signs != "::" {
                        self.end(before, &mut names);
                    }
                    if !signs.ends_with('.') || signs.ends_with("..") {
                        names.push(name);
                    }
                    signs.clear();
                }
                TokenTree::Punct(sign) => signs.push(sign.as_char()),
                TokenTree::Group(group) if signs == "::" && !names.is_empty() => {
                    let written: Vec<String> = names.drain(..).map(|name| name.to_string()).collect();
                    self.in_tokens(group.stream(), &[before, &written].concat());
                    signs.clear();
                }
                TokenTree::Group(group) => {
                    self.end(before, &mut names);
                    self.in_tokens(group.stream(), &[]);
                    signs.clear();
                }
                TokenTree::Literal(_) => signs.clear(),
            }
        }
        self.end(before, &mut names);
    }

    fn end(&mut self, before: &[String], names: &mut Vec<Ident>) {
        if !names.is_empty() {
            self.add(before, names.iter());
            names.clear();
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        item.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        self.visit_visibility(&item.vis);
        self.in_use(&item.tree, &[]);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast ItemExternCrate) {
        self.add(&[], [&item.ident]);
        visit::visit_item_extern_crate(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.inside += 1;
        visit::visit_item_mod(self, item);
        self.inside -= 1;
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add(&[], path.segments.iter().map(|segment| &segment.ident));
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.in_tokens(call.tokens.clone(), &[]);
        visit::visit_macro(self, call);
    }

    fn visit_meta_list(&mut self, list: &'ast MetaList) {
        self.in_tokens(list.tokens.clone(), &[]);
        visit::visit_meta_list(self, list);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let is_word = |token: &Token| token.text.starts_with(|first: char| first.is_alphabetic());
        tokens(text).unwrap().into_iter().filter(is_word).map(|token| token.text).collect()
    }

    fn written(text: &str) -> Vec<String> {
        paths(&syn::parse_file(text).unwrap()).iter().map(|path| path.segments.join("::")).collect()
    }

    #[test]
    fn comments_and_literals_are_not_code() {
        let text = "a // b\n/* c /* d */ e */ f(\"g \\\" h\", r#\"i\" j\"#, 'k', '\\'', b\"l\") + m::<'n>()";
        assert_eq!(words(text), ["a", "f", "m", "n"]);
        assert_eq!(words("/// b\n//! c\n/** d */ #[doc = \"e\"] f"), ["doc", "f"]);
        assert_eq!(without_comments("x(\"// y\") // z").unwrap(), "x(\"// y\")");
        assert_eq!(without_comments("/* ä\n*/ x /// y\n  .z").unwrap(), "    \n   x      \n  .z");
    }

    #[test]
    fn lines_keep_their_numbers() {
        let last = |text: &str| tokens(text).unwrap().pop();
        assert_eq!(last("/* 1\n2 */ \"3\n4\"\nhere"), Some(Token { text: "here".to_owned(), line: 4 }));
        assert_eq!(last("a::"), Some(Token { text: "::".to_owned(), line: 1 }));
        let deep = paths(&syn::parse_file("mod a {\n mod b {\n use c;\n }\n}").unwrap());
        assert_eq!(deep, [Path { segments: vec!["c".to_owned()], line: 3, inside: 2 }]);
    }

    #[test]
    fn groups_are_written_out() {
        let names = ["crate::a::B", "crate::a::c::self", "crate::a::c::D", "crate::e::f"];
        let group = "crate::{a::{B, c::{self, D}}, e::f}";
        assert_eq!(written(&format!("use {group};")), names);
        let called = paths_in(format!("{group} web_sys::window().x.y()").parse().unwrap());
        let called: Vec<String> = called.iter().map(|path| path.segments.join("::")).collect();
        assert_eq!(called, [&names[..], &["web_sys::window"]].concat());
    }

    #[test]
    fn paths_are_found_in_attributes_and_macros_too() {
        assert_eq!(written("#[a::b(c::d)] fn f(_: g::H<i::J>) {}"), ["c::d", "a::b", "g::H", "i::J"]);
        assert_eq!(
            written("fn f() { k! { <l m={n::o(..p::q)} /> } }"),
            ["l", "m", "n::o", "p::q", "k"],
            "the inside of a macro, then its name"
        );
    }
}
