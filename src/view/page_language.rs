//! Which language is used where, for dates, voices, fonts and spelling: the widget's messages may be in another than the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::age::AgeWriter;
use crate::domain::messages::Messages;
use crate::domain::timestamp::Timestamp;

/// The language of the messages that the widget comes with.
const BUILT_IN: &str = "en";

/// What the page's language decides in the thread.
#[derive(Clone)]
pub struct PageLanguage {
    /// How dates are written out: by the browser, in the reader's time zone.
    pub dates: Rc<dyn Fn(Timestamp) -> String>,
    /// How ages are written: so many of a unit ago, `(2, "minute")`, and now for none. `None` where the browser cannot.
    pub ages: AgeWriter,
    /// The language of what readers write, where it is another than that of the messages around it: as far as anybody can
    /// know, the page's.
    pub readers: Option<AttrValue>,
}

impl PartialEq for PageLanguage {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dates, &other.dates) && self.readers == other.readers
    }
}

/// Dates in UTC, and no language.
impl Default for PageLanguage {
    fn default() -> Self {
        let ages = |count, unit: &str| Some(if count > 0 { format!("{count} {unit} ago") } else { "now".to_owned() });
        Self { dates: Rc::new(|at| at.to_string()), ages: Rc::new(ages), readers: None }
    }
}

/// With which language the widget's messages are marked in a page of the language `page`, and with which what its readers write.
/// Where a page does not say its language (`""`), neither is marked.
pub fn spoken(page: &str, messages: &Messages) -> (Option<String>, Option<AttrValue>) {
    if page.is_empty() {
        return (None, None);
    }
    if !messages.is_empty() {
        return (Some(page.to_owned()), None);
    }
    (Some(BUILT_IN.to_owned()), Some(AttrValue::from(page.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::messages::Plural;

    #[test]
    fn english_messages_are_marked_in_a_german_page_and_what_readers_write_is_not_called_english() {
        let german = Some(AttrValue::from("de"));
        assert_eq!(spoken("de", &Messages::default()), (Some("en".to_owned()), german));
        assert_eq!(spoken("", &Messages::default()), (None, None));
        let own = Messages::new(String::new(), "de".to_owned(), Rc::new(|_| Plural::Other), Vec::new());
        assert_eq!(spoken("de", &own), (Some("de".to_owned()), None));
    }
}
