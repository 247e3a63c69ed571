//! Pages whose scripts take out, every time, what the widget puts in: the page goes on, and the widget when it may.

use article_widget_e2e::{Scene, Scenes, Story, Tag};

/// Takes out whatever of this kind comes, at once and for as long as the page says, and counts how often.
fn take_out(selector: &str) -> String {
    format!(
        "window.taken = 0;
        const take = () => {{ for (const each of document.querySelectorAll('{selector}')) {{ taken++; each.remove() }} }};
        window.taker = new MutationObserver(take); taker.observe(document, {{ childList: true, subtree: true }}); take();"
    )
}

#[track_caller]
fn goes_on(scene: &Scene<'_>, selector: &str) -> Result<(), String> {
    scene.act(&format!(
        "{} for (let frame = 0; frame < 30; frame++) await new Promise((go) => requestAnimationFrame(go)); await pause(500);
        if (!taken) throw new Error('nothing was taken out'); if (taken > 200) throw new Error(`taken out ${{taken}} times`);
        taker.disconnect()",
        take_out(selector)
    ))?;
    scene.is_whole()?;
    scene.is_the_same_element()?;
    scene.works()
}

#[test]
fn who_takes_the_article_out_again_and_again_does_not_stop_the_page() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    for tag in Tag::FETCHING {
        scenes.play("the article", tag, |scene| goes_on(scene, ".article-widget-article"));
    }
    scenes.end();
}

#[test]
fn who_takes_the_scripts_widget_out_again_and_again_does_not_stop_the_page() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    scenes.play("the widget", Tag::Script, |scene| goes_on(scene, "article-widget"));
    scenes.end();
}
