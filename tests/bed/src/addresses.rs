//! What the discussion is called: a name, or, where its page has moved, the page's address and an earlier one.

use article_widget::domain::thread_id::ThreadId;

fn named(id: &str) -> ThreadId {
    ThreadId::explicit(id).unwrap_or_else(|| unreachable!("not blank"))
}

/// The name of the discussion of a page that has not moved.
pub(crate) fn name() -> ThreadId {
    named("bed")
}

/// The address of a page that has moved.
pub(crate) fn here() -> ThreadId {
    named("https://bed.example/")
}

/// The address of the same page before it moved, as a link from elsewhere spelled it: drafts that were written there go on at [`here`].
pub(crate) fn earlier() -> ThreadId {
    named("https://bed.example/?igsh=x")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earlier_address_is_one_of_the_same_page() {
        assert_ne!(here(), earlier());
        assert_eq!(earlier().page(), Some(here()));
    }
}
