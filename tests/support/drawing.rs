//! A widget as markup, drawn natively by Yew's server renderer.

use std::rc::Rc;

use article_widget::view::engine_views::ENGINE_VIEWS;
use article_widget::view::page_language::PageLanguage;
use article_widget::view::panel::panel;
use article_widget::view::thread::thread;
use article_widget::widget::Widget;
use yew::prelude::*;

#[derive(Clone, Properties)]
struct ShownProps {
    widget: Rc<Widget>,
}

impl PartialEq for ShownProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.widget, &other.widget)
    }
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    let Widget { app, manage, .. } = &*props.widget;
    let page = PageLanguage::default();
    let panel = panel(app, manage, &page, &Callback::noop());
    thread(&props.widget, &page, (panel, Some(&ENGINE_VIEWS)), &Callback::noop())
}

/// The thread with what is open above it.
pub(super) fn drawn(widget: Widget) -> String {
    let widget = Rc::new(widget);
    let renderer = yew::LocalServerRenderer::<Shown>::with_props(ShownProps { widget }).hydratable(false);
    pollster::block_on(renderer.render())
}
