//! What a page of another site shows inside an article: whose it is, what plays it here, and where it stands by itself.

use super::address_parts::{Parts, is_word};
pub use super::embed_rules::Shape;
use super::embed_rules::{RULES, Rule};

/// Something of another site that a reader may load into the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    /// The name of the site.
    pub site: &'static str,
    /// What is loaded; nothing where it is only led to.
    pub player: Option<String>,
    /// The page that shows the same by itself.
    pub page: String,
    /// How it fills its place.
    pub shape: Shape,
}

/// Who counts readers or sells their eyes, and shows nothing of an article.
pub fn shows_nothing(address: &str) -> bool {
    const HOSTS: [&str; 12] = [
        "googletagmanager.com",
        "doubleclick.net",
        "googlesyndication.com",
        "google-analytics.com",
        "adnxs.com",
        "taboola.com",
        "outbrain.com",
        "amazon-adsystem.com",
        "scorecardresearch.com",
        "disqus.com",
        "recaptcha.net",
        "facebook.net",
    ];
    let Some(parts) = Parts::of(address) else { return true };
    let of = |known: &str| parts.host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    HOSTS.iter().any(|known| of(known))
        || (parts.host == "facebook.com"
            && ["plugins/like", "plugins/share", "plugins/page", "tr"]
                .iter()
                .any(|start| parts.path.starts_with(start)))
        || (parts.host == "google.com" && parts.path.starts_with("recaptcha"))
        || (parts.host == "platform.twitter.com" && parts.path.starts_with("widgets") && !parts.path.contains("tweet."))
}

/// The embed at an absolute address that the link policy accepted; nothing where the site is not on the short list.
pub fn embed(address: &str) -> Option<Embed> {
    let parts = Parts::of(address)?;
    let (rule, words) = RULES.iter().find_map(|rule| Some((rule, words(rule, &parts)?)))?;
    let player = (!rule.player.is_empty()).then(|| filled(rule.player, words, address));
    let mut found = Embed { site: rule.site, player, page: filled(rule.page, words, address), shape: rule.shape };
    match found.site {
        "YouTube" => {
            let start = parts.value("start").or_else(|| parts.value("t")).map(|start| start.trim_end_matches('s'));
            if let Some(start) = start.filter(|start| start.parse::<u32>().is_ok()) {
                found.add("&start=", "&t=", start);
            }
        }
        "Vimeo" => {
            if let Some(key) = parts.value("h") {
                found.add("&h=", "/", key);
            }
        }
        "SoundCloud" => {
            if let Some(page) = page_of_sound(&parts) {
                found.page = page;
            }
        }
        _ => {}
    }
    Some(found)
}

impl Embed {
    /// Adds something that is told to the player and to the page.
    fn add(&mut self, to_player: &str, to_page: &str, value: &str) {
        for (address, name) in [(self.player.as_mut(), to_player), (Some(&mut self.page), to_page)] {
            if let Some(address) = address {
                address.push_str(name);
                address.push_str(value);
            }
        }
    }
}

/// The words that a rule finds in an address; nothing where it is not one of the rule's.
fn words<'a>(rule: &Rule, parts: &Parts<'a>) -> Option<[&'a str; 2]> {
    if !rule.hosts.split(' ').any(|host| host == parts.host) {
        return None;
    }
    let mut words = [""; 2];
    let mut next = words.iter_mut();
    let mut path = parts.path.split('/');
    for wanted in rule.path.split('/') {
        match wanted {
            "**" => {
                path = "".split('/');
                path.next();
                break;
            }
            // Old addresses have their settings in the path.
            "*" => *next.next()? = path.next()?.split(['&', ';']).next().filter(|word| is_word(word))?,
            name => _ = path.next().filter(|part| *part == name)?,
        }
    }
    if path.next().is_some() {
        return None;
    }
    if !rule.key.is_empty() {
        *next.next()? = parts.value(rule.key)?;
    }
    Some(words)
}

fn filled(template: &str, [first, second]: [&str; 2], address: &str) -> String {
    match template {
        "=" => secure(address),
        _ => template.replace("{0}", first).replace("{1}", second),
    }
}

/// The page of a sound, which its player is told in its own address.
fn page_of_sound(parts: &Parts) -> Option<String> {
    let escaped = parts.query.split('&').find_map(|pair| pair.strip_prefix("url="))?;
    let page = escaped.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/");
    let told = Parts::of(&page)?;
    let plain = !page.contains(['%', '"', '\'', '<', '>', '\\', '@']);
    (told.host == "soundcloud.com" && plain).then(|| secure(&page))
}

fn secure(address: &str) -> String {
    match address.strip_prefix("http://") {
        Some(rest) => format!("https://{rest}"),
        None => address.to_owned(),
    }
}

/// The host of an absolute address, as people say it.
pub fn host_of(address: &str) -> &str {
    Parts::of(address).map_or("", |parts| parts.host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn plays(address: &str, player: &str, page: &str) {
        let embed = embed(address).unwrap_or_else(|| panic!("{address}"));
        assert_eq!((embed.player.as_deref(), embed.page.as_str()), (Some(player), page), "{address}");
    }

    #[test]
    fn a_film_is_the_same_however_its_address_is_written() {
        for address in [
            "https://www.youtube.com/embed/abc_1-2",
            "http://youtube.com/embed/abc_1-2/",
            "https://www.youtube-nocookie.com/embed/abc_1-2?rel=0",
            "https://youtu.be/abc_1-2",
            "https://www.youtube.com/watch?v=abc_1-2",
            "https://www.youtube.com/v/abc_1-2",
            "https://www.youtube.com/shorts/abc_1-2",
        ] {
            plays(
                address,
                "https://www.youtube-nocookie.com/embed/abc_1-2?autoplay=1",
                "https://www.youtube.com/watch?v=abc_1-2",
            );
        }
        plays(
            "https://www.youtube.com/embed/abc?start=90&x=1",
            "https://www.youtube-nocookie.com/embed/abc?autoplay=1&start=90",
            "https://www.youtube.com/watch?v=abc&t=90",
        );
        plays(
            "https://player.vimeo.com/video/123?h=abc",
            "https://player.vimeo.com/video/123?dnt=1&autoplay=1&h=abc",
            "https://vimeo.com/123/abc",
        );
    }

    #[test]
    fn what_is_played_has_a_page_of_its_own() {
        let page = |address| embed(address).map(|embed| embed.page);
        assert_eq!(
            page("https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&auto_play=false").as_deref(),
            Some("https://soundcloud.com/a/b")
        );
        assert_eq!(
            page("https://open.spotify.com/embed/episode/5?theme=0").as_deref(),
            Some("https://open.spotify.com/episode/5")
        );
        assert_eq!(
            page("https://codepen.io/ann/embed/preview/AbC?height=1").as_deref(),
            Some("https://codepen.io/ann/pen/AbC")
        );
        assert_eq!(
            page("https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20").as_deref(),
            Some("https://x.com/i/status/20")
        );
        assert_eq!(
            page("https://www.instagram.com/p/Ab1/embed/captioned/").as_deref(),
            Some("https://www.instagram.com/p/Ab1/")
        );
    }

    #[test]
    fn a_host_that_only_looks_like_one_of_the_list_is_not_one() {
        for address in [
            "https://youtube.com.evil.example/embed/abc",
            "https://evil.example/youtube.com/embed/abc",
            "https://notyoutube.com/embed/abc",
            "https://www.youtube.com/embed/",
            "https://www.youtube.com/embed/a\"b",
            "https://w.soundcloud.com.evil.example/player/?url=https%3A//soundcloud.com/a",
            "javascript://youtube.com/embed/abc",
        ] {
            assert_eq!(embed(address), None, "{address}");
        }
        let told =
            embed("https://w.soundcloud.com/player/?url=javascript%3A//soundcloud.com/a").map(|embed| embed.page);
        assert!(told.is_some_and(|page| page.starts_with("https://w.soundcloud.com/")));
    }

    #[test]
    fn who_only_counts_shows_nothing() {
        assert!(shows_nothing("https://www.googletagmanager.com/ns.html?id=1"));
        assert!(shows_nothing("https://ad.doubleclick.net/x"));
        assert!(!shows_nothing("https://maps.example/embed"));
    }
}
