//! Branches that are folded and opened, the way to what a reply answers and back, and keys that lead from comment to comment.

use article_widget::app::composers::ComposerId;
use article_widget::app::list::Direction;
use article_widget::app::msg::{ComposerMsg, ListMsg, PageMsg};
use article_widget::app::{Effect, FocusTarget, Msg};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::row::Branch;

use crate::support::Page;

/// A page with two conversations, and the ids of the comments that stand first in them.
fn talk() -> (Page, OperationId, OperationId) {
    let mut page = Page::started();
    let one = page.post("one");
    let two = page.post("two");
    let inner = page.reply(one, "inner");
    page.reply(inner, "innermost");
    page.reply(one, "second");
    page.reply(two, "other");
    page.effects();
    (page, one, two)
}

fn branch(page: &Page, text: &str) -> Branch {
    let found = page.widget.app.rows().iter().find(|row| row.comment.current.body.as_str() == text);
    found.map_or(Branch::None, |row| row.branch)
}

/// What the tab was last told to remember.
fn kept(page: &mut Page) -> Option<Vec<OperationId>> {
    let kept = |effect| if let Effect::KeepFolds { folded, .. } = effect { Some(folded) } else { None };
    page.effects().into_iter().filter_map(kept).last()
}

fn press(page: &mut Page, at: OperationId, direction: Direction) -> Option<FocusTarget> {
    page.effects();
    page.send(ListMsg::PressedKey { at, direction });
    page.focus()
}

#[test]
fn a_folded_branch_hides_its_replies_says_how_many_and_is_remembered() {
    let (mut page, one, _) = talk();
    page.send(ListMsg::PressedFold(one));
    assert_eq!(page.shown(), ["one", "two", "  other"]);
    assert_eq!(
        (branch(&page, "one"), branch(&page, "two"), branch(&page, "other")),
        (Branch::Folded(3), Branch::Open, Branch::None)
    );
    assert_eq!(page.focus(), Some(FocusTarget::Fold(one)), "wherever in the branch it was");
    assert_eq!(kept(&mut page), Some(vec![one]));
    assert_eq!(page.widget.app.thread().count(), 6, "nothing is gone");
    page.send(ListMsg::PressedFold(one));
    assert_eq!(page.shown(), ["one", "  inner", "    innermost", "  second", "two", "  other"]);
    assert_eq!(kept(&mut page), Some(Vec::new()));
}

#[test]
fn a_branch_in_a_folded_one_stays_folded_when_that_is_opened() {
    let (mut page, one, _) = talk();
    let inner = page.row("inner");
    page.send(ListMsg::PressedFold(inner));
    assert_eq!(page.shown(), ["one", "  inner", "  second", "two", "  other"]);
    page.send(ListMsg::PressedFold(one));
    assert_eq!(branch(&page, "one"), Branch::Folded(3));
    page.send(ListMsg::PressedFold(one));
    assert_eq!(page.shown(), ["one", "  inner", "  second", "two", "  other"]);
    assert_eq!(branch(&page, "inner"), Branch::Folded(1));
}

#[test]
fn what_the_tab_remembers_is_folded_and_what_it_does_not_know_yet_once_it_comes() {
    let (mut page, one, two) = talk();
    let mut later = page.another_tab(3);
    let mut again = page.beside(2);
    again.widget.app.has_folds();
    again.send(Msg::Started);
    assert!(again.effects().contains(&Effect::ReadFolds(again.widget.app.config.thread.key())));
    again.send(ListMsg::RememberedFolds(vec![one, two]));
    assert_eq!(again.shown(), ["one", "two"]);
    page.effects();
    let three = page.post("three");
    again.send(ListMsg::RememberedFolds(vec![three]));
    assert_eq!(again.shown(), ["one", "two"], "the reader's folds are not taken back");
    later.send(ListMsg::RememberedFolds(vec![three]));
    let reply = page.reply(three, "answer");
    let told = page.told();
    later.hear(&told);
    assert_eq!(later.shown().last().unwrap(), "three");
    assert_eq!(branch(&later, "three"), Branch::Folded(1));
    assert_eq!(later.widget.app.rows().folded_above(reply), [three]);
}

#[test]
fn what_arrives_in_a_folded_branch_is_counted_and_draws_one_group_again() {
    let mut page = Page::with_comments(300);
    let mut other = page.another_tab(3);
    let first = page.row("Comment 1");
    other.reply(first, "before");
    let told = other.told();
    page.hear(&told);
    page.send(ListMsg::PressedFold(first));
    let before: Vec<_> = page.widget.app.list.groups().cloned().collect();
    page.effects();
    other.reply(first, "while it is folded");
    let told = other.told();
    page.hear(&told);
    assert_eq!(branch(&page, "Comment 1"), Branch::Folded(2));
    let after: Vec<_> = page.widget.app.list.groups().cloned().collect();
    let same = before.iter().zip(&after).filter(|(old, new)| old.group == new.group && old.first == new.first).count();
    assert_eq!((before.len(), after.len(), same), (after.len(), before.len(), before.len() - 1));
}

#[test]
fn a_reply_posted_into_a_folded_branch_opens_it() {
    let (mut page, one, _) = talk();
    page.send(ListMsg::PressedFold(one));
    page.send(ComposerMsg::PressedReply(one));
    page.effects();
    page.submit(ComposerId::Reply(one), "", "a third");
    let id = page.row("a third");
    assert_eq!(page.focus(), Some(FocusTarget::Comment(id)));
    assert_eq!(kept(&mut page), Some(Vec::new()));
    assert_eq!(page.shown(), ["one", "  inner", "    innermost", "  second", "  a third", "two", "  other"]);
}

#[test]
fn what_is_being_written_to_stays_in_a_folded_branch() {
    let (mut page, one, _) = talk();
    let deep = page.row("innermost");
    page.send(ComposerMsg::PressedReply(deep));
    page.send(ListMsg::PressedFold(one));
    assert_eq!(page.shown(), ["one", "    innermost", "two", "  other"]);
    assert_eq!(branch(&page, "one"), Branch::Folded(2));
    page.submit(ComposerId::Reply(deep), "", "said");
    assert_eq!(page.shown(), ["one", "  inner", "    innermost", "      said", "  second", "two", "  other"]);
}

#[test]
fn paper_has_what_is_folded_and_the_screen_has_it_folded_again() {
    let (mut page, one, two) = talk();
    page.send(ListMsg::PressedFold(one));
    page.send(ListMsg::PressedFold(two));
    page.effects();
    page.send(PageMsg::StartedPrinting);
    assert_eq!(page.shown(), ["one", "  inner", "    innermost", "  second", "two", "  other"]);
    page.send(PageMsg::EndedPrinting);
    assert_eq!(page.shown(), ["one", "two"]);
    assert_eq!(page.effects(), [Effect::KeepScroll, Effect::RestoreScroll]);
}

#[test]
fn a_link_leads_to_what_a_reply_answers_wherever_that_is_and_back() {
    let mut page = Page::with_comments(5_000);
    let first = page.row("Comment 1");
    let middle = page.row("Comment 3000");
    let far = page.reply(middle, "far");
    let farther = page.reply(far, "farther");
    page.send(ListMsg::PressedShowLater(16));
    page.effects();
    page.send(ListMsg::PressedAnswered(farther));
    page.send(ListMsg::PressedAnswered(far));
    assert_eq!(page.focus(), Some(FocusTarget::Comment(middle)));
    assert!(page.widget.app.drawn().any(|row| row.comment.id == middle));
    let list = &page.widget.app.list;
    assert_eq!((list.ways_back().collect::<Vec<_>>(), list.pointed_at()), (vec![far, middle], Some(middle)));
    page.send(ListMsg::PressedBack(middle));
    assert_eq!((page.focus(), page.widget.app.list.pointed_at()), (Some(FocusTarget::Comment(far)), Some(far)));
    assert_eq!(press(&mut page, far, Direction::Back), Some(FocusTarget::Comment(farther)));
    assert_eq!(press(&mut page, far, Direction::Back), None, "there is no other way");
    page.send(ListMsg::PressedAnswered(first));
    assert_eq!(page.widget.app.list.ways_back().count(), 0, "it answers nothing");
}

#[test]
fn the_way_back_opens_what_was_folded_meanwhile() {
    let (mut page, one, _) = talk();
    let (inner, deep) = (page.row("inner"), page.row("innermost"));
    page.send(ListMsg::PressedAnswered(deep));
    page.send(ListMsg::PressedFold(one));
    page.send(ListMsg::PressedFold(inner));
    page.send(ListMsg::PressedBack(inner));
    assert_eq!((page.focus(), page.shown().len()), (Some(FocusTarget::Comment(deep)), 6));
    assert_eq!(kept(&mut page), Some(Vec::new()));
}

#[test]
fn keys_lead_from_comment_to_comment_into_branches_and_out_of_them() {
    let (mut page, one, two) = talk();
    let ids = ["inner", "innermost", "second", "other"].map(|text| page.row(text));
    let [inner, deep, second, other] = ids;
    let comment = |id| Some(FocusTarget::Comment(id));
    assert_eq!(press(&mut page, one, Direction::Next), comment(inner));
    assert_eq!(press(&mut page, second, Direction::Next), comment(two));
    assert_eq!(press(&mut page, two, Direction::Previous), comment(second));
    assert_eq!((press(&mut page, one, Direction::Previous), press(&mut page, other, Direction::Next)), (None, None));
    assert_eq!(press(&mut page, deep, Direction::Out), comment(inner), "there is nothing to fold");
    assert_eq!(press(&mut page, one, Direction::In), comment(inner));
    assert_eq!(press(&mut page, deep, Direction::In), None);
    assert_eq!(press(&mut page, one, Direction::Out), comment(one));
    assert_eq!(page.shown(), ["one", "two", "  other"]);
    assert_eq!(press(&mut page, one, Direction::Out), None, "it stands at top level");
    assert_eq!(press(&mut page, one, Direction::Next), comment(two));
    assert_eq!(press(&mut page, one, Direction::In), comment(one));
    assert_eq!(page.shown().len(), 6);
}

#[test]
fn keys_lead_to_comments_that_are_not_drawn() {
    let mut page = Page::with_comments(5_000);
    let (at, next) = (page.row("Comment 16"), page.row("Comment 17"));
    assert_eq!(page.drawn_ranges(), [(0, 16)]);
    assert_eq!(press(&mut page, at, Direction::Next), Some(FocusTarget::Comment(next)));
    assert!(page.widget.app.drawn().any(|row| row.comment.id == next));
}

#[test]
fn another_thread_has_branches_of_its_own() {
    let (mut page, one, _) = talk();
    page.send(ListMsg::PressedFold(one));
    page.send(ListMsg::PressedAnswered(page.row("other")));
    page.effects();
    let mut config = page.widget.app.config.clone();
    let home = config.thread.clone();
    config.thread = article_widget::domain::thread_id::ThreadId::explicit("elsewhere").unwrap();
    page.send(Msg::ChangedConfig(Box::new(config.clone())));
    assert!(page.effects().contains(&Effect::ReadFolds(config.thread.key())));
    assert_eq!((page.widget.app.list.ways_back().count(), page.widget.app.list.pointed_at()), (0, None));
    config.thread = home;
    page.send(Msg::ChangedConfig(Box::new(config)));
    assert_eq!(page.shown().len(), 6, "the tab remembers nothing here");
}
