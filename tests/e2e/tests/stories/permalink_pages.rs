//! Links to comments on pages that have more to say about their addresses: two widgets, a `<base>`, views in the fragment, a frame.

use article_widget_e2e::{Engine, Seeds, Story, html};
use serde_json::{Value, json};

use crate::branches::talk;
use crate::hostile_text::{corpus, globals};
use crate::permalinks::{GROUND, goto, hash, id_in, is_led, story_of};

#[test]
fn two_widgets_do_not_fight_and_of_a_comment_that_neither_has_one_of_them_says_so() {
    let (mut one, mut two) = (Seeds::of_thread("one"), Seeds::of_thread("two"));
    one.post("Ada", "In the first");
    two.post("Ben", "Before it");
    let id = two.post("Ben", "In the second");
    let body = format!(
        "<main>{}{}</main>",
        html::widget("thread=\"one\"", html::ARTICLE),
        html::widget("thread=\"two\"", html::ARTICLE)
    );
    let story = Story::on_page(&html::page_with_head(GROUND, &body));
    story.seed(one.entries());
    story.seed(two.entries());
    goto(&story, &format!("/story.html#comment-{id}"));
    let first = story.page();
    first.wait_until_ready();
    let second = first.nth(1);
    second.wait_until_ready();
    is_led(&second, "In the second");
    assert!(!first.has("[data-notice=link-missed]") && !first.has(".pointed-at"));
    story.session.script("location.hash = '#comment-0000000990000000000099'", Vec::new());
    let tell = "return [...document.querySelectorAll('article-widget')].flatMap(({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll('[data-notice=link-missed]')]).length === arguments[0]";
    story.session.wait_for("one sentence", || match story.session.script(tell, vec![json!(1)]) {
        Value::Bool(true) => Ok(()),
        seen => Err(seen.to_string()),
    });
    story.session.script("history.back()", Vec::new());
    is_led(&second, "In the second");
    assert!(!first.has("[data-notice=link-missed]") && !second.has("[data-notice=link-missed]"));
}

#[test]
fn a_base_of_the_page_does_not_lead_the_link_elsewhere() {
    let story = story_of(&talk(), "<base href=\"/other/place.html\">", "thread=\"talk\"");
    let page = story.open("/story.html");
    let row = page.wait_for_row("inner");
    page.script("root.querySelector(rest[0]).focus()", json!([row.inside("a.permalink")]));
    let address = story.server.url(&format!("/story.html#comment-{}", row.id));
    assert_eq!(
        page.script("return root.querySelector(rest[0]).href", json!([row.inside("a.permalink")])),
        json!(address)
    );
    page.click(&row.inside("a.permalink"));
    is_led(&page, "inner");
    assert_eq!(story.session.script("return location.href", Vec::new()), json!(address));
}

#[test]
fn a_page_that_keeps_its_view_in_the_fragment_keeps_it() {
    let story = story_of(&talk(), "", "thread=\"talk\"");
    goto(&story, "/story.html#/read/7");
    let page = story.page();
    page.wait_until_ready();
    let row = page.wait_for_row("inner");
    page.click(&row.inside("a.permalink"));
    is_led(&page, "inner");
    assert_eq!(hash(&page), json!("#/read/7"));
}

#[test]
fn a_widget_that_comes_late_leads_to_the_comment_too() {
    let seeds = talk();
    let story = story_of(&seeds, "", "thread=\"other\"");
    let id = id_in(&seeds.publication(), "second");
    goto(&story, &format!("/story.html#comment-{id}"));
    let page = story.page();
    page.wait_until_ready();
    page.wait_for("[data-notice=link-missed]");
    let add = "const late = document.createElement('article-widget'); late.setAttribute('thread', 'talk'); document.body.append(late)";
    story.session.script(add, Vec::new());
    let late = page.nth(1);
    late.wait_until_ready();
    is_led(&late, "second");
    page.wait_until_gone("[data-notice=link-missed]");
}

#[test]
fn hostile_fragments_do_nothing() {
    let Some(strings) = corpus() else { return };
    let story = story_of(&talk(), "", "thread=\"talk\"");
    let page = story.open("/story.html");
    page.wait_for_row("inner");
    let before = globals(&page);
    let each = if std::env::var_os("E2E_ALL_STRINGS").is_some() { 1 } else { 12 };
    let strings: Vec<&String> = strings.iter().step_by(each).collect();
    let set = "const [strings, done] = arguments;
        const turn = () => new Promise((go) => setTimeout(go));
        (async () => {
            for (const text of strings) {
                for (const write of [text, encodeURIComponent(text)]) {
                    location.hash = '#comment-' + write;
                    await turn();
                }
            }
            done(strings.length);
        })().catch((error) => done(String(error)))";
    for part in strings.chunks(60) {
        assert_eq!(story.session.script_with_callback(set, vec![json!(part)]), json!(part.len()));
    }
    assert_eq!(globals(&page), before, "nothing ran");
    assert!(!page.has(".pointed-at") && !page.has("[data-notice=link-missed]"));
    assert_eq!(page.rows().len(), 5);
}

#[test]
fn the_address_of_the_page_around_a_frame_leads_into_it_and_its_links_are_that_pages() {
    let seeds = talk();
    let story = Story::begin();
    let text = "<p>The tide went out.</p>".repeat(60);
    story.server.page(
        "/around.html",
        &format!(
            "<!doctype html><html><head><title>Around</title><script type=\"module\" src=\"/article-widget-frame.js\"></script></head>\
             <body style=\"background: white; color: black\">{text}<iframe src=\"/embed.html?thread=talk\" title=\"Comments\" style=\"width: 100%; border: 0\"></iframe></body></html>"
        ),
    );
    story.session.goto(&story.server.url("/embed.html?thread=talk"));
    story.page().wait_until_ready();
    story.seed(seeds.entries());
    let id = id_in(&seeds.publication(), "inner");
    goto(&story, &format!("/around.html#comment-{id}"));
    story.session.enter_frame(0);
    let page = story.page();
    page.wait_until_ready();
    let row = page.wait_for_row("inner");
    page.wait_for(&format!(".pointed-at[data-id=\"{}\"]", row.id));
    story.session.wait_until("the page around scrolled to it", "return parent.scrollY > 200");
    let other = page.row("last");
    page.script("root.querySelector(rest[0]).focus()", json!([other.inside("a.permalink")]));
    let address = story.server.url(&format!("/around.html#comment-{}", other.id));
    assert_eq!(
        page.script("return root.querySelector(rest[0]).href", json!([other.inside("a.permalink")])),
        json!(address)
    );
    if story.session.engine() == Engine::WebKit {
        page.script("root.querySelector(rest[0]).click()", json!([other.inside("a.permalink")]));
    } else {
        page.click(&other.inside("a.permalink"));
    }
    // WebKit's driver loses a frame while the page around it goes elsewhere.
    let goes_to = |id: &str| {
        story.session.leave_frame();
        story.session.wait_until("the address of the page", &format!("return location.hash === '#comment-{id}'"));
        story.session.enter_frame(0);
        page.wait_for(&format!(".pointed-at[data-id=\"{id}\"]"));
        story.session.leave_frame();
    };
    goes_to(&other.id);
    story.session.script("history.back()", Vec::new());
    goes_to(&row.id);
}
