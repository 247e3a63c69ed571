//! Pages whose scripts take the widget's elements in hand: cloned, parsed again, emptied, moved into another document.

use article_widget_e2e::{Scene, Scenes, Story, Tag, tag};
use serde_json::json;

/// Scripts of a page that replace what is around the widget by a copy; each gives one widget for one.
const COPIES: [(&str, &str); 10] = [
    ("a clone of <main> put back at once", "const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true))"),
    (
        "a clone of <main> put back after 300 ms",
        "const main = document.querySelector('main'), kept = main.cloneNode(true), other = document.createElement('main');
        main.replaceWith(other); await pause(300); other.replaceWith(kept)",
    ),
    (
        "a clone of <main> put back after 1500 ms",
        "const main = document.querySelector('main'), kept = main.cloneNode(true), other = document.createElement('main');
        main.replaceWith(other); await pause(1500); other.replaceWith(kept)",
    ),
    ("what <main> holds serialised and parsed", "const main = document.querySelector('main'); main.innerHTML = main.innerHTML"),
    ("a clone of <body>", "document.body.replaceWith(document.body.cloneNode(true))"),
    ("a clone of the whole document", "document.documentElement.replaceWith(document.documentElement.cloneNode(true))"),
    ("an imported node", "widget.replaceWith(document.importNode(widget, true))"),
    (
        "a parsed document's node",
        "const parsed = new DOMParser().parseFromString(document.documentElement.outerHTML, 'text/html');
        document.querySelector('main').replaceWith(document.adoptNode(parsed.querySelector('main')))",
    ),
    (
        "a template's content",
        "const main = document.querySelector('main'), template = document.createElement('template');
        template.innerHTML = main.innerHTML; main.replaceChildren(template.content.cloneNode(true))",
    ),
    (
        "a copy of a copy",
        "for (let turn = 0; turn < 3; turn++) { const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true)); await pause(100) }",
    ),
];

/// Scripts that change something in or around the element, which stays.
const CHANGES: [(&str, &str); 13] = [
    ("its children replaced by none", "widget.replaceChildren()"),
    (
        "its children removed one by one",
        "for (const child of [...widget.childNodes]) { child.remove(); await pause(30) }",
    ),
    ("its children set to nothing as text", "widget.textContent = ''"),
    ("its children replaced by others", "widget.innerHTML = '<!-- from the server -->\\n'"),
    ("its article taken out", "widget.querySelector('article')?.remove(); await pause(300)"),
    ("the article emptied", "widget.querySelector('article')?.replaceChildren()"),
    (
        "attributes removed that are not the page's",
        "for (const { name } of [...widget.attributes]) if (!/^(data-.*|thread|src|loading)$/.test(name)) widget.removeAttribute(name); widget.removeAttribute('ad-state'); widget.removeAttribute('class')",
    ),
    (
        "wrapped in another element",
        "const around = document.createElement('div'); widget.before(around); around.append(widget)",
    ),
    (
        "taken out and put back",
        "const { parentNode, nextSibling } = widget; widget.remove(); await pause(300); parentNode.insertBefore(widget, nextSibling)",
    ),
    (
        "a range's contents taken out and put back",
        "const range = document.createRange(); range.selectNodeContents(document.querySelector('main')); const held = range.extractContents(); await pause(100); document.querySelector('main').append(held)",
    ),
    (
        "moved without leaving, where that can be done",
        "const main = document.querySelector('main'); if (main.moveBefore) main.moveBefore(widget, main.firstChild); else main.prepend(widget)",
    ),
    ("what it holds serialised and parsed", "widget.innerHTML += ''"),
    (
        "the page's adopted sheets replaced",
        "const other = new CSSStyleSheet(); other.replaceSync('i{color:red}'); document.adoptedStyleSheets = [other]",
    ),
];

#[test]
fn one_widget_comes_of_a_copy_with_what_was_being_written() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    for (nth, (name, script)) in COPIES.into_iter().enumerate() {
        for tag in scenes.tags(nth, &Tag::ALL) {
            scenes.play(name, tag, |scene| {
                scene.act(script)?;
                scene.is_whole()?;
                scene.works()
            });
        }
    }
    scenes.end();
}

#[test]
fn what_is_taken_out_of_the_widget_comes_back_and_who_is_writing_goes_on() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    for (nth, (name, script)) in CHANGES.into_iter().enumerate() {
        for tag in scenes.tags(nth, &Tag::FETCHING) {
            scenes.play(name, tag, |scene| {
                scene.act(script)?;
                scene.is_untouched()?;
                scene.works()
            });
        }
    }
    scenes.end();
}

#[test]
fn a_widget_that_the_scripts_tag_has_brought_comes_back_when_it_is_taken_out() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    for (name, script) in [
        ("removed alone", "widget.remove()"),
        (
            "removed with all beside it",
            "const tag = document.querySelector('main script'); document.querySelector('main').replaceChildren(tag)",
        ),
        (
            "removed again and again",
            "for (let turn = 0; turn < 5; turn++) { document.querySelector('article-widget')?.remove(); await pause(50) }",
        ),
    ] {
        scenes.play(name, Tag::Script, |scene| {
            scene.act(script)?;
            scene.is_whole()?;
            scene.is_the_same_element()?;
            scene.works()
        });
    }
    // Whoever takes the tag out as well means it.
    scenes.play("removed with its tag", Tag::Script, |scene| {
        scene.act("document.querySelector('main').replaceChildren(); await pause(300)")?;
        scene.finds(&[])
    });
    scenes.end();
}

#[test]
fn clones_beside_their_original_live() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    for tag in Tag::ALL {
        scenes.play("two clones at once", tag, |scene| {
            scene.act("widget.after(widget.cloneNode(true), widget.cloneNode(true))")?;
            scene.has_clones(2)?;
            scene.is_the_same_element()?;
            scene.works()
        });
    }
    scenes.end();
}

#[test]
fn sheets_that_were_taken_away_come_back() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    for (name, script) in [
        ("the shadow root's emptied", "root.adoptedStyleSheets = []"),
        ("the shadow root's taken one by one", "while (root.adoptedStyleSheets.length) root.adoptedStyleSheets.pop()"),
        ("the page's emptied", "document.adoptedStyleSheets.length = 0"),
    ] {
        scenes.play(name, Tag::Fetched, |scene| {
            scene.act(script)?;
            scene.is_untouched()
        });
    }
    scenes.end();
}

/// A frame of the same origin, and the widget moved into it.
const INTO_FRAME: &str = "const frame = document.createElement('iframe'); frame.srcdoc = '<!doctype html><html><head></head><body></body></html>';
    frame.width = 900; frame.height = 900; document.body.append(frame); await new Promise((go) => { frame.onload = go });
    frame.contentDocument.body.append(widget);";

/// A script's widget goes back to its script.
const IN_FRAME: [Tag; 3] = [Tag::Fetched, Tag::Own, Tag::Div];

/// The composer of a reply opens, and has the focus.
#[track_caller]
fn replies(scene: &Scene<'_>) {
    let page = scene.page();
    let row = page.row("Mine.");
    page.script("root.querySelector(`[data-id='${rest[0]}'] [data-action=reply]`).click()", json!([row.id]));
    page.wait_for_focus("the composer of the reply", |focus| focus.row == row.id && focus.name == "body");
}

#[test]
fn a_widget_that_was_moved_into_a_frame_and_back_has_its_sheets() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    let moves = [
        ("at once", ""),
        ("after 300 ms", "await pause(300);"),
        ("after 1500 ms", "await pause(1500);"),
        ("after the frame has gone", "frame.remove(); await pause(100);"),
    ];
    for (nth, (name, script)) in moves.into_iter().enumerate() {
        for tag in scenes.tags(nth, &IN_FRAME) {
            scenes.play(&format!("back {name}"), tag, |scene| {
                scene.act(&format!(
                    "{INTO_FRAME} {script} document.querySelector('main').append(widget); frame.remove()"
                ))?;
                scene.is_whole()?;
                scene.is_the_same_element()?;
                scene.works()
            });
        }
    }
    scenes.end();
}

#[test]
fn a_widget_that_stays_in_a_frame_works_there() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    for tag in IN_FRAME {
        scenes.play("into a frame", tag, |scene| {
            scene.act(INTO_FRAME)?;
            story.session.enter_frame(0);
            let there = scene.is_whole().and_then(|()| scene.works()).map(|()| replies(scene));
            story.session.leave_frame();
            there
        });
    }
    scenes.end();
}

#[test]
fn who_is_writing_below_a_long_article_stays_where_they_are() {
    let story = Story::begin();
    let mut scenes = Scenes::on(&story, "");
    let long =
        format!("{}</article>", "<p>The tide went out, and the boats lay on the sand until evening.</p>".repeat(200));
    story.server.page("/article.html", &tag::article().replace("</article>", &long));
    for (name, tag, script) in [
        ("its children replaced by none", Tag::Fetched, "widget.replaceChildren()"),
        ("its children removed", Tag::Div, "while (widget.firstChild) widget.firstChild.remove()"),
        ("taken out", Tag::Script, "widget.remove()"),
    ] {
        // Where the element itself was out, Firefox anchors its scrolling to what has the focus no longer: 5.8 px were seen.
        let most = if tag == Tag::Script { 8 } else { 1 };
        // In WebKitGTK 2.50 the page jumps up in about one of eight times though the widget keeps its height all the time.
        scenes.play_again(name, tag, |scene| {
            scene.act(&format!(
                "const field = root.querySelector('form[data-form=new] textarea'); field.focus(); field.scrollIntoView({{ block: 'center' }});
                await pause(100); const {{ top }} = field.getBoundingClientRect(); {script};
                for (let frame = 0; frame < 3; frame++) await new Promise((go) => requestAnimationFrame(go));
                const moved = field.getBoundingClientRect().top - top; if (Math.abs(moved) > {most}) throw new Error(`moved by ${{moved}} px`)"
            ))?;
            scene.is_untouched()?;
            // An element that is taken out loses the focus.
            if tag == Tag::Script { Ok(()) } else { scene.has("return root.activeElement?.name", &json!("body")) }
        });
    }
    scenes.end();
}
