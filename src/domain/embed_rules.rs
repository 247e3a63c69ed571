//! The short list of sites that a reader may load something of into an article, or is led to by name.

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

/// One way to write an address of a site.
pub(super) struct Rule {
    /// Without `www.`, with spaces between several.
    pub(super) hosts: &'static str,
    /// The path, in which `*` stands for a word and `**` for any end.
    pub(super) path: &'static str,
    /// The value of the query that is the last word; empty where there is none.
    pub(super) key: &'static str,
    pub(super) site: &'static str,
    pub(super) shape: Shape,
    /// What is loaded, in which `0` and `1` between braces stand for the words, and `=` alone for the address itself; empty where
    /// it is only led to.
    pub(super) player: &'static str,
    /// The page that shows the same by itself.
    pub(super) page: &'static str,
}

const YOUTUBE: &str = "youtube.com youtube-nocookie.com m.youtube.com";
const YOUTUBE_PLAYER: &str = "https://www.youtube-nocookie.com/embed/{0}?autoplay=1";
const YOUTUBE_PAGE: &str = "https://www.youtube.com/watch?v={0}";
const VIMEO_PLAYER: &str = "https://player.vimeo.com/video/{0}?dnt=1&autoplay=1";
const DAILYMOTION_PLAYER: &str = "https://geo.dailymotion.com/player.html?video={0}";
const DAILYMOTION_PAGE: &str = "https://www.dailymotion.com/video/{0}";
const TED_PLAYER: &str = "https://embed.ted.com/talks/{0}";
const TED_PAGE: &str = "https://www.ted.com/talks/{0}";
const PEN_PLAYER: &str = "https://codepen.io/{0}/embed/{1}";
const PEN_PAGE: &str = "https://codepen.io/{0}/pen/{1}";
const SPOTIFY_PAGE: &str = "https://open.spotify.com/{0}/{1}";
const POST: &str = "https://x.com/i/status/{0}";

type Line = (&'static str, &'static str, &'static str, &'static str, Shape, &'static str, &'static str);

const fn rule((hosts, path, key, site, shape, player, page): Line) -> Rule {
    Rule { hosts, path, key, site, shape, player, page }
}

/// The first that fits counts. To show a post its site wants more than a frame, so those are only led to.
pub(super) static RULES: [Rule; 35] = [
    rule(("youtu.be", "*", "", "YouTube", Shape::Film, YOUTUBE_PLAYER, YOUTUBE_PAGE)),
    rule((
        YOUTUBE,
        "embed/videoseries",
        "list",
        "YouTube",
        Shape::Film,
        "https://www.youtube-nocookie.com/embed/videoseries?autoplay=1&list={0}",
        "https://www.youtube.com/playlist?list={0}",
    )),
    rule((YOUTUBE, "embed/*", "", "YouTube", Shape::Film, YOUTUBE_PLAYER, YOUTUBE_PAGE)),
    rule((YOUTUBE, "v/*", "", "YouTube", Shape::Film, YOUTUBE_PLAYER, YOUTUBE_PAGE)),
    rule((YOUTUBE, "shorts/*", "", "YouTube", Shape::Film, YOUTUBE_PLAYER, YOUTUBE_PAGE)),
    rule((YOUTUBE, "live/*", "", "YouTube", Shape::Film, YOUTUBE_PLAYER, YOUTUBE_PAGE)),
    rule((YOUTUBE, "**", "v", "YouTube", Shape::Film, YOUTUBE_PLAYER, YOUTUBE_PAGE)),
    rule(("player.vimeo.com", "video/*", "", "Vimeo", Shape::Film, VIMEO_PLAYER, "https://vimeo.com/{0}")),
    rule(("vimeo.com", "*", "", "Vimeo", Shape::Film, VIMEO_PLAYER, "https://vimeo.com/{0}")),
    rule(("vimeo.com", "*/*", "", "Vimeo", Shape::Film, VIMEO_PLAYER, "https://vimeo.com/{0}/{1}")),
    rule(("geo.dailymotion.com", "**", "video", "Dailymotion", Shape::Film, DAILYMOTION_PLAYER, DAILYMOTION_PAGE)),
    rule(("dailymotion.com", "embed/video/*", "", "Dailymotion", Shape::Film, DAILYMOTION_PLAYER, DAILYMOTION_PAGE)),
    rule(("dailymotion.com", "video/*", "", "Dailymotion", Shape::Film, DAILYMOTION_PLAYER, DAILYMOTION_PAGE)),
    rule(("embed.ted.com embed-ssl.ted.com", "talks/*", "", "TED", Shape::Film, TED_PLAYER, TED_PAGE)),
    rule((
        "embed.ted.com embed-ssl.ted.com",
        "talks/lang/*/*",
        "",
        "TED",
        Shape::Film,
        "https://embed.ted.com/talks/{1}",
        "https://www.ted.com/talks/{1}",
    )),
    rule(("w.soundcloud.com", "player", "", "SoundCloud", Shape::Sound, "=", "=")),
    rule(("open.spotify.com", "embed/*/*", "", "Spotify", Shape::Sound, "=", SPOTIFY_PAGE)),
    rule(("open.spotify.com", "embed-podcast/*/*", "", "Spotify", Shape::Sound, "=", SPOTIFY_PAGE)),
    rule(("embed.podcasts.apple.com embed.music.apple.com", "**", "", "Apple", Shape::Sound, "=", "=")),
    rule(("bandcamp.com", "EmbeddedPlayer/**", "", "Bandcamp", Shape::Sound, "=", "=")),
    rule(("codepen.io", "*/embed/preview/*", "", "CodePen", Shape::Page, PEN_PLAYER, PEN_PAGE)),
    rule(("codepen.io", "*/embed/*", "", "CodePen", Shape::Page, PEN_PLAYER, PEN_PAGE)),
    rule(("codepen.io", "*/pen/*", "", "CodePen", Shape::Page, PEN_PLAYER, PEN_PAGE)),
    rule(("codesandbox.io", "embed/*", "", "CodeSandbox", Shape::Page, "=", "https://codesandbox.io/s/{0}")),
    rule(("google.com maps.google.com", "maps/**", "", "Google Maps", Shape::Page, "=", "=")),
    rule(("openstreetmap.org", "export/embed.html", "", "OpenStreetMap", Shape::Page, "=", "=")),
    rule(("datawrapper.dwcdn.net", "**", "", "Datawrapper", Shape::Page, "=", "=")),
    rule(("flo.uri.sh", "**", "", "Flourish", Shape::Page, "=", "=")),
    rule(("platform.twitter.com", "embed/**", "id", "X", Shape::Page, "", POST)),
    rule(("x.com twitter.com", "i/status/*", "", "X", Shape::Page, "", POST)),
    rule(("x.com twitter.com", "*/status/*", "", "X", Shape::Page, "", "https://x.com/i/status/{1}")),
    rule(("instagram.com", "p/*/**", "", "Instagram", Shape::Page, "", "https://www.instagram.com/p/{0}/")),
    rule(("instagram.com", "reel/*/**", "", "Instagram", Shape::Page, "", "https://www.instagram.com/reel/{0}/")),
    rule(("tiktok.com", "embed/v2/*", "", "TikTok", Shape::Page, "", "https://www.tiktok.com/embed/v2/{0}")),
    rule(("tiktok.com", "embed/*", "", "TikTok", Shape::Page, "", "https://www.tiktok.com/embed/v2/{0}")),
];
