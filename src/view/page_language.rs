//! Which language is used where, for dates, voices, fonts and spelling: the widget's sentences may be in another than the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::strings::Strings;
use crate::domain::timestamp::Timestamp;

/// The widget's own sentences, where the page replaces none.
const OWN: &str = "en";

/// What the page's language decides in the thread.
#[derive(Clone)]
pub struct PageLanguage {
    /// How dates are written out: by the browser, in the reader's time zone.
    pub dates: Rc<dyn Fn(Timestamp) -> String>,
    /// The language of what readers write, where it is another than that of the sentences around it: as far as anybody can
    /// know, the page's.
    pub readers: Option<AttrValue>,
}

impl PartialEq for PageLanguage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dates, &other.dates) && self.readers == other.readers
    }
}

/// The language of what readers write, wherever that must be said.
#[hook]
pub fn use_readers_language() -> Option<AttrValue> {
    use_context::<PageLanguage>().and_then(|page| page.readers)
}

/// The language of the widget's sentences in a page of this language, and that of its readers. A page that says nothing of its
/// own language is not contradicted.
pub fn spoken(page: &str, strings: &Strings) -> (Option<String>, Option<AttrValue>) {
    if page.is_empty() {
        return (None, None);
    }
    if !strings.is_empty() {
        return (Some(page.to_owned()), None);
    }
    (Some(OWN.to_owned()), Some(AttrValue::from(page.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::strings::Plural;

    #[test]
    fn english_sentences_are_marked_in_a_german_page_and_what_readers_write_is_not_called_english() {
        let german = Some(AttrValue::from("de"));
        assert_eq!(spoken("de", &Strings::default()), (Some("en".to_owned()), german));
        assert_eq!(spoken("", &Strings::default()), (None, None));
        let own = Strings::new(String::new(), "de".to_owned(), Rc::new(|_| Plural::Other), Vec::new());
        assert_eq!(spoken("de", &own), (Some("de".to_owned()), None));
    }
}
