//! The band above the article has its place from the start.

use article_widget_e2e::{Engine, Page, Story, html};
use serde_json::json;

#[track_caller]
fn box_size(page: &Page<'_>) -> (u64, u64) {
    let size = page.script("const box = root.querySelector('.header-ad-box').getBoundingClientRect(); return [Math.round(box.width), Math.round(box.height)]", json!([]));
    serde_json::from_value(size).unwrap_or_default()
}

fn in_a_container(width: u32, attributes: &str, children: &str) -> String {
    html::page(&format!(
        "<div style=\"inline-size: {width}px\">{}</div>",
        html::widget(&format!("thread=\"ad\" {attributes}"), children)
    ))
}

#[test]
fn the_placeholder_is_as_large_as_its_container_allows() {
    let story = Story::begin();
    for (width, expected) in [(360, (320, 50)), (320, (320, 50)), (700, (320, 50)), (800, (728, 90)), (1100, (728, 90))]
    {
        story.server.page("/story.html", &in_a_container(width, "header-ad=\"placeholder\"", html::ARTICLE));
        let page = story.open("/story.html");
        assert_eq!(box_size(&page), expected, "in {width} px");
    }
}

#[test]
fn the_band_is_named_and_labelled() {
    let story = Story::begin();
    let page = story.open("/");
    assert!(page.has("section.header-ad[aria-label=Advertisements]"));
    assert!(page.text_of(".header-ad-label").starts_with("Advertisement"));
}

#[test]
fn an_ad_of_the_embedders_own_fills_the_band_and_is_not_touched() {
    let ad = "<div slot=\"header-ad\" id=\"ad\"><span onclick=\"void 0\">Buy a boat</span></div>";
    let story = Story::on_page(&in_a_container(800, "header-ad=\"auto\"", &format!("{ad}{}", html::ARTICLE)));
    let page = story.open("/story.html");
    let markup = page.script(
        "const ad = widget.querySelector('#ad'); return [ad.outerHTML, ad.getBoundingClientRect().height > 0]",
        json!([]),
    );
    assert_eq!(markup, json!([ad, true]));
}

#[test]
fn without_an_ad_and_without_a_placeholder_there_is_no_band() {
    let story = Story::on_page(&in_a_container(800, "", html::ARTICLE));
    let page = story.open("/story.html");
    let height = page.script(
        "const band = root.querySelector('.header-ad'); return band ? band.getBoundingClientRect().height : 0",
        json!([]),
    );
    assert_eq!(height, json!(0));
}

#[test]
fn nothing_on_the_page_moves_while_it_loads() {
    let story = Story::begin();
    if story.session.engine() != Engine::Chromium {
        println!("only Chromium measures layout shifts");
        return;
    }
    let ad = "<div slot=\"header-ad\">Buy a boat</div>";
    story.server.page("/own.html", &in_a_container(800, "", &format!("{ad}{}", html::ARTICLE)));
    story.server.page("/placeholder.html", &in_a_container(340, "header-ad=\"placeholder\"", html::ARTICLE));
    for path in ["/", "/own.html", "/placeholder.html"] {
        let page = story.open(path);
        let settled =
            "return [...document.images].every((image) => image.complete) && document.fonts.status === 'loaded'";
        page.session().wait_until("pictures and fonts", settled);
        story.session.let_two_frames_pass();
        assert_eq!(story.session.script("return window.__e2e.shifts", Vec::new()), json!([]), "{path}");
    }
}
