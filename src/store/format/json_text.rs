//! JSON looked at as text: how deep it is, what its members are, and the same without white space. Nothing is recoded.

use std::borrow::Cow;

use serde::de::IgnoredAny;

/// A member of an object, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct Member<'a> {
    /// What it is called.
    pub(in crate::store) name: Cow<'a, str>,
    /// Its name with quotes, as it was written.
    key: &'a str,
    /// The JSON of its value.
    pub(in crate::store) value: &'a str,
}

/// Follows a JSON text character by character: in a string or not, and how deep.
#[derive(Default)]
struct Walk {
    in_string: bool,
    escaped: bool,
    depth: usize,
}

impl Walk {
    /// Takes one character, and says whether it stands within a string (the quotes do).
    fn take(&mut self, c: char) -> bool {
        let inside = self.in_string || c == '"';
        if self.escaped {
            self.escaped = false;
        } else if self.in_string {
            self.escaped = c == '\\';
            self.in_string = c != '"';
        } else {
            match c {
                '"' => self.in_string = true,
                '{' | '[' => self.depth += 1,
                '}' | ']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        inside
    }
}

/// Whether objects and lists lie within each other more than `most` deep, which is asked before anything parses.
pub(in crate::store) fn is_deeper(json: &str, most: usize) -> bool {
    let mut walk = Walk::default();
    json.chars().any(|c| {
        walk.take(c);
        walk.depth > most
    })
}

/// The members of an object, in their order; `None` for what is not the JSON of an object.
pub(in crate::store) fn members(json: &str) -> Option<Vec<Member<'_>>> {
    serde_json::from_str::<IgnoredAny>(json).ok()?;
    let inner = trim(trim(json).strip_prefix('{')?.strip_suffix('}')?);
    let mut members = Vec::new();
    let mut walk = Walk::default();
    let (mut start, mut colon) = (0, None);
    for (at, c) in inner.char_indices() {
        let inside = walk.take(c);
        match c {
            ':' if !inside && walk.depth == 0 => colon = colon.or(Some(at)),
            ',' if !inside && walk.depth == 0 => {
                members.push(member(inner, start, colon?, at)?);
                (start, colon) = (at + 1, None);
            }
            _ => {}
        }
    }
    if !inner.is_empty() {
        members.push(member(inner, start, colon?, inner.len())?);
    }
    Some(members)
}

fn member(inner: &str, start: usize, colon: usize, end: usize) -> Option<Member<'_>> {
    let key = trim(inner.get(start..colon)?);
    let plain = key.strip_prefix('"')?.strip_suffix('"')?;
    let name = if plain.contains('\\') {
        // A name that is not text is nobody's name: it keeps its backslash, as none of ours does.
        serde_json::from_str::<String>(key).map_or(Cow::Borrowed(plain), Cow::Owned)
    } else {
        Cow::Borrowed(plain)
    };
    Some(Member { name, key, value: trim(inner.get(colon + 1..end)?) })
}

/// The value of the one member of this name; `None` if there is none or more than one.
pub(in crate::store) fn field<'a>(members: &[Member<'a>], name: &str) -> Option<&'a str> {
    let mut named = members.iter().filter(|member| member.name == name);
    let found = named.next()?;
    named.next().is_none().then_some(found.value)
}

/// A member that is a text.
pub(in crate::store) fn text(members: &[Member<'_>], name: &str) -> Option<String> {
    serde_json::from_str(field(members, name)?).ok()
}

/// A text as JSON.
pub(in crate::store) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// The same JSON without white space between its parts, so that it is one line.
pub(in crate::store) fn compact(json: &str) -> String {
    let mut walk = Walk::default();
    json.chars().filter(|c| walk.take(*c) || !is_space(*c)).collect()
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

/// White space of JSON (RFC 8259, section 2), which is less than Unicode's.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

fn trim(json: &str) -> &str {
    json.trim_matches(is_space)
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
