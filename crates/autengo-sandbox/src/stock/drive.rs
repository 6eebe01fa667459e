//! What drives a car: its engine's fuel, and whether a motor helps.

/// The energy that a car burns or draws, as far as the engine decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drive {
    Gasoline,
    Diesel,
    GasolineHybrid,
    DieselHybrid,
    GasolinePlugin,
    DieselPlugin,
    Battery,
    Cng,
    Lpg,
    Ethanol,
    Hydrogen,
}

impl Drive {
    /// The drive that the table of engines means by that letter.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "G" => Self::Gasoline,
            "D" => Self::Diesel,
            "H" => Self::GasolineHybrid,
            "M" => Self::DieselHybrid,
            "P" => Self::GasolinePlugin,
            "Q" => Self::DieselPlugin,
            "E" => Self::Battery,
            "C" => Self::Cng,
            "L" => Self::Lpg,
            "A" => Self::Ethanol,
            "W" => Self::Hydrogen,
            _ => return None,
        })
    }

    /// The `fuelType` of the reference.
    pub(super) fn fuel_type(self) -> &'static str {
        match self {
            Self::Gasoline => "gasoline",
            Self::Diesel => "diesel",
            Self::GasolineHybrid | Self::GasolinePlugin => "electricGasoline",
            Self::DieselHybrid | Self::DieselPlugin => "electricDiesel",
            Self::Battery => "electric",
            Self::Cng => "cng",
            Self::Lpg => "lpg",
            Self::Ethanol => "ethanol",
            Self::Hydrogen => "hydrogen",
        }
    }

    /// Whether it is charged at a socket and has an engine too.
    pub(super) fn is_plugin(self) -> bool {
        matches!(self, Self::GasolinePlugin | Self::DieselPlugin)
    }

    /// Whether diesel is burnt.
    pub(super) fn is_diesel(self) -> bool {
        matches!(self, Self::Diesel | Self::DieselHybrid | Self::DieselPlugin)
    }

    /// Whether gasoline is burnt, alone or beside another fuel.
    pub(super) fn is_gasoline(self) -> bool {
        matches!(
            self,
            Self::Gasoline
                | Self::GasolineHybrid
                | Self::GasolinePlugin
                | Self::Lpg
                | Self::Ethanol
        )
    }

    /// Whether an electric motor drives alone: nothing comes out of a pipe.
    pub(super) fn is_electric(self) -> bool {
        matches!(self, Self::Battery | Self::Hydrogen)
    }
}
