//! What one text has that another has not, word by word.

use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput, Token};

use super::anchors::anchors;

/// A piece of two texts that are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// In both.
    Same(&'a str),
    /// Only in the first.
    Gone(&'a str),
    /// Only in the second.
    New(&'a str),
}

/// So many words of both texts together are compared word by word at once: the time for that grows faster than their number.
const AT_ONCE: usize = 600;

/// Two texts of which each has more words are parted before.
const LONG: usize = 60;

/// What stands in one place of the first text, and in its place in the second.
type Change = (Range<usize>, Range<usize>);

/// Compares two texts. What is `Same` and `Gone` is the first of them, in its order, and what is `Same` and `New` the second. The time
/// grows with the texts' length, however little they have in common: then the pieces are fewer and larger than they could be.
pub fn differences<'a>(before: &'a str, after: &'a str) -> Vec<Piece<'a>> {
    let (old, new) = (words(before), words(after));
    let mut pieces = Vec::new();
    let (mut done, mut written) = (0, 0);
    let mut change: Option<Change> = None;
    for (gone, come) in changes(&old, &new) {
        change = Some(match change {
            // Words that change side by side are one change, with the white space between them.
            Some((earlier_gone, earlier_come)) if is_space(old.get(earlier_gone.end..gone.start)) => {
                (earlier_gone.start..gone.end, earlier_come.start..come.end)
            }
            Some(earlier) => {
                tell(&mut pieces, (before, &old), (after, &new), &earlier, &mut done, &mut written);
                (gone, come)
            }
            None => (gone, come),
        });
    }
    if let Some(last) = change {
        tell(&mut pieces, (before, &old), (after, &new), &last, &mut done, &mut written);
    }
    pieces.extend(before.get(done..).filter(|rest| !rest.is_empty()).map(Piece::Same));
    pieces
}

/// What changed, in order. Long texts are parted where they are surely the same; what is still long between two such places is one change.
fn changes(old: &[Word<'_>], new: &[Word<'_>]) -> Vec<Change> {
    let mut input = InternedInput::default();
    input.update_before(old.iter().map(|word| word.text));
    input.update_after(new.iter().map(|word| word.text));
    let numbers = |tokens: &[Token]| tokens.iter().map(|token| token.0).collect::<Vec<_>>();
    let (old_words, new_words) = (numbers(&input.before), numbers(&input.after));
    let is_long = old.len().min(new.len()) > LONG;
    let same = if is_long { anchors(&old_words, &new_words) } else { Vec::new() };
    let (mut changes, mut from, mut to) = (Vec::new(), 0, 0);
    for (end, there) in same.into_iter().chain([(old.len(), new.len())]) {
        compare((old, from..end), (new, to..there), &mut changes);
        (from, to) = (end + 1, there + 1);
    }
    changes
}

/// Compares what stands in a place of the first text with what stands in a place of the second.
fn compare(
    (old, gone): (&[Word<'_>], Range<usize>),
    (new, come): (&[Word<'_>], Range<usize>),
    changes: &mut Vec<Change>,
) {
    let begin = texts_of(old, &gone).zip(texts_of(new, &come)).take_while(|(one, other)| one == other).count();
    let (gone, come) = (gone.start + begin..gone.end, come.start + begin..come.end);
    let both = texts_of(old, &gone).rev().zip(texts_of(new, &come).rev());
    let end = both.take_while(|(one, other)| one == other).count();
    let (gone, come) = (gone.start..gone.end - end, come.start..come.end - end);
    if gone.is_empty() && come.is_empty() {
        return;
    }
    if gone.is_empty() || come.is_empty() || gone.len() + come.len() > AT_ONCE {
        return changes.push((gone, come));
    }
    let mut input = InternedInput::default();
    input.update_before(texts_of(old, &gone));
    input.update_after(texts_of(new, &come));
    let within = |range: &Range<u32>, start: usize| {
        let place = |place: u32| start + usize::try_from(place).unwrap_or(usize::MAX);
        place(range.start)..place(range.end)
    };
    let diff = Diff::compute(Algorithm::Histogram, &input);
    changes.extend(diff.hunks().map(|hunk| (within(&hunk.before, gone.start), within(&hunk.after, come.start))));
}

fn texts_of<'t>(words: &'t [Word<'t>], place: &Range<usize>) -> impl DoubleEndedIterator<Item = &'t str> {
    words.get(place.clone()).unwrap_or_default().iter().map(|word| word.text)
}

/// Puts a change behind the pieces that there are, and what both texts have before it. `done`: up to where the first text has been
/// told, in bytes; `written`: the same of the second.
fn tell<'a>(
    pieces: &mut Vec<Piece<'a>>,
    (before, old): (&'a str, &[Word<'a>]),
    (after, new): (&'a str, &[Word<'a>]),
    (gone, come): &Change,
    done: &mut usize,
    written: &mut usize,
) {
    let at = |words: &[Word<'_>], text: &str, place: usize| words.get(place).map_or(text.len(), |word| word.start);
    let (start, end) = (at(old, before, gone.start), at(old, before, gone.end));
    let (from, to) = (at(new, after, come.start), at(new, after, come.end));
    let pick = |text: &'a str, range: Range<usize>| text.get(range).filter(|part| !part.is_empty());
    pieces.extend(pick(before, *done..start).map(Piece::Same));
    pieces.extend(pick(before, start..end).map(Piece::Gone));
    pieces.extend(pick(after, from..to).map(Piece::New));
    (*done, *written) = (end, to);
}

/// Whether there is one run of white space without a line's end between two changes, or nothing.
fn is_space(between: Option<&[Word<'_>]>) -> bool {
    match between {
        Some([]) => true,
        Some([word]) => word.text.chars().all(char::is_whitespace) && !word.text.contains('\n'),
        _ => false,
    }
}

/// A word, a run of white space or a sign, and where it begins in its text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word<'a> {
    start: usize,
    text: &'a str,
}

/// What a character belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    LineEnd,
    /// Letters and figures, and whatever else is not told apart: marks, emoji.
    Letter,
    /// Stands alone: signs, and letters of scripts that write no space between words. What stands above or joins it belongs to it.
    Sign,
    /// Belongs to the character before it.
    Joined,
}

fn kind(sign: char) -> Kind {
    match sign {
        '\n' => Kind::LineEnd,
        _ if sign.is_whitespace() => Kind::Space,
        _ if sign.is_ascii_alphanumeric() || sign == '_' || sign == '\'' => Kind::Letter,
        _ if sign.is_ascii() => Kind::Sign,
        '\u{200c}'
        | '\u{200d}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{300}'..='\u{36f}'
        | '\u{3099}'
        | '\u{309a}'
        | '\u{e0100}'..='\u{e01ef}' => Kind::Joined,
        // General punctuation; Chinese, Japanese and Korean signs, and the scripts of the first two.
        '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff0f}'
        | '\u{20000}'..='\u{3ffff}' => Kind::Sign,
        _ => Kind::Letter,
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let (mut start, mut last) = (0, None);
    for (place, sign) in text.char_indices() {
        let now = kind(sign);
        let goes_on = match (last, now) {
            (None, _) | (Some(_), Kind::Joined) => true,
            (Some(Kind::Sign), _) | (_, Kind::Sign) => false,
            (Some(before), now) => before == now,
        };
        if !goes_on {
            words.extend(text.get(start..place).map(|text| Word { start, text }));
            start = place;
        }
        if now != Kind::Joined || last.is_none() {
            last = Some(if now == Kind::Joined { Kind::Letter } else { now });
        }
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()).map(|text| Word { start, text }));
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Piece::{Gone, New, Same};
    use super::*;

    fn texts(pieces: &[Piece<'_>]) -> (String, String) {
        let (mut before, mut after) = (String::new(), String::new());
        for piece in pieces {
            match piece {
                Same(text) => {
                    before.push_str(text);
                    after.push_str(text);
                }
                Gone(text) => before.push_str(text),
                New(text) => after.push_str(text),
            }
        }
        (before, after)
    }

    #[test]
    fn words_are_told_apart_and_words_side_by_side_are_one_change() {
        assert_eq!(
            differences("a small word", "a large word"),
            [Same("a "), Gone("small"), New("large"), Same(" word")]
        );
        let two = differences("I saw a red car there", "I saw a blue bus there");
        assert_eq!(two, [Same("I saw a "), Gone("red car"), New("blue bus"), Same(" there")]);
        assert_eq!(differences("one", "one two"), [Same("one"), New(" two")]);
        assert_eq!(differences("same", "same"), [Same("same")]);
        assert_eq!(differences("", "new"), [New("new")]);
    }

    #[test]
    fn lines_stay_apart() {
        let pieces = differences("one\n\ntwo\n\nthree", "one\n\ntoo\n\nthree");
        assert_eq!(pieces, [Same("one\n\n"), Gone("two"), New("too"), Same("\n\nthree")]);
    }

    #[test]
    fn what_looks_like_one_sign_is_not_taken_apart() {
        let family = "👩\u{200d}👧\u{fe0f}";
        assert_eq!(words(&format!("x{family}y")).len(), 1);
        let marked = "日\u{300}本";
        assert_eq!(words(marked).iter().map(|word| word.text).collect::<Vec<_>>(), ["日\u{300}", "本"]);
        assert_eq!(differences("日本語", "日本人"), [Same("日本"), Gone("語"), New("人")]);
        assert_eq!(words("\u{300}a").len(), 1, "a mark above nothing");
    }

    #[test]
    fn of_long_texts_small_changes_are_told_and_large_ones_as_a_whole() {
        let text: Vec<String> = (0..2_000).map(|number| format!("word{number}")).collect();
        let mut changed = text.clone();
        for place in [3, 700, 1_998] {
            changed[place] = "new".to_owned();
        }
        let (before, after) = (text.join(" "), changed.join(" "));
        let pieces = differences(&before, &after);
        let news = pieces.iter().filter(|piece| matches!(piece, New("new"))).count();
        assert_eq!((news, pieces.len()), (3, 10), "{pieces:?}");
        let other = (0..2_000).map(|number| format!("other{number}")).collect::<Vec<_>>().join(" ");
        assert_eq!(differences(&before, &other), [Gone(&before), New(&other)]);
    }

    proptest! {
        #[test]
        fn the_pieces_of_long_texts_are_both_texts(
            words in proptest::collection::vec("[ab]{1,2}", 300..900),
            changes in proptest::collection::vec((0_usize..900, "[abc]{1,2}"), 0..200),
        ) {
            let mut changed = words.clone();
            for (place, word) in changes {
                let place = place % changed.len();
                changed[place] = word;
            }
            let (before, after) = (words.join(" "), changed.join(" "));
            prop_assert_eq!(texts(&differences(&before, &after)), (before.clone(), after.clone()));
        }

        #[test]
        fn the_pieces_are_both_texts(before in "[ab \n日.\u{301}]{0,40}", after in "[ab \n日.\u{301}]{0,40}") {
            prop_assert_eq!(texts(&differences(&before, &after)), (before.clone(), after.clone()));
        }

        #[test]
        fn so_they_are_of_any_texts(before in any::<String>(), after in any::<String>()) {
            prop_assert_eq!(texts(&differences(&before, &after)), (before.clone(), after.clone()));
        }
    }
}
