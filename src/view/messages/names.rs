//! What is said of a name that hides something or looks like another.

use super::message::messages;

messages! {
    ALIKE = "name-alike": "Another {name}: this name looks like one used by somebody else here";
    HIDDEN = "name-hidden": "Hidden sign: {sign}";
}
