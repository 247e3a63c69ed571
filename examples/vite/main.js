import "article-widget";
