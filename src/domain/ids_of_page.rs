//! What a page that names no discussion is called, and was by the first version, as far as the page itself tells.

use super::thread_id::ThreadId;

/// The id of a page with this canonical address and this address, and those that it has had, or may have had: the first version
/// left in an address whatever it did not know, and a page that has a canonical address now was called by its own before.
pub fn ids_of_page(canonical: Option<&str>, address: &str) -> (ThreadId, Vec<ThreadId>) {
    let now = ThreadId::of_page(canonical, address);
    // A folder was visited by its file too.
    let file = match now.as_str().split_once("/?") {
        Some((path, query)) => Some(format!("{path}/index.html?{query}")),
        None => now.as_str().ends_with('/').then(|| format!("{}index.html", now.as_str())),
    };
    let mut earlier = Vec::new();
    let mut add = |text: Option<&str>| {
        let id = text.and_then(|text| ThreadId::explicit(text.split('#').next()?));
        earlier.extend(id.filter(|id| *id != now && !earlier.contains(id)));
    };
    add(canonical);
    add(Some(address));
    add(file.as_deref());
    (now, earlier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn had(canonical: Option<&str>, address: &str, ids: &[&str]) {
        let (now, earlier) = ids_of_page(canonical, address);
        assert_eq!(now, ThreadId::of_page(canonical, address));
        assert_eq!(earlier.iter().map(ThreadId::as_str).collect::<Vec<_>>(), ids, "{canonical:?} {address}");
    }

    #[test]
    fn what_the_first_version_left_in_the_address_is_known() {
        had(None, "https://a.example/p", &[]);
        had(None, "https://a.example/p?id=7#c", &[]);
        had(None, "https://a.example/p?id=7&srsltid=x#c", &["https://a.example/p?id=7&srsltid=x"]);
        had(None, "https://a.example/%7ea", &["https://a.example/%7ea"]);
    }

    #[test]
    fn a_folder_may_have_been_its_file() {
        had(None, "https://a.example/p/", &["https://a.example/p/index.html"]);
        had(None, "https://a.example/p/index.html?a=1", &["https://a.example/p/index.html?a=1"]);
        had(None, "https://a.example/?p=1", &["https://a.example/index.html?p=1"]);
    }

    #[test]
    fn a_page_that_got_a_canonical_address_was_called_by_its_own_before() {
        let (canonical, address) = ("https://b.example/p?ttclid=x", "https://a.example/p?id=7&igsh=y");
        had(Some(canonical), address, &[canonical, address]);
        had(Some("https://a.example/p"), "https://a.example/p#c", &[]);
        had(Some("data:,x"), "https://a.example/p", &["data:,x"]);
    }
}
