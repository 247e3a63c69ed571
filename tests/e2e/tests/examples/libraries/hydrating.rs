//! Frameworks that take over what a server has rendered, after the widget has come.

use super::{begin, is_tried};
use article_widget_e2e::Scenes;

#[test]
fn what_a_server_rendered_is_hydrated_around_the_widget() {
    let Some(story) = begin(&["react"]) else { return };
    let mut scenes = Scenes::on(&story, "");
    for framework in ["react", "preact", "svelte", "vue"].into_iter().filter(|framework| is_tried(framework)) {
        for tag in ["fetched", "own", "div"] {
            scenes.play_at(&format!("{framework}, {tag}"), format!("/{framework}/{tag}.html"), |scene| {
                scene.act(
                    "hydrate(); await pause(200); document.querySelector('#more').click();
                    await until(() => document.querySelector('#more').textContent === 'More: 1' && document.querySelector('[data-count]').dataset.count === '1');
                    if (troubles.length) throw new Error(troubles.join('; '))",
                )?;
                scene.is_untouched()?;
                scene.works()?;
                scene.act("unmount(); await pause(100)")?;
                scene.finds(&[])
            });
        }
    }
    scenes.end();
}
