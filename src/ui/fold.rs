//! A titled part that can be folded away.

use leptos::prelude::*;

use super::{part, text};

/// A titled part that can be folded away. What is inside is made when it is opened first.
#[component]
pub fn Fold(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// What is said of it while it is closed, such as what is chosen inside.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether it is open from the start.
    is_open: bool,
    /// What is inside.
    children: ChildrenFn,
) -> impl IntoView {
    let was_open = RwSignal::new(is_open);
    let inside = part(move || was_open.get().then(|| children()));
    view! {
        <details
            class="fold"
            open=is_open
            on:toggle:target=move |event| {
                if event.target().open() {
                    was_open.set(true);
                }
            }
        >
            <summary class="fold__title">
                <span class="fold__name">{title}</span>
                <span class="fold__summary">{text(move || summary.get())}</span>
            </summary>
            {inside}
        </details>
    }
}
