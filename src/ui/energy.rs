//! Consumption and CO₂ in the wording of the Pkw-EnVKV.

use autengo_offer::energy::{Amount, Consumption, Unit};
use leptos::prelude::*;

use super::dom::{self, indexed};
use crate::i18n::{Locale, key};

/// An amount of energy for 100 km, tracked.
pub fn energy(locale: Locale, amount: Amount) -> String {
    let unit = match amount.unit {
        Unit::Litre => key::UNIT_LIQUID,
        Unit::Kilogram => key::UNIT_GAS,
        Unit::KilowattHour => key::UNIT_BATTERY,
    };
    locale.fill(unit, &[("value", &locale.number(amount.value, 1))])
}

/// The statements of an advertisement, one by one, tracked.
pub fn energy_lines(locale: Locale, consumption: &Consumption) -> Vec<String> {
    let amount = |stated: &Amount| energy(locale, *stated);
    let grams = |co2: f64| locale.fill(key::UNIT_CO2, &[("value", &locale.number(co2, 0))]);
    match consumption {
        Consumption::Single { energy, co2, class } => vec![
            locale.fill(key::ENERGY_CONSUMPTION, &[("value", &amount(energy))]),
            locale.fill(key::ENERGY_CO2, &[("value", &grams(*co2))]),
            locale.fill(key::ENERGY_CLASS, &[("class", class.letter())]),
        ],
        Consumption::PlugIn { power, fuel, co2, discharged_fuel, class, discharged_class } => {
            let mixed = [("power", &*amount(power)), ("fuel", &*amount(fuel))];
            let classes = [("class", class.letter()), ("discharged", discharged_class.letter())];
            vec![
                locale.fill(key::ENERGY_PLUG_IN_CONSUMPTION, &mixed),
                locale.fill(key::ENERGY_PLUG_IN_CO2, &[("value", &grams(*co2))]),
                locale.fill(key::ENERGY_DISCHARGED, &[("value", &amount(discharged_fuel))]),
                locale.fill(key::ENERGY_PLUG_IN_CLASS, &classes),
            ]
        }
    }
}

/// The statements beside the engine data.
#[component]
pub fn EnergyLines(
    /// The consumption that is stated.
    consumption: Consumption,
    /// The class.
    class: &'static str,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let statement = |line: String| dom::span().reusable().class("statement").text(&line).into_any();
    let statements =
        indexed(move || energy_lines(locale, &consumption).into_iter().map(statement).collect());
    dom::p().reusable().class(class).child(statements).into_any()
}
