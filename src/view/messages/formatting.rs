//! Every message a reader sees about the formatting of texts.

use super::message::messages;

messages! {
    TOOLS = "format-tools": "Formatting";
    BOLD = "format-bold": "Bold";
    ITALIC = "format-italic": "Italic";
    LINK = "format-link": "Link";
    CODE = "format-code": "Code";
    QUOTE = "format-quote": "Quote";
    LIST = "format-list": "List";
    AS_TYPED = "format-as-typed": "As typed";
    PREVIEW = "format-preview": "Preview";
    PREVIEW_EMPTY = "format-preview-empty": "What you write is shown here as others will see it.";

    SPOILER_SHOW = "format-spoiler-show": "Show hidden text";
    SPOILER_HIDE = "format-spoiler-hide": "Hide this text again";
    TASK_DONE = "format-task-done": "Done";
    TASK_OPEN = "format-task-open": "To do";
    COPY_HERE = "format-code-copy": "Copy";
    COPIED_HERE = "format-code-copied": "Copied";
    COPY_REFUSED = "format-code-not-copied": "Not copied";
}
