<?php
/**
 * Plugin Name: Article widget
 * Description: Puts the article widget in the place of WordPress's own comments. The folder dist/ lies in this plugin's folder as article-widget/.
 */

// Where a theme asks for its template of comments, it gets this file's sibling; block themes ask the same by their comments block.
add_filter( 'comments_template', fn() => __DIR__ . '/comments.php' );

add_filter( 'render_block_core/comments', function () {
	ob_start();
	require __DIR__ . '/comments.php';
	return ob_get_clean();
} );

add_action( 'wp_enqueue_scripts', function () {
	if ( is_singular() ) {
		wp_enqueue_script_module( 'article-widget', plugins_url( 'article-widget/article-widget.js', __FILE__ ), array(), null );
	}
} );
