//! The rule of the flat list, followed plainly: all of it is made anew from the thread, by sorting the replies to each comment.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use article_widget::domain::comment::Comment;
use article_widget::domain::filter::Filter;
use article_widget::domain::operation_id::OperationId;
use article_widget::domain::row::{Branch, MAX_DEPTH, Row};
use article_widget::domain::sort::Sort;
use article_widget::domain::thread::Thread;
use article_widget::domain::timestamp::Timestamp;

/// The rows of a thread.
pub(crate) fn listed(thread: &Thread, sort: Sort, now: Timestamp, kept: &BTreeSet<OperationId>) -> Vec<Row> {
    let mut replies: BTreeMap<Option<OperationId>, Vec<&Rc<Comment>>> = BTreeMap::new();
    for comment in thread.comments() {
        replies.entry(parent_of(thread, comment).map(|parent| parent.id)).or_default().push(comment);
    }
    let needed = needed(thread, kept);
    let comments = needed.iter().filter_map(|id| thread.get(*id));
    let answered: BTreeSet<_> = comments.filter_map(|comment| parent_of(thread, comment)).map(|it| it.id).collect();
    let mut rows = Vec::new();
    let mut waiting = Vec::new();
    let queue = |waiting: &mut Vec<_>, list: Option<Vec<&Rc<Comment>>>, depth: u16, floor: Timestamp| {
        let dated = |comment: &Rc<Comment>| comment.created_at.max(floor).min(now.max(floor));
        let mut list: Vec<_> = list
            .unwrap_or_default()
            .into_iter()
            .map(|comment| (dated(comment), comment.id, depth, Rc::clone(comment)))
            .collect();
        // The last one in is the first one out.
        list.sort_by_key(|(at, id, ..)| Reverse((*at, *id)));
        waiting.extend(list);
    };
    let earliest = thread.comments().map(|comment| comment.created_at).min().unwrap_or(now).min(now);
    queue(&mut waiting, replies.remove(&None), 0, earliest);
    if sort == Sort::Newest {
        waiting.reverse();
    }
    while let Some((at, id, depth, comment)) = waiting.pop() {
        queue(&mut waiting, replies.remove(&Some(id)), (depth + 1).min(MAX_DEPTH), at);
        if needed.contains(&id) {
            let parent = parent_of(thread, &comment).cloned();
            let branch = if answered.contains(&id) { Branch::Open } else { Branch::None };
            rows.push(Row { comment, depth, parent, branch });
        }
    }
    rows
}

/// The rows of those comments that the reader wants to see, and of those that must `stay`; each by itself.
pub(crate) fn wanted(
    rows: &[Row],
    filter: Filter,
    new: &BTreeSet<OperationId>,
    stay: &BTreeSet<OperationId>,
) -> Vec<Row> {
    let is_wanted = |comment: &Comment| match filter {
        Filter::All => true,
        Filter::Own => comment.own && !comment.deleted,
        Filter::New => new.contains(&comment.id) && !comment.deleted,
        Filter::Published => comment.published && !comment.deleted,
    };
    let rows = rows.iter().filter(|row| is_wanted(&row.comment) || stay.contains(&row.comment.id));
    rows.map(|row| Row { depth: 0, branch: Branch::None, ..row.clone() }).collect()
}

/// The rows without those below comments that are folded; but those that are open stay.
pub(crate) fn folded(rows: &[Row], folded: &BTreeSet<OperationId>, open: &BTreeSet<OperationId>) -> Vec<Row> {
    // A reply stands below its parent, so going forwards meets every parent before its replies.
    let below = |branch: OperationId| {
        let mut below = BTreeSet::from([branch]);
        for row in rows {
            if row.parent.as_ref().is_some_and(|parent| below.contains(&parent.id)) {
                below.insert(row.comment.id);
            }
        }
        below.remove(&branch);
        below
    };
    let branches: BTreeMap<OperationId, BTreeSet<OperationId>> = folded
        .iter()
        .map(|branch| (*branch, below(*branch).into_iter().filter(|id| !open.contains(id)).collect()))
        .collect();
    let shown = rows.iter().filter(|row| !branches.values().any(|hidden| hidden.contains(&row.comment.id)));
    let branch = |row: &Row| match branches.get(&row.comment.id) {
        Some(hidden) if row.branch == Branch::Open => Branch::Folded(hidden.len()),
        _ => row.branch,
    };
    shown.map(|row| Row { branch: branch(row), ..row.clone() }).collect()
}

/// The comments that have a row. A reply's id is greater than its parent's, so going backwards meets it first.
fn needed(thread: &Thread, kept: &BTreeSet<OperationId>) -> BTreeSet<OperationId> {
    let mut needed = BTreeSet::new();
    for comment in thread.comments().collect::<Vec<_>>().into_iter().rev() {
        if !comment.deleted || kept.contains(&comment.id) || needed.contains(&comment.id) {
            needed.insert(comment.id);
            needed.extend(parent_of(thread, comment).map(|parent| parent.id));
        }
    }
    needed
}

/// The known parent. Only a smaller Lamport number can be a cause.
fn parent_of<'a>(thread: &'a Thread, comment: &Comment) -> Option<&'a Rc<Comment>> {
    let parent = comment.parent?;
    (parent.lamport < comment.id.lamport).then(|| thread.get(parent)).flatten()
}
