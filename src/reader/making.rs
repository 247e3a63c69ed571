//! Makes an article of what was found: judges its markup, sets its lead picture apart, measures its length.

use super::found::Found;
use super::lead::{declared_picture, lead_picture};
use super::settling::settle;
use super::source::Turn;
use crate::domain::article::Article;
use crate::domain::article_error::ArticleError;
use crate::domain::link_policy::Resolve;
use crate::domain::reading_time::ReadingTime;
use crate::domain::safe_markup::{Cleaner, Cleaning, SafeNode, Survey, in_blocks};

/// Makes an article that may be shown. `resolve` makes the addresses of the text absolute. The page gets its turn meanwhile.
///
/// # Errors
/// [`ArticleError::Empty`] where no text and no picture may be shown.
pub async fn make(found: Found, resolve: &Resolve<'_>, turn: Turn) -> Result<Article, ArticleError> {
    let Found { mut text, facts, own, .. } = found;
    settle(&mut text, turn).await;
    let mut survey = Survey::of(&text);
    while survey.goes_on() {
        turn().await;
    }
    let mut cleaner = Cleaner::new(survey, own.as_deref(), resolve);
    turn().await;
    let lead = lead_picture(&text, &mut cleaner);
    let mut cleaning = Cleaning::of(&cleaner, text.children());
    while cleaning.goes_on() {
        turn().await;
    }
    let cleaned = cleaning.end();
    turn().await;
    let blocks = in_blocks(cleaned);
    turn().await;
    if lead.is_none() && !blocks.iter().any(SafeNode::shows_something) {
        return Err(ArticleError::Empty);
    }
    let lead = lead.or_else(|| declared_picture(&text, facts.picture, &cleaner));
    drop(cleaner);
    let mut time = ReadingTime::of(&text);
    while time.goes_on() {
        turn().await;
    }
    let minutes = time.minutes();
    // A long text takes its time to go.
    drop(text);
    turn().await;
    Ok(Article {
        headline: facts.headline,
        byline: facts.byline,
        published: facts.published,
        modified: facts.modified,
        summary: facts.summary,
        lead,
        blocks,
        minutes,
        language: facts.language,
        direction: facts.direction,
        is_news: facts.is_news,
    })
}
