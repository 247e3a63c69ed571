//! The order in which a reader meets the comments of a thread.

/// Which of the comments at top level comes first. The replies to a comment are a conversation: they stand below it,
/// oldest first, whatever the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The oldest.
    #[default]
    Oldest,
    /// The newest.
    Newest,
    /// That to which most reacted; of several of them the oldest.
    Top,
}

impl Sort {
    /// All orders, in the sequence in which the reader is offered them.
    pub const ALL: [Self; 3] = [Self::Oldest, Self::Newest, Self::Top];

    /// The name of the order in the attribute `sort`, and under which a reader's choice is remembered.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Oldest => "oldest",
            Self::Newest => "newest",
            Self::Top => "top",
        }
    }

    /// The order of this name, if there is one.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_found_by_its_name_and_by_no_other() {
        assert_eq!(Sort::ALL.map(|sort| Sort::parse(sort.as_str())), Sort::ALL.map(Some));
        assert_eq!(Sort::parse("best"), None);
    }
}
