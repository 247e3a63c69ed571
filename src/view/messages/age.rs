//! How long ago something was, in words: the page's, else the browser's.

use yew::AttrValue;

use super::message::messages;
use super::number::grouped;
use crate::domain::age::Age;
use crate::domain::messages::{Messages, fill};
use crate::domain::timestamp::Timestamp;
use crate::view::page_language::PageLanguage;

messages! {
    CLAIMED = "dated": "{date}, by its writer's clock";
}

/// The keys under which a page may have words of its own for ages, each with a line end after it. By themselves the browser has them.
pub const AGES: &str = "just-now\nminutes-ago\nhours-ago\ndays-ago\nweeks-ago\nmonths-ago\nyears-ago\n";

/// An age in words, such as "2 minutes ago"; where it can be none, the date, and whose that is.
pub fn age(page: &PageLanguage, messages: &Messages, at: Timestamp, age: Age) -> AttrValue {
    let (number, unit) = match age {
        Age::JustNow => (0, "second"),
        Age::Minutes(n) => (n, "minute"),
        Age::Hours(n) => (n, "hour"),
        Age::Days(n) => (n, "day"),
        Age::Weeks(n) => (n, "week"),
        Age::Months(n) => (n, "month"),
        Age::Years(n) => (n, "year"),
        Age::Claimed => return CLAIMED.with(messages, &[("date", &(page.dates)(at))]),
    };
    let own = if messages.is_empty() { None } else { own_age(messages, number, unit) };
    own.unwrap_or_else(|| (page.ages)(number, unit).unwrap_or_else(|| (page.dates)(at)).into())
}

/// What the page says of an age, if it does.
fn own_age(messages: &Messages, number: u64, unit: &str) -> Option<AttrValue> {
    if number == 0 {
        return messages.text("just-now").map(AttrValue::Rc);
    }
    let count = usize::try_from(number).unwrap_or(usize::MAX);
    let said = messages.counted(&format!("{unit}s-ago"), count)?;
    Some(fill(&said, &[("count", &grouped(messages, count))]).into())
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::domain::messages::Plural;
    use crate::view::messages::catalogue::is_known;

    fn said(messages: &Messages, it: Age) -> AttrValue {
        age(&PageLanguage::default(), messages, Timestamp::unix_epoch(), it)
    }

    #[test]
    fn ages_are_the_browsers_unless_the_page_has_words_of_its_own() {
        let browser = Messages::default();
        assert_eq!(said(&browser, Age::Minutes(5)), "5 minute ago", "as the default has it");
        assert_eq!(said(&browser, Age::JustNow), "now");
        let entry = |key: &str, form, text: &str| (key.to_owned(), form, Rc::from(text));
        let entries = vec![
            entry("just-now", Plural::Other, "gerade eben"),
            entry("years-ago", Plural::One, "vor {count} Jahr"),
            entry("years-ago", Plural::Other, "vor {count} Jahren"),
        ];
        let one = |number| if number == 1 { Plural::One } else { Plural::Other };
        let own = Messages::new(String::new(), "de".to_owned(), Rc::new(one), entries);
        assert_eq!(said(&own, Age::JustNow), "gerade eben");
        assert_eq!(
            (said(&own, Age::Years(1)), said(&own, Age::Years(1_200))),
            ("vor 1 Jahr".into(), "vor 1,200 Jahren".into())
        );
        assert_eq!(said(&own, Age::Hours(3)), "3 hour ago");
        assert!(AGES.split_terminator('\n').all(is_known) && !is_known("seconds-ago"));
    }

    #[test]
    fn what_can_be_no_age_is_a_date_that_is_its_writers() {
        assert_eq!(said(&Messages::default(), Age::Claimed), "1970-01-01T00:00:00.000Z, by its writer's clock");
    }

    #[test]
    fn where_the_browser_has_no_words_for_ages_the_date_stands_there() {
        let page = PageLanguage { ages: Rc::new(|_, _| None), ..PageLanguage::default() };
        let said = age(&page, &Messages::default(), Timestamp::unix_epoch(), Age::Days(2));
        assert_eq!(said, "1970-01-01T00:00:00.000Z");
    }
}
