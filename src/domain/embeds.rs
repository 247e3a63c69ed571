//! What a page of another site shows inside an article: whose it is, what plays it here, and where it stands by itself.

use super::address_parts::{Parts, is_word};

/// How what is shown fills its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A film: 16 to 9.
    Film,
    /// A line of sound.
    Sound,
    /// Anything else.
    Page,
}

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
    youtube(&parts)
        .or_else(|| vimeo(&parts))
        .or_else(|| sound(&parts, address))
        .or_else(|| code_and_maps(&parts, address))
        .or_else(|| posts(&parts))
}

fn film(site: &'static str, player: String, page: String) -> Option<Embed> {
    Some(Embed { site, player: Some(player), page, shape: Shape::Film })
}

fn youtube(parts: &Parts) -> Option<Embed> {
    let id = match parts.host {
        "youtu.be" => parts.after(&[""]),
        "youtube.com" | "youtube-nocookie.com" | "m.youtube.com" => {
            parts.after(&["embed/", "v/", "shorts/", "live/"]).or_else(|| parts.value("v"))
        }
        _ => None,
    }?;
    const PLAYER: &str = "https://www.youtube-nocookie.com/embed/";
    if let ("videoseries", Some(list)) = (id, parts.value("list")) {
        let page = format!("https://www.youtube.com/playlist?list={list}");
        return film("YouTube", format!("{PLAYER}videoseries?list={list}&autoplay=1"), page);
    }
    let start = parts.value("start").or_else(|| parts.value("t")).map(|start| start.trim_end_matches('s'));
    let start = start.filter(|start| start.bytes().all(|byte| byte.is_ascii_digit()) && !start.is_empty());
    let (at, page_at) =
        start.map_or_else(Default::default, |start| (format!("&start={start}"), format!("&t={start}s")));
    film("YouTube", format!("{PLAYER}{id}?autoplay=1{at}"), format!("https://www.youtube.com/watch?v={id}{page_at}"))
}

fn vimeo(parts: &Parts) -> Option<Embed> {
    let is_number = |id: &&str| id.bytes().all(|byte| byte.is_ascii_digit());
    match parts.host {
        "player.vimeo.com" | "vimeo.com" => {
            let id = parts.after(&["video/"]).or_else(|| parts.after(&[""])).filter(is_number)?;
            let (key, page_key) = match parts.value("h") {
                Some(key) => (format!("&h={key}"), format!("/{key}")),
                None => Default::default(),
            };
            let player = format!("https://player.vimeo.com/video/{id}?dnt=1&autoplay=1{key}");
            film("Vimeo", player, format!("https://vimeo.com/{id}{page_key}"))
        }
        "dailymotion.com" | "geo.dailymotion.com" => {
            let id = parts.after(&["embed/video/", "video/"]).or_else(|| parts.value("video"))?;
            let player = format!("https://geo.dailymotion.com/player.html?video={id}");
            film("Dailymotion", player, format!("https://www.dailymotion.com/video/{id}"))
        }
        "embed.ted.com" | "embed-ssl.ted.com" => {
            let talk = parts.after(&["talks/lang/en/", "talks/"])?;
            film("TED", format!("https://embed.ted.com/talks/{talk}"), format!("https://www.ted.com/talks/{talk}"))
        }
        _ => None,
    }
}

fn sound(parts: &Parts, address: &str) -> Option<Embed> {
    let (site, page) = match parts.host {
        "w.soundcloud.com" => ("SoundCloud", page_of_sound(parts).unwrap_or_else(|| secure(address))),
        "open.spotify.com" => {
            let path = parts.path.strip_prefix("embed/").or_else(|| parts.path.strip_prefix("embed-podcast/"))?;
            ("Spotify", format!("https://open.spotify.com/{path}"))
        }
        "embed.podcasts.apple.com" | "embed.music.apple.com" => {
            ("Apple", secure(address).replacen("://embed.", "://", 1))
        }
        "bandcamp.com" if parts.path.starts_with("EmbeddedPlayer") => ("Bandcamp", secure(address)),
        _ => return None,
    };
    Some(Embed { site, player: Some(secure(address)), page, shape: Shape::Sound })
}

/// The page of a sound, which its player is told in its own address.
fn page_of_sound(parts: &Parts) -> Option<String> {
    let escaped = parts.query.split('&').find_map(|pair| pair.strip_prefix("url="))?;
    let page = escaped.replace("%3A", ":").replace("%3a", ":").replace("%2F", "/").replace("%2f", "/");
    let told = Parts::of(&page)?;
    let plain = !page.contains(['%', '"', '\'', '<', '>', '\\', '@']);
    (told.host == "soundcloud.com" && plain).then(|| secure(&page))
}

fn code_and_maps(parts: &Parts, address: &str) -> Option<Embed> {
    let page = |page: String, site| Some(Embed { site, player: Some(secure(address)), page, shape: Shape::Page });
    match parts.host {
        "codepen.io" => {
            let mut words = parts.path.split('/');
            let (user, kind, pen) = (words.next()?, words.next()?, words.next()?);
            // A pen's own page may have been put where its player belongs.
            let pen = if kind == "embed" && pen == "preview" { words.next()? } else { pen };
            if !matches!(kind, "embed" | "pen") || !is_word(user) || !is_word(pen) {
                return None;
            }
            let player = Some(format!("https://codepen.io/{user}/embed/{pen}"));
            Some(Embed {
                site: "CodePen",
                player,
                page: format!("https://codepen.io/{user}/pen/{pen}"),
                shape: Shape::Page,
            })
        }
        "codesandbox.io" => {
            let id = parts.after(&["embed/"])?;
            page(format!("https://codesandbox.io/s/{id}"), "CodeSandbox")
        }
        "google.com" | "maps.google.com" if parts.path.starts_with("maps") => page(secure(address), "Google Maps"),
        "openstreetmap.org" if parts.path.starts_with("export/embed") => page(secure(address), "OpenStreetMap"),
        "datawrapper.dwcdn.net" => page(secure(address), "Datawrapper"),
        "flo.uri.sh" => page(secure(address), "Flourish"),
        _ => None,
    }
}

/// Posts are led to: to show one their sites want more than a frame.
fn posts(parts: &Parts) -> Option<Embed> {
    let (site, page) = match parts.host {
        "platform.twitter.com" | "twitter.com" | "x.com" => {
            let id = parts.value("id").or_else(|| parts.after(&["i/status/"])).or_else(|| {
                let (_, rest) = parts.path.split_once("/status/")?;
                rest.split('/').next().filter(|word| is_word(word))
            })?;
            ("X", format!("https://x.com/i/status/{id}"))
        }
        "instagram.com" => {
            let kind = ["p", "reel", "tv"].into_iter().find(|kind| parts.path.split('/').next() == Some(kind))?;
            let id = parts.after(&["p/", "reel/", "tv/"])?;
            ("Instagram", format!("https://www.instagram.com/{kind}/{id}/"))
        }
        "tiktok.com" => {
            let id = parts.after(&["embed/v2/", "embed/", "player/v1/"])?;
            ("TikTok", format!("https://www.tiktok.com/embed/v2/{id}"))
        }
        _ => return None,
    };
    Some(Embed { site, player: None, page, shape: Shape::Page })
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
            "https://www.youtube.com/watch?v=abc&t=90s",
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
