//! What the page mounts.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::HtmlElement;

use crate::app::config::Config;

/// A widget to be mounted.
#[derive(Clone, Debug, PartialEq)]
pub struct Mount {
    /// The `<article-widget>` element.
    pub host: HtmlElement,
    /// The attributes at the start.
    pub config: Config,
    /// Takes how many comments are shown; 0 until the thread has been read.
    pub count: Rc<Cell<usize>>,
}
