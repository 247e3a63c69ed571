//! The names of what may be shown: elements and attributes. Nothing else can be drawn, since nothing else has a name here.

macro_rules! names {
    ($(#[$doc:meta])* $kind:ident { $($(#[$each:meta])* $variant:ident = $name:literal $(| $other:literal)*,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is named as in HTML")]
        pub enum $kind { $($variant,)* }
        impl $kind {
            /// Every one of them.
            pub const ALL: &'static [$kind] = &[$($kind::$variant,)*];
            /// Its name in HTML.
            pub const fn name(self) -> &'static str {
                match self { $($kind::$variant => $name,)* }
            }
            /// The one of this lower-case name.
            pub fn named(name: &str) -> Option<$kind> {
                match name { $($name $(| $other)* => Some($kind::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// An element that may be shown. Sectioning elements of a foreign page become plain `div`s, so that they
    /// neither add landmarks to the page around them nor run their paragraphs together; `h1` belongs to the headline.
    /// An `iframe` is drawn as a card that says what it would load.
    Tag {
        A = "a", Abbr = "abbr", B = "b", Bdi = "bdi", Bdo = "bdo", Blockquote = "blockquote", Br = "br",
        Caption = "caption", Cite = "cite", Code = "code", Col = "col", Colgroup = "colgroup", Dd = "dd", Del = "del",
        Details = "details", Dfn = "dfn",
        Div = "div" | "section" | "article" | "main" | "header" | "footer" | "hgroup" | "aside" | "address" | "center"
            | "form" | "fieldset" | "legend" | "body",
        Dl = "dl", Dt = "dt", Em = "em", Figcaption = "figcaption", Figure = "figure",
        H2 = "h2" | "h1", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Hr = "hr", I = "i", Img = "img", Ins = "ins",
        Kbd = "kbd", Li = "li", Mark = "mark", Ol = "ol", P = "p", Pre = "pre" | "listing", Q = "q", Rp = "rp", Rt = "rt",
        Ruby = "ruby", S = "s" | "strike", Samp = "samp", Small = "small", Span = "span", Strong = "strong",
        Sub = "sub", Summary = "summary", Sup = "sup", Table = "table", Tbody = "tbody", Td = "td", Tfoot = "tfoot",
        Th = "th", Thead = "thead", Time = "time", Tr = "tr", U = "u", Ul = "ul" | "menu" | "dir", Var = "var", Wbr = "wbr",
        Audio = "audio", Iframe = "iframe", Source = "source", Track = "track", Video = "video",
        Math = "math", Merror = "merror", Mfrac = "mfrac", Mi = "mi", Mmultiscripts = "mmultiscripts", Mn = "mn", Mo = "mo",
        Mover = "mover", Mpadded = "mpadded", Mphantom = "mphantom", Mprescripts = "mprescripts", Mroot = "mroot",
        Mrow = "mrow", Ms = "ms", Mspace = "mspace", Msqrt = "msqrt", Mstyle = "mstyle", Msub = "msub",
        Msubsup = "msubsup", Msup = "msup", Mtable = "mtable", Mtd = "mtd", Mtext = "mtext", Mtr = "mtr",
        Munder = "munder", Munderover = "munderover",
    }
}

names! {
    /// An attribute that may be shown. What starts or styles anything (`on…`, `style`, `class`) has no name here. An `id` is never
    /// the source's own, but made of it.
    Attribute {
        Align = "align", Alt = "alt", Colspan = "colspan", Datetime = "datetime", Dir = "dir", Height = "height", Href = "href", Id = "id",
        Kind = "kind", Label = "label", Lang = "lang", Poster = "poster", Reversed = "reversed", Rowspan = "rowspan",
        Scope = "scope", Sizes = "sizes", Src = "src", Srclang = "srclang", Srcset = "srcset", Start = "start",
        Title = "title", Type = "type", Value = "value", Width = "width",
        Accent = "accent", Accentunder = "accentunder", Alttext = "alttext", Columnspan = "columnspan", Depth = "depth",
        Display = "display", Displaystyle = "displaystyle", Fence = "fence", Form = "form", Largeop = "largeop",
        Linethickness = "linethickness", Lspace = "lspace", Mathvariant = "mathvariant", Maxsize = "maxsize",
        Minsize = "minsize", Movablelimits = "movablelimits", Rspace = "rspace", Scriptlevel = "scriptlevel",
        Separator = "separator", Stretchy = "stretchy", Symmetric = "symmetric", Voffset = "voffset",
    }
}

impl Tag {
    /// Whether it stands inside a line of text.
    pub fn is_inline(self) -> bool {
        use Tag::*;
        matches!(
            self,
            A | Abbr
                | B
                | Bdi
                | Bdo
                | Cite
                | Code
                | Del
                | Dfn
                | Em
                | I
                | Img
                | Ins
                | Kbd
                | Mark
                | Math
                | Q
                | Rp
                | Rt
                | Ruby
                | S
                | Samp
                | Small
                | Span
                | Strong
                | Sub
                | Sup
                | Time
                | U
                | Var
                | Wbr
        )
    }

    /// Whether it means something without anything inside.
    pub fn may_be_empty(self) -> bool {
        use Tag::*;
        matches!(self, Br | Col | Colgroup | Hr | Img | Td | Th | Tr | Wbr)
    }

    /// Whether it never has anything inside.
    pub fn is_void(self) -> bool {
        matches!(self, Tag::Br | Tag::Col | Tag::Hr | Tag::Img | Tag::Wbr | Tag::Source | Tag::Track)
    }

    /// Whether it is a heading.
    pub fn is_heading(self) -> bool {
        matches!(self, Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6)
    }

    /// Whether it plays or shows something that is loaded only when the reader wants it.
    pub fn is_player(self) -> bool {
        matches!(self, Tag::Audio | Tag::Iframe | Tag::Video)
    }

    /// Whether it stands only inside a formula.
    pub fn is_in_formula(self) -> bool {
        self.name().starts_with('m') && !matches!(self, Tag::Mark | Tag::Math)
    }
}
