//! How wide the widget is in whatever a page puts it into: as wide as a block with a long text would be there.

use article_widget_e2e::{OrFail, Story, html};
use serde::Deserialize;
use serde_json::json;

/// Places in which a long text fills what there is, so that its words do not matter. Of siblings only those that do not flex,
/// for beside others a share of the room goes by the length of the text.
const EXACT: [(&str, &str); 37] = [
    ("a block", "<div>…</div>"),
    ("a flex row", "<div style='display: flex'>…</div>"),
    ("a flex row that centres", "<div style='display: flex; justify-content: center; align-items: center'>…</div>"),
    (
        "a flex row with a fixed sibling",
        "<div style='display: flex; gap: 10px'><i style='flex: none; inline-size: 120px'></i>…</div>",
    ),
    ("a flex row with one word beside it", "<div style='display: flex'>…<i>Menu</i></div>"),
    ("a flex row with a growing word beside it", "<div style='display: flex'>…<i style='flex: 1'>Menu</i></div>"),
    ("a flex row that wraps", "<div style='display: flex; flex-wrap: wrap'><i>Menu</i>…</div>"),
    ("a flex column", "<div style='display: flex; flex-direction: column'>…</div>"),
    (
        "a flex column from the start",
        "<div style='display: flex; flex-direction: column; align-items: flex-start'>…</div>",
    ),
    (
        "a flex column that centres",
        "<div style='display: flex; flex-direction: column; align-items: center'><h1>A post</h1>…</div>",
    ),
    ("a flex column to the end", "<div style='display: flex; flex-direction: column; align-items: flex-end'>…</div>"),
    (
        "a flex column by the baseline",
        "<div style='display: flex; flex-direction: column; align-items: baseline'>…</div>",
    ),
    (
        "a centred item of a flex column",
        "<div style='display: flex; flex-direction: column'><style>.subject { align-self: center }</style>…</div>",
    ),
    (
        "automatic margins in a flex column",
        "<div class='margins' style='display: flex; flex-direction: column'>…</div>",
    ),
    ("a grid", "<div style='display: grid'>…</div>"),
    ("a grid that centres", "<div style='display: grid; place-items: center'>…</div>"),
    ("a grid from the start", "<div style='display: grid; justify-items: start'>…</div>"),
    ("a grid to the end", "<div style='display: grid; justify-items: end'>…</div>"),
    ("an automatic column", "<div style='display: grid; grid-template-columns: auto 100px'>…<i></i></div>"),
    (
        "an automatic column beside one word",
        "<div style='display: grid; grid-template-columns: auto auto'>…<i>Menu</i></div>",
    ),
    ("a column of a share", "<div style='display: grid; grid-template-columns: minmax(0, 2fr) 1fr'>…<i>Menu</i></div>"),
    (
        "a column that fits its content",
        "<div style='display: grid; grid-template-columns: fit-content(260px) 1fr'>…<i>Menu</i></div>",
    ),
    ("a centring grid of one column", "<div style='display: grid; justify-content: center'>…</div>"),
    ("a float", "<div style='float: left'>…</div>"),
    ("a float at the end", "<div style='float: right'>…</div>"),
    ("an inline block", "<div style='display: inline-block'>…</div>"),
    ("a table's cell", "<table style='border-collapse: collapse'><tr><td>…</td></tr></table>"),
    ("a cell beside a fixed one", "<table><tr><td>…</td><td style='inline-size: 90px'>Menu</td></tr></table>"),
    ("a box like a cell", "<div style='display: table-cell'>…</div>"),
    ("a box like a table", "<div style='display: table; margin: auto'>…</div>"),
    ("a parent that fits", "<div style='inline-size: fit-content; margin-inline: auto'>…</div>"),
    ("a parent that fits, with a limit", "<div style='inline-size: max-content; max-inline-size: 100%'>…</div>"),
    ("an absolute parent", "<div style='position: absolute'>…</div><p style='block-size: 600px'></p>"),
    ("a centred column with a limit", "<div style='max-inline-size: 40rem; margin: auto; padding-inline: 5%'>…</div>"),
    ("columns of text", "<div style='columns: 2'>…</div>"),
    (
        "from right to left",
        "<div dir='rtl' style='display: flex; flex-direction: column; align-items: flex-start'>…</div>",
    ),
    ("an inline parent", "<span>…</span>"),
];

/// The same of the host itself: what the page says of `.subject` it says of the block of text too.
const OF_THE_HOST: [(&str, &str); 8] = [
    ("a limit and automatic margins", "max-inline-size: 250px; margin-inline: auto"),
    ("a float", "float: left"),
    ("an absolute box", "position: absolute"),
    ("a box that fits its content", "inline-size: fit-content"),
    ("an inline block", "display: inline-block"),
    ("a flex box", "display: flex"),
    ("a grid", "display: grid"),
    ("a table", "display: table"),
];

/// Places where the words decide, so that no width is the right one to a pixel; but the widget is never gone.
const BY_WORDS: [(&str, &str); 5] = [
    ("a parent as wide as a line", "<div style='inline-size: max-content'>…</div>"),
    ("a parent as narrow as a word", "<div style='inline-size: min-content'>…</div>"),
    ("a flex row beside a text", "<div style='display: flex'>…<p>A menu of several words that may be broken</p></div>"),
    ("writing from the top", "<div style='writing-mode: vertical-rl; block-size: 500px; inline-size: 400px'>…</div>"),
    (
        "an automatic column beside a text",
        "<table><tr><td>…</td><td>A menu of several words that may be broken</td></tr></table>",
    ),
];

#[derive(Debug, Deserialize)]
struct Place {
    what: String,
    block: [f64; 2],
    host: [f64; 2],
    inside: f64,
}

/// The widget in each place, before its module has come and after; with an article of the page's and without.
#[track_caller]
fn measured(places: &[(&str, String)], style: &str) -> Vec<Place> {
    let story = Story::on_page(&html::page_with_head(
        &format!("<style>body {{ margin: 0; font: 16px/1.5 sans-serif }} {style}</style>"),
        &html::widget("thread=\"first\"", ""),
    ));
    let mut all = Vec::new();
    for children in ["", html::ARTICLE] {
        // The page's own widget is there before the others, so that all of them start alike.
        story.open("/story.html");
        let found =
            story.session.script_with_callback(include_str!("host_width.js"), vec![json!(places), json!(children)]);
        all.extend(serde_json::from_value::<Vec<Place>>(found).or_fail("places"));
    }
    all
}

#[track_caller]
fn are_as_wide_as_a_text(places: &[(&str, String)], style: &str) {
    let wrong = |place: &Place| {
        let [width, _] = place.block;
        (place.host[0] - width).abs() > 1.0 || place.inside > place.host[0] + 1.0 || place.inside < place.host[0] - 1.0
    };
    let found = measured(places, style);
    let all = found.len();
    let wrong: Vec<String> = found
        .into_iter()
        .filter(wrong)
        .map(|place| {
            format!(
                "{}: {} px wide, {} inside, in place of {}",
                place.what, place.host[0], place.inside, place.block[0]
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {all}: {wrong:#?}", wrong.len());
}

#[test]
fn the_widget_is_as_wide_as_a_text_in_whatever_holds_it() {
    let places = EXACT.map(|(name, markup)| (name, markup.to_owned()));
    are_as_wide_as_a_text(&places, ".margins > .subject { margin-inline: auto }");
}

#[test]
fn the_page_says_how_the_widgets_own_box_is_laid_out() {
    let class = |at: usize| format!("of-{at}");
    let named = OF_THE_HOST.iter().enumerate();
    let places: Vec<_> =
        named.clone().map(|(at, (name, _))| (*name, format!("<div class='{}'>…</div>", class(at)))).collect();
    let style: String = named.map(|(at, (_, style))| format!(".{} > .subject {{ {style} }} ", class(at))).collect();
    are_as_wide_as_a_text(&places, &style);
}

#[test]
fn the_widget_is_never_without_any_width() {
    let places = BY_WORDS.map(|(name, markup)| (name, markup.to_owned()));
    let wrong: Vec<Place> = measured(&places, "")
        .into_iter()
        .filter(|place| place.host.iter().any(|side| *side < 40.0) || place.inside < 40.0)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
