//! What is read here is JSON to `serde_json` too, and the other way round: a record that one version can read the next one can.
#![cfg(test)]

use std::borrow::Cow;

use proptest::prelude::*;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::json_text::{integer_of, is_json, text_of};
use super::record::{Decoded, RecordError, from_json};
use super::record_key::Epoch;
use crate::domain::operation_id::OperationId;

/// A record as the first version of the widget read it.
#[derive(Deserialize)]
#[expect(dead_code, reason = "only whether it can be read counts")]
struct RecordJson<'a> {
    #[serde(borrow)]
    k: Cow<'a, str>,
    #[serde(borrow, default)]
    p: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    a: Option<AuthorJson<'a>>,
    #[serde(default)]
    t: Option<i64>,
    #[serde(borrow, default)]
    b: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    d: Option<Cow<'a, str>>,
    #[serde(default)]
    g: Option<Epoch>,
    #[serde(borrow, default)]
    ids: Option<Vec<Cow<'a, str>>>,
    #[serde(borrow, default)]
    f: Option<Cow<'a, str>>,
    #[serde(default)]
    c: Option<u32>,
    #[serde(default)]
    thread: Option<NameJson>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only whether it can be read counts")]
struct AuthorJson<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default)]
    n: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only whether it can be read counts")]
struct NameJson {
    k: String,
    id: String,
    title: String,
    url: String,
}

#[derive(Deserialize)]
struct KindJson<'a> {
    #[serde(borrow)]
    k: Cow<'a, str>,
    #[serde(default)]
    g: Option<Epoch>,
}

const KINDS: [&str; 7] = ["post", "edit", "delete", "restore", "erase", "sent", "batch"];

/// Records of every kind, and others.
const SEEDS: [&str; 8] = [
    r#"{"k":"post","p":"0000000010000000000001","a":{"id":"local:1","n":"Ann"},"t":1755864000123,"b":"a \"text\"\n\u00e9 \ud83d\ude00"}"#,
    r#"{"k":"edit","p":"0000000010000000000001","a":{"id":"x"},"t":-5,"b":"é👍","d":"0000000030000000000001","g":2}"#,
    r#"{ "k" : "sent", "p": "0000000010000000000001", "a": {"id": "x", "n": null}, "t": 0, "ids": ["0000000020000000000001"] }"#,
    r#"{"k":"erase","p":"0000000010000000000001","a":{"id":"x"},"t":7,"ids":[],"extra":{"deep":[[{}],true,false,null]}}"#,
    r#"{"k":"batch","a":{"id":"x"},"t":1,"f":"a.jsonl","c":12,"thread":{"k":"thread","id":"i","title":"t","url":"u","x":1}}"#,
    r#"{"k":"later","g":3,"p":{"not":"ours"},"t":"soon"}"#,
    r#"{"k":"delete","a":{"id":"x"},"t":1,"n":-12.5e+3,"t2":0.0,"p":null}"#,
    r#"[1,-0,"\u0000\/\b\f\r\t",{"a":{"b":[]}},1E5,10]"#,
];

/// What is put into a record, or taken out of it.
const BITS: [&str; 32] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "\\udc00",
    "\\ud83d\\ude00",
    "\\u12G4",
    "0",
    "-",
    "-0",
    ".",
    "e",
    "E+",
    "9",
    "99999999999999999999",
    "4294967296",
    " ",
    "\t",
    "\u{b}",
    "\u{1}",
    "null",
    "true",
    "nul",
    "\"k\":\"post\",",
    "\"t\":1,",
    "é",
];

/// A record, with a few bits of it changed.
fn damaged() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0..3_usize, prop::sample::select(&BITS[..]), any::<bool>());
    (prop::sample::select(&SEEDS[..]), prop::collection::vec(change, 0..4)).prop_map(|(seed, changes)| {
        let mut json: Vec<char> = seed.chars().collect();
        for (place, gone, bit, puts) in changes {
            let at = place.index(json.len() + 1);
            let end = (at + gone).min(json.len());
            json.splice(at..end, bit.chars().filter(|_| puts));
        }
        json.into_iter().collect()
    })
}

/// Whether the first version could read a record. It took a list of the members in their order for an object, too.
fn was_readable(json: &str) -> bool {
    match serde_json::from_str::<KindJson<'_>>(json) {
        Ok(KindJson { k, .. }) if KINDS.contains(&&*k) => serde_json::from_str::<RecordJson<'_>>(json).is_ok(),
        Ok(_) => true,
        Err(_) => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn the_same_texts_are_json(json in damaged()) {
        prop_assert_eq!(is_json(&json), serde_json::from_str::<IgnoredAny>(&json).is_ok());
    }

    #[test]
    fn the_same_records_can_be_read(json in damaged()) {
        let read = from_json(OperationId::NAMING, &json);
        let has_list = json.contains("\"a\":[") || json.contains("\"thread\":[") || json.trim_start().starts_with('[');
        prop_assert!(has_list || was_readable(&json) == (read != Err(RecordError::Json)), "{:?}", read);
        if let Ok(Decoded::Foreign { epoch }) = read {
            prop_assert_eq!(epoch, serde_json::from_str::<KindJson<'_>>(&json).ok().map(|head| head.g.unwrap_or_default()));
        }
    }

    #[test]
    fn values_mean_the_same(bits in prop::collection::vec(prop::sample::select(&BITS[..]), 1..5), is_text in any::<bool>()) {
        let bits = bits.concat();
        let json = if is_text { format!("\"{bits}\"") } else { bits };
        if is_json(&json) && json == json.trim() {
            prop_assert_eq!(text_of(&json).map(Cow::into_owned), serde_json::from_str::<String>(&json).ok());
            prop_assert_eq!(integer_of(&json), serde_json::from_str::<i64>(&json).ok());
        }
    }
}

#[test]
fn what_lies_deep_is_read_without_an_overflow() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(is_json(&deep(200_000)));
    assert!(!is_json(deep(200_000).split_at(300_000).0));
}
