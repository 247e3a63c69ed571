//! Every sentence a reader sees about the file that the page publishes.

use super::wording::grouped;
use crate::app::published::Trouble;
use crate::domain::article_error::ArticleError;

/// In place of the comments that have not come yet.
pub const COMING: &str = "Loading the published comments…";
/// Beside a comment that stands in the file, so that everybody sees it who opens the page.
pub const PUBLISHED: &str = "Published";
/// The button that fetches the file again.
pub const RETRY: &str = "Try again";

/// Why not all of it is shown.
pub fn trouble(trouble: Trouble) -> String {
    match trouble {
        Trouble::Fetch(ArticleError::Address) => {
            "The published comments could not be loaded: their address is not one that a page can load.".to_owned()
        }
        Trouble::Fetch(_) => "The published comments could not be loaded. Yours are here.".to_owned(),
        Trouble::NotOne => "What this page names as its published comments is another kind of file.".to_owned(),
        Trouble::Newer => "The published comments were written by a later version, which this one cannot read.".to_owned(),
        Trouble::Incomplete => {
            "The file with the published comments is not complete: part of it is missing or was changed. What can be read is shown.".to_owned()
        }
        Trouble::Refused(1) => "1 entry of the published comments cannot be shown. The rest is.".to_owned(),
        Trouble::Refused(lines) => {
            format!("{} entries of the published comments cannot be shown. The rest is.", grouped(lines))
        }
        Trouble::TooMuch => "There are more published comments than a page can show. Some are left out.".to_owned(),
    }
}
