//! Numbers as fixed-width base32hex text (`0-9a-v`), which sorts like the numbers do.

const DIGITS: &[u8; 32] = b"0123456789abcdefghijklmnopqrstuv";

/// Writes the low `5 × width` bits of `value`, most significant digit first.
pub(crate) fn write_base32(value: u128, width: usize) -> String {
    let mut text = String::with_capacity(width);
    push_base32(&mut text, value, width);
    text
}

/// Writes a number behind a text.
pub(crate) fn push_base32(text: &mut String, value: u128, width: usize) {
    // Two halves of 60 bits, and the rest: shifts by any number are cheap within 64 bits alone.
    for (part, digits) in [
        (value >> 120, width.saturating_sub(24)),
        (value >> 60, width.saturating_sub(12).min(12)),
        (value, width.min(12)),
    ] {
        let part = part as u64;
        for place in (0..digits).rev() {
            text.push(DIGITS.get((part >> (5 * place)) as usize & 31).copied().map_or('0', char::from));
        }
    }
}

/// Reads text of any width up to 26 digits; `None` for another alphabet, upper case, or more than 128 bits.
pub(crate) fn read_base32(text: &str) -> Option<u128> {
    if text.is_empty() || text.len() > 26 {
        return None;
    }
    let mut value = 0u128;
    for byte in text.bytes() {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'v' => byte - b'a' + 10,
            _ => return None,
        };
        if value >> 123 != 0 {
            return None;
        }
        value = value << 5 | u128::from(digit);
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_sorts_like_the_numbers() {
        let mut numbers = [0u128, 1, 31, 32, 33, 1 << 40, u128::from(u64::MAX)];
        let mut texts: Vec<_> = numbers.iter().map(|n| write_base32(*n, 13)).collect();
        texts.sort();
        numbers.sort_unstable();
        let back: Vec<_> = texts.iter().filter_map(|t| read_base32(t)).collect();
        assert_eq!(back, numbers);
    }

    #[test]
    fn other_alphabets_are_refused() {
        assert_eq!(read_base32("V"), None);
        assert_eq!(read_base32("w"), None);
        assert_eq!(read_base32(""), None);
        assert_eq!(read_base32("é"), None);
        assert_eq!(read_base32("800000000000000000000000000"), None);
        assert_eq!(read_base32("7vvvvvvvvvvvvvvvvvvvvvvvvv"), Some(u128::MAX));
        assert_eq!(read_base32("80000000000000000000000000"), None);
    }
}
