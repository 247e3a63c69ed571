//! Articles from feeds: Atom and RSS of every age.

use article_widget::domain::article_error::ArticleError;
use article_widget::reader::kind::Kind;

use super::support::{found, outline, read, read_item};

const ATOM: &str = r##"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en" xml:base="https://notes.example/blog/">
  <title>Harbour notes</title><author><name>Ida Holm</name></author><id>urn:feed</id><updated>2024-06-01T00:00:00Z</updated>
  <entry xmlns:app="http://www.w3.org/2007/app"><id>urn:draft</id><title>Draft</title><content>Draft</content>
    <app:control><app:draft>yes</app:draft></app:control></entry>
  <entry xml:base="2024/"><id>urn:bridge</id><title type="html">The bridge &amp;amp; &lt;em&gt;more&lt;/em&gt;</title>
    <link rel="self" href="self"/><link href="bridge.html"/><published>2024-05-01T10:00:00Z</published><updated>2024-05-02T10:00:00Z</updated>
    <summary>In &lt;short&gt;</summary><media:thumbnail url="https://notes.example/thumb.jpg"/>
    <content type="html">&lt;p&gt;It &lt;b&gt;opened&lt;/b&gt;, see &lt;a href="tide.html"&gt;tide&lt;/a&gt;.&lt;/p&gt;</content></entry>
  <entry xml:lang="he"><id>urn:x</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">In <b>XHTML</b></div></title>
    <author><name>Bo Li</name></author><author><name>Ada</name></author>
    <content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p onclick="x()">A &lt;b&gt; <h:em>sign</h:em></h:p><h:script>x()</h:script>
    <svg xmlns="http://www.w3.org/2000/svg"><text>unseen</text></svg></h:div></content></entry>
  <entry><id>urn:plain</id><title>AT&amp;amp;T as written</title><content>One
line&#10;&#10;Two &amp; three</content></entry>
  <entry><id>urn:elsewhere</id><title>Elsewhere</title><content src="https://other.example/"/><summary type="html">&lt;p&gt;Only this</summary></entry>
  <entry><id>urn:nothing</id><title>Nothing</title></entry>
</feed>"##;

#[test]
fn the_first_entry_that_is_no_draft_is_read_with_all_that_it_says() {
    let article = read(Kind::Feed, ATOM).unwrap();
    assert_eq!(article.headline.as_deref(), Some("The bridge & more"));
    assert_eq!(article.byline.as_deref(), Some("Ida Holm"));
    assert_eq!(article.summary.as_deref(), Some("In <short>"));
    assert_eq!((article.language.as_deref(), article.direction), (Some("en"), None));
    assert_eq!(article.published.clone().unwrap().datetime.as_deref(), Some("2024-05-01T10:00:00Z"));
    assert_eq!(article.modified.clone().unwrap().text, "2024-05-02");
    assert_eq!(outline(&article), "p: It opened, see tide.");
    assert!(format!("{article:?}").contains("https://notes.example/blog/2024/tide.html"), "{article:?}");
    let facts = found(Kind::Feed, ATOM, None).unwrap().facts;
    assert_eq!(facts.picture.as_deref(), Some("https://notes.example/thumb.jpg"));
}

#[test]
fn the_content_of_an_entry_is_read_by_its_type() {
    let xhtml = read_item(Kind::Feed, ATOM, Some("urn:x")).unwrap();
    assert_eq!(xhtml.headline.as_deref(), Some("In XHTML"));
    assert_eq!((xhtml.byline.as_deref(), xhtml.direction), (Some("Bo Li, Ada"), Some("rtl")));
    assert_eq!(outline(&xhtml), "p: A <b> sign");
    let plain = read_item(Kind::Feed, ATOM, Some("urn:plain")).unwrap();
    assert_eq!(plain.headline.as_deref(), Some("AT&amp;T as written"));
    assert_eq!(outline(&plain), "p: Oneline\np: Two & three");
    assert_eq!(outline(&read_item(Kind::Feed, ATOM, Some("urn:elsewhere")).unwrap()), "p: Only this");
    assert_eq!(read_item(Kind::Feed, ATOM, Some("urn:nothing")).unwrap_err(), ArticleError::Empty);
    assert_eq!(read_item(Kind::Feed, ATOM, Some("urn:none")).unwrap_err(), ArticleError::NoSuchItem);
}

#[test]
fn a_lone_entry_and_one_that_forgets_its_namespace_are_read() {
    let lone = "<entry xmlns='http://www.w3.org/2005/Atom'><title>Alone</title><link href='/a/b'/><content type='html'>&lt;a href=c>c&lt;/a></content></entry>";
    let article = read(Kind::Feed, lone).unwrap();
    assert_eq!(article.headline.as_deref(), Some("Alone"));
    assert!(
        format!("{article:?}").contains("https://news.example/a/c"),
        "relative to the entry's own address: {article:?}"
    );
    let bare =
        "<feed><title>Feed</title><entry><title>Bare</title><content type='html'>&lt;p>x</content></entry></feed>";
    assert_eq!(read(Kind::Feed, bare).unwrap().headline.as_deref(), Some("Bare"));
}

const RSS: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="pretty.xsl"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel><title>Harbour</title><link>https://harbour.example/</link><atom:link href="https://harbour.example/feed" rel="self"/><language>de-de</language>
<item><media:title>Not this</media:title><title>Die Br&amp;#252;cke</title><itunes:title>Nor this</itunes:title>
  <link>https://harbour.example/bruecke/</link><guid isPermaLink="false">https://harbour.example/?p=1</guid>
  <dc:creator><![CDATA[Ida Holm]]></dc:creator><pubDate>Wed, 01 May 2024 10:00:00 +0000</pubDate>
  <description><![CDATA[<p>Kurz &#8230;</p>]]></description>
  <c:encoded><![CDATA[<h1>Die Brücke</h1><p>Sie ist <a href="../tide">offen</a>.</p>]]></c:encoded>
  <media:content url="https://harbour.example/film.mp4" medium="video"/><media:content url="https://harbour.example/lead.jpg" medium="image"/>
  <media:description>unseen</media:description></item>
<item><title>Old</title><link>/old</link><author>ida@harbour.example (Ida Holm)</author><description>&lt;p&gt;Alt&lt;/p&gt;</description>
  <enclosure url="https://harbour.example/a.mp3" type="audio/mpeg"/><enclosure url="https://harbour.example/old.jpg" type="image/jpeg" length="1"/></item>
<item><title>Bare</title><guid>bare</guid><author>ida@harbour.example</author><description>Words <b>and</b> elements</description></item>
</channel></rss>"##;

#[test]
fn an_item_of_rss_is_read_with_all_that_it_says() {
    let article = read(Kind::Feed, RSS).unwrap();
    assert_eq!(article.headline.as_deref(), Some("Die Brücke"));
    assert_eq!(article.byline.as_deref(), Some("Ida Holm"));
    assert_eq!(article.summary.as_deref(), Some("Kurz …"));
    assert_eq!(article.language.as_deref(), Some("de-de"));
    assert_eq!(article.published.clone().unwrap().datetime.as_deref(), Some("2024-05-01T10:00:00+0000"));
    assert_eq!(outline(&article), "p: Sie ist offen.");
    assert!(format!("{article:?}").contains("https://harbour.example/tide"), "{article:?}");
    let facts = found(Kind::Feed, RSS, None).unwrap().facts;
    assert_eq!(facts.picture.as_deref(), Some("https://harbour.example/lead.jpg"));
}

#[test]
fn items_of_rss_are_picked_by_guid_or_link_and_read_in_every_way_they_are_written() {
    for name in ["https://harbour.example/?p=1", "https://harbour.example/bruecke/"] {
        assert_eq!(read_item(Kind::Feed, RSS, Some(name)).unwrap().headline.as_deref(), Some("Die Brücke"));
    }
    let old = found(Kind::Feed, RSS, Some("/old")).unwrap();
    assert_eq!((old.facts.byline.as_deref(), old.facts.summary), (Some("Ida Holm"), None));
    assert_eq!(old.facts.picture.as_deref(), Some("https://harbour.example/old.jpg"));
    let bare = read_item(Kind::Feed, RSS, Some("bare")).unwrap();
    assert_eq!((bare.byline.as_deref(), outline(&bare).as_str()), (None, "p: Words and elements"));
    let rdf = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>\
        <channel rdf:about='x'><title>Feed</title></channel><item rdf:about='https://a.example/1'><title>One</title><dc:date>2004-05-01</dc:date>\
        <description>First</description></item></rdf:RDF>";
    let one = read_item(Kind::Feed, rdf, Some("https://a.example/1")).unwrap();
    assert_eq!((one.headline.as_deref(), one.published.unwrap().text.as_str()), (Some("One"), "2004-05-01"));
}

#[test]
fn a_feed_that_is_not_well_formed_is_mended_where_it_has_one_meaning() {
    let broken = "\n <rss><channel><item><title>R&D\u{1} &amp;amp; more</title><link>https://a.example/?b&c</link>\
        <description>&lt;p>Caf&eacute;&nbsp;&lt;/p></description></item></channel></rss>";
    let article = read(Kind::Feed, broken).unwrap();
    assert_eq!(article.headline.as_deref(), Some("R&D & more"));
    assert_eq!(outline(&article), "p: Café");
    for unreadable in ["<rss><channel><item><title>x</title></channel></rss>", "<rss>", "", "{\"a\": 1}"] {
        assert_eq!(read(Kind::Feed, unreadable).unwrap_err(), ArticleError::Unreadable, "{unreadable}");
    }
    let laughs = "<!DOCTYPE rss [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>";
    assert_eq!(read(Kind::Feed, laughs).unwrap_err(), ArticleError::Unreadable);
    for other in ["<urlset><url/></urlset>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<opml version='2.0'/>"] {
        assert_eq!(read(Kind::Feed, other).unwrap_err(), ArticleError::WrongType, "{other}");
    }
    for empty in ["<rss><channel/></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>"] {
        assert_eq!(read(Kind::Feed, empty).unwrap_err(), ArticleError::Empty, "{empty}");
    }
}

#[test]
fn a_feed_that_nests_without_end_is_read_or_refused() {
    let deep = |inner: &str| format!("{}{inner}{}", "<div>".repeat(5_000), "</div>".repeat(5_000));
    let rss = format!(
        "<rss><channel><item><title>x</title><description>{}</description></item></channel></rss>",
        deep("deep")
    );
    assert_eq!(outline(&read(Kind::Feed, &rss).unwrap()), "p: deep");
    assert_eq!(read(Kind::Feed, &deep("x")).unwrap_err(), ArticleError::WrongType);
}
