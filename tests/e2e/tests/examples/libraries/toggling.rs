//! Alpine, which hides and shows what is there, or takes it out and makes it anew.

use super::begin;
use article_widget_e2e::{Scenes, Tag};
use serde_json::json;

const HEAD: &str = "<script defer src=\"/alpine.js\"></script>";
const TOGGLE: &str = "document.querySelector('#toggle').click(); await pause(50)";
const BUTTON: &str = "<button id=\"toggle\" @click=\"open = !open\">Comments</button>";

#[test]
fn what_alpine_hides_is_hidden_and_what_it_shows_again_is_as_it_was() {
    let Some(story) = begin(&["alpine"]) else { return };
    let mut scenes = Scenes::on(&story, HEAD);
    let around = format!("<div x-data=\"{{ open: true }}\">{BUTTON}<div x-show=\"open\">");
    let hidden = json!(0);
    for tag in Tag::ALL {
        scenes.play_within("around it", tag, (&around, "</div></div>"), |scene| {
            scene.act(TOGGLE)?;
            scene.has("return widget.getClientRects().length", &hidden)?;
            scene.act(TOGGLE)?;
            scene.is_untouched()?;
            scene.works()
        });
    }
    let beside = format!("<div x-data=\"{{ open: true }}\">{BUTTON}");
    for tag in [Tag::Fetched, Tag::Own, Tag::Div] {
        scenes.play_within("on itself", tag, (&beside, "</div>"), |scene| {
            scene.act("widget.setAttribute('x-show', 'open'); Alpine.initTree(widget)")?;
            scene.act(TOGGLE)?;
            scene.has("return widget.getClientRects().length", &hidden)?;
            scene.act(TOGGLE)?;
            scene.is_untouched()?;
            scene.works()
        });
    }
    scenes.end();
}

#[test]
fn what_alpine_takes_out_and_makes_anew_has_what_was_being_written() {
    let Some(story) = begin(&["alpine"]) else { return };
    let mut scenes = Scenes::on(&story, HEAD);
    let before = format!("<div x-data=\"{{ open: true }}\">{BUTTON}<template x-if=\"open\"><div>");
    for (nth, (name, pause)) in [("at once", ""), ("later", "await pause(1500);")].into_iter().enumerate() {
        for tag in scenes.tags(nth, &Tag::ALL) {
            scenes.play_within(name, tag, (&before, "</div></template></div>"), |scene| {
                scene.act(&format!("{TOGGLE}; if (document.querySelector('main article-widget')) throw new Error('it is still there'); {pause} {TOGGLE}"))?;
                scene.is_whole()?;
                scene.works()
            });
        }
    }
    scenes.end();
}
