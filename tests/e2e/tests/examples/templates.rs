//! A page written in the shape of what Blogger puts out; it cannot be run here.

use super::site;

#[test]
fn in_the_shape_of_bloggers_output() {
    site::is_written_on("blogger", "/post.html");
}
