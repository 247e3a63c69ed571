//! Puts the style sheets without comments and spare white space where `src/element/style_sheets.rs` and the parts find them.

use std::io::{Error, Result};
use std::path::{Path, PathBuf};

/// Where the sheets are, from the package's root.
const SHEETS: &str = "styles";

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={SHEETS}");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Where the module says which function or text it means: by that the splitter in `xtask` finds what belongs into which part. In the
        // flags for all crates it would have each compiled once more.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let out = std::env::var_os("OUT_DIR").ok_or_else(|| Error::other("cargo names no OUT_DIR"))?;
    shorten_folder(Path::new(SHEETS), &PathBuf::from(out).join(SHEETS))
}

fn shorten_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let (path, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if path.is_dir() {
            shorten_folder(&path, &to)?;
        } else {
            std::fs::write(to, shortened(&std::fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// The sheet with the same rules in fewer characters. `tests/browser/style_sheets.rs` has browsers read both.
fn shortened(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(sign) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if sign.is_whitespace() {
            rest.len() - rest.trim_start().len()
        } else if sign == '"' || sign == '\'' {
            length_of_string(rest, sign)
        } else {
            sign.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        match sign {
            '/' if token.len() > 1 => {}
            _ if sign.is_whitespace() => out.push_str(space(&out, rest)),
            '}' => {
                out.truncate(out.trim_end_matches(';').len());
                out.push('}');
            }
            _ => out.push_str(token),
        }
    }
    out
}

/// How long the string is that the text begins with, in bytes, with its quotes.
fn length_of_string(text: &str, quote: char) -> usize {
    let mut is_escaped = true;
    let end = text.char_indices().find(|(_, sign)| {
        let ends = !is_escaped && *sign == quote;
        is_escaped = !is_escaped && *sign == '\\';
        ends
    });
    end.map_or(text.len(), |(place, sign)| place + sign.len_utf8())
}

/// What remains of white space between two texts. It means something between selectors, and between parts of a value; before a
/// colon it does, after one it does not.
fn space(before: &str, after: &str) -> &'static str {
    let ends = before.is_empty() || before.ends_with(['{', '}', ';', ',', ':', '(', '>', ' ']);
    let begins = after.is_empty() || after.starts_with(['{', '}', ';', ',', ')', '>']);
    if ends || begins { "" } else { " " }
}
