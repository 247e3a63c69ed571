//! Puts the style sheets without comments and spare white space where `src/element/style_sheets.rs` and the parts find them, and writes
//! down short which signs look alike, for `src/domain/look_alikes.rs`.

use std::io::{Error, Result};
use std::path::{Path, PathBuf};

use unicode_security::skeleton;

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
    std::fs::write(Path::new(&out).join("look_alikes.bin"), look_alikes())?;
    shorten_folder(Path::new(SHEETS), &PathBuf::from(out).join(SHEETS))
}

/// The last sign that is looked at: behind it are none that look like others. (The last that do are forms of Chinese signs.)
const LAST: char = '\u{2ffff}';

/// For each sign that looks like others: how far it is from the one before, how long what it looks like is in bytes, and that. Numbers
/// have seven bits in each byte, the last of which has its highest bit unset.
fn look_alikes() -> Vec<u8> {
    let (mut table, mut last) = (Vec::new(), 0);
    // Syllables of Hangul are made of letters by a rule, and look like no others.
    for sign in (' '..=LAST).filter(|sign| !('\u{ac00}'..='\u{d7a3}').contains(sign)) {
        let looks = looks_of(sign);
        if looks != sign.to_string() {
            number(u32::from(sign) - last, &mut table);
            number(u32::try_from(looks.len()).unwrap_or(u32::MAX), &mut table);
            table.extend(looks.as_bytes());
            last = u32::from(sign);
        }
    }
    table
}

/// What a sign looks like, in small letters: what looks alike as a small letter or as a capital one looks alike.
fn looks_of(sign: char) -> String {
    let small = |text: &str| skeleton(text).flat_map(char::to_lowercase).collect::<String>();
    small(&small(&sign.to_string())).replace('i', "l")
}

fn number(number: u32, table: &mut Vec<u8>) {
    let groups = (0..5).rev().map(|place| (place, number >> (7 * place)));
    for (place, rest) in groups.filter(|(place, rest)| *place == 0 || *rest > 0) {
        let low = u8::try_from(rest & 0x7f).unwrap_or_default();
        table.push(if place == 0 { low } else { low | 0x80 });
    }
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
