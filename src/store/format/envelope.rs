//! The outside of a stored value: version, checksum, length, then the JSON as plain text.
//!
//! `1` + CRC-32 of the JSON's UTF-8 (8 hex digits) + its length in UTF-16 units (6 hex digits) + the JSON. Frozen for ever.

use std::fmt;

use super::stored_text::StoredText;
use crate::domain::text_length;

thread_local! {
    /// What each byte makes of a checksum, where as many bytes come after it as the number of the table says. They are made when
    /// they are first needed: every page would load them.
    static TABLES: [[u32; 256]; 4] = tables();
}

/// The version this code writes.
const VERSION: char = '1';

/// The most UTF-16 units that fit the length field.
const MOST_UNITS: usize = 0xff_ffff;

/// What is wrong with a value's envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvelopeError {
    /// Shorter than an envelope, or not of its alphabet.
    Malformed,
    /// Made by a later version of the widget: to be kept, not judged.
    Newer,
    /// The length is not the one written: cut off or added to.
    Length,
    /// The text is not the one written.
    Checksum,
}

impl fmt::Display for EnvelopeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "the value has no envelope",
            Self::Newer => "the value was written by a later version",
            Self::Length => "the value has not the length it was written with",
            Self::Checksum => "the value has not the checksum it was written with",
        })
    }
}

/// The tables of the CRC-32 of zip and PNG (ISO-HDLC): its polynomial with the lowest bit first.
fn tables() -> [[u32; 256]; 4] {
    let mut crcs = [0; 256];
    for (number, crc) in (0u32..).zip(&mut crcs) {
        *crc = (0..8).fold(number, |crc, _| if crc & 1 == 0 { crc >> 1 } else { crc >> 1 ^ 0xedb8_8320 });
    }
    let further = |crcs_there: [u32; 256]| crcs_there.map(|crc| crc >> 8 ^ entry(&crcs, crc));
    let (second, third) = (further(crcs), further(further(crcs)));
    [crcs, second, third, further(third)]
}

fn entry(table: &[u32; 256], number: u32) -> u32 {
    table.get(number as usize & 0xff).copied().unwrap_or_default()
}

/// The checksum of a JSON text, four bytes at a time.
fn checksum(json: &str) -> u32 {
    TABLES.with(|[last, third, second, first]| {
        let (fours, rest) = json.as_bytes().as_chunks();
        let mut crc = u32::MAX;
        for four in fours {
            let mixed = crc ^ u32::from_le_bytes(*four);
            crc =
                entry(first, mixed) ^ entry(second, mixed >> 8) ^ entry(third, mixed >> 16) ^ entry(last, mixed >> 24);
        }
        for byte in rest {
            crc = crc >> 8 ^ entry(last, crc ^ u32::from(*byte));
        }
        !crc
    })
}

/// Wraps a JSON text; `None` if it has more units than the length field can say.
pub fn wrap(json: &str) -> Option<String> {
    let units = text_length::units(json);
    let checksum = checksum(json);
    (units <= MOST_UNITS).then(|| format!("{VERSION}{checksum:08x}{units:06x}{json}"))
}

/// The JSON text in a value, if it is as it was written.
pub fn unwrap(value: &str) -> Result<&str, EnvelopeError> {
    let (version, rest) = value.split_at_checked(1).ok_or(EnvelopeError::Malformed)?;
    if version != "1" {
        let newer = matches!(version, "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9");
        return Err(if newer { EnvelopeError::Newer } else { EnvelopeError::Malformed });
    }
    let (checksum, rest) = hex(rest, 8)?;
    let (units, json) = hex(rest, 6)?;
    if usize::try_from(units) != Ok(text_length::units(json)) {
        return Err(EnvelopeError::Length);
    }
    if self::checksum(json) != checksum {
        return Err(EnvelopeError::Checksum);
    }
    Ok(json)
}

/// The JSON text in a value as the browser holds it; `None` if it is not as it was written.
pub fn json_in(value: &StoredText) -> Option<&str> {
    match value {
        StoredText::Text(value) => unwrap(value).ok(),
        StoredText::Units(_) => None,
    }
}

/// Splits off a lower-case hexadecimal number of a fixed width.
fn hex(text: &str, width: usize) -> Result<(u32, &str), EnvelopeError> {
    let (digits, rest) = text.split_at_checked(width).ok_or(EnvelopeError::Malformed)?;
    if !digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(EnvelopeError::Malformed);
    }
    let number = u32::from_str_radix(digits, 16).map_err(|_| EnvelopeError::Malformed)?;
    Ok((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_frozen() {
        // CRC-32 of "123456789" is cbf43926 (the catalogue's check value).
        assert_eq!(wrap("123456789").unwrap(), "1cbf43926000009123456789");
        assert_eq!(wrap("The quick brown fox jumps over the lazy dog").unwrap().get(1..9), Some("414fa339"));
        assert_eq!(wrap("{\"b\":\"é👍\"}").unwrap().get(9..15), Some("00000b"));
    }

    #[test]
    fn a_text_comes_back() {
        for text in ["", "{}", "{\"b\":\"é👍\"}"] {
            assert_eq!(unwrap(&wrap(text).unwrap()), Ok(text));
        }
    }

    #[test]
    fn every_cut_and_every_changed_character_is_noticed() {
        let value: Vec<char> = wrap("{\"k\":\"post\",\"b\":\"héllo\"}").unwrap().chars().collect();
        for at in 0..value.len() {
            assert!(unwrap(&value[..at].iter().collect::<String>()).is_err(), "cut at {at}");
            let mut changed = value.clone();
            changed[at] = if changed[at] == 'x' { 'y' } else { 'x' };
            assert!(unwrap(&changed.into_iter().collect::<String>()).is_err(), "changed at {at}");
        }
    }

    #[test]
    fn each_damage_has_its_own_name() {
        assert_eq!(unwrap(""), Err(EnvelopeError::Malformed));
        assert_eq!(unwrap("é"), Err(EnvelopeError::Malformed));
        assert_eq!(unwrap("{\"json\":1}"), Err(EnvelopeError::Malformed));
        assert_eq!(unwrap("0cbf43926000009123456789"), Err(EnvelopeError::Malformed));
        assert_eq!(unwrap("1CBF43926000009123456789"), Err(EnvelopeError::Malformed));
        assert_eq!(unwrap("garbage"), Err(EnvelopeError::Malformed));
        assert_eq!(unwrap("2anything"), Err(EnvelopeError::Newer));
        assert_eq!(unwrap("1cbf4392600000912345678"), Err(EnvelopeError::Length));
        assert_eq!(unwrap("1cbf43926000009123456780"), Err(EnvelopeError::Checksum));
    }

    #[test]
    fn a_developer_is_told_what_is_wrong() {
        assert_eq!(EnvelopeError::Length.to_string(), "the value has not the length it was written with");
    }

    #[test]
    fn what_the_length_field_cannot_say_is_refused() {
        assert!(wrap(&"a".repeat(MOST_UNITS)).is_some());
        assert!(wrap(&"a".repeat(MOST_UNITS + 1)).is_none());
    }
}
