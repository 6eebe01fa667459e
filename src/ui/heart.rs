//! The button that parks a vehicle.

use leptos::prelude::*;

use super::{Symbol, button, icon, state, text};
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
) -> AnyView {
    let locale = expect_context::<Locale>();
    button("heart")
        .steady()
        .live("aria-pressed", state(move || is_parked.run(())))
        .live("aria-label", text(move || locale.fill(key::PARKED_PARK, &[("vehicle", &name)])))
        .on("click", Box::new(move |_| on_toggle.run(())))
        .with(icon(Symbol::Heart))
        .into_any()
}
