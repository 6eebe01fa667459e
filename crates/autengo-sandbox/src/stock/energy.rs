//! Consumption and emissions (Pkw-EnVKV).

use serde_json::{Map, Value};

use super::car::Car;
use super::chance::Chance;
use super::cost::{self, Average};
use super::drive::Drive;
use super::round::{tenth, whole};

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
        cost::write(fields, car, used.average(car.engine.drive));
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

/// The consumption per 100 km, and the emission per km.
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

    /// Of a plug-in hybrid the weighted values.
    fn average(&self, drive: Drive) -> Average {
        if drive.is_plugin() {
            Average { fuel: self.weighted_fuel, power: self.weighted_power, co2: self.weighted_co2 }
        } else {
            Average {
                fuel: self.fuel.unwrap_or(0.0),
                power: self.power.unwrap_or(0.0),
                co2: self.co2,
            }
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
