//! In which character set bytes are read.

use super::*;

#[track_caller]
fn is(kind: Kind, header: Option<&str>, bytes: &[u8], first: &str) {
    assert_eq!(
        labels(kind, header, bytes).first().map(String::as_str),
        Some(first),
        "{}",
        String::from_utf8_lossy(bytes)
    );
}

#[test]
fn the_mark_goes_before_the_header_and_the_header_before_the_page() {
    let page = b"<!doctype html><meta charset='windows-1251'><title>x</title>";
    is(Kind::Html, Some("text/html; charset=\"ISO-8859-2\""), page, "iso-8859-2");
    is(Kind::Html, Some("text/html;Charset = koi8-r; x=y"), page, "koi8-r");
    is(Kind::Html, Some("text/html; boundary=charset=x"), page, "windows-1251");
    is(Kind::Html, Some("text/html"), page, "windows-1251");
    is(Kind::Html, Some("text/html; charset=iso-8859-1"), b"\xef\xbb\xbfx", "utf-8");
    is(Kind::Markdown, Some("text/plain; charset=iso-8859-1"), b"\xff\xfe#\0", "utf-16le");
    is(Kind::Json, None, b"\xfe\xff\0{", "utf-16be");
    // A label that no browser knows leaves the page its say.
    assert_eq!(labels(Kind::Html, Some("text/html; charset=none"), page), ["none", "windows-1251", "utf-8"]);
}

#[test]
fn a_page_declares_it_in_a_meta_element_and_nowhere_else() {
    for (page, label) in [
        (&b"<META  CharSet = Windows-1250 >\xe8"[..], "windows-1250"),
        (b"<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<meta content='text/html; charset = \"koi8-r\"' http-equiv='Content-Type'/>", "koi8-r"),
        (b"<meta content='charset charset=koi8-r;x' http-equiv=content-type>", "koi8-r"),
        (b"<meta content='text/html; charset=koi8-r'>\xe4", "windows-1252"),
        (b"<!-- <meta charset=koi8-r> --><meta charset=gbk>", "gbk"),
        (b"<!--><meta charset=koi8-r>", "koi8-r"),
        (b"<!-- <meta charset=koi8-r>\xe4", "windows-1252"),
        (b"<p title='<meta charset=koi8-r>'>\xe4", "windows-1252"),
        (b"<p title=\"a>\"b=<meta charset=koi8-r>\xe4", "windows-1252"),
        (b"<p>The attribute charset=koi8-r tells \xe4", "windows-1252"),
        (b"<metadata charset=koi8-r>\xe4", "windows-1252"),
        (b"</p x='>'><meta charset=koi8-r>", "koi8-r"),
        (b"<meta charset=''><meta charset=koi8-r>", "koi8-r"),
        (b"<meta charset=utf-16>\xe4", "utf-8"),
        (b"<meta charset=x-user-defined>", "windows-1252"),
        (b"<?xml version='1.0' encoding='koi8-r'?><p>x", "koi8-r"),
    ] {
        is(Kind::Html, None, page, label);
    }
    let late = [b"<!--", [b'x'; 1_024].as_slice(), b"--><meta charset=koi8-r>\xe4"].concat();
    is(Kind::Html, None, &late, "windows-1252");
}

#[test]
fn xml_declares_it_in_its_first_line_and_text_not_at_all() {
    is(Kind::Feed, Some("text/xml"), b"<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><rss/>", "iso-8859-15");
    is(Kind::Feed, None, b"<?xml version='1.0' encoding = 'utf-16' ?><rss/>", "utf-8");
    is(Kind::Feed, None, b"<rss><meta charset=koi8-r></rss>", "utf-8");
    is(Kind::Feed, None, b"<\0?\0x\0m\0l\0", "utf-16le");
    is(Kind::Xhtml, None, b"<html><head><meta charset='koi8-r'/>", "koi8-r");
    is(Kind::Markdown, None, b"`<meta charset=koi8-r>` tells", "utf-8");
}

#[test]
fn what_nobody_says_is_seen_in_the_bytes() {
    is(Kind::Html, None, "<h1>Größe</h1>".as_bytes(), "utf-8");
    is(Kind::Html, None, b"<h1>Gr\xf6\xdfe</h1>", "windows-1252");
    is(Kind::Html, None, b"<html lang=\"ru-RU\"><h1>\xcc\xee\xf1\xf2</h1>", "windows-1251");
    is(Kind::Html, None, b"<html class='x' lang=ja><h1>\x83\x65\x83\x58\x83\x67</h1>", "shift_jis");
    // One slip in a page does not make all of it unreadable.
    let slip = ["Größe, Größe, Größe, Größe, ".as_bytes(), b"\xe4."].concat();
    is(Kind::Html, None, &slip, "utf-8");
}

#[test]
fn the_beginning_is_seen_in_any_set_and_of_no_other_file() {
    assert_eq!(start(b"\xef\xbb\xbf# x"), Some("# x".to_owned()));
    assert_eq!(start(b"\xff\xfe<\0r\0s\0s\0>\0"), Some("<rss>".to_owned()));
    assert_eq!(start(b"\0<\0?\0x\0m\0l"), Some("<?xml".to_owned()));
    assert_eq!(start(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), None);
}
