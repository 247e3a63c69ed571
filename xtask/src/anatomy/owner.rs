//! Whose a function is, read from its name: which room of `src/`, or which crate and which family of the standard library.

use rustc_demangle::demangle;

/// The project's own crate.
const OWN: &str = "article_widget";

/// Where the name of a function of the standard library says which generic family it is of; the first that fits.
const FAMILIES: [(&str, &str); 13] = [
    ("drop_slow", "std: drops"),
    ("::btree::", "std: B-trees"),
    ("slice::sort", "std: sorts"),
    ("core::fmt", "std: fmt"),
    ("alloc::fmt", "std: fmt"),
    ("core::iter", "std: iterators"),
    ("core::ops::function", "std: closures"),
    ("core::str", "std: text"),
    ("alloc::string", "std: text"),
    ("alloc::vec", "std: vectors"),
    ("alloc::raw_vec", "std: vectors"),
    ("alloc::slice", "std: vectors"),
    ("hashbrown", "std: hash maps"),
];

/// The path that a compiler's name stands for, without the hash at its end, and without the types that it is generic over: one of the
/// compiler's two ways of naming leaves them out.
pub(crate) fn readable(name: &str) -> String {
    without_types(&format!("{:#}", demangle(name)))
}

/// `a::B<c::D>::e` as `a::B::e`; what stands before `as` in `<a::B as c::D>::e` remains.
fn without_types(name: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_u32;
    let mut before = ' ';
    for (place, sign) in name.char_indices() {
        let opens_types = before.is_alphanumeric() || before == '_' || before == ':';
        let is_impl = name.get(place..).is_some_and(|rest| rest.starts_with("<impl "));
        match sign {
            '<' if depth > 0 || (opens_types && !is_impl) => depth += 1,
            '>' if depth > 0 && before != '-' => depth -= 1,
            _ if depth == 0 => out.push(sign),
            _ => {}
        }
        before = sign;
    }
    out.trim_end_matches("::").replace("::::", "::")
}

/// The room of a function of the project, such as `app::update`, from its readable name.
pub(crate) fn room(name: &str) -> Option<String> {
    if owner(name) != OWN {
        return None;
    }
    let rest = name.split_once(&format!("{OWN}::"))?.1;
    let is_end = |sign: char| !sign.is_alphanumeric() && sign != '_';
    let words = rest.split("::").map(|word| word.split(is_end).next().unwrap_or_default());
    // What begins with a capital is a type; what comes last is the function itself.
    let modules = words.take_while(|word| word.starts_with(char::is_lowercase)).take(2);
    Some(modules.collect::<Vec<_>>().join("::"))
}

/// The crate of a function, or the family of the standard library, from its readable name.
pub(crate) fn owner(name: &str) -> String {
    if name.is_empty() {
        return "without a name".to_owned();
    }
    if name.contains("__wbindgen_describe") || name.contains("WasmDescribe") {
        return "read and dropped by wasm-bindgen".to_owned();
    }
    if name.starts_with("core::ptr::drop_in_place") {
        return "std: drops".to_owned();
    }
    if !name.contains("::") {
        return "exports, runtime".to_owned();
    }
    let path = subject(name);
    let krate = path.split("::").next().unwrap_or_default();
    // Methods of `char` and of slices are written `<char>::…` and `<[u8]>::…`.
    if krate.starts_with('<') || ["core", "alloc", "std", "hashbrown"].contains(&krate) {
        return family(name).unwrap_or("std: other").to_owned();
    }
    krate.to_owned()
}

fn family(name: &str) -> Option<&'static str> {
    FAMILIES.iter().find(|(part, _)| name.contains(part)).map(|(_, family)| *family)
}

/// The path that decides: of `<a::B as c::D>::e` that of the type, of `<T as c::D>::e` that of the trait.
fn subject(name: &str) -> &str {
    let is_of_path = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == ':';
    let paths = name.split(|sign| !is_of_path(sign)).map(|path| path.trim_matches(':'));
    paths.into_iter().find(|path| path.contains("::")).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_is_a_folder_and_the_file_in_it() {
        let rooms = [
            ("article_widget::app::update::follow", "app::update"),
            ("article_widget::store::oplog::operation_set::OperationSet::add", "store::oplog"),
            (
                "<article_widget::view::comment::CommentRow as yew::functional::FunctionProvider>::run::inner",
                "view::comment",
            ),
            ("article_widget::browser::article_source::load_article::{{closure}}", "browser::article_source"),
            (
                "article_widget::replica::appending::<impl article_widget::replica::state::Replica>::accept",
                "replica::appending",
            ),
        ];
        for (name, wanted) in rooms {
            assert_eq!((owner(name).as_str(), room(name).as_deref()), (OWN, Some(wanted)), "{name}");
        }
        assert_eq!(room("yew::scheduler::start"), None);
    }

    #[test]
    fn the_standard_library_goes_by_families_and_others_by_crates() {
        let owners = [
            ("alloc::collections::btree::map::BTreeMap::insert", "std: B-trees"),
            ("<alloc::collections::btree::map::BTreeMap as core::ops::drop::Drop>::drop", "std: B-trees"),
            ("core::slice::sort::stable::quicksort::quicksort", "std: sorts"),
            ("core::ptr::drop_in_place", "std: drops"),
            ("alloc::rc::Rc::drop_slow", "std: drops"),
            ("core::num::imp::bignum::Big32x40::mul_digits", "std: other"),
            ("<yew::html::component::lifecycle::CompStateInner as yew::scheduler::Runnable>::run", "yew"),
            ("<T as serde_core::de::Deserialize>::deserialize", "serde_core"),
            ("<char>::escape_debug_ext", "std: other"),
            ("__wbindgen_describe___wbg_set_0123456789abcdef", "read and dropped by wasm-bindgen"),
            ("mount_965bb3ba62787dcb", "exports, runtime"),
            ("", "without a name"),
        ];
        for (name, wanted) in owners {
            assert_eq!(owner(name), wanted, "{name}");
        }
    }

    #[test]
    fn a_compilers_name_becomes_a_path_without_its_hash() {
        assert_eq!(readable("_ZN3yew9scheduler5start17h0123456789abcdefE"), "yew::scheduler::start");
    }

    #[test]
    fn types_that_a_function_is_generic_over_are_left_out() {
        let names = [
            ("<a::B<c::D<e::F>> as g::H<fn() -> i::J>>::k", "<a::B as g::H>::k"),
            ("a::b::<c::D>", "a::b"),
            ("a::b::<impl c::D for e::F>::g", "a::b::<impl c::D for e::F>::g"),
            ("core::ptr::drop_in_place::<article_widget::app::msg::Msg>", "core::ptr::drop_in_place"),
        ];
        for (name, wanted) in names {
            assert_eq!(without_types(name), wanted);
        }
    }
}
