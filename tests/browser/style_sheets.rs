//! The style sheets that the module carries say the same as the files they were shortened from, as the browser understands both.

use article_widget::element::style_sheets;
use article_widget::parts;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::CssStyleSheet;

/// The sheets as they were written, in the order of [`style_sheets::THREAD`].
const THREAD: [&str; 13] = [
    include_str!("../../styles/skins/plain.css"),
    include_str!("../../styles/skins/paper.css"),
    include_str!("../../styles/skins/contrast.css"),
    include_str!("../../styles/skins/terminal.css"),
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/thread.css"),
    include_str!("../../styles/composer.css"),
    include_str!("../../styles/comment.css"),
    include_str!("../../styles/avatar.css"),
    include_str!("../../styles/header_ad.css"),
    include_str!("../../styles/notice.css"),
    include_str!("../../styles/article_state.css"),
];

/// Every rule of a sheet, as the browser writes it. White space in the value of a custom property it keeps as it was written.
fn rules(css: &str) -> Vec<String> {
    let sheet = CssStyleSheet::new().expect("a sheet");
    sheet.replace_sync(css).expect("a sheet's text");
    let rules: js_sys::Object = Reflect::get(&sheet, &"cssRules".into()).expect("rules").unchecked_into();
    let text = |rule: JsValue| Reflect::get(&rule, &"cssText".into()).ok().and_then(|text| text.as_string());
    let texts = js_sys::Array::from(&rules).into_iter().map(|rule| text(rule).expect("a rule's text"));
    texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ").replace(", ", ",")).collect()
}

#[track_caller]
fn says_the_same(shortened: &str, written: &str) {
    let (shortened, written) = (rules(shortened), rules(written));
    for (short, long) in shortened.iter().zip(&written) {
        assert_eq!(short, long);
    }
    assert_eq!(shortened.len(), written.len());
}

#[wasm_bindgen_test]
async fn a_shortened_sheet_has_the_same_rules_in_the_same_order() {
    says_the_same(style_sheets::THREAD, &THREAD.concat());
    let article = parts::article_if_here().expect("all parts").sheet;
    says_the_same(
        article,
        concat!(include_str!("../../styles/article.css"), include_str!("../../styles/embed_card.css")),
    );
    let formatting = parts::formatting().await.expect("all parts").sheet;
    says_the_same(
        formatting,
        concat!(include_str!("../../styles/formatted.css"), include_str!("../../styles/format_tools.css")),
    );
    let history = parts::history().await.expect("all parts").sheet;
    says_the_same(history, include_str!("../../styles/history.css"));
    let names = parts::names().await.expect("all parts").sheet;
    says_the_same(names, include_str!("../../styles/names.css"));
    let search = parts::search().await.expect("all parts").sheet;
    says_the_same(search, include_str!("../../styles/finder.css"));
    let letter = parts::letter().await.expect("all parts").sheet;
    says_the_same(letter, include_str!("../../styles/submission.css"));
    let engine = [
        include_str!("../../styles/box.css"),
        include_str!("../../styles/composer_problem.css"),
        include_str!("../../styles/finding.css"),
        include_str!("../../styles/other_drafts.css"),
        include_str!("../../styles/pointed_at.css"),
        include_str!("../../styles/save_label.css"),
        include_str!("../../styles/signs.css"),
        include_str!("../../styles/undo_row.css"),
    ];
    says_the_same(parts::engine().await.expect("all parts").sheet, &engine.concat());
    let panel = parts::manage().await.expect("all parts").sheet;
    says_the_same(
        panel,
        concat!(include_str!("../../styles/panel.css"), include_str!("../../styles/storage_meter.css")),
    );
    assert!(rules(style_sheets::THREAD).len() > 150);
    assert!(!style_sheets::THREAD.contains("/*") && !style_sheets::THREAD.contains('\n'));
}
