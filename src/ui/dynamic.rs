//! Parts of a view that change, in a few types for all.
//!
//! Leptos compiles a view's code anew for every closure that stands in it; behind a pointer the
//! program has that code once. Budgets are counted in bytes (`cargo xtask size`).

use leptos::prelude::*;

use crate::i18n::{Key, Locale};

/// A part of a view that is there, or not, and changes as a whole.
pub type Part = Box<dyn FnMut() -> Option<AnyView> + Send>;

/// A text, or the value of an attribute, that changes.
pub type Text = Box<dyn FnMut() -> String + Send>;

/// The value of an attribute that is there, or not.
pub type Maybe = Box<dyn FnMut() -> Option<String> + Send>;

/// A part that is shown while `view` gives one.
pub fn part(view: impl FnMut() -> Option<AnyView> + Send + 'static) -> Part {
    Box::new(view)
}

/// A part that is always there.
pub fn always(mut view: impl FnMut() -> AnyView + Send + 'static) -> Part {
    Box::new(move || Some(view()))
}

/// A text that follows what it is made of.
pub fn text(text: impl FnMut() -> String + Send + 'static) -> Text {
    Box::new(text)
}

/// A message in the language of the page.
pub fn message(locale: Locale, key: Key) -> Text {
    Box::new(move || locale.message(key).to_owned())
}

/// An attribute that follows what it is made of.
pub fn maybe(value: impl FnMut() -> Option<String> + Send + 'static) -> Maybe {
    Box::new(value)
}

/// `"true"` while something holds, no attribute while it does not: for `aria-busy` and its like.
pub fn flag(mut holds: impl FnMut() -> bool + Send + 'static) -> Maybe {
    Box::new(move || holds().then(|| "true".to_owned()))
}

/// `"true"` or `"false"`: for `aria-pressed` and its like.
pub fn state(mut holds: impl FnMut() -> bool + Send + 'static) -> Text {
    Box::new(move || holds().to_string())
}

/// Does something now, and again whenever what it read has changed.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// An entry of a list: what tells it from others, and how it is made.
pub struct Entry {
    key: String,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Entry {
    /// An entry that is made anew when its key is.
    pub fn new(key: String, view: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        Self { key, view: Box::new(view) }
    }
}

/// The entries of a list; those that stay are not made again.
pub fn entries(entries: impl Fn() -> Vec<Entry> + Send + Sync + 'static) -> AnyView {
    let entries: Box<dyn Fn() -> Vec<Entry> + Send + Sync> = Box::new(entries);
    view! { <For each=entries key=|entry| entry.key.clone() children=|entry| (entry.view)() /> }
        .into_any()
}

/// Views one after another, told apart by their places: what stands in one may take on what comes
/// there next (`Element::steady`).
pub fn places(views: impl FnMut() -> Vec<AnyView> + Send + 'static) -> AnyView {
    let views: Box<dyn FnMut() -> Vec<AnyView> + Send> = Box::new(views);
    views.into_any()
}
