//! A page puts its own messages in place of the widget's.

use article_widget_e2e::page::NEW_FORM;
use article_widget_e2e::{Page, Story, html, probe};
use serde_json::{Value, json};

/// Notes errors of the widget and warnings in the console from before the page's own scripts.
const LISTENER: &str = "<script nonce=\"e2e\">window.told = []; window.warned = []; \
    document.addEventListener('article-widget:error', ({ detail }) => told.push(detail)); \
    const warn = console.warn; console.warn = (...all) => { warned.push(all.join(' ')); warn.apply(console, all); };</script>";

const GERMAN: &str = r#"{"heading": {"one": "{count} Kommentar", "other": "{count} Kommentare"}, "form-title": "Kommentar schreiben",
    "form-submit": "Abschicken", "reply": "Antworten", "reply-to": "{name} antworten", "form-name-hint": "Freiwillig", "you": "<b>Sie</b>"}"#;

/// One and two have forms of their own here.
const WELSH: &str =
    r#"{"heading": {"one": "{count} sylw", "two": "{count} sylw, dau", "other": "{count} o sylwadau"}}"#;

fn script(id: &str, json: &str) -> String {
    format!("<script type=\"application/json\" id=\"{id}\">{json}</script>")
}

fn story(scripts: &str, widgets: &str) -> Story {
    Story::on_page(&html::page_with_head(&format!("{LISTENER}{scripts}"), widgets))
}

fn widget(attributes: &str) -> String {
    html::widget(&format!("thread=\"strings\" {attributes}"), html::ARTICLE)
}

#[track_caller]
fn wait_for_heading(page: &Page<'_>, expected: &str) {
    page.session().wait_for(expected, || match page.text_of(".heading") {
        seen if seen == expected => Ok(()),
        seen => Err(seen),
    });
}

#[track_caller]
fn set(page: &Page<'_>, name: &str, value: &str) {
    page.script("widget.setAttribute(rest[0], rest[1])", json!([name, value]));
}

#[track_caller]
fn noted(story: &Story, what: &str) -> Vec<Value> {
    story.session.script(&format!("return {what}"), Vec::new()).as_array().cloned().unwrap_or_default()
}

#[test]
fn a_page_speaks_german_and_the_number_chooses_the_form() {
    let story = story(&script("de", GERMAN), &widget("lang=\"de\" strings=\"de\""));
    story.server.header("Content-Security-Policy", super::strict_policy::POLICY);
    let page = story.open("/story.html");
    wait_for_heading(&page, "0 Kommentare");
    assert_eq!(page.text_of(&format!("{NEW_FORM} button[type=submit]")), "Abschicken");
    page.post("Ada", "Eins");
    wait_for_heading(&page, "1 Kommentar");
    page.post("Ada", "Zwei");
    wait_for_heading(&page, "2 Kommentare");
    assert_eq!(page.text_of("[data-action=reply]"), "Antworten");
    assert!(page.has("[data-action=reply][aria-label='Ada antworten']"));
    assert!(page.has("input[name=name][placeholder=Freiwillig]"));
    assert_eq!(page.text_of(".you"), "<b>Sie</b>", "a message is text");
    assert_eq!(page.text_of("[data-action=panel]"), "Your comments", "what is not replaced is English");
    assert_eq!(noted(&story, "[...told, ...warned]"), Vec::<Value>::new());
    assert_eq!(probe::sightings(&story.session).violations, Vec::<String>::new());
}

#[test]
fn another_attribute_redraws_an_open_widget_and_what_is_written_stays() {
    let scripts = [script("de", GERMAN), script("cy", WELSH)].concat();
    let story = story(&scripts, &widget(""));
    let page = story.open("/story.html");
    page.post("Ada", "One");
    page.post("Ada", "Two");
    wait_for_heading(&page, "2 Comments");
    page.fill(&format!("{NEW_FORM} textarea[name=body]"), "Half a sent");
    set(&page, "strings", "de");
    wait_for_heading(&page, "2 Kommentare");
    assert_eq!(page.text_of("[data-action=reply]"), "Antworten");
    set(&page, "data-lang", "cy");
    set(&page, "strings", "cy");
    wait_for_heading(&page, "2 sylw, dau");
    assert_eq!(page.text_of("[data-action=reply]"), "Reply");
    // What is no language has the browser's own rules, which count in English here.
    set(&page, "data-lang", "no language!");
    wait_for_heading(&page, "2 o sylwadau");
    page.script("widget.removeAttribute('strings')", json!([]));
    wait_for_heading(&page, "2 Comments");
    assert_eq!(page.value(&format!("{NEW_FORM} textarea[name=body]")), "Half a sent");
}

#[test]
fn what_is_wrong_is_said_to_developers_and_english_stays() {
    let scripts = [
        script("broken", "{\"heading\": "),
        script("list", "[]"),
        script("partly", r#"{"hedding": "x", "heading": 7, "empty": "Leer"}"#),
        "<p id=\"other\">{}</p>".to_owned(),
    ];
    let story = story(&scripts.concat(), &widget("strings=\"broken\""));
    let page = story.open("/story.html");
    wait_for_heading(&page, "0 Comments");
    let mut expected = vec!["\"broken\" is not JSON"];
    for (id, message) in [
        ("list", "\"list\" is not an object"),
        ("nowhere", "no <script type=\"application/json\"> with the id \"nowhere\""),
        ("other", "no <script type=\"application/json\"> with the id \"other\""),
        ("partly", "is under heading; English stays there"),
    ] {
        set(&page, "strings", id);
        expected.push(message);
        story.session.wait_for(message, || match noted(&story, "told").last() {
            Some(last) if last["message"].as_str().is_some_and(|said| said.contains(message)) => Ok(()),
            seen => Err(format!("{seen:?}")),
        });
    }
    assert_eq!(page.text_of(".empty"), "Leer", "what is right applies");
    wait_for_heading(&page, "0 Comments");
    let told = noted(&story, "told");
    assert!(told.iter().all(|each| each["code"] == "strings" && each["thread"] == "strings"), "{told:?}");
    assert_eq!(told.len(), expected.len());
    let warned = noted(&story, "warned");
    assert_eq!(warned.len(), expected.len() + 1, "{warned:?}");
    assert!(warned.last().is_some_and(|last| last.as_str().unwrap_or_default().ends_with("the keys hedding")));
}

#[test]
fn two_widgets_of_a_page_speak_two_languages() {
    let scripts = [script("de", GERMAN), script("cy", WELSH)].concat();
    let second = html::widget("thread=\"second\" data-lang=\"cy\" data-strings=\"cy\"", html::ARTICLE);
    let story = story(&scripts, &[widget("lang=\"de\" strings=\"de\""), second].concat());
    let german = story.open("/story.html");
    let welsh = german.nth(1);
    welsh.wait_until_ready();
    german.post("Ada", "Eins");
    welsh.post("Bo", "Un");
    wait_for_heading(&german, "1 Kommentar");
    wait_for_heading(&welsh, "1 sylw");
    welsh.post("Bo", "Dau");
    wait_for_heading(&welsh, "2 sylw, dau");
    assert_eq!([german, welsh].map(|page| page.text_of("[data-action=reply]")), ["Antworten", "Reply"]);
}

#[test]
fn a_script_in_the_same_shadow_root_comes_first() {
    let story = story(&script("de", GERMAN), "<div id=\"host\"></div>");
    story.session.goto(&story.server.url("/story.html"));
    let inner = script("de", WELSH);
    story.session.script(
        // The language is that of the page around.
        "document.documentElement.lang = 'cy';
         const root = document.querySelector('#host').attachShadow({ mode: 'open' });
         const data = document.createElement('script');
         Object.assign(data, { type: 'application/json', id: 'de', textContent: arguments[0] });
         const widget = document.createElement('article-widget');
         for (const [name, value] of [['thread', 'inside'], ['loading', 'eager'], ['strings', 'de']]) widget.setAttribute(name, value);
         root.append(data, widget); window.inside = widget",
        vec![json!(inner.split_once('>').map_or("", |(_, rest)| rest.trim_end_matches("</script>")))],
    );
    story.session.wait_for("the inner language", || {
        let seen =
            story.session.script("return inside.shadowRoot?.querySelector('.heading')?.textContent ?? ''", Vec::new());
        if seen == json!("0 o sylwadau") { Ok(()) } else { Err(seen.to_string()) }
    });
}

#[test]
fn another_element_with_the_scripts_id_is_in_nobodys_way() {
    let story = story(&script("de", GERMAN), "<div id=\"host\"></div>");
    story.session.goto(&story.server.url("/story.html"));
    story.session.script(
        "const root = document.querySelector('#host').attachShadow({ mode: 'open' });
         const heading = document.createElement('h2');
         heading.id = 'de';
         const widget = document.createElement('article-widget');
         for (const [name, value] of [['thread', 'inside'], ['loading', 'eager'], ['lang', 'de'], ['strings', 'de']]) widget.setAttribute(name, value);
         root.append(heading, widget); window.inside = widget",
        Vec::new(),
    );
    story
        .session
        .wait_until("German", "return /0 Kommentare/.test(inside.shadowRoot.querySelector('.heading')?.textContent)");
}

#[test]
fn a_voice_is_told_which_language_the_messages_are_in_and_which_the_readers() {
    let story = story(&script("de", GERMAN), &widget(""));
    let page = story.open("/story.html");
    page.script("document.documentElement.lang = 'fr'", json!([]));
    set(&page, "sort", "newest");
    page.post("Ada", "Bonjour");
    let spoken = "const of = (selector) => root.querySelector(selector).closest('[lang]')?.lang;
        return [of('.heading'), of('.comment-body'), of('textarea')]";
    page.session().wait_for("English messages in a French page", || match page.script(spoken, json!([])) {
        seen if seen == json!(["en", "fr", "fr"]) => Ok(()),
        seen => Err(seen.to_string()),
    });
    set(&page, "strings", "de");
    set(&page, "lang", "de");
    page.session().wait_for("German messages", || match page.script(spoken, json!([])) {
        seen if seen == json!(["de", "de", "de"]) => Ok(()),
        seen => Err(seen.to_string()),
    });
}
