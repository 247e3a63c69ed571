//! The windows, tabs and frames of a browser.

use super::Session;
use crate::fail::OrFail;
use fantoccini::wd::WindowHandle;

impl Session {
    /// Opens a second window of the same profile, without going to it.
    #[track_caller]
    pub fn new_window(&self) -> WindowHandle {
        self.run(self.client.new_window(false)).or_fail("a second window").handle
    }

    /// The window commands go to.
    #[track_caller]
    pub fn window(&self) -> WindowHandle {
        self.run(self.client.window()).or_fail("the current window")
    }

    /// All windows and tabs.
    #[track_caller]
    #[must_use]
    pub fn windows(&self) -> Vec<WindowHandle> {
        self.run(self.client.windows()).or_fail("the windows")
    }

    /// Closes the window commands go to; the next command must go to another.
    #[track_caller]
    pub fn close_window(&self) {
        self.run(self.client.close_window()).or_fail("close the window");
    }

    /// Sends the following commands to another window.
    #[track_caller]
    pub fn switch_to(&self, window: &WindowHandle) {
        self.run(self.client.switch_to_window(window.clone())).or_fail("another window");
    }

    /// Sends the following commands into the page's frame number `index`.
    #[track_caller]
    pub fn enter_frame(&self, index: u16) {
        self.run(self.client.enter_frame(index)).or_fail("the frame");
    }

    /// Sends the following commands to the page around the frame again.
    #[track_caller]
    pub fn leave_frame(&self) {
        self.run(self.client.enter_parent_frame()).or_fail("the page around the frame");
    }

    /// Leaves nothing of a story for the next one but the browser.
    ///
    /// # Errors
    /// What cannot be undone is named.
    pub fn tidy(&self) -> Result<(), String> {
        if self.changed.get() {
            return Err("the window or the engine is not as it was".to_owned());
        }
        let tidied = self.run(async {
            for window in self.client.windows().await?.into_iter().filter(|window| *window != self.first) {
                self.client.switch_to_window(window).await?;
                self.client.close_window().await?;
            }
            self.client.switch_to_window(self.first.clone()).await?;
            self.client.delete_all_cookies().await?;
            self.client.goto("about:blank").await
        });
        tidied.map_err(|error| error.to_string())
    }
}
