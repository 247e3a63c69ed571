//! The form of a file that holds threads: JSON Lines, a header and then each thread with what belongs to it.
//!
//! ```json
//! {"format":"article-widget","v":1,"kind":"backup","at":1755864000123,"threads":1,"count":2,"digest":"8ig6n54u4mmnq"}
//! {"thread":"https://a.example/p","title":"A page","url":"https://a.example/p?x=1"}
//! {"key":"aw1:…:…","value":"1…"}
//! ```
//! `count` is how many lines follow the header, `threads` how many of them name a thread, `digest` the FNV-1a 64 of
//! every line after the header, each ended by one `\n`, in 13 digits of base32hex. Blank lines count for nothing.
//!
//! | line | where | what |
//! |---|---|---|
//! | `{"thread":id,"title":…,"url":…}` | both | the lines below belong to this thread |
//! | `{"thread_key":"<13>"}` | both | the same, where nothing says what the thread is called |
//! | `{"key":…,"value":…}` | backup | a key of the store and its value |
//! | `{"key":…,"units":"d83d…"}` | backup | the same for a value that is not text: four hex digits for each UTF-16 unit |
//! | `{"id":"<22>","record":{…}}` | publication | an operation: its id and the JSON of its record |
//!
//! Fields that are not listed are ignored. A form that changes what is listed has another `v`.

use std::hash::Hasher;

use fnv::FnvHasher;

use crate::domain::base32::write_base32;
use crate::domain::operation_id::OperationId;
use crate::domain::thread_id::ThreadKey;
use crate::domain::timestamp::Timestamp;
use crate::store::format::json_text::quoted;
use crate::store::format::stored_text::StoredText;
use crate::store::format::thread_name::ThreadName;

/// The most bytes of UTF-8 that are read of a file.
pub const MOST_BYTES: usize = 20 << 20;
/// The most lines that are read of a file, the header and blank ones included.
pub const MOST_LINES: usize = 100_000;
/// The deepest that objects and lists may lie within each other.
pub const DEEPEST: usize = 64;
/// What the header's `format` says.
pub(super) const FORMAT: &str = "article-widget";
/// The `v` that this code writes and reads.
pub(super) const VERSION: u64 = 1;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// Everything, without loss, for the same reader.
    Backup,
    /// What others may see.
    Publication,
}

impl FileKind {
    /// The word in the header.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Backup => "backup",
            Self::Publication => "publication",
        }
    }

    /// The kind that a header names.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Backup, Self::Publication].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// The checksum of a file's lines. It finds accidents, not forgeries.
#[derive(Default)]
pub(super) struct Digest(FnvHasher);

impl Digest {
    /// Takes a line, without its end.
    pub(super) fn take(&mut self, line: &str) {
        self.0.write(line.as_bytes());
        self.0.write(b"\n");
    }

    /// The 13 characters.
    pub(super) fn finish(&self) -> String {
        write_base32(u128::from(self.0.finish()), 13)
    }
}

/// Writes a file line by line.
#[derive(Default)]
pub(super) struct FileWriter {
    lines: String,
    count: usize,
    threads: usize,
    digest: Digest,
}

impl FileWriter {
    /// Begins a thread.
    pub(super) fn thread(&mut self, key: &ThreadKey, name: Option<&ThreadName>) {
        self.threads += 1;
        match name {
            Some(name) => self.line(&[
                ("thread", &quoted(&name.id)),
                ("title", &quoted(&name.title)),
                ("url", &quoted(&name.url)),
            ]),
            None => self.line(&[("thread_key", &quoted(key.as_str()))]),
        }
    }

    /// Writes a key and its value.
    pub(super) fn stored(&mut self, key: &str, value: &StoredText) {
        let value = match value {
            StoredText::Text(text) => ("value", quoted(text)),
            StoredText::Units(units) => ("units", quoted(&to_hex(units))),
        };
        self.line(&[("key", &quoted(key)), (value.0, &value.1)]);
    }

    /// Writes an operation: the JSON of its record, which has no line end.
    pub(super) fn record(&mut self, id: OperationId, json: &str) {
        self.line(&[("id", &quoted(&id.to_string())), ("record", json)]);
    }

    fn line(&mut self, fields: &[(&str, &str)]) {
        let begin = self.lines.len();
        for (number, (name, value)) in fields.iter().enumerate() {
            self.lines.push_str(if number == 0 { "{\"" } else { ",\"" });
            self.lines.push_str(name);
            self.lines.push_str("\":");
            self.lines.push_str(value);
        }
        self.lines.push('}');
        self.digest.take(self.lines.get(begin..).unwrap_or_default());
        self.lines.push('\n');
        self.count += 1;
    }

    /// The whole file.
    pub(super) fn finish(self, kind: FileKind, at: Timestamp) -> String {
        let Self { lines, count, threads, digest } = self;
        let (kind, at, digest) = (kind.as_str(), at.millis(), digest.finish());
        format!(
            "{{\"format\":\"{FORMAT}\",\"v\":{VERSION},\"kind\":\"{kind}\",\"at\":{at},\"threads\":{threads},\
             \"count\":{count},\"digest\":\"{digest}\"}}\n{lines}"
        )
    }
}

/// Code units as four hexadecimal digits each.
pub(super) fn to_hex(units: &[u16]) -> String {
    let digit = |unit: u16, place: u32| char::from_digit(u32::from(unit >> (4 * place)) & 15, 16).unwrap_or('0');
    units.iter().flat_map(|unit| [3, 2, 1, 0].map(|place| digit(*unit, place))).collect()
}

/// The code units that [`to_hex`] wrote.
pub(super) fn from_hex(text: &str) -> Option<Vec<u16>> {
    let mut digits = text.bytes().map(|byte| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    });
    let mut units = Vec::with_capacity(text.len() / 4);
    while let Some(first) = digits.next() {
        let mut unit = u16::from(first?);
        for _ in 0..3 {
            unit = unit << 4 | u16::from(digits.next()??);
        }
        units.push(unit);
    }
    Some(units)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::thread_id::ThreadId;

    #[test]
    fn the_form_is_the_documented_one() {
        let id = ThreadId::explicit("a").unwrap();
        let mut writer = FileWriter::default();
        writer.thread(&id.key(), Some(&ThreadName::new(&id, "A \"b\"", "https://a.example/")));
        writer.record(OperationId::NAMING, "{}");
        writer.thread(&id.key(), None);
        writer.stored("k", &StoredText::from("v\n\u{2028}"));
        writer.stored("k", &StoredText::Units(vec![0xd800, 0x0a]));
        let lines = "{\"thread\":\"a\",\"title\":\"A \\\"b\\\"\",\"url\":\"https://a.example/\"}\n\
             {\"id\":\"0000000000000000000000\",\"record\":{}}\n\
             {\"thread_key\":\"auous9i303r4c\"}\n\
             {\"key\":\"k\",\"value\":\"v\\n\u{2028}\"}\n\
             {\"key\":\"k\",\"units\":\"d800000a\"}\n";
        let mut whole = FnvHasher::default();
        whole.write(lines.as_bytes());
        let digest = write_base32(u128::from(whole.finish()), 13);
        assert_eq!(
            writer.finish(FileKind::Backup, Timestamp::unix_epoch()),
            format!(
                "{{\"format\":\"article-widget\",\"v\":1,\"kind\":\"backup\",\"at\":0,\"threads\":2,\"count\":5,\"digest\":\"{digest}\"}}\n{lines}"
            )
        );
    }

    #[test]
    fn code_units_come_back() {
        let units = vec![0, 0xd800, 0xffff, 0x61];
        assert_eq!(to_hex(&units), "0000d800ffff0061");
        assert_eq!(from_hex("0000d800ffff0061"), Some(units));
        for bad in ["0", "000g", "00000", "D800", "000é"] {
            assert_eq!(from_hex(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_kind_is_known_by_its_word() {
        for kind in [FileKind::Backup, FileKind::Publication] {
            assert_eq!(FileKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(FileKind::parse("Backup"), None);
    }
}
