//! The page around each thread: the same short article, and below it what the subject's own documents say to put there.

use crate::subject::Subject;
use crate::thread;
use article_widget_e2e::html::ARTICLE;

const STYLE: &str = include_str!("page/page.css");

/// The page of a subject with so many comments.
pub(crate) fn of(subject: Subject, size: usize) -> String {
    match subject {
        Subject::Plain => page("", &format!("{ARTICLE}{}", thread::as_html(size))),
        Subject::Minimal => page("", &minimal("")),
        Subject::MinimalFetched => page("", &minimal(" data-src=\"/bench/comments.json\"")),
        Subject::Auto => page("", &minimal(" class=\"auto\"")),
        Subject::WidgetStored => page(LOADER, &widget("", ARTICLE)),
        Subject::WidgetPublished => page(LOADER, &widget(" comments=\"/bench/thread.jsonl\"", ARTICLE)),
        Subject::Isso => page(
            "<script data-isso=\"/bench/isso/\" data-isso-feed=\"false\" src=\"/bench/files/isso/embed.min.js\" async></script>",
            &format!(
                "{ARTICLE}<section id=\"isso-thread\" data-title=\"A quiet harbour\" data-isso-id=\"/{}\"></section>",
                thread::ID
            ),
        ),
        Subject::Artalk => page(
            "<link rel=\"stylesheet\" href=\"/bench/files/artalk/Artalk.css\">",
            &format!(
                "{ARTICLE}<div id=\"thread\"></div><script src=\"/bench/files/artalk/Artalk.js\"></script><script>{}</script>",
                artalk(size)
            ),
        ),
        Subject::Waline => page(
            "<link rel=\"stylesheet\" href=\"/bench/files/waline/waline.css\">",
            &format!("{ARTICLE}<div id=\"thread\"></div><script type=\"module\">{}</script>", waline(size)),
        ),
    }
}

/// A page of this widget whose thread is far below what is in view.
pub(crate) fn with_far_thread() -> String {
    page(LOADER, &widget("", "<article><h1>A long harbour</h1><div style=\"block-size: 8000px\"></div></article>"))
}

/// Everything is on one page, as it is in this widget's bench, and nothing comes from another origin.
fn artalk(size: usize) -> String {
    format!(
        "Artalk.init({{ el: '#thread', server: location.origin + '/bench/artalk', site: 'bench', pageKey: '{}', emoticons: false, \
         useBackendConf: false, versionCheck: false, pagination: {{ pageSize: {size}, readMore: true, autoLoad: true }}, \
         avatarURLBuilder: () => '/bench/artalk/avatar.svg' }})",
        thread::ID
    )
}

/// The same.
fn waline(size: usize) -> String {
    format!(
        "import {{ init }} from '/bench/files/waline/waline.js'; init({{ el: '#thread', serverURL: location.origin + '/bench/waline', \
         path: '/{}', lang: 'en', pageSize: {size}, commentSorting: 'oldest', emoji: false, search: false, imageUploader: false, \
         login: 'disable' }})",
        thread::ID
    )
}

const LOADER: &str = "<script type=\"module\" src=\"/article-widget.js\"></script>";

fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A quiet harbour</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{STYLE}</style>{head}</head>\n\
         <body>{body}</body></html>"
    )
}

fn minimal(attributes: &str) -> String {
    format!(
        "{ARTICLE}<section id=\"thread\"{attributes}></section><script type=\"module\" src=\"/bench/files/minimal.js\"></script>"
    )
}

fn widget(attributes: &str, article: &str) -> String {
    format!("<article-widget thread=\"{}\"{attributes}>{article}</article-widget>", thread::ID)
}
