//! The loader's scripts without their comments. A parser of that language would be a hundred crates for this alone.

/// The text with blanks for its comments, so that everything else stays on its line.
pub(super) fn without_comments(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut rest = chars.as_slice();
    let mut kept = String::with_capacity(text.len());
    while let [first, ..] = rest {
        let (length, is_comment) = match rest {
            ['/', '/', ..] => (rest.iter().take_while(|each| **each != '\n').count(), true),
            ['/', '*', ..] => (block_comment(rest), true),
            ['"' | '\'' | '`', ..] => (quoted(rest, *first), false),
            _ => (1, false),
        };
        let (here, after) = rest.split_at(length.min(rest.len()));
        kept.extend(here.iter().map(|each| if is_comment && *each != '\n' { ' ' } else { *each }));
        rest = after;
    }
    kept
}

fn block_comment(rest: &[char]) -> usize {
    rest.windows(2).skip(2).position(|two| two == ['*', '/']).map_or(rest.len(), |at| at + 4)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_a_script_are_left_out_and_its_texts_stay() {
        assert_eq!(without_comments("'// a' + `/* b ${c}` // d"), "'// a' + `/* b ${c}`     ");
        assert_eq!(without_comments("a /*/ b\n'c' */ \"\\\"// d\" /"), "a      \n       \"\\\"// d\" /");
    }
}
