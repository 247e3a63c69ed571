//! A skin is a file that sets custom properties and nothing else, and its colours leave every text legible.

use std::collections::{BTreeMap, BTreeSet};

use super::promises::{LOOKS, table};
use super::source::{self, Source, must_be_none, must_be_one};

/// The least contrast of text (WCAG 2.2, 1.4.3).
const TEXT: f64 = 4.5;
/// The least contrast of what marks a field (1.4.11).
const MARK: f64 = 3.0;
/// The least contrast of text in the skin `contrast`, which promises more (1.4.6).
const MORE: f64 = 7.0;
/// The properties of a skin that are backgrounds.
const GROUNDS: [&str; 3] = ["background", "surface", "raised"];
/// Its properties that are colours of texts on them.
const TEXTS: [&str; 5] = ["text", "muted", "accent", "good", "warn"];

fn skins() -> Vec<Source> {
    source::below("styles/skins", ".css")
}

fn name(skin: &Source) -> &str {
    skin.path.trim_start_matches("styles/skins/").trim_end_matches(".css")
}

/// The selector and the declarations of a sheet of one rule, without comments.
fn rule(sheet: &Source) -> Option<(String, Vec<(String, String)>)> {
    let text: String =
        sheet.text.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let (selector, rest) = text.split_once('{')?;
    let (body, after) = rest.split_once('}')?;
    let declarations = body.split(';').filter(|line| !line.trim().is_empty()).map(|line| line.split_once(':'));
    let declarations: Option<Vec<_>> = declarations.collect();
    let trimmed = |(name, value): (&str, &str)| (name.trim().to_owned(), value.trim().to_owned());
    after.trim().is_empty().then_some((selector.trim().to_owned(), declarations?.into_iter().map(trimmed).collect()))
}

/// What a skin sets, by the property's name without `--_skin-`.
fn values(skin: &Source) -> BTreeMap<String, String> {
    let declarations = rule(skin).map(|(_, declarations)| declarations).unwrap_or_default();
    let bare = |(name, value): (String, String)| Some((name.strip_prefix("--_skin-")?.to_owned(), value));
    declarations.into_iter().filter_map(bare).collect()
}

fn complaints(skin: &Source, known: &BTreeSet<String>) -> Vec<String> {
    let Some((selector, declarations)) = rule(skin) else {
        return vec![format!("{}: a skin is one rule.", skin.path)];
    };
    let name = name(skin);
    let inside =
        if name == "plain" { ":host".to_owned() } else { format!(":host(:is([skin={name}], [data-skin={name}]))") };
    let linked = format!(
        ":is(article-widget, [data-article-widget]):is(:not([skin], [data-skin]), [skin={name}], [data-skin={name}])"
    );
    let mut complaints = Vec::new();
    if selector != format!("{inside}, {linked}") {
        complaints.push(format!("{}: a skin's selector is `{inside}, {linked}`.", skin.path));
    }
    complaints.extend(declarations.iter().filter(|(name, _)| !known.contains(name)).map(|(name, _)| {
        format!("{}: `{name}` is no property that a sheet reads. A skin sets `--_skin-…` and nothing else.", skin.path)
    }));
    complaints
}

/// The properties that the sheets read.
fn read() -> BTreeSet<String> {
    let sheets: String = source::below("styles", ".css").into_iter().map(|sheet| sheet.text).collect();
    let ends = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_';
    let names = sheets.split("var(--_skin-").skip(1).filter_map(|rest| rest.split(ends).next());
    names.map(|name| format!("--_skin-{name}")).collect()
}

/// The relative luminance of `#rrggbb`.
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

fn contrast(one: &str, two: &str) -> f64 {
    let (one, two) = (luminance(one).unwrap_or(0.5), luminance(two).unwrap_or(0.5));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

/// A colour's light and dark form.
fn forms(value: &str) -> Option<[String; 2]> {
    let (light, dark) = value.strip_prefix("light-dark(")?.strip_suffix(')')?.split_once(", ")?;
    Some([light.to_owned(), dark.to_owned()])
}

/// Complains about each colour that cannot be read on a background of the same skin.
fn faint(skin: &Source) -> Vec<String> {
    let values = values(skin);
    let least = if name(skin) == "contrast" { MORE } else { TEXT };
    let text = TEXTS.iter().flat_map(|text| GROUNDS.map(|ground| (*text, ground, least)));
    let others = GROUNDS.map(|ground| ("field-border", ground, MARK));
    let mut complaints = Vec::new();
    for (above, below, least) in text.chain(others).chain([("on-accent", "accent", least)]) {
        // A skin without a background of its own is judged on its surface.
        let below = if values.get(below).is_some_and(|value| value == "transparent") { "surface" } else { below };
        let found = |name: &str| values.get(name).and_then(|value| forms(value));
        let (Some(above_forms), Some(below_forms)) = (found(above), found(below)) else {
            complaints.push(format!("{}: `{above}` and `{below}` are `light-dark(#rrggbb, #rrggbb)`.", skin.path));
            continue;
        };
        for (one, two) in above_forms.iter().zip(&below_forms) {
            let ratio = contrast(one, two);
            if ratio < least {
                complaints
                    .push(format!("{}: {above} {one} on {below} {two} is {ratio:.2}, less than {least}.", skin.path));
            }
        }
    }
    complaints
}

#[test]
fn a_skin_sets_properties_and_nothing_else() {
    let known = read();
    assert_eq!(skins().len(), 4);
    must_be_none(skins().iter().flat_map(|skin| complaints(skin, &known)).collect());
}

#[test]
fn the_plain_skin_sets_everything_that_is_read_and_no_skin_reads() {
    let plain = source::read("styles/skins/plain.css");
    let set: BTreeSet<String> = values(&plain).into_keys().map(|name| format!("--_skin-{name}")).collect();
    assert_eq!(set, read());
    must_be_none(skins().iter().filter(|skin| skin.text.contains("var(")).map(|skin| skin.path.clone()).collect());
}

#[test]
fn every_text_of_every_skin_can_be_read_in_light_and_dark() {
    must_be_none(skins().iter().flat_map(faint).collect());
}

/// A number that a script calls by a name.
fn constant(script: &Source, name: &str) -> Option<f64> {
    script.text.split_once(&format!("const {name} = "))?.1.split_once(';')?.0.parse().ok()
}

#[test]
/// Where the plain skin shows the page's own background, `scheme.js` keeps to these two luminances.
fn on_every_ground_without_one_of_its_own_each_text_of_the_plain_skin_can_be_read() {
    let script = source::read("src/element/loader/page/scheme.js");
    let grounds = ["LIGHTEST_TEXT_NEEDS", "DARKEST_TEXT_NEEDS"].map(|name| constant(&script, name).unwrap());
    let plain = values(&source::read("styles/skins/plain.css"));
    for name in TEXTS {
        for (colour, ground) in forms(&plain[name]).unwrap().iter().zip(grounds) {
            let text = luminance(colour).unwrap();
            let ratio = (text.max(ground) + 0.05) / (text.min(ground) + 0.05);
            assert!(ratio >= TEXT, "{name} {colour} on a ground of luminance {ground} has {ratio:.2}");
        }
    }
}

#[test]
fn the_skins_are_those_of_the_documents_and_built_in() {
    let sheets = source::read("src/element/style_sheets.rs").text;
    let listed = table(LOOKS, "Skins");
    let skins = skins();
    assert_eq!(listed, skins.iter().map(|skin| name(skin).to_owned()).collect());
    must_be_none(
        skins
            .iter()
            .filter(|skin| !sheets.contains(skin.path.trim_start_matches("styles/")))
            .map(|skin| skin.path.clone())
            .collect(),
    );
}

#[test]
fn the_rule_notices_what_is_no_property_and_what_cannot_be_read() {
    let known = BTreeSet::from(["--_skin-text".to_owned()]);
    let plain = "/* A. */\n:host, :is(article-widget, [data-article-widget]):is(:not([skin], [data-skin]), [skin=plain], [data-skin=plain]) {";
    let judge = |text: &str| complaints(&Source::sample("styles/skins/plain.css", text), &known);
    must_be_none(judge(&format!("{plain}--_skin-text: red; }}")));
    must_be_one(judge(&format!("{plain}color: red; }}")), &["`color`"]);
    must_be_one(judge(&format!("{plain}--_skin-text: red; }} .b {{ color: red }}")), &["one rule"]);
    must_be_one(judge(".thread { --_skin-text: red; }"), &["selector"]);
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
    let mut faded = source::read("styles/skins/plain.css");
    faded.text = faded.text.replace("light-dark(#5b636e,", "light-dark(#8b939e,");
    let found = faint(&faded);
    assert!(found.iter().any(|line| line.contains("muted #8b939e on raised")), "{found:?}");
}
