//! The enumerations of the reference. A value that it does not document is kept as it came.
//!
//! ```
//! use autengo_api::choice::{Choice, FuelType};
//!
//! assert_eq!(FuelType::from_name("diesel"), FuelType::Diesel);
//! // A key that the reference does not have is kept as it came.
//! assert_eq!(FuelType::from_name("steam").name(), "steam");
//! ```

use std::fmt;

use crate::vehicle::Field;

/// A documented enumeration (reference, "Schema Definitions").
pub trait Choice: Clone + fmt::Debug + PartialEq {
    /// The documented values, in the reference's order.
    const NAMES: &'static [&'static str];

    /// The value of that name; any name that is not documented is `Other`.
    fn from_name(name: &str) -> Self;

    /// The name in the reference, or the one that came.
    fn name(&self) -> &str;

    /// Whether the reference has it.
    fn is_documented(&self) -> bool {
        Self::NAMES.contains(&self.name())
    }
}

/// An enumeration of a vehicle's field (reference, schema `Vehicle`).
pub trait FieldChoice: Choice {
    /// The field.
    const FIELD: Field;
}

macro_rules! choices {
    ($($(#[$doc:meta])* $type:ident $(of $field:ident)? { $($variant:ident $name:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $type {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
            /// A value that the reference does not have.
            Other(String),
        }

        impl $type {
            /// The documented values, in the reference's order.
            pub const NAMES: &[&str] = &[$($name,)*];
        }

        impl Choice for $type {
            const NAMES: &'static [&'static str] = Self::NAMES;

            fn from_name(name: &str) -> Self {
                match name {
                    $($name => Self::$variant,)*
                    other => Self::Other(other.to_owned()),
                }
            }

            fn name(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Other(name) => name,
                }
            }
        }

        $(impl FieldChoice for $type {
            const FIELD: Field = Field::$field;
        })?

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    )*};
}

choices! {
    /// How the dealer came by a vehicle (reference, schema `Vehicle`, `sourceType`).
    SourceType of SourceType {
        Repurchased "repurchased",
        TradeIn "trade-in",
        FactoryCar "factoryCar",
        LeasingReturn "leasingReturn",
    }
    /// Where a vehicle is in its sale (reference, schema `Vehicle`, `vehicleState`).
    VehicleState of VehicleState { Incoming "incoming", Inventory "inventory", Sold "sold", }
    /// The air conditioning (reference, schema `Vehicle`, `climatisationType`).
    ClimatisationType of ClimatisationType {
        None "none",
        AirConditioning "airConditioning",
        Automatic "automaticClimateControl",
        Automatic2 "automaticClimateControl2",
        Automatic3 "automaticClimateControl3",
        Automatic4 "automaticClimateControl4",
    }
    /// New, or used in which way (reference, schema `Vehicle`, `conditionType`).
    ConditionType of ConditionType {
        New "new",
        Used "used",
        EmployeesCar "employeesCar",
        Classic "classic",
        Demonstration "demonstration",
        DayRegistration "dayRegistration",
    }
    /// The airbags (reference, schema `Vehicle`, `airbagType`).
    AirbagType of AirbagType {
        Driver "driverAirbag",
        Front "frontAirbag",
        DriverSide "driverSideAirbag",
        DriverSideOther "driverSideOtherAirbag",
    }
    /// The cover of the seats (reference, schema `Vehicle`, `interiorType`).
    InteriorType of InteriorType {
        Alcantara "alcantara",
        Cloth "cloth",
        FullLeather "fullLeather",
        PartialLeather "partialLeather",
        Velour "velour",
        NotListed "other",
    }
    /// The drive of a vehicle (reference, schema `Vehicle`, `fuelType`).
    FuelType of FuelType {
        Cng "cng",
        Diesel "diesel",
        Electric "electric",
        ElectricDiesel "electricDiesel",
        ElectricGasoline "electricGasoline",
        Ethanol "ethanol",
        Gasoline "gasoline",
        Hydrogen "hydrogen",
        Lpg "lpg",
    }
    /// The fuel at the pump (reference, schema `Vehicle`, `fuelDetailType`).
    FuelDetailType of FuelDetailType {
        Lpg "lpg",
        NormalGasoline91 "normalGasoline91",
        Super95 "super95",
        SuperPlus98 "superPlus98",
        NormalGasolineE1091 "normalGasolineE1091",
        SuperE1095 "superE1095",
        SuperPlusE1098 "superPlusE1098",
        Diesel "diesel",
        Biodiesel "biodiesel",
        VegetableOil "vegetableOil",
        CngH "cngH",
        CngL "cngL",
        BioCng "bioCng",
        Ethanol85 "ethanol85",
        Hydrogen "hydrogen",
        Electric "electric",
    }
    /// The gearbox (reference, schema `Vehicle`, `transmissionType`).
    TransmissionType of TransmissionType {
        Automatic "automatic",
        Manual "manual",
        SemiAutomatic "semiAutomatic",
    }
    /// The tyres (reference, schema `Vehicle`, `tyreType`).
    TyreType of TyreType {
        Summer "summerTyres",
        Winter "winterTyres",
        AllSeason "allSeasonTyres",
    }
    /// The driven wheels (reference, schema `Vehicle`, `driveType`).
    DriveType of DriveType { Front "front", Rear "rear", All "all", NotListed "other", }
    /// The sliding doors (reference, schema `Vehicle`, `slidingDoor`).
    SlidingDoor of SlidingDoor {
        Right "slidingDoorRight",
        Left "slidingDoorLeft",
        Both "slidingDoorBoth",
    }
    /// How to address a contact (reference, schema `Contact`, `title`).
    Title { Mr "Mr", Mrs "Mrs", }
    /// Where a contact came from (reference, schema `Contact`, `source`).
    LeadSource {
        WalkIn "walkIn",
        Mail "mail",
        Platform "platform",
        Phone "phone",
        OfflineMarketing "offlineMarketing",
        OnlineMarketing "onlineMarketing",
    }
    /// The relation of a contact to the dealer (reference, schema `Contact`, `type`).
    ContactType {
        Customer "customer",
        Supplier "supplier",
        Partner "partner",
        Prospect "prospect",
    }
    /// Which sales tax a contact pays (reference, schema `Contact`, `salesTaxRegulation`).
    SalesTaxRegulation {
        ReverseCharge "reverseCharge",
        Taxless "taxless",
        WithTax "withTax",
    }
}
