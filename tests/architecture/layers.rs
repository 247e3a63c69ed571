//! A folder of `src` may use only the folders to its right (see ARCHITECTURE.md, Layers), and not the crates that its layer must not know.

use super::code::{self, Path};
use super::source::{self, Source, must_be_none, must_be_one};

/// The folders of `src`, from the host page inwards.
const LAYERS: [&str; 14] = [
    "element",
    "root",
    "parts",
    "view",
    "browser",
    "widget",
    "app",
    "manage",
    "port",
    "discussion",
    "replica",
    "store",
    "reader",
    "domain",
];

/// The two programs of a page, side by side: neither knows the other, and what they say to each other is `port`'s.
const PROGRAMS: [&str; 2] = ["app", "manage"];

const PAGE: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"];
const JSON: &[&str] = &["serde", "serde_json"];
const YEW: &[&str] = &["yew"];

/// What a layer must not know, and why.
const UNKNOWN: &[(&str, &[&[&str]], &str)] = &[
    (
        "domain",
        &[PAGE, YEW, JSON],
        "it says what things are, so that it can be tested without a browser; how they are kept is `store`'s, how they are shown `view`'s",
    ),
    (
        "store",
        &[PAGE, YEW],
        "it decides how operations are kept; the browser's storage is behind its port (store::copy::key_value), with an adapter in `browser`",
    ),
    (
        "reader",
        &[PAGE, YEW],
        "it reads articles with nothing but its arguments; what parses markup is handed in by `browser`",
    ),
    ("discussion", &[PAGE, YEW, JSON], "it unites the replicas of one discussion and knows no screen"),
    (
        "replica",
        &[PAGE, YEW, JSON],
        "it keeps one thread and knows no screen; what it asks and what has happened comes out as data",
    ),
    ("port", &[PAGE, YEW, JSON], "it is what the two programs of a page say to each other, as data"),
    (
        "manage",
        &[PAGE, YEW, JSON],
        "it decides with nothing but its arguments; what is to be done on the page it says by an Effect",
    ),
    ("widget", &[PAGE, YEW, JSON], "it only puts the two programs side by side"),
    (
        "app",
        &[PAGE, YEW, JSON],
        "it decides with nothing but its arguments; what is to be done on the page it says by an Effect",
    ),
    ("browser", &[YEW], "it answers with a `Fn(Msg)` and does not care who draws"),
    (
        "view",
        &[&["js_sys", "gloo", "wasm_bindgen_futures"], JSON],
        "it draws the model and sends messages; what touches the page is an Effect, carried out in `browser`",
    ),
];

fn complaints(source: &Source) -> Vec<String> {
    let layer = source.layer();
    let paths = code::paths(&source.syntax());
    let mut complaints: Vec<String> = paths
        .iter()
        .filter_map(|path| wrong_layer(source, layer, path).or_else(|| unknown(source, layer, path)))
        .collect();
    complaints.extend(paths.iter().filter(|path| climbs_out(source, path)).map(|path| {
        format!(
            "{}:{}: `{}` leads out of the layer `{layer}`. Write `crate::…`, so that everybody sees which layer is used.",
            source.path,
            path.line,
            path.segments.join("::")
        )
    }));
    complaints
}

fn wrong_layer(source: &Source, layer: &str, path: &Path) -> Option<String> {
    let used = match path.segments.as_slice() {
        [start, used, ..] if start == "crate" || start == "article_widget" => used.as_str(),
        _ => return None,
    };
    let place = |name: &str| LAYERS.iter().position(|layer| *layer == name);
    let (here, there) = (place(layer)?, place(used)?);
    let at = format!("{}:{}", source.path, path.line);
    if there < here {
        return Some(format!(
            "{at}: `{layer}` may not use `{used}`. A folder may use only the folders to its right in {}. \
             Move what is needed into `{layer}` or further right, or this code into `{used}` (see ARCHITECTURE.md, Layers).",
            LAYERS.join(" ▸ ")
        ));
    }
    if layer != used && PROGRAMS.contains(&layer) && PROGRAMS.contains(&used) {
        return Some(format!(
            "{at}: `{layer}` may not use `{used}`. They are two programs: what one says to the other is a message in `port`, \
             and what both need belongs into `port` or further right."
        ));
    }
    (layer == "view" && used == "browser").then(|| {
        format!("{at}: `view` may not use `browser`; `root`, where they meet, does. Hand what is needed down from there, or send a message and let `app` return an Effect.")
    })
}

fn unknown(source: &Source, layer: &str, path: &Path) -> Option<String> {
    let first = path.segments.first()?;
    let (_, groups, why) = UNKNOWN.iter().find(|(name, ..)| *name == layer)?;
    let known = !groups.iter().any(|group| group.contains(&first.as_str()));
    (!known).then(|| format!("{}:{}: `{layer}` must not know `{first}`: {why}.", source.path, path.line))
}

/// Whether a path with `super` leads out of the layer's folder. `super` leads from a file to its folder, and from a module inside a
/// file (such as `mod tests`) to the file.
fn climbs_out(source: &Source, path: &Path) -> bool {
    let climbs =
        path.segments.iter().skip_while(|segment| *segment == "self").take_while(|segment| *segment == "super").count();
    let folders = source.path.matches('/').count() - 1;
    let stem = usize::from(!source.path.ends_with("/mod.rs"));
    climbs > (folders + stem + path.inside).saturating_sub(1)
}

#[test]
fn every_folder_uses_only_the_folders_to_its_right() {
    must_be_none(source::below("src", ".rs").iter().flat_map(complaints).collect());
}

#[test]
fn every_folder_of_the_source_is_a_layer() {
    let strangers = source::below("src", "")
        .into_iter()
        .filter(|source| !source.layer().is_empty() && !LAYERS.contains(&source.layer()));
    must_be_none(
        strangers
            .map(|source| {
                format!(
                    "{}: there is no layer `{}`. The layers are {}.",
                    source.path,
                    source.layer(),
                    LAYERS.join(" ▸ ")
                )
            })
            .collect(),
    );
}

#[test]
fn the_rule_notices_a_layer_to_the_left() {
    for (path, text, used) in [
        ("src/domain/body.rs", "use crate::store::format::record;", "store"),
        ("src/store/format/record.rs", "\nuse crate::{domain::body, app::Msg};", "app"),
        ("src/app/update.rs", "fn f() { crate::browser::page::window(); }", "browser"),
        ("src/browser/page.rs", "use article_widget::view::thread::thread;", "view"),
        ("src/root/component.rs", "use crate::element::{attributes};", "element"),
    ] {
        must_be_one(complaints(&Source::sample(path, text)), &[path, used, "to its right"]);
    }
    assert!(
        complaints(&Source::sample("src/domain/body.rs", "// crate::app\nconst A: &str = \"crate::app\";")).is_empty()
    );
    assert!(
        complaints(&Source::sample("src/element/handle.rs", "use crate::{app::Msg, browser::page, root::Root};"))
            .is_empty()
    );
}

#[test]
fn the_rule_notices_an_adapter_in_a_view_but_not_in_the_root() {
    let text = "use crate::browser::page;";
    must_be_one(complaints(&Source::sample("src/view/thread.rs", text)), &["src/view/thread.rs:1", "`root`"]);
    assert!(complaints(&Source::sample("src/root/component.rs", text)).is_empty());
}

#[test]
fn the_rule_notices_a_crate_that_a_layer_must_not_know() {
    for (path, text, name) in [
        ("src/domain/body.rs", "use serde::Serialize;", "serde"),
        ("src/domain/body.rs", "struct A(js_sys::JsString);", "js_sys"),
        ("src/store/copy/key_value.rs", "use web_sys::Storage;", "web_sys"),
        ("src/store/format/record.rs", "#[yew::component] fn f() {}", "yew"),
        ("src/app/update.rs", "use gloo::timers::callback::Timeout;", "gloo"),
        ("src/app/update.rs", "let a = serde_json::to_string(b);", "serde_json"),
        ("src/browser/effect_runner.rs", "use yew::Callback;", "yew"),
        ("src/view/comment.rs", "use js_sys::Date;", "js_sys"),
    ] {
        must_be_one(complaints(&Source::in_function(path, text)), &[path, "must not know", name]);
    }
    assert!(complaints(&Source::sample("src/store/format/record.rs", "use serde::Serialize;")).is_empty());
}

#[test]
fn the_rule_notices_a_way_out_of_the_layer() {
    let out = |path: &str, text: &str| complaints(&Source::sample(path, text));
    must_be_one(out("src/app/update.rs", "use super::super::browser::page;"), &["leads out of the layer"]);
    must_be_one(out("src/app/mod.rs", "use super::domain;"), &["leads out of the layer"]);
    must_be_one(out("src/app/form/reply.rs", "use super::super::super::domain;"), &["leads out of the layer"]);
    must_be_one(
        out("src/app/form.rs", "#[cfg(test)]\nmod tests {\n use super::super::super::view;\n}"),
        &["form.rs:3"],
    );
    assert!(
        out(
            "src/app/form.rs",
            "use super::effect::Effect;\n#[cfg(test)]\nmod tests {\n use super::super::model::Model;\n}"
        )
        .is_empty()
    );
    assert!(out("src/app/form/reply.rs", "use super::super::model::Model;").is_empty());
}
