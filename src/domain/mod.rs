//! What a comment, a thread, an article, a point in time *is*. No browser, no clock, no randomness, no JSON.
