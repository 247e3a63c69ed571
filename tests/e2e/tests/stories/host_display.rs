//! The page's CSS has the last word about the widget's element: whatever hides it, or what it is in, hides all of it.

use article_widget_e2e::keys::TAB;
use article_widget_e2e::{Engine, OrFail, Page, Story, html, looks};
use serde_json::json;

const STYLE: &str =
    "<style>.d-none { display: none !important } .gone { display: none } .gone-for-all { visibility: hidden }
    @media print { .no-print { display: none !important } .screen-only { display: none } }</style>";

/// Ways in which pages hide a widget; the attributes of its tag, and what stands around it.
const HIDDEN: [(&str, &str); 18] = [
    ("class=\"d-none\"", "…"),
    ("class=\"gone\"", "…"),
    ("class=\"gone-for-all\"", "…"),
    ("style=\"display: none\"", "…"),
    ("style=\"display: none !important\"", "…"),
    ("style=\"visibility: hidden\"", "…"),
    ("style=\"content-visibility: hidden\"", "…"),
    ("hidden", "…"),
    ("hidden=\"until-found\"", "…"),
    ("popover", "…"),
    ("", "<div style=\"display: none\">…</div>"),
    ("", "<div hidden>…</div>"),
    ("", "<div style=\"visibility: hidden\">…</div>"),
    ("", "<div style=\"content-visibility: hidden\">…</div>"),
    ("", "<div style=\"opacity: 0\">…</div>"),
    ("", "<div popover>…</div>"),
    ("", "<details><summary>Comments</summary>…</details>"),
    ("", "<dialog>…</dialog>"),
];

/// Of what a reader could see of the widget, of its article and of its thread, whatever the browser would draw.
const SEEN: &str = "const parts = [...widget.querySelectorAll('article, p'), ...root.querySelectorAll('.heading, textarea, button, .header-ad-label')];
    return parts.filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })).map((each) => each.outerHTML.slice(0, 80))";

fn tag(attributes: &str) -> String {
    html::widget(&format!("thread=\"display\" header-ad=\"placeholder\" {attributes}"), html::ARTICLE)
}

#[track_caller]
fn is_seen(page: &Page<'_>) -> bool {
    page.script(SEEN, json!([])) != json!([])
}

#[test]
fn whatever_hides_the_widget_hides_all_of_it() {
    let bodies: String = HIDDEN
        .iter()
        .map(|(attributes, around)| format!("<section>{}</section>", around.replace('…', &tag(attributes))))
        .collect();
    let story = Story::on_page(&html::page_with_head(STYLE, &format!("<div>{}</div>{bodies}", tag("id=\"shown\""))));
    let page = story.open("/story.html");
    assert!(is_seen(&page), "the one that nothing hides");
    for (at, (attributes, around)) in HIDDEN.iter().enumerate() {
        let hidden = page.nth(at + 1);
        hidden.wait_until_ready();
        assert_eq!(hidden.script(SEEN, json!([])), json!([]), "{attributes} {around}");
    }
    page.script("widget.hidden = true", json!([]));
    assert!(!is_seen(&page), "hidden by a script");
    page.script("widget.hidden = false", json!([]));
    assert!(is_seen(&page), "and shown again");
    page.script("widget.classList.add('d-none')", json!([]));
    assert!(!is_seen(&page), "hidden by a class that a script adds");
}

#[test]
fn what_a_page_takes_off_the_paper_is_not_printed() {
    let tags = [tag(""), tag("class=\"no-print\""), tag("class=\"screen-only\"")];
    let story = Story::on_page(&html::page_with_head(STYLE, &tags.concat()));
    if story.session.engine() != Engine::Chromium {
        println!("only Chromium's driver draws a page as it is printed");
        return;
    }
    let page = story.open("/story.html");
    for at in 1..3 {
        page.nth(at).wait_until_ready();
    }
    story.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let seen = [0, 1, 2].map(|at| {
        page.nth(at)
            .script("return widget.checkVisibility() || root.querySelector('.heading').checkVisibility()", json!([]))
    });
    assert_eq!(seen, [json!(true), json!(false), json!(false)]);
}

/// Panels that are closed but still there; the page's button lies under them, over the whole view.
const CLOSED: [(&str, &str); 5] = [
    ("style", "visibility: hidden"),
    ("style", "opacity: 0; pointer-events: none"),
    ("style", "content-visibility: hidden; pointer-events: none"),
    ("style", "visibility: collapse"),
    ("inert", ""),
];

#[test]
fn a_closed_panel_takes_neither_clicks_nor_the_focus() {
    let story = Story::begin();
    for (attribute, value) in CLOSED {
        let body = format!(
            "<button id=\"under\" style=\"position: fixed; inset: 0; inline-size: 100%\">The page</button>
            <div id=\"panel\" style=\"position: fixed; inset: 0; overflow: auto\"><div id=\"closed\" {attribute}=\"{value}\">{}</div></div>
            <style>#panel:has([inert], [style*=pointer], [style*=visibility]) {{ pointer-events: none }} #panel {{ background: none }}</style>
            <script>window.clicks = 0; document.getElementById('under').onclick = () => {{ window.clicks++; }}</script>",
            tag("")
        );
        let what = format!("{attribute}: {value}");
        story.server.page("/story.html", &html::page(&body));
        let page = story.open("/story.html");
        let taken = page.script(
            "const found = [];
            for (let x = 20; x < innerWidth; x += 60) for (let y = 20; y < innerHeight; y += 20) {
                const at = document.elementFromPoint(x, y);
                if (widget.contains(at)) found.push([x, y, at.localName]);
            }
            return found.slice(0, 5)",
            json!([]),
        );
        assert_eq!(taken, json!([]), "{what}: points of the view that the widget takes");
        let under =
            story.session.element("return document.getElementById('under')", Vec::new()).or_fail("the page's button");
        story.session.click(&under).or_fail(&what);
        assert_eq!(
            story.session.script("return window.clicks", Vec::new()),
            json!(1),
            "{what}: the page hears the click"
        );
        // Transparency alone leaves the focus where it goes, for every element.
        if !value.contains("opacity") {
            for _ in 0..4 {
                story.session.press(&[TAB]);
                let focused = story.session.script("return document.activeElement.localName", Vec::new());
                assert_ne!(focused, json!("article-widget"), "{what}: Tab reaches the widget");
            }
            page.script("root.querySelector('textarea').focus()", json!([]));
            assert_eq!(
                page.script("return !!root.activeElement", json!([])),
                json!(false),
                "{what}: a field takes the focus"
            );
        }
        page.script("document.getElementById('closed').removeAttribute(rest[0])", json!([attribute]));
        page.post("Ada", "Open again");
    }
}

#[test]
fn the_page_lays_out_the_element_as_it_lays_out_any_other() {
    let rule = "float: right; inline-size: 300px; margin: 10px 20px 30px; padding: 5px; border: 3px solid; position: relative; inset-block-start: 7px; display: flow-root; z-index: 2; text-align: end";
    let style = format!("<style>body {{ margin: 0 }} article-widget, another-element {{ {rule} }}</style>");
    let story = Story::on_page(&html::page_with_head(
        &style,
        &format!(
            "<div style=\"display: flow-root\">{}</div><div><another-element>A text</another-element></div>",
            tag("")
        ),
    ));
    let page = story.open("/story.html");
    let differences = page.script(
        "const [ours, theirs] = [widget, document.querySelector('another-element')].map((each) => getComputedStyle(each));
        const left = [widget, document.querySelector('another-element')].map((each) => each.getBoundingClientRect().left);
        const other = ['block-size', 'height', 'bottom', 'inset-block-end', 'perspective-origin', 'transform-origin'];
        return [...[...theirs].filter((name) => !name.startsWith('--') && !other.includes(name) && !name.startsWith('outline') && ours.getPropertyValue(name) !== theirs.getPropertyValue(name))
            .map((name) => `${name}: ${ours.getPropertyValue(name)} in place of ${theirs.getPropertyValue(name)}`), left[0] - left[1]]",
        json!([]),
    );
    assert_eq!(differences, json!([0]));
}

/// Sheets that take everything from every element of the page, the widget's among them.
const TAKEN: [&str; 3] = [
    "all: unset; color: red !important",
    "all: revert !important; color: red !important",
    "all: initial !important; color: red !important",
];

#[test]
fn a_page_that_takes_everything_from_every_element_leaves_the_thread_usable() {
    let story = Story::begin();
    for (at, taken) in TAKEN.into_iter().enumerate() {
        let style =
            format!("<style>* {{ {taken} }} head, script, style, title, meta {{ display: none !important }}</style>");
        story.server.page(
            "/story.html",
            &html::page_with_head(&style, &html::widget(&format!("thread=\"taken-{at}\""), html::ARTICLE)),
        );
        let page = story.open("/story.html");
        let row = page.post("Ada", "By hand");
        page.reply(&row, "And again");
        page.wait_for_count("2 Comments");
        page.open_reply(&row);
        let legible = page.script(&[looks::COLOURS, include_str!("legibility.js")].concat(), json!([]));
        assert_eq!(legible, json!([]), "{taken}");
        assert_eq!(
            page.script(&[&looks::complaints(), "return complaintsAbout(root)"].concat(), json!([])),
            json!([]),
            "{taken}"
        );
        let width = page.script(
            "return document.documentElement.clientWidth - root.querySelector('.mount').getBoundingClientRect().width",
            json!([]),
        );
        assert!(width.as_f64().is_some_and(|missing| missing < 20.0), "{taken}: {width} px missing");
    }
}
