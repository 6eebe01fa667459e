//! The room that a list takes before it is there.

use leptos::prelude::*;

/// As many empty cards as a page is likely to have on screen.
#[component]
pub fn Skeleton(
    /// How many.
    count: u32,
) -> impl IntoView {
    let cards = (0..count).map(|at| {
        view! {
            <li class="card card--skeleton" data-at=at>
                <div class="card__media" data-at=at></div>
                <div class="card__body" data-at=at></div>
            </li>
        }
    });
    view! { <ul class="grid" aria-hidden="true">{cards.collect_view()}</ul> }
}
