//! Pictures of the gallery and one sheet of them all, for people to look at: `cargo xtask gallery`.

use super::pages;
use crate::site;
use article_widget_e2e::{OrFail, Session, Story, showcase};
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const WIDTHS: [u32; 2] = [1280, 360];
/// Pixels; what is below is not in the picture.
const TALLEST: u64 = 2600;

#[test]
fn the_gallery_is_photographed() {
    let Some(folder) = std::env::var_os("E2E_GALLERY_PICTURES").map(PathBuf::from) else {
        println!("not photographed: `cargo xtask gallery` sets E2E_GALLERY_PICTURES to a folder");
        return;
    };
    let Some(story) = site::story("gallery") else { return };
    std::fs::create_dir_all(&folder).or_fail("the folder for the pictures");
    story.seed(showcase::thread("gallery").entries());
    let mut names = BTreeSet::new();
    for scheme in ["light", "dark"] {
        let wish = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        story.session.devtools("Emulation.setEmulatedMedia", json!({ "features": wish }));
        for name in pages(scheme).unwrap_or_default() {
            for width in WIDTHS {
                let picture = shoot(&story, &format!("{name}-{scheme}"), width);
                std::fs::write(folder.join(format!("{name}-{scheme}-{width}.png")), picture).or_fail(&name);
            }
            names.insert(name);
        }
    }
    compose(&story, &folder, &names);
}

#[track_caller]
fn shoot(story: &Story, name: &str, width: u32) -> Vec<u8> {
    story.session.viewport(width, 900);
    story.session.goto(&story.server.url(&format!("/{name}.html")));
    let page = story.page();
    page.script("widget.setAttribute('loading', 'eager')", json!([]));
    page.wait_for("li.comment");
    picture_of_all(&story.session, TALLEST)
}

/// A picture of the page from its top, as high as it is.
#[track_caller]
fn picture_of_all(session: &Session, tallest: u64) -> Vec<u8> {
    let ask = "return [innerWidth, Math.max(document.documentElement.scrollHeight, ...Array.from(document.querySelectorAll('#content'), (each) => each.scrollHeight))]";
    let (width, height): (u32, u64) = serde_json::from_value(session.script(ask, Vec::new())).or_fail("a size");
    session.viewport(width, u32::try_from(height.min(tallest)).unwrap_or(900));
    session.let_two_frames_pass();
    session.screenshot().or_fail("a picture")
}

/// One row for each page: light and dark, wide and narrow.
#[track_caller]
fn compose(story: &Story, folder: &Path, names: &BTreeSet<String>) {
    let mut rows = String::new();
    for name in names {
        let _infallible = write!(rows, "<section><h2>{name}</h2><div>");
        for (scheme, width) in [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)] {
            let file = format!("{name}-{scheme}-{width}.png");
            if folder.join(&file).is_file() {
                let _infallible = write!(rows, "<img class=\"w{width}\" src=\"{file}\">");
            }
        }
        rows.push_str("</div></section>");
    }
    // Six pages beside each other, each cut off below its first comments: so the whole can be looked at without scrolling for long.
    let style = "body { margin: 8px; font: 14px sans-serif; background: #808080; display: grid; grid-template-columns: repeat(6, auto); gap: 8px; justify-content: start } \
        h2 { margin: 0; font-size: inherit } div { display: flex; gap: 3px } img { block-size: 330px; object-fit: cover; object-position: top } \
        .w1280 { inline-size: 168px } .w360 { inline-size: 62px }";
    let html = format!(
        "<!doctype html><html><head><title>The gallery</title><style>{style}</style></head><body>{rows}</body></html>"
    );
    std::fs::write(folder.join("index.html"), html).or_fail("the sheet");
    story.session.viewport(2880, 900);
    story.session.goto(&format!("file://{}/index.html", folder.display()));
    story.session.wait_until("the pictures", "return [...document.images].every((image) => image.complete)");
    let sheet = picture_of_all(&story.session, 16_000);
    std::fs::write(folder.join("gallery.png"), sheet).or_fail("the sheet");
}
