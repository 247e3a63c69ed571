//! Searching a thread. It lies in a part of the module: who does not search does not fetch it.

use super::search::{Search, SearchCode, SearchMsg, SearchStatus};
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::Step;
use crate::domain::comment::Comment;
use crate::domain::rows::Rows;
use crate::domain::search::{Folding, has_all};

/// How many bytes of texts are looked at until the page has its turn; some 4 ms on a slow computer.
const SLICE: usize = 100_000;

/// What searches, where nothing is known of signs but that they are what they are.
pub const SEARCH: SearchCode = SearchCode { follow, decompose: |sign| sign.to_lowercase().to_string() };

fn follow(search: &mut Search, msg: SearchMsg, rows: &Rows) -> Vec<Step> {
    match msg {
        SearchMsg::Opened => open(search),
        SearchMsg::Typed(typed) => {
            let Some(folding) = &mut search.folding else { return Vec::new() };
            let words = folding.words(&typed);
            if words == search.words {
                return Vec::new();
            }
            (search.words, search.current) = (words, None);
            begin(search, rows)
        }
        SearchMsg::GotTime if search.is_stale => begin(search, rows),
        SearchMsg::GotTime => go_on(search, rows),
        SearchMsg::PressedNext => walk(search, false),
        SearchMsg::PressedPrevious => walk(search, true),
    }
}

fn open(search: &mut Search) -> Vec<Step> {
    search.status = SearchStatus::Open;
    if search.folding.is_none() {
        search.folding = search.code.map(|code| Folding::new(code.decompose));
    }
    vec![Effect::KeepScroll.into(), Effect::Focus(FocusTarget::Search).into()]
}

/// Looks at the list from its beginning.
fn begin(search: &mut Search, rows: &Rows) -> Vec<Step> {
    search.found.clear();
    search.is_stale = false;
    search.next = (!search.words.is_empty()).then_some(0);
    go_on(search, rows)
}

/// Looks at a slice of the list.
fn go_on(search: &mut Search, rows: &Rows) -> Vec<Step> {
    let (Some(start), Some(folding)) = (search.next, &mut search.folding) else { return Vec::new() };
    let (mut taken, mut end) = (0, start);
    for comment in rows.from_place(start) {
        if taken >= SLICE {
            search.next = Some(end);
            return vec![Effect::GoOnSearching.into()];
        }
        end += 1;
        taken += 64 + comment.current.body.as_str().len();
        if !comment.deleted && has_words(comment, &search.words, folding) {
            search.found.push(comment.id);
        }
    }
    search.next = None;
    Vec::new()
}

fn has_words(comment: &Comment, words: &[String], folding: &mut Folding) -> bool {
    let name = comment.author.name.as_ref().map(|name| folding.fold(name.as_str())).unwrap_or_default();
    has_all(words, [&name, &folding.fold(comment.current.body.as_str())])
}

/// Leads the reader to the next comment that was found, or to the one before; after the last comes the first.
fn walk(search: &mut Search, back: bool) -> Vec<Step> {
    let (count, at) = (search.found.len(), search.current().map(|(_, number)| number - 1));
    let next = match (at, back) {
        (None, false) => Some(0),
        (Some(at), false) => Some(if at + 1 < count { at + 1 } else { 0 }),
        (None | Some(0), true) => count.checked_sub(1),
        (Some(at), true) => Some(at - 1),
    };
    search.current = next.and_then(|next| search.found.get(next).copied()).or(search.current);
    search.current.map(|id| vec![Step::Found(id), Effect::ShowRow(id).into()]).unwrap_or_default()
}
