//! What every advertisement of a new car states (Anlage 4 Teil I Nr. 1).

use super::{Carrier, Class, Drive};
use autengo_api::vehicle::{Field, Vehicle};

/// In what energy is measured (§ 1 (2)), for 100 km each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Litres.
    Litre,
    /// Kilograms.
    Kilogram,
    /// Kilowatt hours.
    KilowattHour,
}

impl Unit {
    /// The unit of what a car runs on.
    #[must_use]
    pub const fn of(carrier: Carrier) -> Self {
        match carrier {
            Carrier::Petrol | Carrier::Diesel | Carrier::Lpg | Carrier::Ethanol => Self::Litre,
            Carrier::Cng | Carrier::Hydrogen => Self::Kilogram,
            Carrier::Power => Self::KilowattHour,
        }
    }
}

/// Energy for 100 km.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// How much, to one decimal.
    pub value: f64,
    /// Of what.
    pub unit: Unit,
}

impl Amount {
    /// An amount, rounded commercially to one decimal (§ 1 (3) to (5)).
    #[must_use]
    pub fn new(value: f64, unit: Unit) -> Self {
        // 4.85 lies a hair below itself in binary; the law rounds what is written.
        Self { value: (value * 10.0 + 1e-9).round() / 10.0, unit }
    }
}

/// Consumption and emissions as an advertisement states them.
#[derive(Clone, Debug, PartialEq)]
pub enum Consumption {
    /// A single kind of energy.
    Single {
        /// The energy for 100 km.
        energy: Amount,
        /// Grams of CO₂ for a kilometre, whole.
        co2: f64,
        /// The class.
        class: Class,
    },
    /// A plug-in hybrid.
    PlugIn {
        /// Electricity for 100 km, weighted.
        power: Amount,
        /// Fuel for 100 km, weighted.
        fuel: Amount,
        /// Grams of CO₂ for a kilometre, weighted, whole.
        co2: f64,
        /// Fuel for 100 km with an empty battery.
        discharged_fuel: Amount,
        /// The weighted class.
        class: Class,
        /// The class with an empty battery.
        discharged_class: Class,
    },
}

impl Consumption {
    /// The consumption in the vehicle's data, if it has all that an advertisement needs.
    #[must_use]
    pub fn of(vehicle: &Vehicle) -> Option<Self> {
        let number = |field| vehicle.number(field).filter(|number| *number >= 0.0);
        let grams = |field| number(field).map(f64::round);
        let class = |field| Class::parse(&vehicle.text(field)?);
        let (drive, unit) = (Drive::of(vehicle)?, Unit::of(Carrier::of(vehicle)?));
        let amount = |field, unit| Some(Amount::new(number(field)?, unit));
        if drive == Drive::PlugIn {
            // Of an engine beside a socket the fuel is counted, also where only "electric" is said.
            let unit = if unit == Unit::KilowattHour { Unit::Litre } else { unit };
            return Some(Self::PlugIn {
                power: amount(Field::ConsumptionPowerCombinedWeighted, Unit::KilowattHour)?,
                fuel: amount(Field::ConsumptionFuelCombinedWeighted, unit)?,
                co2: grams(Field::Co2EmissionCombinedWeighted)?,
                discharged_fuel: amount(Field::ConsumptionFuelCombined, unit)?,
                class: class(Field::EmissionsCombinedCo2Class)?,
                discharged_class: class(Field::EmissionsDischargedCo2Class)?,
            });
        }
        let field = match drive {
            Drive::Battery => Field::ConsumptionPowerCombined,
            _ => Field::ConsumptionFuelCombined,
        };
        Some(Self::Single {
            energy: amount(field, unit).filter(|energy| energy.value > 0.0)?,
            co2: if drive.is_free_of_co2() { 0.0 } else { grams(Field::Co2EmissionCombined)? },
            class: class(Field::EmissionsCombinedCo2Class)?,
        })
    }

    /// The class that is stated: the weighted one of a plug-in hybrid.
    #[must_use]
    pub const fn class(&self) -> Class {
        let (Self::Single { class, .. } | Self::PlugIn { class, .. }) = self;
        *class
    }

    /// The grams of CO₂ for a kilometre that are stated.
    #[must_use]
    pub const fn co2(&self) -> f64 {
        let (Self::Single { co2, .. } | Self::PlugIn { co2, .. }) = self;
        *co2
    }

    /// The class that the CO₂ figure itself would give.
    #[must_use]
    pub fn class_by_co2(&self) -> Class {
        Class::of_co2(self.co2())
    }
}
