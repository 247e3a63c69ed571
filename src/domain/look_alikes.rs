//! What a name looks like: two names that may be taken for each other look the same here. By the confusable characters of Unicode's
//! Technical Standard 39, which `build.rs` writes down short.

use std::cell::OnceCell;

use super::hidden_signs::may_hide;

/// The table: for each sign that looks like others, how far it is from the one before, how long what it looks like is in bytes, and that.
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/look_alikes.bin"));

type Entry = (u32, &'static str);

thread_local! {
    static ENTRIES: OnceCell<Vec<Entry>> = const { OnceCell::new() };
}

/// What a name looks like. Case, spaces at its ends and what nobody sees make no difference.
pub fn look(name: &str) -> String {
    ENTRIES.with(|entries| {
        let entries = entries.get_or_init(|| read(TABLE));
        let mut look = String::with_capacity(name.len());
        for sign in name.trim().chars().filter(|sign| !may_hide(*sign)) {
            match entries.binary_search_by_key(&u32::from(sign), |(sign, _)| *sign) {
                Ok(place) => look.extend(entries.get(place).map(|(_, looks)| *looks)),
                Err(_) => look.push(sign),
            }
        }
        look
    })
}

fn read(mut table: &'static [u8]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut sign = 0;
    while let Some(step) = number(&mut table) {
        let Some((text, rest)) =
            number(&mut table).and_then(|length| table.split_at_checked(usize::try_from(length).ok()?))
        else {
            break;
        };
        sign += step;
        entries.extend(std::str::from_utf8(text).ok().map(|text| (sign, text)));
        table = rest;
    }
    entries
}

/// Takes a number off: seven bits in each byte, the last of which has its highest bit unset.
fn number(table: &mut &'static [u8]) -> Option<u32> {
    let mut number = 0;
    loop {
        let (byte, rest) = table.split_first()?;
        *table = rest;
        number = number << 7 | u32::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_may_be_taken_for_each_other_look_the_same() {
        for (one, other) in [
            ("Ann", "Аnn"),
            ("Ann", "ann "),
            ("Ill", "lll"),
            ("Ida", "ida"),
            ("Corn", "Com"),
            ("Zoé", "Zoe\u{301}"),
            ("O0", "oO"),
            ("ΑΒΕ", "ABE"),
            ("Ann", "A\u{200b}n\u{202e}n"),
            ("Ѕсоре", "Scope"),
        ] {
            assert_eq!(look(one), look(other), "{one} and {other}");
        }
    }

    #[test]
    fn names_that_differ_to_the_eye_do_not() {
        for (one, other) in [("Ann", "Anne"), ("Zoé", "Zoe"), ("Bob", "Rob"), ("山田", "山口"), ("אבא", "אמא")]
        {
            assert_ne!(look(one), look(other), "{one} and {other}");
        }
    }
}
