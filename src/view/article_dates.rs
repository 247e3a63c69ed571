//! When an article was published, and when it was last changed.

use yew::prelude::*;

use super::messages::article::UPDATED;
use super::spoken_words::{Words, words};
use crate::domain::article::{Article, Published};
use crate::domain::messages::Messages;
use crate::domain::timestamp::Timestamp;

/// How a day is written out where a source gives it for machines only.
#[derive(Clone, Debug, Default)]
pub struct Days {
    /// The language tag of the reader's page; empty if none is said.
    pub language: String,
    /// Writes a day in that language, given the time at which it begins in UTC.
    pub write: Option<fn(&str, Timestamp) -> Option<String>>,
}

impl PartialEq for Days {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && self.write.is_some() == other.write.is_some()
    }
}

/// Both dates; the second only where it is another day.
pub(super) fn dates(article: &Article, days: &Days, messages: &Messages) -> Html {
    let published = article.published.as_ref();
    let modified = article.modified.as_ref().filter(|modified| is_later(published, modified));
    // Side by side they are written alike.
    let all = [published, modified];
    let are_written = all.into_iter().flatten().any(|date| is_for_machines(&date.text));
    html! {
        <>
            if let Some(published) = published {
                { time(published, "dt-published", days, are_written) }{ " " }
            }
            if let Some(modified) = modified {
                { updated(modified, days, messages, are_written) }{ " " }
            }
        </>
    }
}

fn updated(modified: &Published, days: &Days, messages: &Messages, is_written: bool) -> Html {
    let Words { language, direction } = words(UPDATED, messages);
    let date = time(modified, "dt-updated", days, is_written);
    html! { <span class="article-updated" lang={language} dir={direction}>{ UPDATED.around(messages, "{date}", &date) }</span> }
}

/// A date, written in words of its own or as its source shows it.
fn time(date: &Published, class: &'static str, days: &Days, is_written: bool) -> Html {
    let written = date.datetime.as_deref().filter(|_| is_written).and_then(|moment| {
        let write = days.write?;
        write(&days.language, Timestamp::of_day(moment)?)
    });
    let language = written.as_ref().map(|_| days.language.clone());
    let direction = language.as_ref().map(|_| "auto");
    html! {
        <time {class} lang={language} dir={direction} datetime={date.datetime.clone()}>
            { written.unwrap_or_else(|| date.text.clone()) }
        </time>
    }
}

/// Whether a change is to be told: on a later day than that of the publication, as far as both are known.
fn is_later(published: Option<&Published>, modified: &Published) -> bool {
    let Some(published) = published else { return true };
    match (day_of(published), day_of(modified)) {
        (Some(before), Some(after)) => before < after,
        _ => published.text != modified.text && modified.datetime.is_some(),
    }
}

/// The day, as it was where it was written.
fn day_of(date: &Published) -> Option<Timestamp> {
    Timestamp::of_day(date.datetime.as_deref()?)
}

/// Whether a text is a date that no reader would write.
fn is_for_machines(text: &str) -> bool {
    text.is_empty() || Timestamp::of_day(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(datetime: &str, text: &str) -> Published {
        Published { datetime: (!datetime.is_empty()).then(|| datetime.to_owned()), text: text.to_owned() }
    }

    #[test]
    fn a_change_is_told_where_it_was_on_a_later_day() {
        let published = date("2025-08-22T23:00+02:00", "Friday");
        let is_told = |modified| is_later(Some(&published), &modified);
        assert!(is_told(date("2025-08-23T00:10+02:00", "2025-08-23")));
        assert!(!is_told(date("2025-08-22T23:50+02:00", "2025-08-22")));
        assert!(!is_told(date("2024-01-01", "2024-01-01")));
        assert!(!is_told(date("", "Saturday")));
        assert!(is_later(None, &date("2025-08-23", "x")));
        assert!(is_later(Some(&date("", "Friday")), &date("2025-08-23", "2025-08-23")));
    }

    #[test]
    fn dates_for_machines_are_known_by_their_shape() {
        assert!(is_for_machines("2025-08-22 10:00") && !is_for_machines("22.8.2025"));
    }
}
