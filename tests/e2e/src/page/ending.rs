//! The end of the module, and how a reader goes on.

use super::Page;
use serde_json::json;

impl Page<'_> {
    /// Has the module meet an error of the browser's that it cannot survive, when it opens the panel.
    #[track_caller]
    pub fn end_module(&self) {
        let breaks = "const [widget, done] = arguments;
            const real = Node.prototype.insertBefore;
            Node.prototype.insertBefore = () => { throw new Error('broken on purpose'); };
            addEventListener('error', () => { Node.prototype.insertBefore = real; done(); }, { once: true });
            widget.shadowRoot.querySelector('[data-action=panel]').click();";
        let widget = self.script("return widget", json!([]));
        self.session.script_with_callback(breaks, vec![widget]);
    }

    /// Waits until the widget says that there is no module any more.
    #[track_caller]
    pub fn wait_for_end(&self) {
        self.session.wait_for("the end of the module", || match self.text_of(".waiting") {
            said if said.starts_with("The comments stopped working.") => Ok(()),
            said => Err(said),
        });
    }

    /// Presses "Retry" and waits for the thread.
    #[track_caller]
    pub fn retry(&self) {
        self.click(".waiting button");
        self.wait_for(".heading");
        self.wait_for("[data-action=panel]");
    }
}
