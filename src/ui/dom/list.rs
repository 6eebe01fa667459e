//! Views that change as a whole, in a few types for all.
//!
//! Leptos compiles a view's code anew for every closure that stands in it; behind a pointer the
//! program has that code once. Budgets are counted in bytes (`cargo xtask size`).

use leptos::prelude::*;

/// A view that is made anew when a value that it read has changed; none is shown for `None`.
pub fn dynamic<V: Into<Option<AnyView>>>(mut view: impl FnMut() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> Option<AnyView> + Send> = Box::new(move || view().into());
    view.into_any()
}

/// An item of a list: its key tells it from others.
pub struct Item {
    key: String,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Item {
    /// An item that is made anew when its key is.
    pub fn new(key: String, view: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        Self { key, view: Box::new(view) }
    }
}

/// A list of items by their keys; those that stay are not made again.
pub fn keyed(items: impl Fn() -> Vec<Item> + Send + Sync + 'static) -> AnyView {
    let items: Box<dyn Fn() -> Vec<Item> + Send + Sync> = Box::new(items);
    view! { <For each=items key=|item| item.key.clone() children=|item| (item.view)() /> }
        .into_any()
}

/// A list of views by their places: one that is reusable may take on what comes to its place next.
pub fn indexed(views: impl FnMut() -> Vec<AnyView> + Send + 'static) -> AnyView {
    let views: Box<dyn FnMut() -> Vec<AnyView> + Send> = Box::new(views);
    views.into_any()
}
