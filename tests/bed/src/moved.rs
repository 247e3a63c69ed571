//! A page that has moved: those that were opened before name its earlier address alone, later ones both.

use article_widget::app::config::Config;

use crate::addresses;
use crate::foreign_file::foreign_file;
use crate::hostile_file;
use crate::text::Text;
use crate::widget::{Setup, Widget};

/// What a page asks for.
pub(crate) fn config(setup: Setup, page: u32) -> Config {
    let plain = match setup.earlier {
        0 => Config::plain(addresses::name(), "", ""),
        earlier if page <= earlier => Config::plain(addresses::earlier(), "", ""),
        _ => Config { aliases: vec![addresses::earlier()], ..Config::plain(addresses::here(), "", "") },
    };
    let names_file = setup.published && page > setup.earlier && hostile_file::is_named_by(page);
    Config {
        comments: names_file.then(|| "thread.jsonl".to_owned()),
        contact: Some("mailto:author@bed.example".to_owned()),
        ..plain
    }
}

impl Widget {
    /// Whether it knows of an earlier address, or is there.
    pub(crate) fn has_moved(&self) -> bool {
        self.is_at_earlier_address() || !self.model().config.aliases.is_empty()
    }

    /// Whether it is at the earlier address.
    pub(crate) fn is_at_earlier_address(&self) -> bool {
        self.model().config.thread == addresses::earlier()
    }

    /// A file for the discussion, by its address or by the earlier one.
    pub(crate) fn foreign_file(&self, first: Text, earlier: bool) -> String {
        let thread = match (earlier, self.has_moved()) {
            (true, _) => addresses::earlier(),
            (false, true) => addresses::here(),
            (false, false) => addresses::name(),
        };
        foreign_file(&thread, first, self.has_author())
    }
}
