//! Whatever was done here, and whatever other tabs did meanwhile: what is undone is as it was, what is done again is as it was left, and
//! nothing is lost.

#[path = "support/mod.rs"]
#[expect(dead_code, reason = "the scenarios ask more of a page than these properties do")]
mod support;

use std::collections::BTreeMap;

use article_widget::app::composers::ComposerId;
use article_widget::app::msg::{ActionMsg, ComposerMsg};
use article_widget::domain::operation_id::OperationId;
use proptest::prelude::*;
use support::Page;

/// Something that a reader does to a comment, which is counted among those that there are.
#[derive(Clone, Copy, Debug)]
enum Act {
    Post,
    Edit(usize),
    Delete(usize),
    Restore(usize),
    Earlier(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let comment = 0..4usize;
    prop_oneof![
        Just(Act::Post),
        comment.clone().prop_map(Act::Edit),
        comment.clone().prop_map(Act::Delete),
        comment.clone().prop_map(Act::Restore),
        comment.prop_map(Act::Earlier),
    ]
}

/// Each comment with its text, and whether it is deleted.
type State = BTreeMap<OperationId, (String, bool)>;

fn state(page: &Page) -> State {
    let thread = page.widget.app.thread();
    let all = thread.comments().map(|it| (it.id, (it.current.body.as_str().to_owned(), it.deleted)));
    all.collect()
}

/// Whether something came of it.
fn does(page: &mut Page, act: Act, number: usize) -> bool {
    let before = page.stored();
    let ids: Vec<OperationId> = state(page).into_keys().collect();
    let comment = |place: usize| ids.get(place % ids.len().max(1)).copied();
    match act {
        Act::Post => page.submit(ComposerId::New, "", &format!("post {number}")),
        Act::Edit(place) => {
            if let Some(id) = comment(place) {
                let (composer, body) = (ComposerId::Edit(id), format!("edit {number}"));
                page.send(ComposerMsg::PressedEdit(id));
                page.send(ComposerMsg::Submitted { composer, name: None, body });
            }
        }
        Act::Delete(place) => comment(place).into_iter().for_each(|id| page.send(ActionMsg::PressedDelete(id))),
        // What shows a comment again may undo something: then it is no new act.
        Act::Restore(place) => {
            let id = comment(place).filter(|id| page.widget.app.actions.with_beside().all(|it| it != *id));
            id.into_iter().for_each(|id| page.send(ActionMsg::PressedUndo(id)));
        }
        Act::Earlier(place) => {
            if let Some(id) = comment(place) {
                page.send(ActionMsg::UsedEarlier { id, text: id });
            }
        }
    }
    page.stored() != before
}

proptest! {
    #[test]
    fn all_that_was_done_is_undone_to_the_beginning_and_done_again_to_the_end(acts in prop::collection::vec(act(), 1..12)) {
        let mut page = Page::started();
        let mut states = vec![state(&page)];
        for (number, act) in acts.into_iter().enumerate() {
            if does(&mut page, act, number) {
                states.push(state(&page));
            }
        }
        let hidden = |before: &State, now: &State| {
            // A posting is undone by deleting, so the comment is there and says nothing.
            let mut before = before.clone();
            for (id, (text, _)) in now {
                before.entry(*id).or_insert((text.clone(), true));
            }
            before
        };
        for before in states.iter().rev().skip(1) {
            page.send(ActionMsg::Undid);
            let now = state(&page);
            let expected = hidden(before, &now);
            // The text of what is deleted is that which it was posted with.
            let shown = |state: &State| state.iter().filter(|(_, (_, deleted))| !deleted).map(|(id, (text, _))| (*id, text.clone())).collect::<Vec<_>>();
            prop_assert_eq!(shown(&now), shown(&expected));
        }
        for after in states.iter().skip(1) {
            page.send(ActionMsg::Redid);
            let now = state(&page);
            prop_assert_eq!(&hidden(after, &now), &now);
        }
    }

    #[test]
    fn an_act_is_undone_exactly_unless_another_tab_changed_that_comment_since(
        before in prop::collection::vec(act(), 1..5), mine in act(), theirs in prop::collection::vec(act(), 0..4),
        late in any::<bool>(),
    ) {
        let mut page = Page::started();
        for (number, act) in before.into_iter().enumerate() {
            does(&mut page, act, number);
        }
        page.settle();
        let mut other = page.another_tab(2);
        page.told();
        let was = state(&page);
        // Where there is nothing to be done so, something is posted.
        let do_mine = |page: &mut Page| does(page, mine, 100) || does(page, Act::Post, 100);
        if !late {
            prop_assert!(do_mine(&mut page));
            other.hear(&page.told());
        }
        let mut touched: Vec<OperationId> = Vec::new();
        for (number, act) in theirs.into_iter().enumerate() {
            let seen = state(&other);
            does(&mut other, act, 200 + number);
            touched.extend(state(&other).into_iter().filter(|(id, is)| seen.get(id) != Some(is)).map(|(id, _)| id));
        }
        let their_work = other.told();
        if late {
            prop_assert!(do_mine(&mut page));
        }
        let acted: Vec<OperationId> = {
            let now = state(&page);
            now.iter().filter(|(id, is)| was.get(*id) != Some(*is)).map(|(id, _)| *id).collect()
        };
        page.hear(&their_work);
        let merged = state(&page);
        page.send(ActionMsg::Undid);
        let undone = state(&page);
        for (id, is) in &merged {
            if !acted.contains(id) {
                prop_assert_eq!(undone.get(id), Some(is), "what was not done last stays as it is");
            } else if !touched.contains(id) {
                let expected = was.get(id).is_none_or(|(_, deleted)| *deleted);
                prop_assert_eq!(undone.get(id).map(|(_, deleted)| *deleted), Some(expected));
                if let Some((text, _)) = was.get(id) {
                    prop_assert_eq!(undone.get(id).map(|(now, _)| now), Some(text));
                }
            }
        }
        page.send(ActionMsg::Redid);
        let again = state(&page);
        for id in &acted {
            if !touched.contains(id) {
                prop_assert_eq!(again.get(id), merged.get(id));
            }
        }
        other.hear(&page.told());
        prop_assert_eq!(state(&other), state(&page), "both tabs say the same");
    }
}
