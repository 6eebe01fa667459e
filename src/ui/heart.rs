//! The button that parks a vehicle.

use leptos::prelude::*;

use super::dom;
use super::{Symbol, icon};
use crate::i18n::{Locale, key};

/// A heart that parks a vehicle, or takes it back.
#[component]
pub fn Heart(
    /// The vehicle's name.
    name: String,
    /// Whether it is parked.
    is_parked: bool,
    /// Called when the vehicle is to be parked, or no longer.
    on_toggle: Callback<()>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    dom::button()
        .class("heart")
        .reusable()
        .attr("aria-pressed", if is_parked { "true" } else { "false" })
        .attr("aria-label", &locale.fill(key::PARKED_PARK, &[("vehicle", &name)]))
        .on("click", move |_| on_toggle.run(()))
        .child(icon(Symbol::Heart))
        .into_any()
}
