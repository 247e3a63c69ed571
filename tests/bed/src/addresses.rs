//! What the discussion is called: a name, or, where its page has moved, the page's address and an earlier one.

use article_widget::domain::thread_id::ThreadId;

fn named(id: &str) -> ThreadId {
    ThreadId::explicit(id).unwrap_or_else(|| unreachable!("not blank"))
}

/// What the discussion of a page is called that has not moved.
pub(crate) fn name() -> ThreadId {
    named("bed")
}

/// The address of a page that has moved.
pub(crate) fn here() -> ThreadId {
    named("https://bed.example/")
}

/// What it was before, as a link from elsewhere spelled it: what was being written there goes on at the new one.
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
