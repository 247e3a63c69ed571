// What a server that renders pages gets for `import "article-widget"`: nothing. The tag is for browsers.
export {};
