//! Pages written in the shape of what Blogger and WordPress put out; neither system can be run here.

use super::site;

#[test]
fn in_the_shape_of_bloggers_output() {
    site::is_written_on("blogger", "/post.html");
}

#[test]
fn in_the_shape_of_wordpress_output() {
    site::is_written_on("wordpress", "/post.html");
}
