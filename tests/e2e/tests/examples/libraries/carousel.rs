//! A widget in a slide of a carousel (Splide) that goes round and round by cloning its slides.

use super::begin;
use article_widget_e2e::{OrFail, Scenes, Tag};
use serde_json::json;

const HEAD: &str = "<link rel=\"stylesheet\" href=\"/splide.css\"><script src=\"/splide.js\"></script>";
const BEFORE: &str = "<section class=\"splide\" aria-label=\"Articles\"><div class=\"splide__track\"><ul class=\"splide__list\"><li class=\"splide__slide\">";
const AFTER: &str =
    "</li><li class=\"splide__slide\">The coast</li><li class=\"splide__slide\">The island</li></ul></div></section>";

#[test]
fn a_clone_that_a_carousel_keeps_beside_its_original_is_a_live_widget() {
    let Some(story) = begin(&["splide"]) else { return };
    let mut scenes = Scenes::on(&story, HEAD);
    for tag in Tag::ALL {
        scenes.play_within("splide", tag, (BEFORE, AFTER), |scene| {
            scene.act("window.carousel = new Splide('.splide', { type: 'loop' }); carousel.mount()")?;
            let clones = "return document.querySelectorAll(\".splide__slide--clone :is(article-widget, [data-article-widget])\").length";
            let clones = scene.page().script(clones, json!([])).as_u64().and_then(|count| usize::try_from(count).ok());
            let clones = clones.filter(|count| *count > 0).or_fail("the carousel has cloned nothing");
            scene.has_clones(clones)?;
            scene.works()?;
            // The carousel turns to the next slide, and `refresh` makes it clone its slides again.
            scene.act("carousel.go('>'); await pause(50); carousel.refresh()")?;
            scene.see("one thread everywhere", |seen| {
                let whole = |one: &article_widget_e2e::Seen| (one.articles, one.times, one.threads) == (1, 1, 1) && one.heading == "2 Comments";
                seen.len() == clones + 1 && seen.iter().all(whole)
            })
        });
    }
    scenes.end();
}
