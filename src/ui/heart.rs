//! The button that parks a vehicle.

use leptos::prelude::*;

use super::{Icon, Symbol, state, text};
use crate::i18n::{Locale, key};

/// A heart that parks a vehicle, or takes it back.
#[component]
pub fn Heart(
    /// What the vehicle is called.
    name: String,
    /// Whether it is parked, tracked.
    is_parked: Callback<(), bool>,
    /// It is to be parked, or no longer.
    on_toggle: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    view! {
        <button
            type="button"
            class="heart"
            aria-pressed=state(move || is_parked.run(()))
            aria-label=text(move || locale.fill(key::PARKED_PARK, &[("vehicle", &name)]))
            on:click=move |_| on_toggle.run(())
        >
            <Icon symbol=Symbol::Heart />
        </button>
    }
}
