//! The comment that the page's address names: it is looked for until everything has been read, and led to wherever it stands.

use super::effect::{Effect, FocusTarget, LinkRequest};
use super::list_msg::LinkMsg;
use super::step::Step;
use crate::domain::operation_id::OperationId;
use crate::port::announced::Announced;

/// What a list knows of links to comments.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Permalink {
    /// The comment that the page's address names, until it has been led to, and what the page was told of it.
    sought: Option<(OperationId, Told)>,
    /// The comment that was led to last, and whether its link was copied since.
    led: Option<(OperationId, bool)>,
}

/// Whether a comment is the one to which the reader was led last, and by what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Led {
    /// It is not.
    #[default]
    Not,
    /// By something in the list.
    Here,
    /// By a link to it.
    ByLink,
    /// The same, and the link was copied since.
    ByCopiedLink,
}

/// What the page was told of a comment that its address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Nothing,
    Found,
    Absent,
    /// The same, and no other widget has it: the reader is told too.
    Missed,
}

impl Permalink {
    /// Whether it is to be said that the comment is not here which the page's address names.
    pub(super) fn misses(&self) -> bool {
        matches!(self.sought, Some((_, Told::Missed)))
    }

    /// Follows what happened.
    pub(super) fn follow(&mut self, msg: LinkMsg) -> Vec<Step> {
        match msg {
            LinkMsg::Named(id) => {
                self.sought = id.map(|id| (id, Told::Nothing));
                Vec::new()
            }
            LinkMsg::Led { id, writes } => {
                (self.sought, self.led) = (None, Some((id, false)));
                let mut steps = vec![Step::Led(id)];
                if !writes {
                    steps.push(Effect::Focus(FocusTarget::Comment(id)).into());
                }
                steps
            }
            LinkMsg::Missed(id) => match &mut self.sought {
                Some((sought, told)) if *sought == id => {
                    *told = Told::Missed;
                    vec![Step::Say(Announced::MissedLink)]
                }
                _ => Vec::new(),
            },
            LinkMsg::PressedCopy(id) => vec![Effect::Link(LinkRequest::Copy(id)).into()],
            LinkMsg::Copied(worked) => {
                if let Some((_, is_copied)) = &mut self.led {
                    *is_copied = worked;
                }
                vec![Step::Say(if worked { Announced::CopiedLink } else { Announced::NotCopiedLink })]
            }
        }
    }

    /// By what the reader was led to a comment.
    pub(super) fn led(&self, id: OperationId) -> Led {
        match self.led {
            Some((led, true)) if led == id => Led::ByCopiedLink,
            Some((led, false)) if led == id => Led::ByLink,
            _ => Led::Here,
        }
    }

    /// The comment that is looked for.
    pub(super) fn sought(&self) -> Option<OperationId> {
        self.sought.map(|(id, _)| id)
    }

    /// Tells the page once whether the comment is here; before everything was read (`is_read`) only that it is.
    pub(super) fn seek(&mut self, is_here: bool, is_read: bool) -> Option<Effect> {
        let (id, told) = self.sought.as_mut()?;
        let (now, request) =
            if is_here { (Told::Found, LinkRequest::Found(*id)) } else { (Told::Absent, LinkRequest::Absent(*id)) };
        let is_told = *told == now || !is_here && (!is_read || *told == Told::Missed);
        (!is_told).then(|| {
            *told = now;
            Effect::Link(request)
        })
    }
}
