//! The record that says that everything before a generation is deleted.

use serde::Deserialize;

use super::envelope;
use super::record_key::Generation;
use super::stored_text::StoredText;

#[derive(Deserialize)]
struct GenerationJson {
    k: String,
    g: Generation,
}

/// The value under a generation's key: `{"k":"generation","g":n}`, the same bytes whoever writes it.
pub fn encode(generation: Generation) -> Option<String> {
    envelope::wrap(&format!("{{\"k\":\"generation\",\"g\":{generation}}}"))
}

/// Whether a value is that of this generation: a damaged one must not delete anything.
pub fn confirms(generation: Generation, value: &StoredText) -> bool {
    let json = envelope::json_in(value).and_then(|json| serde_json::from_str::<GenerationJson>(json).ok());
    json.is_some_and(|json| json.k == "generation" && json.g == generation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generation_is_believed_only_as_it_was_written() {
        let value = encode(3).unwrap();
        assert!(value.ends_with("{\"k\":\"generation\",\"g\":3}"));
        assert!(confirms(3, &StoredText::from(value.as_str())));
        assert!(!confirms(4, &StoredText::from(value.as_str())));
        assert!(!confirms(3, &StoredText::from(value.replace('3', "4").as_str())));
        assert!(!confirms(3, &StoredText::from("x")));
    }
}
