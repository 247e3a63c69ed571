//! What is wrong with the messages of a page, for its developers.

/// How many keys are named; whoever has more wrong sees the rest next time.
const NAMED: usize = 10;
/// The longest key that is said, in bytes: ours are shorter.
const LONGEST: usize = 60;

/// What keeps messages of the page from being shown. English stands in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageDiagnostic {
    /// What it is.
    pub message: String,
    /// Whether a message is missing for it, so that the page is told by an event too.
    pub is_error: bool,
}

impl MessageDiagnostic {
    /// No script with this id is in the page that could hold them.
    pub fn no_script(id: &str) -> Self {
        Self::error(["there is no <script type=\"application/json\"> with the id \"", id, "\" in this page"])
    }

    /// What stands in the script with this id is not JSON.
    pub fn not_json(id: &str) -> Self {
        Self::error(["what stands in the script \"", id, "\" is not JSON"])
    }

    /// It is JSON, but no object.
    pub fn not_an_object(id: &str) -> Self {
        Self::error(["the JSON in the script \"", id, "\" is not an object"])
    }

    /// Under these keys is neither a text nor an object of plural forms with `other`.
    pub fn wrong_values(keys: &[String]) -> Self {
        let before = "neither a text nor an object of plural forms with \"other\" is under ";
        Self::error([before, &listed(keys), "; English stays there"])
    }

    /// The widget has no messages under these keys.
    pub fn unknown_keys(keys: &[String]) -> Self {
        Self { is_error: false, ..Self::error(["there are no messages with the keys ", &listed(keys), ""]) }
    }

    fn error([before, what, after]: [&str; 3]) -> Self {
        Self { message: format!("strings: {before}{what}{after}"), is_error: true }
    }
}

/// The first of them, without any that is longer than ours are.
fn listed(keys: &[String]) -> String {
    let mut text = String::new();
    for key in keys.iter().take(NAMED) {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(if key.len() > LONGEST { "…" } else { key });
    }
    if keys.len() > NAMED {
        text.push_str(" and more");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_long_keys_make_a_short_message() {
        let keys: Vec<String> = (0..40).map(|number| format!("{number}{}", "é".repeat(9_000))).collect();
        let message = MessageDiagnostic::unknown_keys(&keys).message;
        assert!(message.len() < 200, "{}", message.len());
        assert!(message.ends_with("…, … and more"), "{message}");
        let two = ["a", "b"].map(str::to_owned);
        assert_eq!(MessageDiagnostic::unknown_keys(&two).message, "strings: there are no messages with the keys a, b");
        assert!(MessageDiagnostic::wrong_values(&two).message.contains(" is under a, b; English stays there"));
    }
}
