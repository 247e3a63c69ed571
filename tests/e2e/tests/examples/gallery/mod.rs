//! The gallery: the tag on host pages in the style sheets that many sites use (`tests/gallery/pages.js`).

mod pictures;

use crate::site;
use article_widget_e2e::{Engine, OrFail, Outage, Reply, looks, showcase};
use serde_json::json;
use std::collections::BTreeMap;

/// The pages that ask most of the widget, which every engine shows.
const HARDEST: [&str; 3] = ["sakura", "simple", "root-100"];

/// The loader where the page names it, which the server does not have, and where the visit finds it.
const LOADER: &str = "/article-widget/article-widget.js";
const LOADER_FOR_THE_VISIT: &str = "/article-widget/here.js";

/// Complaints that are shown of one page; more say no more.
const SHOWN: usize = 20;

/// The names of all pages in one scheme, without it.
#[track_caller]
fn pages(scheme: &str) -> Option<Vec<String>> {
    let list = std::fs::read_to_string(site::folder("gallery")?.join("pages.json")).or_fail("the list of pages");
    let names: Vec<String> = serde_json::from_str(&list).or_fail("the list of pages");
    Some(names.iter().filter_map(|name| name.strip_suffix(&format!("-{scheme}"))).map(str::to_owned).collect())
}

/// All in Chromium, the hardest in the others; whoever looks into some of them names those.
fn is_asked_for(page: &str, engine: Engine) -> bool {
    match std::env::var("E2E_GALLERY_PAGES") {
        Ok(names) => names.split(',').any(|name| name == page),
        Err(_) => engine == Engine::Chromium || HARDEST.contains(&page),
    }
}

/// Visits every page in one browser, and complains of all of them at once.
#[track_caller]
fn is_at_home_on_all(scheme: &str) {
    let (Some(story), Some(pages)) = (site::story("gallery"), pages(scheme)) else { return };
    story.server.put(LOADER_FOR_THE_VISIT, Reply::script(&site::text("gallery", LOADER)));
    story.server.break_down(LOADER, Outage::Missing);
    story.seed(showcase::thread("gallery").entries());
    let script = [&looks::complaints(), include_str!("host.js"), include_str!("visit.js")].concat();
    let mut complaints = BTreeMap::new();
    for page in pages.into_iter().filter(|page| is_asked_for(page, story.session.engine())) {
        let returned =
            story.session.script_with_callback(&script, vec![json!(format!("{page}-{scheme}")), json!(scheme)]);
        let mut found: Vec<String> = serde_json::from_value(returned).or_fail("complaints");
        if !found.is_empty() {
            let more = found.len().saturating_sub(SHOWN);
            found.truncate(SHOWN);
            found.push(format!("and {more} more"));
            complaints.insert(page, found);
        }
    }
    assert!(complaints.is_empty(), "{} pages: {complaints:#?}", complaints.len());
}

#[test]
fn the_thread_is_at_home_on_light_pages() {
    is_at_home_on_all("light");
}

#[test]
fn the_thread_is_at_home_on_dark_pages() {
    is_at_home_on_all("dark");
}
