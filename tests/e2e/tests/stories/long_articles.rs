//! An article of a megabyte: the page goes on while it is read and drawn.

use article_widget_e2e::{OrFail, Story, book, html};
use serde_json::json;

/// Notes long tasks, where the browser tells of them, how many drawings of the article were seen, what of it went again, and what stood
/// above it before it was whole.
const METER: &str = "<script nonce=e2e>
    window.tasks = [];
    try { new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration]))).observe({ type: 'longtask', buffered: true }); } catch {}
    window.drawings = new Set();
    window.gone = 0;
    new MutationObserver((records) => records.forEach(({ target, type, removedNodes }) => {
        if ((target.closest ? target : target.parentElement)?.closest('.article-body')) gone += type === 'characterData' ? 1 : removedNodes.length;
    })).observe(document, { childList: true, characterData: true, subtree: true });
    const look = () => {
        if (document.querySelector('.article-body[aria-busy]')) window.contents ??= document.querySelector('nav.article-widget-contents'); drawings.add(document.querySelectorAll('.article-body > p').length); requestAnimationFrame(look); };
    look();
</script>";

#[test]
fn the_page_goes_on_while_a_megabyte_is_read_and_drawn() {
    let story = Story::on_page(&html::page_with_head(METER, &html::widget("thread=\"book\" src=\"/book.html\"", "")));
    let book = book::page();
    story.server.page("/book.html", &book);
    let page = story.open("/story.html");
    page.session().wait_until("the whole book", "return !!document.querySelector('.article-body:not([aria-busy]) > p') && !!document.querySelector('nav.article-widget-contents')");
    let expected = book.matches("<p class=\"story-text\">").count();
    let drawn = page.script("return [...widget.querySelectorAll('.article-body > p')].filter((p) => /^Paragraph /.test(p.textContent)).length", json!([]));
    assert_eq!(drawn, json!(expected));
    let drawings = page.script("return window.drawings.size", json!([])).as_u64().or_fail("a number");
    assert!(drawings > 10, "it was seen growing, {drawings} times");
    assert_eq!(page.script("return window.gone", json!([])), json!(0), "what has come stays");
    let contents = "const nav = document.querySelector('nav.article-widget-contents'); const details = nav.querySelector('details');
        return [nav === window.contents, details.open, details.querySelectorAll('li').length === document.querySelectorAll('.article-body h2').length]";
    assert_eq!(page.script(contents, json!([])), json!([true, false, true]), "nothing moves when the text is whole");
    page.post("Ada", "I read all of it.");
    let tasks: Vec<(f64, f64)> = serde_json::from_value(page.script("return window.tasks", json!([]))).or_fail("tasks");
    let longest = tasks.iter().map(|(_, duration)| *duration).fold(0.0, f64::max);
    println!(
        "{} KiB: {} tasks of more than 50 ms, the longest {longest:.0} ms: {:?}",
        book.len() / 1024,
        tasks.len(),
        tasks.iter().map(|(start, duration)| (start.round(), duration.round())).collect::<Vec<_>>()
    );
}
