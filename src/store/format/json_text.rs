//! JSON looked at as text: how deep it is, what its members are, and the same without white space. Nothing is recoded.

use std::borrow::Cow;

use super::json_scanner::{Scanner, unescaped};
use super::record_key::Epoch;

/// A member of an object, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Member<'a> {
    /// What it is called.
    pub(in crate::store) name: Cow<'a, str>,
    /// Its name with quotes, as it was written.
    key: &'a str,
    /// Whether the name is text: one with half of a surrogate pair is not, and stands in `name` as it was written.
    is_text: bool,
    /// The JSON of its value.
    pub(in crate::store) value: &'a str,
}

/// Splits a JSON text behind the first of these bytes that stands in no string: what comes before it, the byte, and the rest. The
/// whole text comes before where there is none.
fn split<'a>(json: &'a str, is_one: &dyn Fn(u8) -> bool) -> (&'a str, Option<u8>, &'a str) {
    let bytes = json.as_bytes();
    let (mut at, mut in_string) = (0, false);
    while let Some(byte) = bytes.get(at).copied() {
        match byte {
            b'\\' if in_string => at += 1,
            b'"' => in_string = !in_string,
            _ if !in_string && is_one(byte) => {
                let (before, rest) = json.split_at_checked(at).unwrap_or((json, ""));
                return (before, Some(byte), rest.get(1..).unwrap_or_default());
            }
            _ => {}
        }
        at += 1;
    }
    (json, None, "")
}

/// Whether objects and lists lie within each other more than `most` deep, which is asked before anything parses.
pub(in crate::store) fn is_deeper(json: &str, most: usize) -> bool {
    let (mut rest, mut depth) = (json, 0_usize);
    while let (_, Some(bracket), after) = split(rest, &|byte| matches!(byte, b'{' | b'[' | b'}' | b']')) {
        depth = if matches!(bracket, b'{' | b'[') { depth + 1 } else { depth.saturating_sub(1) };
        if depth > most {
            return true;
        }
        rest = after;
    }
    false
}

/// Calls with the members of an object, in their order, until a call gives `None`; `None` then, and for what is not the JSON of an
/// object.
pub(super) fn each_member<'a>(json: &'a str, take: &mut dyn FnMut(Member<'a>) -> Option<()>) -> Option<()> {
    let mut scanner = Scanner::new(json);
    scanner.eat(b'{')?;
    let mut is_first = true;
    while scanner.peek()? != b'}' {
        if !is_first {
            scanner.eat(b',')?;
        }
        is_first = false;
        let key = scanner.key()?;
        scanner.peek()?;
        let name = unescaped(key);
        let is_text = name.is_some();
        // A name that is not text is nobody's name: it keeps its backslash, as none of ours does.
        let name = name.or_else(|| Some(Cow::Borrowed(key.strip_prefix('"')?.strip_suffix('"')?)))?;
        take(Member { name, key, is_text, value: scanner.value()? })?;
    }
    scanner.eat(b'}')?;
    scanner.end()
}

/// The members of an object, in their order; `None` for what is not the JSON of an object.
pub(in crate::store) fn members(json: &str) -> Option<Vec<Member<'_>>> {
    let mut members = Vec::new();
    each_member(json, &mut |member| {
        members.push(member);
        Some(())
    })?;
    Some(members)
}

/// The values of the members of an object that have these names, as far as there are such. A member that stands there twice has
/// an empty value, which no value is. `None` for what is not the JSON of an object, and where a name is not text.
pub(in crate::store) fn values<'a, const N: usize>(json: &'a str, names: [&str; N]) -> Option<[Option<&'a str>; N]> {
    let mut found = [None; N];
    find_values(json, &names, &mut found)?;
    Some(found)
}

fn find_values<'a>(json: &'a str, names: &[&str], found: &mut [Option<&'a str>]) -> Option<()> {
    each_member(json, &mut |member| {
        member.is_text.then_some(())?;
        let number = names.iter().position(|name| member.name == *name);
        if let Some(place) = number.and_then(|number| found.get_mut(number)) {
            *place = Some(if place.is_some() { "" } else { member.value });
        }
        Some(())
    })
}

/// The values in a list; `None` for what is not the JSON of a list.
pub(super) fn elements(json: &str) -> Option<Vec<&str>> {
    let mut scanner = Scanner::new(json);
    let mut elements = Vec::new();
    scanner.eat(b'[')?;
    while scanner.peek()? != b']' {
        if !elements.is_empty() {
            scanner.eat(b',')?;
        }
        elements.push(scanner.value()?);
    }
    scanner.eat(b']')?;
    scanner.end()?;
    Some(elements)
}

/// Whether a text is JSON.
pub(super) fn is_json(json: &str) -> bool {
    let mut scanner = Scanner::new(json);
    scanner.value().and_then(|_| scanner.end()).is_some()
}

/// The text that a value is; `None` for any other value, and for one with half of a surrogate pair.
pub(in crate::store) fn text_of(value: &str) -> Option<Cow<'_, str>> {
    value.starts_with('"').then(|| unescaped(value)).flatten()
}

/// The epoch that a value is: 0 where there is none.
pub(super) fn epoch_of(value: Option<&str>) -> Option<Epoch> {
    value.filter(|value| *value != "null").map_or(Some(0), |value| Epoch::try_from(integer_of(value)?).ok())
}

/// The whole number that a value is, written without a fraction and an exponent.
pub(in crate::store) fn integer_of(value: &str) -> Option<i64> {
    // Whoever writes −0 means no whole number.
    value.parse().ok().filter(|_| value != "-0" && !value.starts_with('+'))
}

/// The value of the one member of this name; `None` if there is none or more than one.
pub(in crate::store) fn field<'a>(members: &[Member<'a>], name: &str) -> Option<&'a str> {
    let mut named = members.iter().filter(|member| member.name == name);
    let found = named.next()?;
    named.next().is_none().then_some(found.value)
}

/// A member that is a text.
pub(in crate::store) fn text(members: &[Member<'_>], name: &str) -> Option<String> {
    text_of(field(members, name)?).map(Cow::into_owned)
}

/// A text as JSON.
pub(in crate::store) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The same JSON without white space between its parts, so that it is one line.
pub(in crate::store) fn compact(json: &str) -> String {
    let mut line = String::with_capacity(json.len());
    let mut rest = json;
    // White space of JSON (RFC 8259, section 2), which is less than Unicode's.
    while let (part, Some(_), after) = split(rest, &|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')) {
        line.push_str(part);
        rest = after;
    }
    line.push_str(rest);
    line
}

/// The same object in one line, without the members of these names; `None` for what is not an object.
pub(in crate::store) fn without(json: &str, names: &[&str]) -> Option<String> {
    let mut line = String::with_capacity(json.len());
    for member in members(json)?.iter().filter(|member| !names.contains(&&*member.name)) {
        line.push(if line.is_empty() { '{' } else { ',' });
        line.push_str(member.key);
        line.push(':');
        line.push_str(&compact(member.value));
    }
    line.push_str(if line.is_empty() { "{}" } else { "}" });
    Some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_members_of_an_object_are_found_as_they_were_written() {
        let json = " { \"a\" : {\"b\":[1,2]} ,\"c\\u0064\":\"x\\\",:}\" } ";
        let found = members(json).unwrap();
        let pairs: Vec<_> = found.iter().map(|member| (&*member.name, member.value)).collect();
        assert_eq!(pairs, [("a", "{\"b\":[1,2]}"), ("cd", "\"x\\\",:}\"")]);
        assert_eq!(members("{}"), Some(vec![]));
        assert_eq!(text(&found, "cd").as_deref(), Some("x\",:}"));
        for other in ["", "[]", "{", "{\"a\"}", "{\"a\":1,}", "{a:1}", "\"{}\"", "{} {}"] {
            assert_eq!(members(other), None, "{other}");
        }
    }

    #[test]
    fn a_name_that_stands_twice_names_nothing() {
        let found = members("{\"a\":1,\"\\u0061\":2,\"b\":3}").unwrap();
        assert_eq!(field(&found, "a"), None);
        assert_eq!(field(&found, "b"), Some("3"));
        assert_eq!(field(&found, "c"), None);
    }

    #[test]
    fn only_the_named_members_and_the_space_between_the_parts_go() {
        let json = "{ \"k\" : \"a b\\\" \",\n \"\\u0067\":7, \"g\":[ 1 , {\"g\" :2} ], \"x\":{ \"g\": [ 1 ] } }";
        assert_eq!(without(json, &["g"]).unwrap(), "{\"k\":\"a b\\\" \",\"x\":{\"g\":[1]}}");
        assert_eq!(without("{\"g\":1}", &["g"]).unwrap(), "{}");
        assert_eq!(without("[]", &["g"]), None);
        assert_eq!(compact("[ 1,\t\" \\\\\" , \" \\\" \" ]"), "[1,\" \\\\\",\" \\\" \"]");
    }

    #[test]
    fn a_name_that_is_not_text_is_kept_and_is_nobodys() {
        let json = "{\"\\ud800\":1,\"k\":2}";
        assert_eq!(without(json, &["k"]).unwrap(), "{\"\\ud800\":1}");
    }

    #[test]
    fn depth_is_measured_outside_of_texts() {
        assert!(!is_deeper("[[\"[[[[\\\"[[\"]]", 2));
        assert!(is_deeper("[[[", 2));
        assert!(!is_deeper("[][][][]", 1));
    }
}
