//! Which of the signs that may be taken for each other, by Unicode's own list, our table tells, and which it does not.

use std::collections::BTreeMap;

use article_widget::domain::hidden_signs::may_hide;
use article_widget::domain::look_alikes::look;

use unicode_security::skeleton;

use super::support::{corpora, corpus};

/// The signs that are numbered here: `0041 0042`.
fn signs(numbers: &str) -> Option<String> {
    numbers.split_whitespace().map(|number| char::from_u32(u32::from_str_radix(number, 16).ok()?)).collect()
}

/// The pairs of the list: what may be taken, and for what.
fn pairs(list: &str) -> Vec<(String, String)> {
    let pair = |line: &str| {
        let mut fields = line.split('#').next()?.split(';');
        Some((signs(fields.next()?)?, signs(fields.next()?)?))
    };
    list.lines().filter_map(pair).filter(|(one, _)| !one.is_empty()).collect()
}

/// Why a pair is not told.
fn reason(one: &str, other: &str) -> &'static str {
    if one.chars().chain(other.chars()).any(may_hide) {
        "a sign that nobody sees, of which a name shows that it is there"
    } else if skeleton(one).ne(skeleton(other)) {
        // It takes composed signs apart first, or its version is an earlier one than the list's.
        "two signs that are not alike by the standard's own algorithm"
    } else {
        BY_CHOICE
    }
}

/// Syllables of Hangul look like nothing else, and are not taken apart for the few signs in which one stands in brackets; and no order is
/// made of several marks on one letter.
const BY_CHOICE: &str = "Hangul in brackets, and signs with several marks";

#[test]
fn names_with_signs_of_unicodes_list_are_told_to_look_alike() {
    let Some(folder) = corpora() else { return };
    let pairs = pairs(&corpus(&folder, "unicode/confusables.txt"));
    let (mut told, mut others): (usize, BTreeMap<&str, Vec<&str>>) = (0, BTreeMap::new());
    for (one, other) in &pairs {
        // In a name, as somebody would pretend to be another.
        if look(&format!("Ann{one}a")) == look(&format!("Ann{other}a")) {
            told += 1;
        } else {
            others.entry(reason(one, other)).or_default().push(one);
        }
    }
    let counts: Vec<(&str, usize)> = others.iter().map(|(reason, signs)| (*reason, signs.len())).collect();
    println!("{told} of {} pairs are told; others: {counts:?}\n{others:?}", pairs.len());
    assert!(pairs.len() > 6_000 && told * 100 >= pairs.len() * 98, "{told} of {} are told", pairs.len());
    assert!(others.get(BY_CHOICE).is_none_or(|signs| signs.len() <= 21), "every other pair of the standard is told");
}

#[test]
fn names_of_different_people_are_not_told_to_look_alike() {
    let names = [
        "Ada",
        "Anna",
        "Anne",
        "Ann",
        "Hanna",
        "Joan",
        "John",
        "Jon",
        "Joe",
        "José",
        "Josef",
        "Maria",
        "Marie",
        "Mario",
        "Mia",
        "Max",
        "Olga",
        "Ольга",
        "Ивaн",
        "Елена",
        "Αθηνά",
        "Γιώργος",
        "山田",
        "山口",
        "田中",
        "محمد",
        "أحمد",
        "דוד",
        "דנה",
        "สมชาย",
        "김민준",
        "이서연",
    ];
    for (number, one) in names.iter().enumerate() {
        for other in names.iter().skip(number + 1) {
            assert_ne!(look(one), look(other), "{one} and {other}");
        }
    }
}
