//! IndexedDB is refused: comments are kept in the primary copy only, and the word "Saved" is never said.

use crate::machine::Machine;
use crate::site;
use article_widget_e2e::{Page, Story};

/// Ways in which a page script or a browser refuses IndexedDB.
const REFUSALS: &[(&str, &str)] = &[
    ("gone", "Object.defineProperty(window, 'indexedDB', { value: undefined })"),
    (
        "throws",
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })",
    ),
    ("open throws", "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }"),
    (
        "open fails",
        "IDBFactory.prototype.open = () => {
            const request = new EventTarget();
            Object.assign(request, { error: new DOMException('no', 'UnknownError'), result: undefined, readyState: 'done' });
            setTimeout(() => request.dispatchEvent(new Event('error', { cancelable: true })), 20);
            return request;
        }",
    ),
];

#[test]
fn without_indexed_db_nothing_is_called_saved() {
    let story = site::story();
    for (number, (name, refusal)) in REFUSALS.iter().enumerate() {
        println!("IndexedDB {name}");
        let path = format!("/refused-{number}.html");
        site::thread(&story.server, &path, &format!("refused-{number}"), &format!("<script>{refusal}</script>"));
        let page = story.open(&path);
        write_and_listen(&page);
        kept_after_a_reload(&story, &page);
    }
}

#[test]
fn a_profile_whose_databases_cannot_be_opened_is_told_the_same() {
    let mut machine = Machine::new();
    // A file stands where the browser wants to make a folder.
    let folder = machine.profile.path().join("Default");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("IndexedDB"), "in the way").unwrap();
    let page = machine.open("/story.html");
    assert_eq!(site::ask(&page, "reader.mirrored()"), serde_json::Value::Null, "the database cannot be opened");
    write_and_listen(&page);
}

/// An IndexedDB that never responds leaves a comment at risk: the mirror may not have it, and nobody knows.
#[test]
fn an_indexed_db_that_never_responds_does_not_make_anything_saved() {
    let story = site::story();
    let silence = "<script>IDBFactory.prototype.open = () => new EventTarget()</script>";
    site::thread(&story.server, "/silent.html", "silent", silence);
    let page = story.open("/silent.html");
    page.post("Ada", "written into silence");
    page.wait_for("li.comment [data-save=at-risk]");
    assert_never_called_saved(&page);
    let page = story.open("/story.html");
    page.wait_until_ready();
}

#[track_caller]
fn write_and_listen(page: &Page<'_>) {
    for text in ["one", "two"] {
        let row = page.post("Ada", text);
        page.wait_for(&row.inside("[data-save=kept]"));
    }
    let row = page.row("two");
    let words = page.text_of(&row.inside("[data-save=kept]"));
    assert!(words.starts_with("Kept in this browser"), "{words}");
    let row = page.edit(&row, "two, changed");
    page.wait_for(&row.inside("[data-save=kept]"));
    assert_never_called_saved(page);
}

#[track_caller]
fn kept_after_a_reload(story: &Story, page: &Page<'_>) {
    story.session.reload();
    page.wait_until_ready();
    page.wait_for_row("two, changed");
    assert_eq!(page.texts(), ["one", "two, changed"]);
    assert_never_called_saved(page);
}

#[track_caller]
fn assert_never_called_saved(page: &Page<'_>) {
    let said = site::texts(page, "reader.said");
    assert!(!said.is_empty(), "the witness hears");
    assert!(said.iter().all(|words| !words.contains("Saved")), "{said:?}");
    assert!(!page.visible_text().contains("Saved"));
}
