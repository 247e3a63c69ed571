//! The operations of the published file in a set: united with the kept ones, never kept themselves, and never stronger.

use super::element::{Added, Element, Provenance};
use super::operation_set::OperationSet;
use crate::domain::author::Author;
use crate::domain::operation_id::OperationId;
use crate::domain::sorted_map::SortedMap;

impl OperationSet {
    /// Adds an operation of the published file, by the rules of an import. An operation that the reader erased stays away, and
    /// of two values under one id the same one counts whichever came first.
    pub fn add_published(&mut self, id: OperationId, mut element: Element) -> Added {
        let mut added = Added::default();
        let before = self.published.get(&id);
        if self.is_erased(id, Provenance::Published, element.operation.as_ref())
            || before.is_some_and(|before| !element.precedes(before))
        {
            return added;
        }
        added.touched.extend(self.target(id));
        added.touched.push(id);
        added.is_new = true;
        if let Some(target) = element.operation.as_ref().and_then(|operation| operation.kind.target()) {
            self.changes.change(target, |changes| changes.insert(id));
            added.touched.push(target);
        }
        if let Some(operation) = &mut element.operation {
            self.share_author(&mut operation.author);
        }
        self.published.insert(id, element);
        added.touched.extend(self.target(id));
        for now_counted in self.chain.add(id, false) {
            added.touched.push(now_counted);
            added.touched.extend(self.target(now_counted));
        }
        added
    }

    /// Makes the author the one that is known, if they are the same: a long file names few authors many times.
    fn share_author(&mut self, author: &mut Author) {
        match self.authors.get(author.id.as_str()) {
            Some(known) if known == author => *author = known.clone(),
            Some(known) => author.id = known.id.clone(),
            None => drop(self.authors.insert(author.id.as_str().to_owned(), author.clone())),
        }
    }

    /// Forgets all published operations: the page names another file, or the file is read anew.
    pub fn forget_published(&mut self) -> Added {
        let mut added = Added::default();
        let all: Vec<OperationId> = self.published.keys().copied().collect();
        self.unpublish(&all, &mut added);
        self.authors = SortedMap::default();
        added
    }

    /// Whether the Lamport number of an element is within reason, as far as is known.
    pub fn is_within_reason(&self, id: OperationId) -> bool {
        self.own.contains_key(&id) || self.chain.counts(id)
    }

    /// How many published elements there are.
    pub fn published_count(&self) -> usize {
        self.published.len()
    }

    /// How many published elements do not count: their Lamport numbers are beyond all reason.
    pub fn published_beyond(&self) -> usize {
        self.chain.beyond().filter(|id| self.published.contains_key(id)).count()
    }

    /// Whether an own or imported operation is kept under an id.
    pub fn is_kept(&self, id: OperationId) -> bool {
        self.own.contains_key(&id) || self.imported.contains_key(&id)
    }

    pub(in crate::store) fn unpublish(&mut self, ids: &[OperationId], added: &mut Added) {
        for id in ids {
            added.touched.extend(self.target(*id));
            if self.published.remove(id).is_some() {
                added.touched.push(*id);
                added.is_new = true;
            }
            added.touched.extend(self.target(*id));
        }
        if !ids.is_empty() {
            self.relink(added);
        }
    }

    /// Whether a comment stands in the published file with the text of this post or edit.
    pub(in crate::store) fn is_published(&self, post: OperationId, text: OperationId) -> bool {
        let says = |id: OperationId| {
            let published = self.published.get(&id)?.operation.as_ref()?;
            let counts = self.effective(id)?.0.operation.as_ref()?;
            Some(published.says_no_more(counts) && (id != text || published.kind.body().is_some()))
        };
        says(post) == Some(true) && says(text) == Some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;
    use crate::domain::author::AuthorName;
    use crate::domain::body::Body;
    use crate::domain::operation_id::{Actor, Lamport};
    use crate::store::format::operation::{Kind, Operation};

    fn publish(set: &mut OperationSet, operations: &[Operation]) {
        for operation in operations {
            set.add_published(operation.id, element(operation));
        }
    }

    fn says(text: &str) -> Operation {
        by(2, 1, Kind::Post { parent: None, body: Body::new(text).ok() })
    }

    #[test]
    fn an_own_comment_that_is_published_is_one_comment_and_stays_the_readers_own() {
        let mut set = after(&[own(post(1, 1))]);
        assert!(!set.comment(id(1)).unwrap().published);
        publish(&mut set, &[post(1, 1), edit(1, 2, 1, "a lie"), delete(1, 3, 1)]);
        let comment = set.comment(id(1)).unwrap();
        assert!(comment.own && comment.published && !comment.deleted);
        assert_eq!(comment.current.body.as_str(), "first");
        assert_eq!(set.elements().count(), 1, "what is published is not kept");
    }

    #[test]
    fn other_words_under_the_readers_id_are_not_their_published_comment() {
        let mut set = after(&[own(post(1, 1))]);
        publish(&mut set, &[says("a lie")]);
        let comment = set.comment(id(1)).unwrap();
        assert!(comment.own && !comment.published);
    }

    #[test]
    fn published_is_the_text_that_counts() {
        let mut set = after(&[own(post(1, 1)), own(edit(1, 5, 1, "second"))]);
        publish(&mut set, &[post(1, 1)]);
        assert!(!set.comment(id(1)).unwrap().published, "others see the first text");
        publish(&mut set, &[edit(1, 5, 1, "second")]);
        assert!(set.comment(id(1)).unwrap().published);
        let bare = by(1, 1, Kind::Post { parent: None, body: None });
        let mut set = after(&[own(post(1, 1))]);
        publish(&mut set, &[bare, edit(1, 2, 1, "by somebody with the same author id")]);
        assert!(!set.comment(id(1)).unwrap().published, "others do not see the first text");
    }

    #[test]
    fn what_is_gone_from_the_file_is_gone_from_the_thread() {
        let mut set = after(&[own(post(1, 1)), foreign(post(2, 2))]);
        publish(&mut set, &[post(3, 4), edit(2, 5, 2, "second"), post(2, (1 << 20) + 4)]);
        assert_eq!(text(&set, 2).as_deref(), Some("second"));
        assert!(set.comment(id(4)).is_some() && set.comment(id((1 << 20) + 4)).is_some());
        let touched = set.forget_published().touched;
        assert!([2, 4, 5].iter().all(|gone| touched.contains(&id(*gone))), "{touched:?}");
        assert_eq!(set.comment(id(4)), None);
        assert_eq!(text(&set, 2).as_deref(), Some("first"));
        assert_eq!(set.latest(), Lamport::new(2).unwrap());
        assert_eq!(set.forget_published().touched.len(), 0);
    }

    #[test]
    fn what_was_erased_here_does_not_come_with_the_file_whichever_came_first() {
        let mut first = after(&[own(post(1, 1)), own(erase(3, 1, &[]))]);
        publish(&mut first, &[post(1, 1), edit(1, 2, 1, "x"), post(2, 9)]);
        let mut last = after(&[own(post(1, 1))]);
        publish(&mut last, &[post(1, 1), edit(1, 2, 1, "x"), post(2, 9)]);
        let (operation, slot) = own(erase(3, 1, &[]));
        assert!(last.add(slot, element(&operation)).touched.contains(&id(1)));
        for set in [first, last] {
            assert_eq!(set.comment(id(1)), None);
            assert_eq!(set.published.keys().copied().collect::<Vec<_>>(), [id(9)]);
            assert_eq!(set.latest(), id(9).lamport);
        }
    }

    #[test]
    fn what_one_author_wrote_shares_one_id() {
        let (mut set, mut renamed) = (OperationSet::default(), says("renamed"));
        let name = |name: &str| AuthorName::new(name).unwrap();
        renamed.author.name = name("Bo");
        publish(&mut set, &[says("one"), Operation { id: id(2), ..says("two") }, Operation { id: id(3), ..renamed }]);
        let comments = [1, 2, 3].map(|number| set.comment(id(number)).unwrap());
        let [one, two, three] = comments.each_ref().map(|comment| comment.author.id.as_str().as_ptr());
        assert!(one == two && two == three);
        assert_eq!(comments.map(|comment| comment.author.name), [None, None, name("Bo")]);
        set.forget_published();
        assert!(set.authors.is_empty());
    }

    #[test]
    fn whose_bytes_are_not_kept_counts_as_if_they_were() {
        let (one, other) = (element(&says("one")), element(&says("other")));
        assert_ne!(one.precedes(&other), other.precedes(&one));
        let bare = |element: &Element| Element { value: "".into(), ..element.clone() };
        for (first, second) in [(&one, &other), (&other, &one)] {
            assert_eq!(bare(first).precedes(second), first.precedes(second));
            assert_eq!(first.precedes(&bare(second)), first.precedes(second));
            assert_eq!(bare(first).bytes(), *first.value);
        }
    }

    #[test]
    fn of_two_values_in_the_file_the_same_counts_in_any_order() {
        let bare = by(2, 1, Kind::Post { parent: None, body: None });
        let all = [says("one"), says("another"), bare];
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
            let mut set = after(&[]);
            publish(&mut set, &order.map(|n: usize| all.get(n).cloned().unwrap()));
            let smaller = all.iter().take(2).min_by_key(|one| element(one).value).unwrap();
            assert_eq!(text(&set, 1).as_deref(), smaller.kind.body().map(|body| body.as_str()));
        }
    }

    #[test]
    fn what_is_beyond_all_reason_does_not_count() {
        let mut set = after(&[]);
        publish(&mut set, &[post(2, 3 << 20)]);
        assert_eq!((set.published_beyond(), set.set_aside(), set.comment(id(3 << 20))), (1, 0, None));
    }

    #[test]
    fn what_was_sent_is_said_of_the_text_that_was_sent() {
        let sent = |lamport, text| by(1, lamport, Kind::Sent { target: id(1), text: id(text) });
        let is_sent = |set: &OperationSet| set.comment(id(1)).unwrap().sent;
        assert!(is_sent(&after(&[own(post(1, 1)), own(sent(3, 1))])));
        assert!(!is_sent(&after(&[own(post(1, 1)), own(sent(3, 1)), own(edit(1, 4, 1, "second"))])));
        assert!(is_sent(&after(&[own(post(1, 1)), own(edit(1, 4, 1, "second")), own(sent(5, 4)), own(sent(6, 1))])));
        assert!(!is_sent(&after(&[own(post(1, 1)), foreign(sent(3, 1))])), "a file knows nothing of that");
    }

    #[test]
    fn within_reason_is_what_follows_from_what_is_there_and_all_of_the_readers_own() {
        let far = 3 << 20;
        let mut set = after(&[own(post(1, far)), own(post(1, 1))]);
        let beyond = [OperationId { actor: Actor(2), ..id(2 * far) }, id(2)];
        beyond.iter().for_each(|id| drop(set.add_published(*id, element(&Operation { id: *id, ..post(2, 2) }))));
        assert_eq!([id(1), id(far), id(2), beyond[0]].map(|id| set.is_within_reason(id)), [true, true, true, false]);
        assert_eq!((set.published_count(), set.published_beyond()), (2, 1));
        set.forget_published();
        assert_eq!((set.published_count(), set.published_beyond()), (0, 0));
    }
}
