//! How a page embeds the widget.
