//! Tells code from comments and literals, and code's paths from one another; just enough of Rust and JavaScript for that.

/// How a language writes its literals.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Rust,
    JavaScript,
}

/// What stays of a text; the rest becomes blanks, so that every line keeps its number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Neither comments nor what stands in literals.
    Code,
    /// Everything but comments.
    CodeAndLiterals,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Code,
    Comment,
    Literal,
}

/// The text without what is not to be kept.
pub(super) fn strip(text: &str, language: Language, keep: Keep) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut rest = chars.as_slice();
    let mut stripped = String::with_capacity(text.len());
    while !rest.is_empty() {
        let (piece, length) = next_piece(rest, language);
        let (here, after) = rest.split_at(length.clamp(1, rest.len()));
        let kept = match piece {
            Piece::Code => true,
            Piece::Comment => false,
            Piece::Literal => keep == Keep::CodeAndLiterals,
        };
        stripped.extend(here.iter().map(|each| if kept || *each == '\n' { *each } else { ' ' }));
        rest = after;
    }
    stripped
}

fn next_piece(rest: &[char], language: Language) -> (Piece, usize) {
    match (rest, language) {
        (['/', '/', ..], _) => (Piece::Comment, rest.iter().take_while(|each| **each != '\n').count()),
        (['/', '*', ..], _) => (Piece::Comment, block_comment(rest, language)),
        (['"', ..], _) => (Piece::Literal, quoted(rest, '"')),
        (['\'', ..], Language::JavaScript) => (Piece::Literal, quoted(rest, '\'')),
        (['`', ..], Language::JavaScript) => (Piece::Literal, quoted(rest, '`')),
        (['\'', '\\', ..] | ['\'', _, '\'', ..], Language::Rust) => (Piece::Literal, quoted(rest, '\'')),
        ([first, ..], _) if is_word(*first) => {
            let word: String = rest.iter().take_while(|each| is_word(**each)).collect();
            let length = word.chars().count();
            let hashes = rest.iter().skip(length).take_while(|each| **each == '#').count();
            let raw = language == Language::Rust
                && matches!(word.as_str(), "r" | "br" | "cr")
                && rest.get(length + hashes) == Some(&'"');
            if raw { (Piece::Literal, raw_string(rest, length + hashes, hashes)) } else { (Piece::Code, length) }
        }
        _ => (Piece::Code, 1),
    }
}

/// Rust's block comments nest.
fn block_comment(rest: &[char], language: Language) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while let Some(window) = rest.get(at..at + 2) {
        match window {
            ['/', '*'] if depth == 0 || language == Language::Rust => depth += 1,
            ['*', '/'] => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while let Some(each) = rest.get(at) {
        match each {
            '\\' => at += 2,
            each if *each == quote => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

fn raw_string(rest: &[char], opening: usize, hashes: usize) -> usize {
    let closes = |at: usize| {
        rest.get(at) == Some(&'"')
            && rest.iter().skip(at + 1).take(hashes).filter(|each| **each == '#').count() == hashes
    };
    (opening + 1..rest.len()).find(|at| closes(*at)).map_or(rest.len(), |at| at + 1 + hashes)
}

fn is_word(each: char) -> bool {
    each.is_alphanumeric() || each == '_'
}

/// A word or a sign, and the line it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) line: usize,
}

impl Token {
    pub(super) fn is_word(&self) -> bool {
        self.text.chars().next().is_some_and(is_word)
    }
}

/// The words and signs of code; `::` and `..` are one sign each.
pub(super) fn tokens(code: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let chars: Vec<char> = line.chars().collect();
        let mut rest = chars.as_slice();
        while let [first, ..] = rest {
            let length = match rest {
                [':', ':', ..] | ['.', '.', ..] => 2,
                [first, ..] if is_word(*first) => rest.iter().take_while(|each| is_word(**each)).count(),
                _ => 1,
            };
            let (here, after) = rest.split_at(length);
            if !first.is_whitespace() {
                tokens.push(Token { text: here.iter().collect(), line: number + 1 });
            }
            rest = after;
        }
    }
    tokens
}

/// A name with its qualification, such as `crate::app::Msg`; groups in braces are written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
}

/// All paths in the code, those of one word too.
pub(super) fn paths(tokens: &[Token]) -> Vec<Path> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(|token| token.text.as_str());
        if token.is_word() && before != Some(".") {
            at = path(tokens, at, &[], &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Writes out the path that begins at a word and gives the place after it.
fn path(tokens: &[Token], start: usize, before: &[String], found: &mut Vec<Path>) -> usize {
    let text = |at: usize| tokens.get(at).map(|token| token.text.as_str());
    let line = tokens.get(start).map_or(0, |token| token.line);
    let mut segments = before.to_vec();
    segments.extend(text(start).map(str::to_owned));
    let mut at = start + 1;
    while text(at) == Some("::") {
        match tokens.get(at + 1) {
            Some(next) if next.is_word() => {
                segments.push(next.text.clone());
                at += 2;
            }
            Some(next) if next.text == "{" => {
                at += 2;
                while text(at).is_some_and(|text| text != "}") {
                    at = if tokens.get(at).is_some_and(Token::is_word) {
                        path(tokens, at, &segments, found)
                    } else {
                        at + 1
                    };
                }
                return at + 1;
            }
            _ => break,
        }
    }
    found.push(Path { segments, line });
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        strip(text, Language::Rust, Keep::Code)
    }

    #[test]
    fn comments_and_literals_are_not_code() {
        let text = "a // b\n/* c /* d */ e */ f(\"g \\\" h\", r#\"i\" j\"#, 'k', '\\'', b\"l\") + m::<'n>()";
        let words: Vec<String> =
            tokens(&code(text)).into_iter().filter(Token::is_word).map(|token| token.text).collect();
        assert_eq!(words, ["a", "f", "b", "m", "n"]);
        assert!(strip("x(\"y\") // z", Language::Rust, Keep::CodeAndLiterals).contains("\"y\""));
        assert_eq!(strip("'// a' + `b ${c}` // d", Language::JavaScript, Keep::Code).trim(), "+");
    }

    #[test]
    fn lines_keep_their_numbers() {
        assert_eq!(tokens(&code("/* 1\n2 */ \"3\n4\"\nhere")).pop(), Some(Token { text: "here".to_owned(), line: 4 }));
    }

    #[test]
    fn groups_are_written_out() {
        let found = paths(&tokens(
            "use crate::{app::{Msg, composers::{self, ComposerId}}, domain::body}; web_sys::window().x.y()",
        ));
        let written: Vec<String> = found.iter().map(|path| path.segments.join("::")).collect();
        assert_eq!(
            written,
            [
                "use",
                "crate::app::Msg",
                "crate::app::composers::self",
                "crate::app::composers::ComposerId",
                "crate::domain::body",
                "web_sys::window",
            ]
        );
    }
}
