//! A titled part that can be folded away.

use leptos::prelude::*;

use super::{element, part, text};

/// A titled part that can be folded away. What is inside is made when it is opened first.
#[component]
pub fn Fold(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// What is said of it while it is closed, such as what is chosen inside.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether it is open until it is opened or closed by hand, or this changes.
    #[prop(into)]
    is_open: Signal<bool>,
    /// What is inside.
    children: ChildrenFn,
) -> impl IntoView {
    let was_toggled = RwSignal::new(false);
    // Once made, it stays.
    let is_made = Memo::new(move |was: Option<&bool>| {
        was.copied().unwrap_or(false) || is_open.get() || was_toggled.get()
    });
    let inside = part(move || is_made.get().then(|| children()));
    view! {
        <details
            class="fold"
            open=move || is_open.get()
            on:toggle:target=move |event| {
                if event.target().open() {
                    was_toggled.set(true);
                }
            }
        >
            <summary class="fold__title">
                {element("span").class("fold__name").live_text(text(move || title.get()))}
                {element("span").class("fold__summary").live_text(text(move || summary.get()))}
            </summary>
            {inside}
        </details>
    }
}
