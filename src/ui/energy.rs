//! Consumption and CO₂ in the wording of the Pkw-EnVKV.

use autengo_api::energy::{Consumption, Drive};
use leptos::prelude::*;

use super::{Entry, element, entries};
use crate::i18n::{Locale, key};

/// The statements of an advertisement, one by one, tracked.
pub fn energy_lines(locale: Locale, consumption: &Consumption) -> Vec<String> {
    let amount = |drive, number| {
        let unit = match drive {
            Drive::Liquid | Drive::PlugIn => key::UNIT_LIQUID,
            Drive::Gas => key::UNIT_GAS,
            Drive::Battery => key::UNIT_BATTERY,
        };
        locale.fill(unit, &[("value", &locale.number(number, 1))])
    };
    let grams = |co2: f64| locale.fill(key::UNIT_CO2, &[("value", &locale.number(co2.round(), 0))]);
    match consumption {
        Consumption::Single { per_100_km, drive, co2, class } => vec![
            locale.fill(key::ENERGY_CONSUMPTION, &[("value", &amount(*drive, *per_100_km))]),
            locale.fill(key::ENERGY_CO2, &[("value", &grams(*co2))]),
            locale.fill(key::ENERGY_CLASS, &[("class", class)]),
        ],
        Consumption::PlugIn { power, fuel, co2, discharged_fuel, class, discharged_class } => {
            let (power, fuel) = (amount(Drive::Battery, *power), amount(Drive::Liquid, *fuel));
            let discharged_fuel = amount(Drive::Liquid, *discharged_fuel);
            let classes = [("class", class.as_str()), ("discharged", discharged_class.as_str())];
            vec![
                locale.fill(key::ENERGY_PLUG_IN_CONSUMPTION, &[("power", &power), ("fuel", &fuel)]),
                locale.fill(key::ENERGY_PLUG_IN_CO2, &[("value", &grams(*co2))]),
                locale.fill(key::ENERGY_DISCHARGED, &[("value", &discharged_fuel)]),
                locale.fill(key::ENERGY_PLUG_IN_CLASS, &classes),
            ]
        }
    }
}

/// The statements beside the engine data.
#[component]
pub fn EnergyLines(
    /// What is stated.
    consumption: Consumption,
    /// The class.
    class: &'static str,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let statements = entries(move || {
        let lines = energy_lines(locale, &consumption);
        let last = lines.len() - 1;
        let statement = |(at, line): (usize, String)| {
            let end = if at == last { "" } else { "\u{a0}· " };
            let line = format!("{line}{end}");
            Entry::new(line.clone(), move || {
                element("span").class("statement").say(&line).into_any()
            })
        };
        lines.into_iter().enumerate().map(statement).collect()
    });
    element("p").class(class).view(statements).into_any()
}
