//! A Yew application with the widget in it: a journal that has its own buttons, fields and shortcuts around a discussion.

mod article;
mod discussion;
mod journal;

fn main() {
    yew::Renderer::<journal::Journal>::new().render();
}
