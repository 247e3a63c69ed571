//! The messages that a page puts in place of the widget's own, each under its key.

use std::fmt;
use std::rc::Rc;

/// What a page says in place of the widget's English messages; by default nothing. Cheap to clone, and cheap to compare with a clone.
#[derive(Clone, Default)]
pub struct Messages(Option<Rc<Replacements>>);

struct Replacements {
    /// The JSON text that the messages were read from: equal texts give equal messages.
    source: String,
    /// The language that the messages are in, as far as the page says: it decides about plurals. Empty if the page does not say.
    language: String,
    category: Categories,
    entries: Vec<Replacement>,
}

/// Which plural form of a language a number takes.
pub type Categories = Rc<dyn Fn(usize) -> Plural>;

/// One replaced message: its key, the plural form that it is for, and its text. [`Plural::Other`] is for messages in which nothing is
/// counted, and for numbers whose form has no text of its own.
pub type Replacement = (String, Plural, Rc<str>);

/// A plural form, as CLDR calls them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plural {
    /// For 0, in languages with a form for it.
    Zero,
    /// For 1, and in some languages for numbers like 21.
    One,
    /// For 2.
    Two,
    /// For a few, such as 2 to 4 in Czech.
    Few,
    /// For many, such as 11 to 99 in Arabic.
    Many,
    /// For all other numbers.
    #[default]
    Other,
}

impl Plural {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The form of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.as_str() == name)
    }

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

impl Messages {
    /// The messages that were read from the JSON text `source`, in a language whose numbers take the plural forms that `category` says.
    /// Of two messages under one key and of one form the later one counts.
    pub fn new(source: String, language: String, category: Categories, entries: Vec<Replacement>) -> Self {
        Self(Some(Rc::new(Replacements { source, language, category, entries })))
    }

    /// Whether the page replaces no message.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The page's message under a key in which nothing is counted; `None` if the page does not replace it.
    pub fn text(&self, key: &str) -> Option<Rc<str>> {
        self.0.as_ref()?.entry(key, Plural::Other)
    }

    /// The page's message under a key for so many things; `None` if the page does not replace it.
    pub fn counted(&self, key: &str, number: usize) -> Option<Rc<str>> {
        let replacements = self.0.as_ref()?;
        let other = replacements.entry(key, Plural::Other)?;
        Some(replacements.entry(key, (replacements.category)(number)).unwrap_or(other))
    }

    /// Whether the messages were read from this JSON text, on a page in this language.
    pub fn are_from(&self, source: &str, language: &str) -> bool {
        self.0.as_ref().is_some_and(|own| own.source == source && own.language == language)
    }

    /// The key of each message, with each plural form, whether the widget knows it or not.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|replacements| &replacements.entries).map(|(key, ..)| &**key)
    }

    /// The language that the page says its messages are in.
    pub fn language(&self) -> Option<&str> {
        self.0.as_ref().map(|replacements| &*replacements.language).filter(|language| !language.is_empty())
    }
}

impl Replacements {
    fn entry(&self, key: &str, form: Plural) -> Option<Rc<str>> {
        self.entries.iter().rev().find(|(name, of, _)| *of == form && *name == key).map(|(.., text)| Rc::clone(text))
    }
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(one), Some(two)) => {
                Rc::ptr_eq(one, two) || (one.language == two.language && one.source == two.source)
            }
            _ => false,
        }
    }
}

impl Eq for Messages {}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Messages({})", self.0.as_ref().map_or(0, |replacements| replacements.entries.len()))
    }
}

/// How many bytes after an opening brace are searched for the closing one. All names of parts are shorter. Without a limit, a text of
/// nothing but opening braces would take time that grows with the square of its length.
const LONGEST_NAME: usize = 16;

/// A message with its parts in place of their names in braces. A name that is not among them stays as it is, and what is
/// put in is not looked through again.
pub fn fill(message: &str, parts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let end = after.bytes().take(LONGEST_NAME).position(|byte| byte == b'}');
        let part = end.and_then(|end| {
            let (_, value) = parts.iter().find(|(known, _)| after.get(..end) == Some(*known))?;
            Some((*value, after.get(end + 1..)?))
        });
        rest = part.map_or(after, |(value, left)| {
            filled.push_str(value);
            left
        });
        if part.is_none() {
            filled.push('{');
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(source: &str, entries: &[(&str, Plural, &str)]) -> Messages {
        let category = |number| match number {
            1 => Plural::One,
            2 => Plural::Two,
            _ => Plural::Many,
        };
        let entries = entries.iter().map(|(key, form, text)| ((*key).to_owned(), *form, Rc::from(*text))).collect();
        Messages::new(source.to_owned(), "xx".to_owned(), Rc::new(category), entries)
    }

    #[test]
    fn the_number_chooses_the_form_and_other_is_for_the_rest() {
        let all =
            [("a", Plural::One, "i"), ("a", Plural::Other, "n"), ("a", Plural::Two, "ii"), ("b", Plural::Other, "x")];
        let all = messages("", &all);
        let counted = |key| [1, 2, 3].map(|number| all.counted(key, number).map(|text| text.to_string()));
        assert_eq!(counted("a"), ["i", "ii", "n"].map(|text| Some(text.to_owned())));
        assert_eq!(counted("b"), [(); 3].map(|()| Some("x".to_owned())));
        assert_eq!(counted("c"), [None, None, None]);
        assert_eq!(all.text("a").as_deref(), Some("n"));
        assert_eq!(Messages::default().text("a"), None);
        assert_eq!(Messages::default().counted("a", 1), None);
    }

    #[test]
    fn every_plural_form_has_its_name() {
        for form in Plural::ALL {
            assert_eq!(Plural::parse(form.as_str()), Some(form));
        }
        assert_eq!(Plural::parse("One"), None);
    }

    #[test]
    fn of_two_under_one_key_the_later_holds() {
        assert_eq!(
            messages("", &[("a", Plural::Other, "1"), ("a", Plural::Other, "2")]).text("a").as_deref(),
            Some("2")
        );
    }

    #[test]
    fn what_was_read_from_the_same_text_in_the_same_language_is_the_same() {
        assert_eq!(messages("a", &[]), messages("a", &[]));
        assert_ne!(messages("a", &[]), messages("b", &[]));
        assert_ne!(messages("a", &[]), Messages::default());
        let french = Messages::new("a".to_owned(), "fr".to_owned(), Rc::new(|_| Plural::Other), vec![]);
        assert_ne!(messages("a", &[]), french);
        assert_eq!((Messages::default().language(), french.language()), (None, Some("fr")));
    }

    #[test]
    fn parts_stand_where_their_names_are_as_often_as_they_are() {
        assert_eq!(fill("{a} and {b}, {a}.", &[("a", "1"), ("b", "2")]), "1 and 2, 1.");
        assert_eq!(fill("nothing of it", &[("a", "1")]), "nothing of it");
        assert_eq!(fill("", &[("a", "1")]), "");
    }

    #[test]
    fn a_name_that_is_no_part_stays_as_it_was_typed() {
        for kept in ["{c}", "{", "}", "{}", "{ a }", "a { b", "{A}", "{{c}}", "\u{0}{\u{7f}}"] {
            assert_eq!(fill(kept, &[("a", "1")]), kept);
        }
        assert_eq!(fill("{{a}}{c}{a", &[("a", "1")]), "{1}{c}{a");
    }

    #[test]
    fn a_text_of_nothing_but_braces_is_read_in_no_time() {
        let braces = "{".repeat(300_000);
        assert_eq!(fill(&braces, &[("a", "1")]), braces);
        let closed = format!("{braces}a}}");
        assert_eq!(fill(&closed, &[("a", "1")]).len(), braces.len());
    }

    #[test]
    fn what_a_reader_is_called_is_not_looked_through() {
        assert_eq!(fill("{name} wrote {count}", &[("name", "{count}"), ("count", "{name}")]), "{count} wrote {name}");
    }
}
