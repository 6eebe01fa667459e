//! What drives a car (§ 2 (1) Nr. 25), and on what it runs.

use autengo_api::choice::FuelType;
use autengo_api::vehicle::{Field, Vehicle};

/// The drive of a car, as the law tells drives apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drive {
    /// An engine alone, or one that a battery only helps.
    Engine,
    /// A battery alone.
    Battery,
    /// A fuel cell.
    FuelCell,
    /// A battery that is charged from outside, and an engine.
    PlugIn,
}

impl Drive {
    /// The drive of a vehicle; `None` if its fuel is not known, and with it no unit.
    #[must_use]
    pub fn of(vehicle: &Vehicle) -> Option<Self> {
        let carrier = Carrier::of(vehicle)?;
        Some(match carrier {
            _ if vehicle.flag(Field::IsPluginHybrid) == Some(true) => Self::PlugIn,
            Carrier::Power => Self::Battery,
            Carrier::Hydrogen => Self::FuelCell,
            _ => Self::Engine,
        })
    }

    /// Whether driving gives off no CO₂, whatever the data says (Anlage 1 Teil I Nr. 5).
    #[must_use]
    pub const fn is_free_of_co2(self) -> bool {
        matches!(self, Self::Battery | Self::FuelCell)
    }
}

/// The fuel that is filled in, or the current that is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// Petrol.
    Petrol,
    /// Diesel.
    Diesel,
    /// Liquefied petroleum gas.
    Lpg,
    /// Ethanol.
    Ethanol,
    /// Compressed natural gas.
    Cng,
    /// Compressed hydrogen.
    Hydrogen,
    /// Electricity.
    Power,
}

impl Carrier {
    /// The carrier that a vehicle runs on; of a hybrid, its fuel.
    #[must_use]
    pub fn of(vehicle: &Vehicle) -> Option<Self> {
        Some(match vehicle.choice()? {
            FuelType::Gasoline | FuelType::ElectricGasoline => Self::Petrol,
            FuelType::Diesel | FuelType::ElectricDiesel => Self::Diesel,
            FuelType::Lpg => Self::Lpg,
            FuelType::Ethanol => Self::Ethanol,
            FuelType::Cng => Self::Cng,
            FuelType::Hydrogen => Self::Hydrogen,
            FuelType::Electric => Self::Power,
            _ => return None,
        })
    }
}
