//! Libraries that go from page to page without loading one, and back to what they have kept of it.

use super::{begin, is_tried};
use article_widget_e2e::{Scenes, Tag};

/// A library, what the pages' heads have, what is beside the widget, and what goes to the other page.
struct Library {
    name: &'static str,
    head: &'static str,
    beside: &'static str,
    go: &'static str,
}

const LINK: &str = "document.querySelector('#away').click()";

const LIBRARIES: [Library; 5] = [
    Library { name: "turbo", head: "<script src=\"/turbo.js\"></script>", beside: "", go: "Turbo.visit('/away.html')" },
    Library {
        name: "htmx",
        head: "<script src=\"/htmx.js\"></script>",
        beside: "<a id=\"away\" hx-boost=\"true\" href=\"/away.html\">Away</a>",
        go: LINK,
    },
    Library {
        name: "htmx 4",
        head: "<script src=\"/htmx4.js\"></script><script src=\"/htmx4-history-cache.js\"></script>",
        beside: "<a id=\"away\" hx-boost=\"true\" href=\"/away.html\">Away</a>",
        go: LINK,
    },
    Library {
        name: "unpoly",
        head: "<script src=\"/unpoly.js\"></script>",
        beside: "<a id=\"away\" up-follow up-target=\"main\" href=\"/away.html\">Away</a>",
        go: LINK,
    },
    Library {
        name: "swup",
        head: "<script src=\"/swup.js\"></script><script>addEventListener('DOMContentLoaded', () => {
            window.swup = new Swup({ containers: ['main'], animationSelector: false }) })</script>",
        beside: "<a id=\"away\" href=\"/away.html\">Away</a>",
        go: "swup.navigate('/away.html')",
    },
];

#[test]
fn coming_back_to_a_page_that_was_kept_gives_one_widget_with_what_was_being_written() {
    let Some(story) = begin(&["turbo"]) else { return };
    let mut scenes = Scenes::on(&story, "");
    for (nth, library) in LIBRARIES.iter().enumerate().filter(|(_, library)| is_tried(library.name)) {
        let away = article_widget_e2e::html::page_with_head(library.head, "<main><h1>Away</h1></main>");
        story.server.page("/away.html", &away.replace("A host page", "Away"));
        scenes.with_head(library.head);
        let there = format!(
            "{}; await until(() => document.title === 'Away' && !document.querySelector('main :is(article-widget, [data-article-widget])'));",
            library.go
        );
        let tags = if library.name == "turbo" { Tag::ALL.to_vec() } else { scenes.tags(nth, &Tag::ALL) };
        for tag in tags {
            scenes.play_within(&format!("{}, back at once", library.name), tag, (library.beside, ""), |scene| {
                scene.act(&format!("{there} history.back()"))?;
                scene.is_whole()?;
                scene.works()
            });
        }
        for tag in scenes.tags(nth, &[Tag::Script, Tag::Fetched]).into_iter().take(1) {
            scenes.play_within(&format!("{}, back later", library.name), tag, (library.beside, ""), |scene| {
                scene.act(&format!("{there} await pause(1500); history.back()"))?;
                scene.is_whole()?;
                scene.works()
            });
        }
    }
    scenes.end();
}

#[test]
fn a_kept_page_that_is_shown_until_the_new_one_comes_leaves_one_widget() {
    let Some(story) = begin(&["turbo"]) else { return };
    let head = "<script src=\"/turbo.js\"></script>";
    let away = article_widget_e2e::html::page_with_head(head, "<main><h1>Away</h1></main>");
    story.server.page("/away.html", &away.replace("A host page", "Away"));
    let mut scenes = Scenes::on(&story, head);
    for tag in scenes.tags(0, &Tag::ALL).into_iter().chain([Tag::Own]) {
        scenes.play("turbo, a preview", tag, |scene| {
            scene.act(&format!(
                "Turbo.visit('/away.html'); await until(() => document.title === 'Away'); Turbo.visit('{}'); await until(() => document.title === 'A host page')",
                scene.path
            ))?;
            scene.is_whole()?;
            scene.works()
        });
    }
    scenes.end();
}

/// A script's tag in the head stays there when another page's body comes.
#[test]
fn a_script_in_the_head_puts_its_widget_into_its_own_page_only_and_once() {
    let Some(story) = begin(&["turbo"]) else { return };
    let turbo = "<script src=\"/turbo.js\"></script>";
    let mut scenes = Scenes::on(&story, "");
    let script = Tag::Script.html("in the head");
    let page = article_widget_e2e::html::page_with_head(&format!("{turbo}{script}"), "<main><h1>Home</h1></main>");
    story.server.page("/in-head.html", &page);
    let away = article_widget_e2e::html::page_with_head(turbo, "<main><h1>Away</h1></main>");
    story.server.page("/away.html", &away.replace("A host page", "Away"));
    scenes.play_at("turbo, from its head", "/in-head.html".to_owned(), |scene| {
        // Libraries leave something of their own at the end of a page.
        scene.act("document.body.append(document.createElement('aside')); Turbo.visit('/away.html'); await until(() => document.title === 'Away'); await pause(200)")?;
        scene.finds(&[])?;
        scene.act("history.back()")?;
        scene.is_whole()?;
        scene.works()
    });
    scenes.end();
}
