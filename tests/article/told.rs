//! What is told of an article beside its text: when it was published and changed, and to other programs what is what.

use std::rc::Rc;

use article_widget::domain::article::{Article, Published};
use article_widget::view::article_facts::article_facts;
use article_widget::view::structured_data::{Setting, json_ld};
use scraper::{Html, Selector};
use yew::{Properties, component};

use crate::pseudo_language::{messages, must_be_whole};
use crate::support::{drawn, read, rendered};

fn date(datetime: &str, text: &str) -> Option<Published> {
    Some(Published { datetime: Some(datetime.to_owned()), text: text.to_owned() })
}

fn article() -> Article {
    read("<html lang=de><article><h1>Ein Hafen</h1><p>Text</p></article>").unwrap()
}

/// The texts of what a selector finds.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_fragment(html).select(&selector).map(|found| found.text().collect()).collect()
}

#[test]
fn a_change_on_a_later_day_stands_beside_the_day_of_publication() {
    let mut article = article();
    (article.published, article.modified) = (date("2025-08-22", "22. August"), date("2025-08-24T10:00Z", "24. August"));
    let html = rendered(article.clone());
    assert_eq!(texts(&html, ".byline > time.dt-published"), ["22. August"]);
    assert_eq!(texts(&html, ".byline > .article-updated[lang=en]"), ["Updated 24. August"]);
    assert_eq!(texts(&html, "time.dt-updated[datetime='2025-08-24T10:00Z']"), ["24. August"]);
    article.modified = date("2025-08-22T23:00Z", "22. August");
    assert_eq!(texts(&rendered(article), ".dt-updated").len(), 0);
}

#[test]
fn a_date_that_is_for_machines_is_written_in_the_language_of_the_page() {
    let mut article = article();
    (article.published, article.modified) = (date("2025-08-22T10:00+02:00", "2025-08-22"), date("2025-08-24", ""));
    let html = rendered(article);
    assert_eq!(texts(&html, "time.dt-published[lang=de]"), ["de: 2025-08-22T00:00:00.000Z"]);
    assert_eq!(texts(&html, "time.dt-updated[lang=de]"), ["de: 2025-08-24T00:00:00.000Z"]);
}

#[test]
fn two_dates_side_by_side_are_written_alike() {
    let mut article = article();
    (article.published, article.modified) = (date("2025-08-22", "22. 8. 2025"), date("2025-08-24", "2025-08-24"));
    let written = ["de: 2025-08-22T00:00:00.000Z", "de: 2025-08-24T00:00:00.000Z"];
    assert_eq!(texts(&rendered(article), "time"), written);
}

#[test]
fn a_date_that_no_calendar_has_is_shown_as_it_came() {
    let mut article = article();
    article.published = date("2025-02-30", "2025-02-30");
    assert_eq!(texts(&rendered(article), "time.dt-published:not([lang])"), ["2025-02-30"]);
}

#[test]
fn the_word_for_a_change_is_the_pages_and_the_date_stands_in_it() {
    let mut article = article();
    article.modified = date("2025-08-24", "24. August");
    let html = drawn(article, messages());
    must_be_whole(&html);
    assert_eq!(texts(&html, ".article-updated[lang=''][dir=auto]"), ["⟦Updated 24. August⟧"]);
}

#[test]
fn microformats_name_headline_author_date_picture_and_text() {
    let html = rendered(
        read(
            "<article><h1>A</h1><p class=byline>Ann <time datetime=2025-08-22>Friday</time></p><img src=x.png width=640 \
             height=480><p>Text</p></article>",
        )
        .unwrap(),
    );
    for (selector, text) in [("h1.p-name", "A"), (".p-author.h-card", "Ann"), ("time.dt-published", "Friday")] {
        assert_eq!(texts(&html, selector), [text], "{selector}");
    }
    assert_eq!(texts(&html, "img.u-photo").len(), 1);
    assert_eq!(texts(&html, ".e-content > p"), ["Text"]);
}

#[derive(PartialEq, Properties)]
struct ToldProps {
    article: Rc<Article>,
    comments: Option<usize>,
}

#[component]
fn Told(props: &ToldProps) -> yew::Html {
    article_facts(&props.article, &Setting { url: "https://news.example/a#b", comments: props.comments })
}

fn facts(article: Article, comments: Option<usize>) -> String {
    let props = ToldProps { article: Rc::new(article), comments };
    pollster::block_on(yew::LocalServerRenderer::<Told>::with_props(props).hydratable(false).render())
}

#[test]
fn the_facts_stand_hidden_as_json_for_the_script_that_tells_them() {
    let html = facts(article(), Some(2));
    let parsed = Html::parse_fragment(&html);
    let data = parsed.select(&Selector::parse("data.article-widget-facts[hidden]").unwrap()).next().unwrap();
    let json: serde_json::Value = serde_json::from_str(data.value().attr("value").unwrap()).unwrap();
    assert_eq!(json["headline"], "Ein Hafen");
    assert_eq!(json["inLanguage"], "de");
    assert_eq!((&json["url"], &json["commentCount"]), (&"https://news.example/a".into(), &2.into()));
    assert_eq!(data.text().count(), 0);
}

fn said(article: &Article, setting: &Setting<'_>) -> serde_json::Value {
    serde_json::from_str(&json_ld(article, setting).unwrap()).unwrap()
}

#[test]
fn search_engines_are_told_what_the_article_says_and_how_many_comments_there_are() {
    let article = Article {
        headline: Some("A \"quoted\" </script>\n headline".into()),
        byline: Some("By Ann \\ Bo".into()),
        published: date("2025-08-22", "x"),
        modified: date("2025-08-23T10:00Z", "x"),
        summary: Some("In short".into()),
        language: Some("de".into()),
        ..Article::default()
    };
    let setting = Setting { url: "https://news.example/a?b#c", comments: Some(3) };
    assert_eq!(
        said(&article, &setting),
        serde_json::json!({
            "@context": "https://schema.org", "@type": "BlogPosting", "headline": "A \"quoted\" </script>  headline",
            "author": { "@type": "Person", "name": "Ann \\ Bo" }, "datePublished": "2025-08-22",
            "dateModified": "2025-08-23T10:00Z", "description": "In short", "inLanguage": "de",
            "url": "https://news.example/a?b", "commentCount": 3
        })
    );
    assert!(!json_ld(&article, &setting).unwrap().contains('<'));
}

#[test]
fn they_are_not_told_what_is_not_known() {
    let article = Article { headline: Some("A".into()), ..Article::default() };
    assert_eq!(
        said(&article, &Setting::default()),
        serde_json::json!({ "@context": "https://schema.org", "@type": "Article", "headline": "A" })
    );
}

#[test]
fn what_calls_itself_news_is_news() {
    let linked = r#"<script type="application/ld+json">{"@type": ["ReportageNewsArticle"], "headline": "A"}</script>"#;
    let marked = "<meta itemtype=https://schema.org/NewsArticle>";
    let other = r#"<script type="application/ld+json">{"@type": "BlogPosting", "headline": "A"}</script>"#;
    for (head, kind) in [(linked, "NewsArticle"), (marked, "NewsArticle"), (other, "BlogPosting")] {
        let page = format!("{head}<article><h1>A</h1><time datetime=2025-08-22>Friday</time><p>Text</p></article>");
        assert_eq!(said(&read(&page).unwrap(), &Setting::default())["@type"], kind, "{head}");
    }
}

#[test]
fn of_an_article_without_a_headline_nothing_is_told() {
    let article = read("<p>A fragment</p>").unwrap();
    assert_eq!(facts(article, None), "");
}

#[test]
fn a_page_that_declares_its_dates_for_machines_shows_them_in_words() {
    let head = "<html lang=en><head><meta property=article:published_time content=2025-08-22T10:00:00+02:00>\
                <meta property=article:modified_time content=2025-08-25T08:00:00Z></head>";
    let html = rendered(read(&format!("{head}<article><h1>A</h1><p>Text</p></article>")).unwrap());
    assert_eq!(texts(&html, ".byline > time.dt-published"), ["de: 2025-08-22T00:00:00.000Z"]);
    assert_eq!(texts(&html, ".article-updated"), ["Updated de: 2025-08-25T00:00:00.000Z"]);
}
