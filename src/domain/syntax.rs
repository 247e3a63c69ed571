//! In which syntax a text was written: what its signs mean is said by its writer's program, once and for ever.

use std::rc::Rc;

/// What the signs in a text mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Syntax {
    /// Nothing: the text stands as it was typed. So is every text of which nothing is said.
    #[default]
    Plain,
    /// Markdown, as comments have it.
    Markdown,
    /// Something of a later version, whose name is carried along; here the text stands as it was typed.
    Other(Rc<str>),
}

impl Syntax {
    /// How long a name may be, in bytes.
    pub const MAX_NAME: usize = 20;
    const MARKDOWN: &'static str = "md";

    /// The syntax that is called so in a record; `None` where nothing can be called so.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            Self::MARKDOWN => Some(Self::Markdown),
            name => (!name.is_empty() && name.len() <= Self::MAX_NAME).then(|| Self::Other(Rc::from(name))),
        }
    }

    /// What it is called in a record; `None` for a plain text, of which nothing is said.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Plain => None,
            Self::Markdown => Some(Self::MARKDOWN),
            Self::Other(name) => Some(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syntax_keeps_its_name_known_or_not() {
        for name in ["md", "org", "twenty-bytes-at-most"] {
            assert_eq!(Syntax::named(name).as_ref().and_then(Syntax::name), Some(name));
        }
        assert_eq!(Syntax::named("md"), Some(Syntax::Markdown));
        assert_eq!((Syntax::named(""), Syntax::named("twenty-one-bytes-long")), (None, None));
    }
}
