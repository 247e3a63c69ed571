//! The page the widget stands in.

/// The page's window; `None` where there is none (a worker, a native test).
pub fn window() -> Option<web_sys::Window> {
    #[expect(clippy::disallowed_methods, reason = "the one place that may reach for the global window")]
    web_sys::window()
}
