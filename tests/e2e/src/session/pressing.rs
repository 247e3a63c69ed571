//! Pressing in WebKit, whose driver presses where an element was when it looked, whatever has moved since.

use super::Session;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use serde_json::{Value, json};

/// So often a reader presses who sees that nothing happens.
const PRESSES: usize = 3;

/// Calls back when an element is in view and has not moved for two frames; from then on it notices a press.
const AT_REST: &str = "const [element, done] = arguments;
    element.e2eMet = false;
    element.addEventListener('click', () => { element.e2eMet = true; }, { capture: true, once: true });
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const where = () => { const { x, y } = element.getBoundingClientRect(); return `${x} ${y}`; };
    const look = (before) => requestAnimationFrame(() => requestAnimationFrame(() => {
        const now = where();
        if (now === before) done(); else look(now);
    }));
    look(where())";

/// Whether the press has met the element, or cannot be asked for any more; a disabled one notices nothing.
const MET: &str = "const [element] = arguments;
    return element.e2eMet || !element.isConnected || element.matches(':disabled')";

impl Session {
    /// Presses, and again where the press met nothing: rows that are drawn for the first time may still move what is below them.
    pub(super) fn press_until_it_is_met(&self, element: &Element) -> Result<(), String> {
        let given = serde_json::to_value(element).map_err(|error| error.to_string())?;
        for _ in 0..PRESSES {
            self.run(self.client.execute_async(AT_REST, vec![given.clone()])).map_err(|error| error.to_string())?;
            self.press_in_the_middle(element)?;
            if self.met(&given) {
                return Ok(());
            }
            self.let_two_frames_pass();
            if self.met(&given) {
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

    /// An element that cannot be asked any more, gone with its row or its page, was met: nothing else takes it away.
    fn met(&self, given: &Value) -> bool {
        self.try_script(MET, vec![given.clone()]).map_or(true, |met| met == json!(true))
    }
}
