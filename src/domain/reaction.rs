//! A reaction: one sign in place of many words.

use std::rc::Rc;

/// What somebody feels about a comment or the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reaction {
    /// One that is shown here.
    Known(Sign),
    /// One of a later version: kept and handed on, and not shown here.
    Other(Rc<str>),
}

/// The reactions that are shown, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// 👍
    ThumbsUp,
    /// ❤️
    Heart,
    /// 😄
    Smile,
    /// 🎉
    Hooray,
    /// 🤔
    Thinking,
    /// 👎
    ThumbsDown,
}

impl Sign {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::ThumbsUp, Self::Heart, Self::Smile, Self::Hooray, Self::Thinking, Self::ThumbsDown];

    /// The character, which is its name in a record too.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ThumbsUp => "👍",
            Self::Heart => "❤️",
            Self::Smile => "😄",
            Self::Hooray => "🎉",
            Self::Thinking => "🤔",
            Self::ThumbsDown => "👎",
        }
    }
}

impl Reaction {
    /// How long the name of one may be, in bytes.
    pub const MAX_NAME: usize = 40;

    /// The reaction that is called so in a record; `None` where nothing can be called so.
    pub fn named(name: &str) -> Option<Self> {
        match Sign::ALL.into_iter().find(|sign| sign.as_str() == name) {
            Some(sign) => Some(Self::Known(sign)),
            None => (!name.is_empty() && name.len() <= Self::MAX_NAME).then(|| Self::Other(Rc::from(name))),
        }
    }

    /// What it is called in a record.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(sign) => sign.as_str(),
            Self::Other(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reaction_keeps_its_name_known_or_not() {
        for name in ["👍", "❤️", "🚀", "👍🏽", ":party-parrot:"] {
            assert_eq!(Reaction::named(name).as_ref().map(Reaction::name), Some(name));
        }
        assert_eq!(Reaction::named("👎"), Some(Reaction::Known(Sign::ThumbsDown)));
        // Without the sign that asks for a picture it is another sign.
        assert!(matches!(Reaction::named("\u{2764}"), Some(Reaction::Other(_))));
        assert_eq!((Reaction::named(""), Reaction::named(&"x".repeat(41))), (None, None));
    }
}
