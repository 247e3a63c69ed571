//! The lines before a Markdown text that say what it is: the flat part of YAML between `---`, or of TOML between `+++`.

/// What these lines say. A key inside another is written `outer.inner`, in lower case.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter(Vec<(String, String)>);

impl FrontMatter {
    /// The first value of the first of these keys that has one.
    pub(super) fn first(&self, keys: &[&str]) -> Option<&str> {
        keys.iter().find_map(|key| self.value(key))
    }

    /// All values of these keys, in the order in which they are written.
    pub(super) fn all<'a>(&'a self, keys: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
        let values =
            self.0.iter().filter(|(known, value)| !value.is_empty() && keys.iter().any(|key| is_key(known, key)));
        values.map(|(_, value)| value.as_str())
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(known, value)| !value.is_empty() && is_key(known, key)).map(|(_, value)| value.as_str())
    }

    fn push(&mut self, key: &str, value: String) {
        // A front matter of thousands of lines is none.
        if self.0.len() < 500 {
            self.0.push((key.to_owned(), value));
        }
    }
}

/// Hugo lets authors put what is theirs under `params`.
fn is_key(known: &str, key: &str) -> bool {
    known == key || known.strip_prefix("params.") == Some(key)
}

/// The front matter of a file, and the text after it.
pub(super) fn split(text: &str) -> (FrontMatter, &str) {
    inside(text).unwrap_or_else(|| (FrontMatter::default(), text))
}

fn inside(text: &str) -> Option<(FrontMatter, &str)> {
    let (fence, rest) = text.trim_start_matches('\u{feff}').split_once('\n')?;
    let is_toml = match fence.trim_end() {
        "---" => false,
        "+++" => true,
        _ => return None,
    };
    let mut length = 0;
    let mut lines = Vec::new();
    for line in rest.split_inclusive('\n') {
        length += line.len();
        let line = line.trim_end();
        if line == fence.trim_end() || (line == "..." && !is_toml) {
            let front = if is_toml { toml(&lines) } else { yaml(&lines) };
            // Between two rules there may also be a text.
            return front.filter(|front| !front.0.is_empty() || lines.is_empty()).zip(rest.get(length..));
        }
        lines.push(line);
    }
    None
}

/// `None` where the lines are no YAML but a text.
fn yaml(lines: &[&str]) -> Option<FrontMatter> {
    let mut front = FrontMatter::default();
    // The keys around a line, each with its indentation.
    let mut around: Vec<(usize, String)> = Vec::new();
    let mut lines = lines.iter().copied().peekable();
    while let Some(line) = lines.next() {
        let content = without_comment(line);
        let mut trimmed = content.trim();
        if trimmed.is_empty() {
            continue;
        }
        let mut indent = indent_of(content);
        let mut is_element = false;
        while let Some(element) = trimmed.strip_prefix("- ").or((trimmed == "-").then_some("")) {
            // Elements of a list may stand as far left as its key.
            is_element = true;
            indent += 1;
            trimmed = element.trim_start();
        }
        around.retain(|(outer, _)| *outer < indent);
        let outer = around.iter().map(|(_, key)| key.as_str()).collect::<Vec<_>>().join(".");
        let Some((key, value)) = key_and_value(trimmed) else {
            if outer.is_empty() {
                return None;
            }
            if is_element {
                front.push(&outer, unquoted(trimmed));
            }
            continue;
        };
        let path = if outer.is_empty() { key.clone() } else { format!("{outer}.{key}") };
        match value {
            "" => around.push((indent, key)),
            // A text of several lines.
            folded if folded.starts_with(['|', '>']) && folded.len() <= 3 => {
                let mut text = String::new();
                while let Some(next) = lines.next_if(|next| next.trim().is_empty() || indent_of(next) > indent) {
                    text.push_str(next.trim());
                    text.push(' ');
                }
                front.push(&path, text.trim().to_owned());
            }
            list if list.starts_with('[') => {
                let mut whole = list.to_owned();
                while !whole.ends_with(']') {
                    let Some(next) = lines.next() else { break };
                    whole.push_str(without_comment(next).trim());
                }
                elements(&whole).for_each(|element| front.push(&path, element));
            }
            value => front.push(&path, unquoted(value)),
        }
    }
    Some(front)
}

fn toml(lines: &[&str]) -> Option<FrontMatter> {
    let mut front = FrontMatter::default();
    let mut table = String::new();
    let mut lines = lines.iter().copied();
    while let Some(line) = lines.next() {
        let line = without_comment(line).trim();
        if let Some(name) = line.strip_prefix('[') {
            table = format!("{}.", name.trim_matches(['[', ']', ' ']).to_lowercase());
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { continue };
        let path = format!("{table}{}", key.trim().trim_matches(['"', '\'']).to_lowercase());
        let value = value.trim();
        if value.starts_with('[') {
            let mut whole = value.to_owned();
            while !whole.ends_with(']') {
                let Some(next) = lines.next() else { break };
                whole.push_str(without_comment(next).trim());
            }
            elements(&whole).for_each(|element| front.push(&path, element));
        } else {
            front.push(&path, unquoted(value));
        }
    }
    Some(front)
}

fn indent_of(line: &str) -> usize {
    // Twice, so that a list's elements have a place between two steps.
    2 * (line.len() - line.trim_start().len())
}

/// A line of YAML or TOML before its `#`, which may stand in quotes.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    let mut before = ' ';
    for (place, each) in line.char_indices() {
        match quote {
            Some(open) if each == open => quote = None,
            Some(_) => {}
            None if matches!(each, '"' | '\'') && matches!(before, ' ' | '[' | ',' | '=' | ':') => quote = Some(each),
            None if each == '#' && before.is_whitespace() => return line.get(..place).unwrap_or(line),
            None => {}
        }
        before = each;
    }
    line
}

fn key_and_value(line: &str) -> Option<(String, &str)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim().trim_matches(['"', '\'']);
    let is_key = !key.is_empty()
        && key.chars().all(|each| each.is_alphanumeric() || matches!(each, '_' | '-' | '.' | ' '))
        && (value.is_empty() || value.starts_with([' ', '\t']));
    is_key.then(|| (key.to_lowercase(), value.trim()))
}

/// The elements of `[a, "b, c"]`.
fn elements(list: &str) -> impl Iterator<Item = String> {
    let inside = list.trim_start_matches('[').trim_end_matches(']');
    let mut quote = None;
    let parts = inside.split(move |each: char| {
        match quote {
            Some(open) if each == open => quote = None,
            None if matches!(each, '"' | '\'') => quote = Some(each),
            _ => {}
        }
        each == ',' && quote.is_none()
    });
    parts.map(unquoted).filter(|element| !element.is_empty())
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(text) = inside('"') {
        return text.replace("\\\"", "\"").replace("\\n", " ").replace("\\\\", "\\");
    }
    match inside('\'') {
        Some(text) => text.replace("''", "'"),
        None if matches!(value, "null" | "~" | "true" | "false" | "{}") => String::new(),
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn says(text: &str, key: &str, values: &[&str]) {
        let (front, _) = split(text);
        assert_eq!(front.all(&[key]).collect::<Vec<_>>(), values, "{front:?}");
    }

    #[test]
    fn yaml_is_read_as_people_write_it() {
        let text = "---\r\n# A comment\r\ntitle: \"Bridges: a \\\"history\\\"\" # here too\r\nauthor: Ada Lovelace\r\ntags: [a, 'b, c']\r\n\
                    date: 2024-05-01 10:00:00 +0200\r\ncover:\r\n  image: /a#b.jpg\r\n  alt: ''\r\nauthors:\r\n- name: Ada\r\n  url: https://a\r\n\
                    - name: 'O''Brien'\r\nby:\r\n  - One\r\n  - \"Two\"\r\ndescription: >-\r\n  First line\r\n  second: line\r\n\r\nImage: x.png\r\n\
                    draft: false\r\n---\r\n# Text\r\n";
        assert_eq!(split(text).1, "# Text\r\n");
        says(text, "title", &["Bridges: a \"history\""]);
        says(text, "tags", &["a", "b, c"]);
        says(text, "date", &["2024-05-01 10:00:00 +0200"]);
        says(text, "cover.image", &["/a#b.jpg"]);
        says(text, "cover.alt", &[]);
        says(text, "authors.name", &["Ada", "O'Brien"]);
        says(text, "by", &["One", "Two"]);
        says(text, "description", &["First line second: line"]);
        says(text, "image", &["x.png"]);
        says(text, "draft", &[]);
    }

    #[test]
    fn toml_is_read_as_people_write_it() {
        let text = "+++\ntitle = 'Bridges' # a comment\ndate = 2024-05-01T10:00:00Z\nauthors = [\n  \"Ada\", # one\n  \"Bo, Li\",\n]\n\
                    [params]\nlang = \"de\"\n[params.cover]\nimage = \"a.jpg\"\n+++\nText";
        says(text, "title", &["Bridges"]);
        says(text, "date", &["2024-05-01T10:00:00Z"]);
        says(text, "authors", &["Ada", "Bo, Li"]);
        says(text, "lang", &["de"]);
        says(text, "cover.image", &["a.jpg"]);
        assert_eq!(split(text).1, "Text");
    }

    #[test]
    fn a_text_between_rules_is_a_text() {
        for text in [
            "---\nSome words\n---\nmore",
            "---\nFoo\n***\nBar",
            "---\n\ntext: but no end",
            "--- \n- a\n---\n",
            "# x\n---\na: b\n---\n",
        ] {
            assert_eq!(split(text), (FrontMatter::default(), text));
        }
        assert_eq!(split("---\n---\ntext").1, "text");
    }
}
