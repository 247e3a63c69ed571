//! Pressing in WebKit, whose driver presses where an element was when it looked, whatever has moved since.

use super::Session;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use serde_json::Value;

/// So often a reader presses who sees that nothing happens.
const PRESSES: usize = 3;

/// Calls back when an element is in view and has not moved for two frames; from then on the element notes whether a press met it.
const AT_REST: &str = "const [element, done] = arguments;
    delete element.e2ePress;
    const note = (event) => { element.e2ePress = event.composedPath().includes(element) ? 'met' : 'beside'; };
    element.ownerDocument.defaultView.addEventListener('click', note, { capture: true, once: true });
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const where = () => { const { x, y } = element.getBoundingClientRect(); return `${x} ${y}`; };
    const look = (before) => requestAnimationFrame(() => requestAnimationFrame(() => {
        const now = where();
        if (now === before) done(); else look(now);
    }));
    look(where())";

/// What the element has noted. One that is gone was met: nothing else takes it away. One that is disabled notes nothing.
const NOTED: &str = "const [element] = arguments;
    return element.e2ePress ?? (element.isConnected && !element.matches(':disabled') ? 'nothing' : 'met')";

/// The same, after a second at most: a busy page hears of a press late.
const NOTED_LATE: &str = "const [element, done] = arguments;
    const look = (left) => {
        if (element.e2ePress || !element.isConnected || left === 0) done(element.e2ePress ?? 'met');
        else requestAnimationFrame(() => look(left - 1));
    };
    look(60)";

impl Session {
    /// Presses, and again where the press met nothing: rows that are drawn for the first time may still move what is below them.
    pub(super) fn press_until_it_is_met(&self, element: &Element) -> Result<(), String> {
        let given = serde_json::to_value(element).map_err(|error| error.to_string())?;
        for _ in 0..PRESSES {
            self.run(self.client.execute_async(AT_REST, vec![given.clone()])).map_err(|error| error.to_string())?;
            self.press_in_the_middle(element)?;
            if self.noted(&given) != "beside" {
                return Ok(());
            }
        }
        Err(format!("pressed {PRESSES} times beside it"))
    }

    fn press_in_the_middle(&self, element: &Element) -> Result<(), String> {
        let Err(error) = self.run(element.clone().click()) else { return Ok(()) };
        if error.is_stale_element_reference() {
            return Err(error.to_string());
        }
        // WebKit takes a field's own inner text for something in front of it when the field stands in a shadow root.
        let (x, y) = (0.0, 0.0);
        let pointer = MouseActions::new("pointer".to_owned())
            .then(PointerAction::MoveToElement { element: element.clone(), duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.run(self.client.perform_actions(pointer)).map_err(|second| format!("{second}, after {error}"))
    }

    /// Where the press was: an element that cannot be asked any more, gone with its page, was met.
    fn noted(&self, element: &Value) -> String {
        let word = |noted: Option<Value>| noted.as_ref().and_then(Value::as_str).unwrap_or("met").to_owned();
        let noted = word(self.try_script(NOTED, vec![element.clone()]).ok());
        if noted != "nothing" {
            return noted;
        }
        word(self.run(self.client.execute_async(NOTED_LATE, vec![element.clone()])).ok())
    }
}
