//! Few files write what the browser keeps, one removes keys from it, and two may request that: for drafts, erasures and deletions.

use super::code::Token;
use super::source::{self, Source, must_be_none, must_be_one};

/// The adapter of `localStorage` behind the port `store::copy::key_value`.
const ADAPTER: &str = "src/browser/local_storage.rs";
/// The files that call the port's `set`: the function that writes once, what is remembered of the reader, and drafts.
const WRITERS: [&str; 3] = ["src/store/copy/key_value.rs", "src/browser/preferences.rs", PRIMARY];
/// The one file that carries out the request to remove.
const PRIMARY: &str = "src/browser/primary.rs";

/// The two files that ask for keys to be removed: what was erased or deleted, and drafts.
const REMOVERS: [&str; 2] = ["src/replica/removal.rs", "src/replica/drafting.rs"];

fn complaints(source: &Source) -> Vec<String> {
    let tokens = source.tokens();
    let mut complaints = Vec::new();
    for token in &tokens {
        let at = format!("{}:{}", source.path, token.line);
        let in_adapter = source.path == ADAPTER;
        match token.text.as_str() {
            "set_item" | "local_storage" | "session_storage" if !in_adapter && !is_module_name(&tokens, token) => {
                complaints.push(format!(
                    "{at}: `{}` stands only in {ADAPTER}: use the port store::copy::key_value.",
                    token.text
                ));
            }
            "remove_item" | "removeItem" if !in_adapter => {
                complaints.push(format!(
                    "{at}: nothing removes from storage but Request::Remove. To hide something, add an operation that says so."
                ));
            }
            "clear" | "delete" if in_adapter => {
                complaints.push(format!(
                    "{at}: nothing empties storage: the reader's words are in it, and other pages' too."
                ));
            }
            _ => {}
        }
    }
    let sets = tokens.windows(3).filter(
        |three| matches!(three, [storage, dot, set] if is_storage(&storage.text) && dot.text == "." && set.text == "set"),
    );
    let removes = tokens.windows(3).filter(
        |three| matches!(three, [storage, dot, remove] if is_storage(&storage.text) && dot.text == "." && remove.text == "remove"),
    );
    if source.path != PRIMARY {
        complaints.extend(removes.filter_map(|three| three.first()).map(|storage| {
            format!("{}:{}: only {PRIMARY} removes, and only by Request::Remove.", source.path, storage.line)
        }));
    }
    let requests = tokens.windows(3).filter(
        |three| matches!(three, [request, path, remove] if request.text == "Request" && path.text == "::" && remove.text == "Remove"),
    );
    let may_request = source.path.starts_with("src/browser/") || REMOVERS.contains(&source.path.as_str());
    if !may_request {
        complaints.extend(requests.filter_map(|three| three.first()).map(|request| {
            format!(
                "{}:{}: keys are removed for drafts, and for what was erased or deleted: by {}.",
                source.path,
                request.line,
                REMOVERS.join(" and ")
            )
        }));
    }
    if !WRITERS.contains(&source.path.as_str()) {
        complaints.extend(sets.filter_map(|three| three.first()).map(|storage| {
            format!(
                "{}:{}: `set` overwrites. A record is written once and for all, by store::copy::key_value::write_once.",
                source.path, storage.line
            )
        }));
    }
    complaints
}

fn is_storage(word: &str) -> bool {
    matches!(word, "LocalStorage" | "storage" | "store")
}

/// `super::local_storage::…` names the adapter and does not touch storage.
fn is_module_name(tokens: &[Token], token: &Token) -> bool {
    let at = tokens.iter().position(|each| std::ptr::eq(each, token)).unwrap_or_default();
    let near = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|each| each.text.as_str());
    near(at.checked_sub(1)) == Some("mod") || near(Some(at + 1)) == Some("::")
}

#[test]
fn storage_is_written_in_one_place_and_nothing_is_removed() {
    must_be_none(source::below("src", ".rs").iter().flat_map(complaints).collect());
}

#[test]
fn the_rule_notices_a_second_writer_and_every_removal() {
    for (path, text, word) in [
        ("src/browser/records.rs", "storage.set_item(key, value)", "set_item"),
        ("src/browser/effect_runner.rs", "window.local_storage()", "local_storage"),
        ("src/browser/effect_runner.rs", "LocalStorage.set(&key, &value)", "write_once"),
        ("src/browser/effect_runner.rs", "storage.remove_item(key)", "nothing removes"),
        ("src/browser/effect_runner.rs", "storage.remove(&key)", "Request::Remove"),
        ("src/app/update.rs", "Request::Remove { copy, thread, keys }", "erased"),
        (ADAPTER, "Self::raw()?.clear()", "nothing empties"),
    ] {
        must_be_one(complaints(&Source::in_function(path, text)), &[path, word]);
    }
    let harmless = "use super::local_storage::LocalStorage; rows.clear(); LocalStorage.get(key)";
    assert!(complaints(&Source::in_function("src/browser/records.rs", harmless)).is_empty());
}
