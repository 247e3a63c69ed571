//! A reader follows footnotes, plays films, and loads what other sites show, or does not.

use article_widget_e2e::keys::ENTER;
use article_widget_e2e::{Outage, Page, Story, built, html, probe};
use serde_json::{Value, json};

const ARTICLE: &str = "article.article-widget-article";

const NOTES: &str = "<!doctype html><html lang=en><head><title>Bread</title></head><body><article><h1>Bread</h1>
    <p>Old dough<sup><a href='#fn1' id=r1>1</a></sup> is kept in a jar.</p><!--more-->
    <h2 id=feeding>Feeding</h2><p>It is fed daily.</p><ol><li id=fn1>Called a starter. <a href='#r1'>Back</a></li></ol></article></body></html>";

fn notes() -> String {
    NOTES.replace("<!--more-->", &"<p>The tide went out and the boats lay on the sand until evening.</p>".repeat(120))
}

/// A story on this page, whose article is this.
fn story(page: &str, article: &str) -> Story {
    let story = Story::on_page(page);
    story.server.page("/bread.html", article);
    story
}

fn widget() -> String {
    html::widget("thread=\"bread\" src=\"/bread.html\"", "")
}

#[track_caller]
fn wait_for_article(story: &Story) -> Page<'_> {
    let page = story.page();
    page.session()
        .wait_until("the article", &format!("return !!(window.within ?? document).querySelector('{ARTICLE} h1')"));
    page
}

/// What a script says about the article.
#[track_caller]
fn say(story: &Story, script: &str) -> Value {
    story.session.script(
        &format!(
            "const within = window.within ?? document; const article = within.querySelector('{ARTICLE}'); {script}"
        ),
        Vec::new(),
    )
}

/// Presses a link of the article by keys.
#[track_caller]
fn press_by_keys(story: &Story, selector: &str) {
    say(story, &format!("article.querySelector(`{selector}`).focus()"));
    story.session.press(&[ENTER]);
}

/// Presses the button of a card, once it is one.
#[track_caller]
fn press_card(story: &Story, key: char) {
    wait_until(story, "the button", "return !!article.querySelector('.article-embed-button[role=button]')");
    say(story, "article.querySelector('.article-embed-button').focus()");
    story.session.press(&[key]);
}

#[track_caller]
fn wait_until(story: &Story, what: &str, script: &str) {
    story.session.wait_until(
        what,
        &format!(
            "const within = window.within ?? document; const article = within.querySelector('{ARTICLE}'); {script}"
        ),
    );
}

const NOTE_IN_VIEW: &str =
    "const note = article.querySelector('#article-fn1'); const { top, bottom } = note.getBoundingClientRect();
    return within.activeElement === note && top >= 0 && bottom <= innerHeight";

#[test]
fn a_footnote_is_read_on_the_same_page_and_left_again() {
    let story = story(&html::page(&widget()), &notes());
    story.open("/story.html");
    wait_for_article(&story);
    press_by_keys(&story, "a[href='#article-fn1']");
    wait_until(&story, "the note", NOTE_IN_VIEW);
    assert_eq!(say(&story, "return location.pathname + location.hash"), json!("/story.html#article-fn1"));
    story.session.back();
    wait_until(&story, "the place before", "return scrollY < 200 && location.hash === ''");
    press_by_keys(&story, "a[href='#article-fn1']");
    wait_until(&story, "the note", NOTE_IN_VIEW);
    press_by_keys(&story, "a[href='#article-r1']");
    wait_until(&story, "the mark", "return within.activeElement.id === 'article-r1' && scrollY < 400");
}

#[test]
fn a_footnote_stays_on_the_page_whatever_base_the_page_has() {
    let page = html::page_with_head("<base href=\"/elsewhere/\">", &widget());
    let story = story(&page, &notes());
    story.open("/story.html");
    wait_for_article(&story);
    press_by_keys(&story, "a[href='#article-fn1']");
    wait_until(&story, "the note", NOTE_IN_VIEW);
    assert_eq!(say(&story, "return location.pathname"), json!("/story.html"));
}

#[test]
fn a_footnote_is_found_inside_a_component_and_beside_a_router() {
    let body = format!(
        "<div id=component></div><script nonce=e2e>
        window.within = component.attachShadow({{ mode: 'open' }});
        within.append(document.createRange().createContextualFragment(`{}`));
        location.hash = '#/view/1';
        window.routes = []; addEventListener('hashchange', () => routes.push(location.hash));</script>",
        widget()
    );
    let story = story(&html::page(&body), &notes());
    story.session.goto(&story.server.url("/story.html"));
    wait_for_article(&story);
    press_by_keys(&story, "a[href='#article-fn1']");
    wait_until(&story, "the note", NOTE_IN_VIEW);
    assert_eq!(say(&story, "return location.hash"), json!("#/view/1"), "a view of the page is not left");
}

#[test]
fn of_two_articles_each_has_its_own_notes() {
    let story = story(&html::page(&format!("{}{}", widget(), widget().replace("\"bread\"", "\"more\""))), &notes());
    story.session.goto(&story.server.url("/story.html"));
    wait_until(&story, "both", &format!("return document.querySelectorAll('{ARTICLE} h1').length === 2"));
    let second = format!("const article = document.querySelectorAll('{ARTICLE}')[1];");
    story.session.script(&format!("{second} article.querySelector(`a[href='#article-fn1']`).focus()"), Vec::new());
    story.session.press(&[ENTER]);
    story.session.wait_until(
        "the second note",
        &format!(
            "{second} return article.contains(document.activeElement) && document.activeElement.localName === 'li'"
        ),
    );
}

#[test]
fn an_address_that_names_a_heading_leads_to_it() {
    let story = story(&html::page(&widget()), &notes());
    story.session.goto(&story.server.url("/story.html#article-feeding"));
    wait_for_article(&story);
    wait_until(
        &story,
        "the heading",
        "const { top } = article.querySelector('h2').getBoundingClientRect(); return top >= 0 && top < innerHeight",
    );
}

const FILMS: &str = "<!doctype html><html lang=en><head><title>Mill</title></head><body><article><h1>Mill</h1>
    <p>The wheel turns again.</p><video controls src=/mill.mp4 poster=/mill.jpg><p>Old browser.</p></video><audio src=/mill.mp3>Old browser.</audio>
    <iframe src='https://www.youtube.com/embed/abc' title='The mill, a film'></iframe><object data=/plan.pdf><p>No PDF.</p></object>
    <p>where <math><mi>m</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math> holds.</p><p>It grinds on Sundays.</p></article></body></html>";

#[test]
fn nothing_of_a_film_is_loaded_until_the_reader_presses_and_then_it_is_there() {
    let story = story(&html::page(&widget()), FILMS);
    story.open("/story.html");
    let page = wait_for_article(&story);
    page.wait_for_count("0 Comments");
    assert_eq!(say(&story, "return article.querySelectorAll('iframe').length"), json!(0));
    assert!(!say(&story, "return article.textContent").as_str().unwrap_or_default().contains("Old browser"));
    let asked = |what: &str| story.server.requests().iter().any(|path| path.starts_with(what));
    assert!(!asked("/mill.mp4") && !asked("/mill.mp3") && !asked("/plan.pdf"), "{:?}", story.server.requests());
    assert_eq!(
        say(
            &story,
            "return [...article.querySelectorAll('video, audio')].map(({ controls, preload, autoplay }) => [controls, preload, autoplay])"
        ),
        json!([[true, "none", false], [true, "none", false]])
    );
    let of_others = "return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin))";
    assert_eq!(say(&story, of_others), json!([]));
    press_card(&story, ENTER);
    wait_until(&story, "the film", "return !!article.querySelector('iframe')");
    wait_until(&story, "the focus on it", "return within.activeElement.localName === 'iframe'");
    assert_eq!(
        say(
            &story,
            "const frame = article.querySelector('iframe'); return [frame.src, frame.title, frame.sandbox.contains('allow-top-navigation'), frame.hasAttribute('sandbox')]"
        ),
        json!(["https://www.youtube-nocookie.com/embed/abc?autoplay=1", "The mill, a film", false, true])
    );
    assert_eq!(
        say(&story, "return article.querySelector('.article-embed-link a').href"),
        json!("https://www.youtube.com/watch?v=abc")
    );
}

#[test]
fn a_card_changes_nothing_around_it_when_it_is_pressed() {
    let story = story(&html::page(&widget()), FILMS);
    story.open("/story.html");
    wait_for_article(&story);
    let height = "return Math.round(article.querySelector('.article-embed-film').getBoundingClientRect().height)";
    let before = say(&story, height);
    press_card(&story, ' ');
    wait_until(&story, "the film", "return !!article.querySelector('iframe')");
    let after = say(&story, height);
    let difference = before.as_f64().unwrap_or_default() - after.as_f64().unwrap_or(1_000.0);
    assert!(difference.abs() <= 2.0, "{before} became {after}");
}

#[test]
fn a_card_is_a_link_where_nothing_comes_that_could_load_it() {
    let story = story(&html::page(&widget()), FILMS);
    let helps = built::versioned("article-widget-reading.js");
    story.server.break_down(&helps, Outage::Missing);
    story.open("/story.html");
    let page = wait_for_article(&story);
    page.wait_for_count("0 Comments");
    assert!(story.server.requests().contains(&helps), "{:?}", story.server.requests());
    let card =
        "const card = article.querySelector('.article-embed-button'); return [card.localName, card.href, card.role]";
    assert_eq!(say(&story, card), json!(["a", "https://www.youtube.com/watch?v=abc", null]));
}

#[test]
fn a_formula_is_one_for_the_browser_too() {
    let story = story(&html::page(&widget()), FILMS);
    story.open("/story.html");
    wait_for_article(&story);
    assert_eq!(
        say(
            &story,
            "return [...article.querySelectorAll('math, math *')].every(({ namespaceURI }) => namespaceURI === 'http://www.w3.org/1998/Math/MathML')"
        ),
        json!(true)
    );
    let stacked = "const [one, two] = article.querySelectorAll('mfrac > mn'); return two.getBoundingClientRect().top > one.getBoundingClientRect().top";
    assert_eq!(say(&story, stacked), json!(true), "a fraction is drawn as one");
}

#[test]
fn under_a_strict_policy_there_is_no_violation_before_a_press_and_a_link_after_it() {
    let story = story(&html::page(&widget()), FILMS);
    // Browsers ask for leave to play when they see a player, and load it later.
    story.server.header("Content-Security-Policy", &format!("{}; media-src 'self'", super::strict_policy::POLICY));
    story.open("/story.html");
    wait_for_article(&story);
    let loads = |violation: &String| violation.contains("-src");
    let violations = probe::sightings(&story.session).violations;
    assert!(!violations.iter().any(loads), "{violations:?}");
    press_card(&story, ENTER);
    wait_until(&story, "the place of the film", "return !!article.querySelector('iframe')");
    assert_eq!(
        say(&story, "return article.querySelector('.article-embed-link a').href"),
        json!("https://www.youtube.com/watch?v=abc")
    );
}

#[test]
fn a_page_that_nests_as_deep_as_a_browser_lets_it_is_read_to_its_end() {
    let deep: String = [("<blockquote>", "</blockquote>"), ("<b>", "</b>"), ("<div class=x>", "</div>")]
        .map(|(open, close)| format!("{}<p>Deep words.</p>{}", open.repeat(400), close.repeat(400)))
        .concat();
    let story = story(
        &html::page(&widget()),
        &format!("<article><h1>Deep</h1><p>Before.</p>{deep}<p>The very end.</p></article>"),
    );
    story.open("/story.html");
    let page = wait_for_article(&story);
    let text = say(&story, "return article.textContent");
    let text = text.as_str().unwrap_or_default();
    assert_eq!(text.matches("Deep words.").count(), 3);
    assert!(text.ends_with("The very end."));
    page.post("Ada", "And the thread goes on.");
}
