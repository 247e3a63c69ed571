//! What the journal has to read.

/// An article, and the name of the discussion about it.
#[derive(Debug, PartialEq)]
pub struct Article {
    /// What the widget calls the discussion. It stays when the title changes.
    pub thread: &'static str,
    /// The headline.
    pub title: &'static str,
    /// The text.
    pub text: &'static str,
}

/// All of them, in the order of their dates.
pub static ARTICLES: [Article; 3] = [
    Article {
        thread: "journal/harbour",
        title: "The harbour in November",
        text: "The boats came back before the rain. By noon the quay was empty but for two crates of rope and a dog that \
            belonged to nobody in particular.",
    },
    Article {
        thread: "journal/island",
        title: "A letter from the island",
        text: "The ferry runs twice a week now. Nobody minds: it gives the days a shape.",
    },
    Article {
        thread: "journal/coast",
        title: "A letter from the coast",
        text: "From here the island is a line that comes and goes with the weather.",
    },
];
