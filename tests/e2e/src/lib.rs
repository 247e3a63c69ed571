//! The harness of the end-to-end stories: real browsers, the built pages, and a reader's hands.

pub mod axe;
pub mod book;
pub mod built;
pub mod distiller;
pub mod driver;
pub mod environment;
pub mod fail;
pub mod html;
pub mod keys;
pub mod lent;
pub mod looks;
pub mod page;
pub mod probe;
pub mod reader_mode;
pub mod scene;
pub mod seed;
pub mod seen;
pub mod server;
pub mod session;
pub mod showcase;
pub mod story;
pub mod tag;
pub mod wait;

mod capabilities;
mod npm_script;
mod vendor;

pub use environment::Engine;
pub use fail::{OrFail, fail};
pub use page::{Page, Row};
pub use scene::{Scene, Scenes};
pub use seed::Seeds;
pub use seen::Seen;
pub use server::{Outage, Reply, Request, Server};
pub use session::Session;
pub use story::Story;
pub use tag::Tag;
