//! What the Pkw-EnVKV asks an advertisement to say about consumption and CO₂.
//!
//! Pure rules; the words are the widget's. This is the part for every advertisement (Anlage 4
//! Teil II): the line beside the engine data, and which cars are new in the sense of § 2.

use crate::vehicle::{Date, Field, Vehicle};

/// What drives a car, as far as its consumption is told differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drive {
    /// An engine that burns a liquid: litres.
    Liquid,
    /// An engine or fuel cell that takes a gas by weight, CNG or hydrogen: kilograms.
    Gas,
    /// A battery alone.
    Battery,
    /// A battery that is charged from outside, and an engine.
    PlugIn,
}

impl Drive {
    /// The drive of a vehicle.
    #[must_use]
    pub fn of(vehicle: &Vehicle) -> Self {
        if vehicle.flag(Field::IsPluginHybrid) == Some(true) {
            return Self::PlugIn;
        }
        let fuel = vehicle.coded(Field::FuelType);
        match fuel.as_ref().map(|fuel| fuel.key.as_ref()) {
            Some("electric") => Self::Battery,
            Some("cng" | "hydrogen") => Self::Gas,
            _ => Self::Liquid,
        }
    }
}

/// Consumption and emissions as an advertisement states them.
#[derive(Clone, Debug, PartialEq)]
pub enum Consumption {
    /// One kind of energy.
    Single {
        /// Litres, kilograms or kilowatt hours for 100 km.
        per_100_km: f64,
        /// The unit of the above.
        drive: Drive,
        /// Grams of CO₂ for a kilometre.
        co2: f64,
        /// `A` to `G`
        class: String,
    },
    /// A plug-in hybrid.
    PlugIn {
        /// Kilowatt hours for 100 km, weighted.
        power: f64,
        /// Litres for 100 km, weighted.
        fuel: f64,
        /// Grams of CO₂ for a kilometre, weighted.
        co2: f64,
        /// Litres for 100 km with an empty battery.
        discharged_fuel: f64,
        /// The weighted class.
        class: String,
        /// The class with an empty battery.
        discharged_class: String,
    },
}

impl Consumption {
    /// What the vehicle's data says, if it says all that an advertisement needs.
    #[must_use]
    pub fn of(vehicle: &Vehicle) -> Option<Self> {
        let number = |field| vehicle.number(field).filter(|number| *number >= 0.0);
        let class = |field| co2_class(vehicle.text(field)?.as_ref());
        let drive = Drive::of(vehicle);
        if drive == Drive::PlugIn {
            return Some(Self::PlugIn {
                power: number(Field::ConsumptionPowerCombinedWeighted)?,
                fuel: number(Field::ConsumptionFuelCombinedWeighted)?,
                co2: number(Field::Co2EmissionCombinedWeighted)?,
                discharged_fuel: number(Field::ConsumptionFuelCombined)?,
                class: class(Field::EmissionsCombinedCo2Class)?,
                discharged_class: class(Field::EmissionsDischargedCo2Class)?,
            });
        }
        let (field, free_of_co2) = match drive {
            Drive::Battery => (Field::ConsumptionPowerCombined, true),
            Drive::Gas => {
                let fuel = vehicle.coded(Field::FuelType)?;
                (Field::ConsumptionFuelCombined, fuel.key == "hydrogen")
            }
            Drive::Liquid | Drive::PlugIn => (Field::ConsumptionFuelCombined, false),
        };
        let co2 = number(Field::Co2EmissionCombined);
        Some(Self::Single {
            per_100_km: number(field).filter(|number| *number > 0.0)?,
            drive,
            co2: if free_of_co2 { co2.unwrap_or(0.0) } else { co2? },
            class: class(Field::EmissionsCombinedCo2Class)?,
        })
    }

    /// The class that the CO₂ figure itself would give.
    #[must_use]
    pub fn class_by_co2(&self) -> char {
        let (Self::Single { co2, .. } | Self::PlugIn { co2, .. }) = self;
        match co2.round() {
            co2 if co2 <= 0.0 => 'A',
            co2 if co2 <= 95.0 => 'B',
            co2 if co2 <= 115.0 => 'C',
            co2 if co2 <= 135.0 => 'D',
            co2 if co2 <= 155.0 => 'E',
            co2 if co2 <= 175.0 => 'F',
            _ => 'G',
        }
    }
}

fn co2_class(text: &str) -> Option<String> {
    let class = text.to_ascii_uppercase();
    matches!(class.as_str(), "A" | "B" | "C" | "D" | "E" | "F" | "G").then_some(class)
}

/// Whether a car counts as new on a day (§ 2 (1) Nr. 2, with its presumptions).
#[must_use]
pub fn is_new(vehicle: &Vehicle, today: Date) -> bool {
    let condition = vehicle.coded(Field::ConditionType);
    let by_condition =
        condition.is_some_and(|c| matches!(c.key.as_ref(), "new" | "dayRegistration"));
    let by_mileage = vehicle.number(Field::Kilometers).is_some_and(|km| km <= 1000.0);
    let by_date =
        vehicle.date(Field::FirstRegistration).is_some_and(|first| at_most_8_months(first, today));
    by_condition || by_mileage || by_date
}

/// Whether a new car may be shown with nothing but its make, because data is missing that its
/// advertisement must state.
#[must_use]
pub fn is_incomplete(vehicle: &Vehicle, today: Date) -> bool {
    is_new(vehicle, today) && Consumption::of(vehicle).is_none()
}

fn at_most_8_months(first: Date, today: Date) -> bool {
    let months = |date: Date| i32::from(date.year) * 12 + i32::from(date.month);
    let apart = months(today) - months(first);
    // A month without its day counts from its last day: in doubt the car is new.
    apart < 8 || (apart == 8 && today.day.unwrap_or(1) <= first.day.unwrap_or(31))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::FromJson;
    use serde_json::{Value, json};

    const TODAY: Date = Date { year: 2026, month: 11, day: Some(23) };

    fn vehicle(fields: &Value) -> Vehicle {
        let mut object = json!({ "sellingId": "A" });
        object
            .as_object_mut()
            .expect("an object")
            .extend(fields.as_object().expect("an object").clone());
        Vehicle::from_json(object).expect("decodes")
    }

    #[test]
    fn cars_are_new_by_condition_mileage_or_date() {
        let cases = [
            (json!({ "conditionType": { "key": "new" } }), true),
            (json!({ "conditionType": "dayRegistration" }), true),
            (json!({ "conditionType": "demonstration", "kilometers": 5000 }), false),
            (json!({ "conditionType": "used", "kilometers": 1000 }), true),
            (json!({ "conditionType": "used", "kilometers": 1001 }), false),
            (json!({ "firstRegistration": "2026-03-23" }), true),
            (json!({ "firstRegistration": "2026-03-22" }), false),
            (json!({ "firstRegistration": "2026-03" }), true),
            (json!({ "firstRegistration": "2026-02" }), false),
            (json!({ "firstRegistration": "2027-01-01" }), true),
            (json!({}), false),
        ];
        for (fields, expected) in cases {
            assert_eq!(is_new(&vehicle(&fields), TODAY), expected, "{fields}");
        }
    }

    fn complete(fuel: &str) -> Value {
        json!({
            "fuelType": { "key": fuel },
            "consumptionFuelCombined": 4.8, "consumptionPowerCombined": 15.5,
            "co2EmissionCombined": 108, "emissionsCombinedCo2Class": "C",
            "consumptionPowerCombinedWeighted": 15.5, "consumptionFuelCombinedWeighted": 1.2,
            "co2EmissionCombinedWeighted": 34, "emissionsDischargedCo2Class": "D",
        })
    }

    #[test]
    fn each_drive_states_its_own_energy() {
        for (fuel, drive, amount) in [
            ("gasoline", Drive::Liquid, 4.8),
            ("lpg", Drive::Liquid, 4.8),
            ("electricGasoline", Drive::Liquid, 4.8),
            ("cng", Drive::Gas, 4.8),
            ("hydrogen", Drive::Gas, 4.8),
            ("electric", Drive::Battery, 15.5),
        ] {
            let stated = Consumption::of(&vehicle(&complete(fuel))).expect("complete");
            let class = "C".to_owned();
            assert_eq!(
                stated,
                Consumption::Single { per_100_km: amount, drive, co2: 108.0, class },
                "{fuel}"
            );
        }
    }

    #[test]
    fn each_missing_figure_makes_a_new_car_incomplete() {
        let single: &[&str] =
            &["consumptionFuelCombined", "co2EmissionCombined", "emissionsCombinedCo2Class"];
        let plug_in: &[&str] = &[
            "consumptionPowerCombinedWeighted",
            "consumptionFuelCombinedWeighted",
            "co2EmissionCombinedWeighted",
            "consumptionFuelCombined",
            "emissionsCombinedCo2Class",
            "emissionsDischargedCo2Class",
        ];
        let battery: &[&str] = &["consumptionPowerCombined", "emissionsCombinedCo2Class"];
        let cases = [
            ("gasoline", false, single),
            ("electricGasoline", true, plug_in),
            ("electric", false, battery),
        ];
        for (fuel, is_plug_in, needed) in cases {
            let mut fields = complete(fuel);
            fields["isPluginHybrid"] = json!(is_plug_in);
            fields["conditionType"] = json!("new");
            assert!(!is_incomplete(&vehicle(&fields), TODAY), "{fuel}");
            for name in needed {
                let mut fields = fields.clone();
                fields[*name] = Value::Null;
                assert!(is_incomplete(&vehicle(&fields), TODAY), "{fuel} without {name}");
            }
        }
    }

    #[test]
    fn classes_change_at_their_boundaries() {
        let cases = [(0, 'A'), (1, 'B'), (95, 'B'), (96, 'C'), (115, 'C'), (116, 'D'), (135, 'D')];
        let more = [(136, 'E'), (155, 'E'), (156, 'F'), (175, 'F'), (176, 'G')];
        for (co2, class) in cases.into_iter().chain(more) {
            let mut fields = complete("gasoline");
            fields["co2EmissionCombined"] = json!(co2);
            let stated = Consumption::of(&vehicle(&fields)).expect("complete");
            assert_eq!(stated.class_by_co2(), class, "{co2} g/km");
        }
    }
}
