//! The widget as a component: its article as children, its attributes as properties, its events as callbacks.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::article::Article;

/// What the journal says to a discussion, and hears from it.
#[derive(Properties, PartialEq)]
pub struct DiscussionProps {
    /// The article above the discussion.
    pub article: &'static Article,
    /// A comment was posted here.
    pub onposted: Callback<()>,
}

/// The tag, drawn like any other. Yew sets its attributes and draws the article inside it; what the widget draws lies in the
/// tag's shadow root, where Yew does not look.
#[component]
pub fn Discussion(props: &DiscussionProps) -> Html {
    let widget = use_node_ref();
    use_effect_with((widget.clone(), props.onposted.clone()), |(widget, onposted)| {
        // `html!` has attributes for the browser's own events only. Dropping the listener ends it.
        let listener = widget.get().map(|widget| {
            let onposted = onposted.clone();
            EventListener::new(&widget, "article-widget:comment-posted", move |_| onposted.emit(()))
        });
        move || drop(listener)
    });
    // The page counts clicks around the article. What is stopped here still comes to the widget's own buttons.
    let onclick = |event: MouseEvent| event.stop_propagation();
    let Article { thread, title, text } = props.article;
    html! {
        <article-widget ref={widget} thread={*thread} {onclick}>
            <article>
                <h1>{ *title }</h1>
                <p>{ *text }</p>
            </article>
        </article-widget>
    }
}
