//! Consumption, emissions and what they cost (Pkw-EnVKV; LEGAL.md section 1).

use serde_json::{Map, Value};

use super::car::Car;
use super::catalogue::Drive;
use super::chance::Chance;
use super::round::{cent, tenth, whole};

/// The year of the energy prices below.
const PRICE_YEAR: u32 = 2025;
const POWER_PRICE: f64 = 0.38;
/// Euros for a tonne of CO2 over the next ten years: low, middle, high.
const CO2_PRICES: [f64; 3] = [60.0, 130.0, 200.0];

/// How much a vehicle says about its consumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    /// All that the label of a new car needs.
    Label,
    /// The combined values only.
    Combined,
    Nothing,
}

/// Writes what the car says about its consumption. About eight in a hundred new cars lack a value
/// that the law asks for.
pub(super) fn write(fields: &mut Map<String, Value>, car: &Car, chance: &mut Chance) {
    let detail = detail(car, chance);
    if detail == Detail::Nothing {
        return;
    }
    let used = Use::of(car, chance);
    let mut put = |name: &str, value: Value| {
        fields.insert(name.into(), value);
    };
    let plugin = car.engine.drive.is_plugin();
    if let Some(fuel) = used.fuel {
        put("consumptionFuelCombined", tenth(fuel).into());
        if detail == Detail::Label {
            for (phase, factor) in FUEL_PHASES {
                put(phase, tenth(fuel * factor).into());
            }
        }
    }
    if let Some(power) = used.power {
        put("consumptionPowerCombined", tenth(power).into());
        if detail == Detail::Label {
            for (phase, factor) in POWER_PHASES {
                put(phase, tenth(power * factor).into());
            }
        }
    }
    if plugin {
        put("consumptionFuelCombinedWeighted", tenth(used.weighted_fuel).into());
        put("consumptionPowerCombinedWeighted", tenth(used.weighted_power).into());
        put("co2EmissionCombinedWeighted", used.weighted_co2.into());
        put("co2EmissionsDischarged", used.co2.into());
        put("emissionsCombinedCo2Class", class(used.weighted_co2).into());
        put("emissionsDischargedCo2Class", class(used.co2).into());
    } else {
        put("co2EmissionCombined", used.co2.into());
        put("emissionsCombinedCo2Class", class(used.co2).into());
    }
    if let Some(range) = car.engine.range.filter(|_| car.engine.drive != Drive::Hydrogen) {
        put("electricRangePluginHybrid", range.into());
    }
    if detail == Detail::Label {
        costs(fields, car, &used);
    }
    if car.is_legally_new() && chance.percent(8.0) {
        leave_out(fields, chance);
    }
}

fn detail(car: &Car, chance: &mut Chance) -> Detail {
    let year = car.built.year();
    let (label, combined) = if car.is_legally_new() {
        (100.0, 100.0)
    } else if year >= 2021 {
        (45.0, 92.0)
    } else if year >= 2018 {
        (12.0, 80.0)
    } else if year >= 2008 {
        (0.0, 55.0)
    } else if year >= 1999 {
        (0.0, 18.0)
    } else {
        (0.0, 0.0)
    };
    if chance.percent(label) {
        Detail::Label
    } else if chance.percent(combined) {
        Detail::Combined
    } else {
        Detail::Nothing
    }
}

const FUEL_PHASES: [(&str, f64); 4] = [
    ("consumptionFuelCity", 1.29),
    ("consumptionFuelSuburban", 0.98),
    ("consumptionFuelRural", 0.87),
    ("consumptionFuelHighway", 1.05),
];

const POWER_PHASES: [(&str, f64); 4] = [
    ("consumptionPowerCity", 0.74),
    ("consumptionPowerSuburban", 0.82),
    ("consumptionPowerRural", 0.93),
    ("consumptionPowerHighway", 1.24),
];

/// What the car uses per 100 km, and emits per km.
#[derive(Debug)]
struct Use {
    /// Litres or kilograms; of a plug-in hybrid with an empty battery.
    fuel: Option<f64>,
    /// Kilowatt-hours; of a plug-in hybrid as long as the battery lasts.
    power: Option<f64>,
    co2: u32,
    weighted_fuel: f64,
    weighted_power: f64,
    weighted_co2: u32,
}

impl Use {
    fn of(car: &Car, chance: &mut Chance) -> Self {
        let engine = car.engine;
        let shape = match car.model.body {
            2 => 1.02,
            4 => 0.98,
            5 => 1.07,
            6 => 0.95,
            7 => 1.08,
            8..=10 => 1.16,
            _ => 1.0,
        };
        let wheels = if car.wheels == "all" { 1.05 } else { 1.0 };
        let factor = (0.45 + 0.55 * f64::from(car.weight) / 1400.0)
            * shape
            * wheels
            * chance.within(0.97, 1.03);
        // An electric car feels its weight less: it gets a part of it back.
        let electric = 0.6 + 0.4 * factor;
        let (fuel, power) = match engine.drive {
            Drive::Battery => (None, Some(engine.consumption * electric)),
            Drive::Hydrogen => (Some(engine.consumption * electric), None),
            _ => (Some(engine.consumption * factor), engine.electric.map(|power| power * electric)),
        };
        let co2 = whole(tenth(fuel.unwrap_or(0.0)) * co2_per_unit(engine.drive));
        // The share of the way for which the engine runs (utility factor), by electric range.
        let range = f64::from(engine.range.unwrap_or(0));
        let burning = 0.62 * (-range / 65.0).exp();
        Self {
            fuel,
            power,
            co2,
            weighted_fuel: fuel.unwrap_or(0.0) * burning,
            weighted_power: power.unwrap_or(0.0) * (1.0 - burning),
            weighted_co2: whole(f64::from(co2) * burning),
        }
    }
}

/// Grams per km for each unit of fuel per 100 km.
fn co2_per_unit(drive: Drive) -> f64 {
    match drive {
        Drive::Gasoline | Drive::GasolineHybrid | Drive::GasolinePlugin => 22.7,
        Drive::Diesel | Drive::DieselHybrid | Drive::DieselPlugin => 26.2,
        Drive::Cng => 27.3,
        Drive::Lpg => 16.2,
        Drive::Ethanol => 16.4,
        Drive::Battery | Drive::Hydrogen => 0.0,
    }
}

/// The CO2 class of that many grams per km (Pkw-EnVKV § 3a).
fn class(co2: u32) -> &'static str {
    match co2 {
        0 => "A",
        1..=95 => "B",
        96..=115 => "C",
        116..=135 => "D",
        136..=155 => "E",
        156..=175 => "F",
        _ => "G",
    }
}

fn costs(fields: &mut Map<String, Value>, car: &Car, used: &Use) {
    let drive = car.engine.drive;
    let plugin = drive.is_plugin();
    let (fuel, power, co2) = if plugin {
        (used.weighted_fuel, used.weighted_power, used.weighted_co2)
    } else {
        (used.fuel.unwrap_or(0.0), used.power.unwrap_or(0.0), used.co2)
    };
    let fuel_price = match drive {
        Drive::Diesel | Drive::DieselHybrid | Drive::DieselPlugin => 1.61,
        Drive::Cng => 1.39,
        Drive::Lpg => 1.07,
        Drive::Ethanol => 1.19,
        Drive::Hydrogen => 16.75,
        Drive::Battery => 0.0,
        Drive::Gasoline | Drive::GasolineHybrid | Drive::GasolinePlugin => 1.71,
    };
    let mut put = |name: &str, value: Value| {
        fields.insert(name.into(), value);
    };
    if drive != Drive::Battery {
        put("energieCostFuelPrice", fuel_price.into());
    }
    if plugin || drive == Drive::Battery {
        put("energieCostPowerPrice", POWER_PRICE.into());
    }
    put("energieCostConsumptionPriceYear", PRICE_YEAR.into());
    let a_year = 150.0 * (tenth(fuel) * fuel_price + tenth(power) * POWER_PRICE);
    put("energieCostConsumptionCosts", cent(a_year).into());
    put("energieCostTax", tax(car, co2).into());
    let names = ["energieCostCo2CostsLow", "energieCostCo2CostsMiddle", "energieCostCo2CostsHigh"];
    for (name, price) in names.into_iter().zip(CO2_PRICES) {
        // 150,000 km in ten years: 0.15 tonnes for each gram per km.
        put(name, cent(f64::from(co2) * 0.15 * price).into());
    }
}

/// Vehicle tax a year in euros (`KraftStG` § 9 (1) Nr. 2 c).
fn tax(car: &Car, co2: u32) -> u32 {
    if car.engine.drive.is_electric() {
        return 0;
    }
    let a_hundred = if car.engine.drive.is_diesel() { 9.5 } else { 2.0 };
    let displacement = f64::from(car.engine.displacement.div_ceil(100)) * a_hundred;
    let steps = [
        (95, 115, 2.0),
        (115, 135, 2.2),
        (135, 155, 2.5),
        (155, 175, 2.9),
        (175, 195, 3.4),
        (195, u32::MAX, 4.0),
    ];
    let emissions: f64 = steps
        .into_iter()
        .map(|(from, to, rate)| f64::from(co2.clamp(from, to) - from) * rate)
        .sum();
    whole((displacement + emissions).floor())
}

/// Takes away one of the values that every advertisement of a new car must show.
fn leave_out(fields: &mut Map<String, Value>, chance: &mut Chance) {
    let needed = [
        "consumptionFuelCombined",
        "consumptionPowerCombined",
        "consumptionPowerCombinedWeighted",
        "co2EmissionCombined",
        "co2EmissionCombinedWeighted",
        "emissionsCombinedCo2Class",
        "emissionsDischargedCo2Class",
    ];
    let given: Vec<_> = needed
        .into_iter()
        .filter(|name| fields.contains_key(*name))
        // Of a plug-in hybrid the weighted value counts, not the electric one.
        .filter(|name| {
            *name != "consumptionPowerCombined"
                || !fields.contains_key("consumptionPowerCombinedWeighted")
        })
        .collect();
    let name = chance.pick(&given);
    fields.shift_remove(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_begin_and_end_where_the_law_says() {
        let cases = [
            (0, "A"),
            (1, "B"),
            (95, "B"),
            (96, "C"),
            (115, "C"),
            (116, "D"),
            (135, "D"),
            (136, "E"),
            (155, "E"),
            (156, "F"),
            (175, "F"),
            (176, "G"),
        ];
        for (co2, expected) in cases {
            assert_eq!(class(co2), expected, "{co2} g/km");
        }
    }
}
