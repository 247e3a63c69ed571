//! JSON as a tree, with as much of it as articles need: figures only as names, nothing of truth and void.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Json {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u64),
    /// Several values.
    List(Vec<Json>),
    /// Values under names. Of two with one name the last counts.
    Object(Vec<(String, Json)>),
    /// Anything else.
    Other,
}

impl Json {
    /// The value under a name.
    pub(super) fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text at the end of a way of names; of a list the first value is taken.
    pub(super) fn at(&self, way: &[&str]) -> Option<&str> {
        let end = way.iter().try_fold(self, |json, name| {
            let inner = json.get(name)?;
            inner.list().first().or(Some(inner))
        });
        end?.as_text()
    }

    /// What it says, if it is a text.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text under a name, if it says anything.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.at(&[name]).filter(|text| !text.trim().is_empty())
    }

    /// The text or the whole number under a name, as a name.
    pub(super) fn label(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            Json::Text(text) => Some(text.clone()),
            Json::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The values of a list; none of anything else.
    pub(super) fn list(&self) -> &[Json] {
        match self {
            Json::List(list) => list,
            _ => &[],
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = access.next_entry()? {
            members.push(member);
        }
        Ok(Json::Object(members))
    }
}
