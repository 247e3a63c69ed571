<div data-article-widget data-thread="<?php echo esc_attr( 'post-' . get_the_ID() ); ?>" data-aliases="<?php echo esc_url( wp_get_shortlink() ); ?>"></div>
