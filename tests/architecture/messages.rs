//! `src/view/messages/STRINGS.md` lists every message of the widget, and every message is said somewhere.

use article_widget::view::messages::catalogue::all;

use super::source;

/// The table of `src/view/messages/STRINGS.md`, made from the code.
fn expected() -> String {
    let mut table = "| key | English | of one |\n|---|---|---|\n".to_owned();
    for message in all() {
        let one = if message.one() == message.english() { "" } else { message.one() };
        table.push_str(&format!("| `{}` | {} | {one} |\n", message.key(), message.english()));
    }
    table
}

#[test]
fn every_message_stands_on_its_page_with_its_key() {
    let page = source::read("src/view/messages/STRINGS.md").text;
    let expected = expected();
    let missing: Vec<&str> = expected.lines().filter(|line| !page.lines().any(|there| there == *line)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "src/view/messages/STRINGS.md lacks these lines");
    assert!(
        page.contains(&expected),
        "src/view/messages/STRINGS.md has lines too many, or in another order than the code"
    );
}

/// The names of the constants that a file's `messages!` makes.
fn made(text: &str) -> Vec<&str> {
    let names = text.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(" = \""));
    names.map(|(name, _)| name).filter(|name| name.chars().all(|c| c.is_ascii_uppercase() || c == '_')).collect()
}

fn uses(text: &str, name: &str) -> usize {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| *word == name).count()
}

/// What the loader's scripts say in an article: pairs of a key and its English.
fn said_by_scripts() -> Vec<(String, String)> {
    let scripts = source::below("src/element/loader/reading", ".js");
    let calls = scripts.iter().flat_map(|script| script.text.split("words(\"").skip(1));
    let pairs = calls.filter_map(|call| call.split_once(')')?.0.strip_suffix('"')?.split_once("\", \""));
    pairs.map(|(key, english)| (key.to_owned(), english.to_owned())).collect()
}

#[test]
fn scripts_say_in_english_what_the_page_lists() {
    let said = said_by_scripts();
    assert!(!said.is_empty());
    for (key, english) in said {
        let known = all().any(|message| message.key() == key && message.english() == english);
        assert!(known, "src/view/messages/article.rs has no `{key}` that is \"{english}\"");
    }
}

#[test]
fn every_message_is_said_somewhere() {
    let mut all = String::new();
    let files = source::below("src/view", ".rs");
    for file in &files {
        // A message that only a test uses is never shown to a reader.
        all.push_str(file.text.split("mod tests {").next().unwrap_or_default());
    }
    let by_scripts = said_by_scripts();
    let is_by_script =
        |maker: &str, name: &str| by_scripts.iter().any(|(key, _)| maker.contains(&format!("    {name} = \"{key}\"")));
    let makers: Vec<_> = files.iter().filter(|file| file.text.contains("messages! {")).collect();
    for file in &makers {
        for name in made(&file.text) {
            // Two files may each have a message of the same name: then the name must be used at least twice.
            let times = makers.iter().flat_map(|maker| made(&maker.text)).filter(|other| *other == name).count();
            let is_said = uses(&all, name) >= 2 * times || is_by_script(&file.text, name);
            assert!(is_said, "{}: nobody says {name}", file.path);
        }
    }
    assert_eq!(made("    ONE_TWO = \"a\": \"b\";\n    let x = \"y\";\n"), ["ONE_TWO"]);
    assert_eq!(uses("A_B B AB B::c", "B"), 2);
}

#[test]
fn the_examples_replace_only_what_there_is_and_all_that_a_reader_meets_every_day() {
    // Messages of other files stand only in the panel, or are said where something is wrong.
    let everyday = ["thread.rs", "composer.rs", "comment.rs", "action.rs"];
    let files = everyday.map(|file| source::read(&format!("src/view/messages/{file}")).text);
    for page in ["examples/strings.html", "examples/strings-rtl.html"] {
        let text = source::read(page).text;
        let keys: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("  \"")?.split_once("\": ")).map(|(key, _)| key).collect();
        for key in &keys {
            assert!(all().any(|message| message.key() == *key), "{page}: there is no `{key}`");
        }
        for message in all().filter(|it| files.iter().any(|file| file.contains(&format!(" = \"{}\":", it.key())))) {
            assert!(keys.contains(&message.key()), "{page}: `{}` stays English", message.key());
        }
    }
}
