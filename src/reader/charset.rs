//! In which character set the bytes of a source are: by their mark, by the header, by what they declare, else by what they look like.

use super::kind::Kind;

/// How far into a page HTML looks for a declaration, in bytes.
const LOOK_AHEAD: usize = 1_024;
/// How far into a source its kind is looked for, in bytes: exports begin with long comments.
const START: usize = 8_192;

/// The beginning of a source, decoded well enough to see its kind; nothing where it is no text at all.
pub fn start(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..START).unwrap_or(bytes);
    let is_wide = mark(bytes).is_some_and(|label| label != "utf-8") || wide_declaration(bytes).is_some();
    if is_wide {
        let narrow: Vec<u8> = start.iter().copied().filter(|byte| byte.is_ascii() && *byte != 0).collect();
        return Some(String::from_utf8_lossy(&narrow).into_owned());
    }
    if start.contains(&0) {
        return None;
    }
    Some(String::from_utf8_lossy(start).trim_start_matches('\u{feff}').to_owned())
}

/// The labels of the character set, the best first: whoever decodes takes the first one that the browser knows.
pub fn labels(kind: Kind, header: Option<&str>, bytes: &[u8]) -> Vec<String> {
    if let Some(mark) = mark(bytes) {
        return vec![mark.to_owned()];
    }
    let mut labels = Vec::new();
    labels.extend(header.and_then(in_header));
    let declared = match kind {
        Kind::Html => declared_in_page(bytes),
        Kind::Xhtml => declared_in_xml(bytes).or_else(|| declared_in_page(bytes)),
        Kind::Feed => declared_in_xml(bytes),
        // Markdown and JSON have no place for it.
        Kind::Markdown | Kind::Json => None,
    };
    labels.extend(declared);
    labels.push(looks_like(bytes).to_owned());
    labels
}

fn mark(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some("utf-8"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        [0xff, 0xfe, ..] => Some("utf-16le"),
        _ => None,
    }
}

fn in_header(header: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let label = value.trim().trim_matches(['"', '\'']).trim();
        (name.trim().eq_ignore_ascii_case("charset") && !label.is_empty()).then(|| label.to_ascii_lowercase())
    })
}

/// UTF-16 shows in the first characters of an XML declaration.
fn wide_declaration(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'<', 0, b'?', 0, b'x', 0, ..] => Some("utf-16le"),
        [0, b'<', 0, b'?', 0, b'x', ..] => Some("utf-16be"),
        _ => None,
    }
}

fn declared_in_xml(bytes: &[u8]) -> Option<String> {
    if let Some(wide) = wide_declaration(bytes) {
        return Some(wide.to_owned());
    }
    let start = bytes.get(..LOOK_AHEAD).unwrap_or(bytes);
    let text = String::from_utf8_lossy(start);
    let declaration = text.trim_start().strip_prefix("<?xml")?.split_once('>')?.0;
    let after = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let label = after.strip_prefix(quote)?.split_once(quote)?.0.trim();
    (!label.is_empty()).then(|| readable_byte_by_byte(label))
}

fn declared_in_page(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..LOOK_AHEAD).unwrap_or(bytes);
    Prescan { rest: start }.run().map(|label| readable_byte_by_byte(&label)).or_else(|| declared_in_xml(bytes))
}

/// What could be read byte by byte is not UTF-16, whatever it says (HTML, "prescan").
fn readable_byte_by_byte(label: &str) -> String {
    let label = label.to_ascii_lowercase();
    match label.as_str() {
        "x-user-defined" => "windows-1252".to_owned(),
        wide if wide.starts_with("utf-16") || wide.starts_with("ucs-2") || wide == "unicode" => "utf-8".to_owned(),
        _ => label,
    }
}

/// UTF-8 where the bytes are that, a few slips aside. Else, as browsers have it, the one of the page's language, which is
/// windows-1252 for most.
fn looks_like(bytes: &[u8]) -> &'static str {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|each| !each.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // In any other set it is a rare chance that two bytes look like one character of UTF-8.
    if broken * 8 <= sound {
        return "utf-8";
    }
    let start = bytes.get(..LOOK_AHEAD).unwrap_or(bytes);
    match language(start).as_deref() {
        Some("ar" | "fa" | "ur") => "windows-1256",
        Some("bg" | "be" | "kk" | "ky" | "mk" | "mn" | "ru" | "sr" | "tg" | "tt" | "uk") => "windows-1251",
        Some("cs" | "hr" | "hu" | "pl" | "sk" | "sl") => "windows-1250",
        Some("el") => "iso-8859-7",
        Some("et" | "lt" | "lv") => "windows-1257",
        Some("he") => "windows-1255",
        Some("ja") => "shift_jis",
        Some("ko") => "euc-kr",
        Some("th") => "windows-874",
        Some("tr") => "windows-1254",
        Some("vi") => "windows-1258",
        Some("zh") => "gb18030",
        _ => "windows-1252",
    }
}

/// The language in the page's first `lang`, without its region.
fn language(start: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(start).to_ascii_lowercase();
    let after = text.split_once("<html")?.1.split('>').next()?.split_once("lang=")?.1;
    let language: String =
        after.trim_start_matches(['"', '\'']).chars().take_while(char::is_ascii_alphabetic).take(3).collect();
    Some(language)
}

/// The algorithm "prescan a byte stream to determine its encoding" of the HTML standard.
struct Prescan<'a> {
    rest: &'a [u8],
}

impl Prescan<'_> {
    fn run(mut self) -> Option<String> {
        while !self.rest.is_empty() {
            if self.rest.starts_with(b"<!--") {
                self.skip_comment()?;
            } else if self.skip_name(b"<meta") {
                if let Some(label) = self.meta() {
                    return Some(label);
                }
            } else if self.begins_tag() {
                while !self.rest.is_empty() && !self.is_at(|byte| byte.is_ascii_whitespace() || byte == b'>') {
                    self.step();
                }
                while self.attribute().is_some() {}
            } else if matches!(self.rest, [b'<', b'!' | b'/' | b'?', ..]) {
                while !self.rest.is_empty() && !self.is_at(|byte| byte == b'>') {
                    self.step();
                }
            } else {
                self.step();
            }
        }
        None
    }

    fn step(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    fn is_at(&self, test: impl Fn(u8) -> bool) -> bool {
        self.rest.first().is_some_and(|byte| test(*byte))
    }

    /// The two dashes of the beginning may be those of the end.
    fn skip_comment(&mut self) -> Option<()> {
        let after = self.rest.get(2..)?;
        let end = after.windows(3).position(|three| three == b"-->")?;
        self.rest = after.get(end + 3..)?;
        Some(())
    }

    fn skip_name(&mut self, name: &[u8]) -> bool {
        let is_here = self.rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            && self.rest.get(name.len()).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/');
        if is_here {
            self.rest = self.rest.get(name.len()..).unwrap_or_default();
        }
        is_here
    }

    fn begins_tag(&self) -> bool {
        match self.rest {
            [b'<', b'/', first, ..] => first.is_ascii_alphabetic(),
            [b'<', first, ..] => first.is_ascii_alphabetic(),
            _ => false,
        }
    }

    /// What a `meta` says of the character set.
    fn meta(&mut self) -> Option<String> {
        let (mut is_pragma, mut charset, mut content) = (false, None, None);
        let mut seen = Vec::new();
        while let Some((name, value)) = self.attribute() {
            if seen.contains(&name) {
                continue;
            }
            match name.as_str() {
                "http-equiv" => is_pragma |= value == "content-type",
                "charset" => charset = Some(value.trim().to_owned()),
                "content" if content.is_none() => content = in_content(&value),
                _ => {}
            }
            seen.push(name);
        }
        charset.or(content.filter(|_| is_pragma)).filter(|label| !label.is_empty())
    }

    /// The next attribute of a tag, in lower case; `None` at its end, which is passed.
    fn attribute(&mut self) -> Option<(String, String)> {
        while self.is_at(|byte| byte.is_ascii_whitespace() || byte == b'/') {
            self.step();
        }
        if self.rest.is_empty() || self.is_at(|byte| byte == b'>') {
            self.step();
            return None;
        }
        let mut name = Vec::new();
        while let Some(byte) = self.rest.first() {
            if (*byte == b'=' && !name.is_empty()) || byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>') {
                break;
            }
            name.push(*byte);
            self.step();
        }
        while self.is_at(|byte| byte.is_ascii_whitespace()) {
            self.step();
        }
        let mut value = Vec::new();
        if self.is_at(|byte| byte == b'=') {
            self.step();
            while self.is_at(|byte| byte.is_ascii_whitespace()) {
                self.step();
            }
            let quote = self.rest.first().copied().filter(|first| matches!(first, b'"' | b'\''));
            if quote.is_some() {
                self.step();
            }
            while let Some(byte) = self.rest.first() {
                let ends = match quote {
                    Some(quote) => *byte == quote,
                    None => byte.is_ascii_whitespace() || *byte == b'>',
                };
                if ends {
                    break;
                }
                value.push(*byte);
                self.step();
            }
            if quote.is_some() {
                self.step();
            }
        }
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).to_ascii_lowercase();
        Some((text(&name), text(&value)))
    }
}

/// The label in a `content` such as `text/html; charset=x` (HTML, "extracting a character encoding from a meta element").
fn in_content(content: &str) -> Option<String> {
    let mut rest = content;
    loop {
        rest = rest.split_once("charset")?.1;
        let Some(after) = rest.trim_start().strip_prefix('=') else { continue };
        let after = after.trim_start();
        return match after.chars().next()? {
            quote @ ('"' | '\'') => Some(after.strip_prefix(quote)?.split_once(quote)?.0.trim().to_owned()),
            _ => after.split(|each: char| each.is_ascii_whitespace() || each == ';').next().map(str::to_owned),
        };
    }
}

#[cfg(test)]
#[path = "charset_tests.rs"]
mod tests;
