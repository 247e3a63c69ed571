//! What a reader does in the panel "Your comments".

use super::Page;
use crate::fail::OrFail;
use serde_json::json;

impl Page<'_> {
    /// Opens the panel and waits until everything that is kept has been looked through.
    #[track_caller]
    pub fn open_panel(&self) {
        self.click("[data-action=panel]");
        self.wait_for("#panel [data-group=threads]");
    }

    /// Presses "Download" on the offered file, and gives its text.
    #[track_caller]
    #[must_use]
    pub fn take_file(&self) -> String {
        let text = self.downloaded("#panel-offer [data-action=take-offer]");
        self.wait_until_gone("#panel-offer");
        text
    }

    /// Presses a button that downloads something, and gives the text that the browser is handed. The browser itself downloads
    /// nothing on this page from then on: where it puts files is its own affair.
    #[track_caller]
    #[must_use]
    pub fn downloaded(&self, button: &str) -> String {
        self.wait_for(button);
        self.script(
            "const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => { blob.text().then((text) => { window.taken = text; }); return make.call(URL, blob); };
            HTMLAnchorElement.prototype.click = () => {};",
            json!([]),
        );
        self.click(button);
        self.session().wait_until("the file", "return typeof window.taken === 'string'");
        self.script("return window.taken", json!([])).as_str().or_fail("a text").to_owned()
    }

    /// Chooses a file as the browser's own dialog would.
    #[track_caller]
    pub fn choose_file(&self, name: &str, text: &str) {
        self.wait_for("#panel-file");
        self.script(
            "const field = root.querySelector('#panel-file');
            const files = new DataTransfer();
            files.items.add(new File([rest[1]], rest[0]));
            field.files = files.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));",
            json!([name, text]),
        );
    }
}
