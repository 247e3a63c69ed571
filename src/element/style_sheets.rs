//! The texts of the style sheets: one for all threads of a page, one for fetched articles. `loader/page/sheets.js` makes
//! constructed sheets of them; `rem` in them is the reader's own default size, whatever the page makes of its root.

/// The threads'.
pub const THREAD: &str = concat!(
    include_str!("../../styles/skins/plain.css"),
    include_str!("../../styles/skins/paper.css"),
    include_str!("../../styles/skins/contrast.css"),
    include_str!("../../styles/skins/terminal.css"),
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/base.css"),
    include_str!("../../styles/thread.css"),
    include_str!("../../styles/composer.css"),
    include_str!("../../styles/comment.css"),
    include_str!("../../styles/avatar.css"),
    include_str!("../../styles/header_ad.css"),
    include_str!("../../styles/notice.css"),
    include_str!("../../styles/panel.css"),
    include_str!("../../styles/submission.css"),
    include_str!("../../styles/storage_meter.css"),
    include_str!("../../styles/article_state.css"),
);
/// The fetched articles'. All of it is in a cascade layer, so that any rule of the page wins.
pub const ARTICLE: &str = include_str!("../../styles/article.css");
