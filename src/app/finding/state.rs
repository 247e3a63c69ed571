//! What is new, what a reader looks for, and which comments they want to see. A room: it knows nothing of the others.

use super::msg::FindingMsg;
use super::search::{Search, SearchCode, SearchMsg, SearchStatus};
use super::visit::Visit;
use crate::app::effect::{Effect, FocusTarget};
use crate::app::step::{Step, only};
use crate::discussion::Discussion;
use crate::domain::filter::Filter;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_set::SortedSet;
use crate::domain::thread_id::ThreadKey;

/// The room.
#[derive(Clone, Debug, Default)]
pub struct Finding {
    pub(super) search: Search,
    visit: Visit,
    /// The revision of the list when its new rows were watched last.
    watched: Option<u32>,
}

impl Finding {
    /// What the reader looks for.
    pub fn searched(&self) -> &Search {
        &self.search
    }

    /// The comments that have come since the reader's last visit.
    pub fn new_comments(&self) -> &SortedSet<OperationId> {
        &self.visit.new
    }

    /// Takes what searches, where it is always there.
    pub(in crate::app) fn take_code(&mut self, code: SearchCode) {
        self.search.code = Some(code);
    }

    /// Follows what happened.
    #[inline(never)]
    pub(in crate::app) fn follow(&mut self, msg: FindingMsg, discussion: &Discussion) -> Vec<Step> {
        match msg {
            FindingMsg::Closed => self.close(),
            FindingMsg::Toggled if self.search.status == SearchStatus::Open => self.close(),
            FindingMsg::Toggled if self.search.status == SearchStatus::Coming => Vec::new(),
            FindingMsg::Toggled if self.search.code.is_none() => {
                self.search.status = SearchStatus::Coming;
                vec![Effect::FetchSearch.into()]
            }
            FindingMsg::Missed => {
                self.search.status = SearchStatus::Missing;
                Vec::new()
            }
            FindingMsg::Chose(filter) => vec![Step::Filter(filter)],
            FindingMsg::Remembered(seen) => {
                self.visit.remembered(seen, discussion);
                Vec::new()
            }
            FindingMsg::CameIntoView(ids) => {
                self.visit.met(ids);
                Vec::new()
            }
            FindingMsg::PressedNextNew(after) => {
                let next = self.visit.next(after, discussion.rows());
                let steps = |id| vec![Step::Led(id), Effect::Focus(FocusTarget::Comment(id)).into()];
                next.map(steps).unwrap_or_default()
            }
            FindingMsg::PressedAllSeen => {
                self.visit.all_seen();
                vec![Step::Filter(Filter::All), Effect::Focus(FocusTarget::Search).into()]
            }
            FindingMsg::Came(code) => {
                self.search.code = Some(code);
                // The reader may have thought better of it.
                let is_awaited = self.search.status == SearchStatus::Coming;
                if is_awaited { self.search(SearchMsg::Opened, discussion) } else { Vec::new() }
            }
            FindingMsg::Toggled => self.search(SearchMsg::Opened, discussion),
            FindingMsg::Search(msg) if self.search.status == SearchStatus::Open => self.search(msg, discussion),
            FindingMsg::Search(_) => Vec::new(),
        }
    }

    fn search(&mut self, msg: SearchMsg, discussion: &Discussion) -> Vec<Step> {
        let code = self.search.code;
        code.map(|code| (code.follow)(&mut self.search, msg, discussion.rows())).unwrap_or_default()
    }

    /// Gives the list back as it was.
    fn close(&mut self) -> Vec<Step> {
        if self.search.status == SearchStatus::Closed {
            return Vec::new();
        }
        let Search { opened, folding, code, .. } = std::mem::take(&mut self.search);
        self.search = Search { folding, code, ..Search::default() };
        vec![
            Step::Close(opened),
            Effect::MarkFound(Vec::new()).into(),
            Effect::RestoreScroll.into(),
            Effect::Focus(FocusTarget::SearchButton).into(),
        ]
    }

    /// These branches were opened to show what was found.
    pub(in crate::app) fn has_opened(&mut self, branches: Vec<OperationId>) {
        self.search.opened.extend(branches);
    }

    /// Leaves a discussion.
    pub(in crate::app) fn leave_thread(&mut self) {
        let (folding, code) = (self.search.folding.take(), self.search.code);
        *self = Self { search: Search { folding, code, ..Search::default() }, ..Self::default() };
    }

    /// Looks at these comments, which have come or changed, or at all. Whether other comments are new now.
    pub(in crate::app) fn look(&mut self, discussion: &Discussion, ids: Option<&SortedSet<OperationId>>) -> bool {
        self.search.is_stale = true;
        self.visit.look(discussion, ids)
    }

    /// The list is in another order, or has other rows.
    pub(in crate::app) fn touch(&mut self) {
        self.search.is_stale = true;
    }

    /// What follows once a message has been followed: what is found in a list that has changed, and the marks of it and of what is
    /// new. `revision`: that of the drawn rows.
    pub(in crate::app) fn wants(&mut self, revision: u32) -> Vec<Effect> {
        let mut effects = Vec::new();
        let search = &mut self.search;
        if search.status == SearchStatus::Open {
            if search.is_stale && search.next.is_none() && !search.words.is_empty() {
                search.next = Some(0);
                effects.push(Effect::GoOnSearching);
            }
            effects.push(Effect::MarkFound(search.words.clone()));
        }
        if self.watched != Some(revision) && self.visit.has_unmet() {
            self.watched = Some(revision);
            effects.push(Effect::WatchNew);
        }
        effects
    }

    /// What is to be remembered when the page may go.
    pub(in crate::app) fn keep(&mut self, thread: ThreadKey, discussion: &Discussion) -> Vec<Step> {
        only(self.visit.keep(discussion).map(|seen| Effect::KeepSeen { thread, seen }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::searching::SEARCH;
    use super::*;
    use crate::app::samples::{World, own, post};

    #[test]
    fn what_searches_is_fetched_once_and_again_after_a_failure_and_opens_for_whom_waits() {
        let world = World::reading(&[own(1, post())]);
        let mut room = Finding::default();
        let mut follow = |msg| room.follow(msg, &world.discussion);
        let fetch = || vec![Step::from(Effect::FetchSearch)];
        assert_eq!(follow(FindingMsg::Toggled), fetch());
        assert_eq!(follow(FindingMsg::Toggled), [], "it is on its way");
        assert_eq!(follow(FindingMsg::Missed), []);
        assert_eq!(follow(FindingMsg::Toggled), fetch());
        assert!(follow(FindingMsg::Came(SEARCH)).contains(&Effect::Focus(FocusTarget::Search).into()));
        assert_eq!(room.search.status, SearchStatus::Open);
        let mut follow = |msg| room.follow(msg, &world.discussion);
        assert!(follow(FindingMsg::Toggled).contains(&Effect::Focus(FocusTarget::SearchButton).into()), "it is closed");
        assert_eq!(follow(SearchMsg::Typed("text".to_owned()).into()), [], "no word comes late");
        assert_eq!(room.search.status, SearchStatus::Closed);
    }

    #[test]
    fn who_closes_the_search_before_it_is_there_does_not_see_it_open() {
        let world = World::reading(&[own(1, post())]);
        let mut room = Finding::default();
        room.follow(FindingMsg::Toggled, &world.discussion);
        room.follow(FindingMsg::Closed, &world.discussion);
        assert_eq!(room.follow(FindingMsg::Came(SEARCH), &world.discussion), []);
        assert_eq!(room.search.status, SearchStatus::Closed);
    }

    #[test]
    fn a_long_list_is_searched_in_slices_and_from_its_beginning_when_it_changes() {
        let records: Vec<_> = (1..=4_000).map(|number| own(number, post())).collect();
        let mut world = World::reading(&records);
        world.discussion.list(crate::domain::sort::Sort::Oldest, crate::app::samples::at(9_999), SortedSet::new());
        let mut room = Finding::default();
        room.take_code(SEARCH);
        let on = || vec![Step::from(Effect::GoOnSearching)];
        room.follow(FindingMsg::Toggled, &world.discussion);
        assert_eq!(room.follow(SearchMsg::Typed("TEXT".to_owned()).into(), &world.discussion), on());
        let first = room.search.count();
        assert!((1..4_000).contains(&first), "{first}");
        assert_eq!(room.follow(SearchMsg::GotTime.into(), &world.discussion), on());
        room.touch();
        assert_eq!(room.wants(1), [Effect::MarkFound(vec!["text".to_owned()])], "it goes on already");
        room.follow(SearchMsg::GotTime.into(), &world.discussion);
        assert_eq!(room.search.count(), first, "from the beginning");
        while room.follow(SearchMsg::GotTime.into(), &world.discussion) == on() {}
        assert_eq!((room.search.count(), room.search.goes_on()), (4_000, false));
        room.touch();
        assert!(room.wants(1).contains(&Effect::GoOnSearching));
    }
}
