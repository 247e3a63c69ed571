//! What the files of a folder weigh: raw, and as a static host would send them.

use crate::table::{self, Align};
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::Path;

/// A file's sizes in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileSize {
    /// The path inside the folder, with forward slashes.
    pub(crate) name: String,
    /// As it lies on the disk.
    pub(crate) raw: u64,
    /// After gzip at its best level.
    pub(crate) gzip: u64,
    /// After brotli at its best level.
    pub(crate) brotli: u64,
}

/// Every file in the folder and below, by name.
pub(crate) fn of_folder(folder: &Path) -> Result<Vec<FileSize>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<FileSize>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            let bytes = std::fs::read(entry.path()).with_context(|| format!("cannot read {name}"))?;
            files.push(FileSize { name, raw: length(&bytes), gzip: gzip(&bytes)?, brotli: brotli(&bytes)? });
        }
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(length(&encoder.finish()?))
}

/// How many bytes these are after brotli at its best level.
pub(crate) fn brotli(bytes: &[u8]) -> Result<u64> {
    let mut packed = Vec::new();
    let best = ::brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    ::brotli::BrotliCompress(&mut &*bytes, &mut packed, &best)?;
    Ok(length(&packed))
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// The sizes as lines for the terminal, with a sum below.
pub(crate) fn table(files: &[FileSize]) -> Vec<String> {
    let row = |name: &str, sizes: [u64; 3]| {
        let [raw, gzip, brotli] = sizes.map(grouped);
        vec![name.to_owned(), raw, gzip, brotli]
    };
    let sum = |size: fn(&FileSize) -> u64| files.iter().map(size).sum();
    let mut rows = vec![["file", "raw", "gzip", "brotli"].map(String::from).to_vec()];
    rows.extend(files.iter().map(|file| row(&file.name, [file.raw, file.gzip, file.brotli])));
    rows.push(row("all", [sum(|file| file.raw), sum(|file| file.gzip), sum(|file| file.brotli)]));
    table::lines(&[Align::Left, Align::Right, Align::Right, Align::Right], &rows)
}

/// 1234567 as "1,234,567".
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!([7, 1000, 123_456, 1_234_567].map(grouped), ["7", "1,000", "123,456", "1,234,567"]);
    }

    #[test]
    fn text_that_repeats_weighs_less_packed() {
        let text = b"the same words again and again ".repeat(100);
        assert!(gzip(&text).unwrap() < 200 && brotli(&text).unwrap() < 200);
    }

    #[test]
    fn the_table_ends_with_the_sum() {
        let file = |name: &str, raw| FileSize { name: name.into(), raw, gzip: 2, brotli: 1 };
        let lines = table(&[file("a.js", 900), file("b.wasm", 200)]);
        assert_eq!(lines.last().unwrap(), "all     1,100     4       2");
    }
}
