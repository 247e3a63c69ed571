//! Replies as a static host sends them: packed, known again by their `ETag`, kept for as long as `docs/deploying.md` says.

use article_widget_e2e::{OrFail, Reply};
use brotli::enc::BrotliEncoderParams;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A file that is asked for again at each visit, and not sent again unless it changed.
pub(crate) const ASKED_AGAIN: &str = "no-cache";
/// A file whose name changes with its bytes.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Brotli's levels: the best for files that were packed in advance, and one that a host uses for what it packs while it sends.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Packing {
    /// In advance.
    Best,
    /// On the way.
    Quick,
}

/// The packed reply.
#[track_caller]
pub(crate) fn packed(content_type: &str, body: &[u8], packing: Packing) -> Reply {
    Reply::new(content_type, brotli(body, packing)).with_header("Content-Encoding", "br")
}

/// The packed reply that a browser may keep.
#[track_caller]
pub(crate) fn kept(content_type: &str, body: &[u8], packing: Packing, how_long: &str) -> Reply {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    packed(content_type, body, packing)
        .with_header("ETag", &format!("\"{:x}\"", hasher.finish()))
        .with_header("Cache-Control", how_long)
}

#[track_caller]
fn brotli(mut body: &[u8], packing: Packing) -> Vec<u8> {
    let quality = match packing {
        Packing::Best => 11,
        Packing::Quick => 5,
    };
    let mut bytes = Vec::new();
    let how = BrotliEncoderParams { quality, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut body, &mut bytes, &how).or_fail("brotli");
    bytes
}
