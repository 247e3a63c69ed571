//! No state has too many fields or fields that others may change, and no message has too many variants, so that one can know all of
//! it.

use syn::{Fields, Item, ItemEnum, ItemStruct, Visibility};

use super::rooms::ROOMS;
use super::source::{self, Source, must_be_none, must_be_one};

/// How many fields `App` (the state of a widget's thread) and `Replica` have at most.
const WHOLE: usize = 15;
/// How many fields a room has at most.
const ROOM: usize = 12;
/// How many variants a message has at most: more are several messages.
const VARIANTS: usize = 15;

/// States beside the rooms of `app`, and how many fields each may have.
const STATES: [(&str, usize); 4] = [("App", WHOLE), ("Discussion", ROOM), ("Manage", ROOM), ("Replica", WHOLE)];

/// Enums that are said between layers and counted like messages, though their names do not end in `Msg`.
const SAID: [&str; 6] = ["Event", "Output", "Response", "Broadcast", "ToManage", "ToThread"];

fn items(source: &Source) -> Vec<Item> {
    source.syntax().items
}

fn too_big(source: &Source, item: &ItemStruct) -> Option<String> {
    let name = item.ident.to_string();
    let room = ROOMS.iter().any(|(room, _)| *room == name).then_some(ROOM);
    let most = room.or_else(|| STATES.iter().find(|(state, _)| *state == name).map(|(_, most)| *most))?;
    let count = item.fields.len();
    (count > most).then(|| {
        format!(
            "{}: `{name}` has {count} fields, more than {most}. Some of them belong together: give them a room.",
            source.path
        )
    })
}

/// A room keeps its fields to itself, or to its folder.
fn open_field(source: &Source, item: &ItemStruct) -> Option<String> {
    let name = item.ident.to_string();
    if source.layer() != "app" {
        return None;
    }
    let (_, files) = ROOMS.iter().find(|(room, _)| *room == name)?;
    let has_folder = files.len() > 1 && files.iter().all(|file| file.contains('/'));
    let Fields::Named(fields) = &item.fields else { return None };
    let is_kept = |visibility: &Visibility| match visibility {
        Visibility::Inherited => true,
        Visibility::Restricted(within) => has_folder && within.path.is_ident("super"),
        Visibility::Public(_) => false,
    };
    let open = fields.named.iter().find(|field| !is_kept(&field.vis))?;
    let field = open.ident.as_ref().map(ToString::to_string).unwrap_or_default();
    Some(format!("{}: `{name}.{field}` can be changed from outside of its room. Give it a method.", source.path))
}

fn too_many(source: &Source, item: &ItemEnum) -> Option<String> {
    let name = item.ident.to_string();
    let is_message = name.ends_with("Msg") || SAID.contains(&name.as_str());
    let count = item.variants.len();
    (is_message && count > VARIANTS).then(|| {
        format!(
            "{}: `{name}` has {count} variants, more than {VARIANTS}. Give those of one room a message of their own.",
            source.path
        )
    })
}

fn complaints(source: &Source) -> Vec<String> {
    let of = |item: &Item| match item {
        Item::Struct(item) => [too_big(source, item), open_field(source, item)],
        Item::Enum(item) => [too_many(source, item), None],
        _ => [None, None],
    };
    items(source).iter().flat_map(of).flatten().collect()
}

#[test]
fn no_state_has_more_fields_and_no_message_more_variants_than_one_head_can_hold() {
    must_be_none(source::below("src", ".rs").iter().flat_map(complaints).collect());
}

#[test]
fn every_state_and_room_that_is_counted_is_there() {
    let sources = source::below("src", ".rs");
    let structs: Vec<String> = sources
        .iter()
        .flat_map(items)
        .filter_map(|item| if let Item::Struct(item) = item { Some(item.ident.to_string()) } else { None })
        .collect();
    let counted = ROOMS.iter().map(|(room, _)| *room).chain(STATES.map(|(state, _)| state));
    let gone: Vec<_> = counted.filter(|name| !structs.iter().any(|it| it == name)).collect();
    assert!(gone.is_empty(), "there is no {gone:?} any more");
}

#[test]
fn a_state_that_grows_a_field_that_is_open_and_a_message_of_too_many_kinds_are_noticed() {
    let fields = |count: usize| (0..count).map(|number| format!("f{number}: u8,")).collect::<String>();
    let variants = |count: usize| (0..count).map(|number| format!("V{number},")).collect::<String>();
    let say = |path: &str, text: String| complaints(&Source::sample(path, &text));
    must_be_one(say("src/app/list.rs", format!("pub struct List {{ {} }}", fields(13))), &["`List` has 13"]);
    must_be_one(say("src/app/state.rs", format!("pub struct App {{ {} }}", fields(16))), &["`App` has 16"]);
    must_be_one(say("src/app/list.rs", "pub struct List { pub range: u8 }".to_owned()), &["`List.range`"]);
    must_be_one(say("src/app/list.rs", "pub struct List { pub(super) range: u8 }".to_owned()), &["`List.range`"]);
    must_be_one(say("src/app/list.rs", format!("pub enum ListMsg {{ {} }}", variants(16))), &["`ListMsg` has 16"]);
    must_be_one(
        say("src/port/to_thread.rs", format!("pub enum ToThread {{ {} }}", variants(16))),
        &["`ToThread` has 16"],
    );
    let fine = [
        ("src/app/composer/state.rs", "pub struct ComposerRoom { pub(super) composers: u8, name: u8 }".to_owned()),
        ("src/app/list.rs", format!("pub struct List {{ {} }} pub enum ListMsg {{ {} }}", fields(12), variants(15))),
        ("src/app/effect.rs", format!("pub enum Effect {{ {} }}", variants(30))),
    ];
    for (path, text) in fine {
        must_be_none(say(path, text));
    }
}
