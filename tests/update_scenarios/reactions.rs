//! Readers react to comments and to the article: what is kept, what other pages hear, and what a file can and cannot change of it.

use article_widget::app::msg::{ActionMsg, ReactionMsg};
use article_widget::app::submission::{SubmissionMsg, Way};
use article_widget::app::{Effect, FocusTarget, Msg};
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::reaction::Sign;
use article_widget::store::copy::request::Broadcast;

use crate::importing::{choose, elsewhere, publication};
use crate::support::Page;
use article_widget::manage::msg::ImportMsg;

const ARTICLE: OperationId = OperationId::ARTICLE;

fn react(page: &mut Page, id: OperationId, sign: Sign) {
    page.send(ReactionMsg::Chose { id, sign });
    page.settle();
}

/// The reactions to something: with which sign, how many, and whether the reader is one of them.
fn counted(page: &Page, id: OperationId) -> Vec<(&'static str, u32, bool)> {
    let tallies = page.widget.app.discussion().reactions(id).tallies();
    tallies.iter().map(|tally| (tally.sign.as_str(), tally.count, tally.own)).collect()
}

#[test]
fn reactions_are_kept_and_come_back_and_are_taken_back() {
    let mut page = Page::started();
    let id = page.post("A thought");
    react(&mut page, id, Sign::Heart);
    react(&mut page, ARTICLE, Sign::Hooray);
    let mut again = page.reloaded(2);
    assert_eq!(counted(&again, id), [("❤️", 1, true)]);
    assert_eq!(counted(&again, ARTICLE), [("🎉", 1, true)]);
    react(&mut again, id, Sign::Heart);
    react(&mut again, ARTICLE, Sign::Hooray);
    let last = again.reloaded(3);
    assert_eq!((counted(&last, id), counted(&last, ARTICLE)), (vec![], vec![]));
}

#[test]
fn the_page_is_told_and_other_tabs_hear_of_it() {
    let mut page = Page::started();
    let id = page.post("A thought");
    let mut other = page.another_tab(2);
    page.effects();
    react(&mut page, id, Sign::Thinking);
    let effects = page.effects();
    let told = effects.iter().find_map(|effect| match effect {
        Effect::DispatchEvent { event, .. } => Some(format!("{event:?}")),
        _ => None,
    });
    assert!(told.is_some_and(|told| told.contains("Reacted") && told.contains("Thinking")), "{effects:?}");
    for effect in effects {
        if let Effect::Broadcast(Broadcast::Record(found)) = effect {
            other.send(Msg::Heard(Broadcast::Record(found)));
        }
    }
    assert_eq!(counted(&other, id), [("🤔", 1, true)]);
}

#[test]
fn a_reaction_is_no_act_to_undo_and_says_nothing_beside_the_comment() {
    let mut page = Page::started();
    let id = page.post("A thought");
    react(&mut page, id, Sign::ThumbsUp);
    page.send(ActionMsg::Undid);
    assert_eq!(page.shown(), ["[A thought]"], "what is undone is the post");
    assert_eq!(counted(&page, id), [("👍", 1, true)]);
}

#[test]
fn reactions_go_with_a_comment_that_is_erased_in_every_copy() {
    let mut page = Page::started();
    let id = page.post("A thought");
    react(&mut page, id, Sign::ThumbsUp);
    page.send(ActionMsg::PressedDelete(id));
    page.send(ActionMsg::PressedErase(id));
    page.send(ActionMsg::AnsweredErase { id, sure: true });
    page.settle();
    assert!(!page.is_kept("react"));
}

#[test]
fn a_file_counts_its_readers_once_and_changes_nothing_of_this_one() {
    let mut theirs = elsewhere(7);
    let id = theirs.post("Theirs");
    react(&mut theirs, id, Sign::ThumbsUp);
    react(&mut theirs, ARTICLE, Sign::ThumbsUp);
    let file = publication(&mut theirs);
    let mut page = elsewhere(8);
    react(&mut page, ARTICLE, Sign::ThumbsUp);
    for _ in 0..2 {
        choose(&mut page, &file);
        page.send(ImportMsg::Imported);
        page.settle();
        assert_eq!(counted(&page, id), [("👍", 1, false)]);
        assert_eq!(counted(&page, ARTICLE), [("👍", 2, true)]);
    }
    react(&mut page, id, Sign::ThumbsUp);
    assert_eq!(counted(&page, id), [("👍", 2, true)]);
}

#[test]
fn a_letter_has_the_readers_reactions_and_they_can_go_alone() {
    let mut page = Page::new(1);
    page.widget.app.config.contact = Some("mailto:author@example.org".to_owned());
    page.send(Msg::Started);
    let id = page.post("To be sent");
    page.send(SubmissionMsg::Asked(ARTICLE));
    assert!(page.widget.app.submission.open().is_none(), "there is nothing to send");
    react(&mut page, ARTICLE, Sign::Heart);
    react(&mut page, id, Sign::Smile);
    react(&mut page, id, Sign::Hooray);
    react(&mut page, id, Sign::Hooray);
    let letter = |page: &mut Page, about| {
        page.send(SubmissionMsg::Asked(about));
        page.widget.app.submission.open().unwrap().file.clone()
    };
    let with_comment = letter(&mut page, id);
    assert!(with_comment.contains("To be sent") && with_comment.contains("❤️") && with_comment.contains("😄"));
    assert!(!with_comment.contains("🎉"), "nobody heard of what was taken back");
    let alone = letter(&mut page, ARTICLE);
    assert!(!alone.contains("To be sent") && alone.contains("❤️") && alone.contains("😄"), "{alone}");
    page.send(SubmissionMsg::Took(Way::Mail));
    page.send(SubmissionMsg::Sent);
    assert_eq!(page.focus(), Some(FocusTarget::Send(ARTICLE)));
}
