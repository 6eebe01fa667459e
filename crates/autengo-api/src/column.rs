//! The columns by which vehicles can be filtered and ordered (reference, `GET /vehicle`).
//!
//! ```
//! use autengo_api::column::{Column, Kind};
//!
//! let column: Column = "kilometers".parse()?;
//! assert_eq!(column.kind(), Kind::Integer);
//! assert!(column.accepts("25000") && !column.accepts("many"));
//! # Ok::<(), autengo_api::word::UnknownWord>(())
//! ```

use std::fmt;
use std::str::FromStr;

use crate::choice;
use crate::json::decimal;
use crate::vehicle::Field;
use crate::word::{self, UnknownWord};

/// The kind of a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Integer,
    /// A number with decimals.
    Number,
    /// Free text.
    Text,
    /// `true` or `false`.
    Bool,
    /// `YYYY-MM-DD`
    Date,
    /// `YYYY-MM-DD HH:MM:SS`
    DateTime,
    /// A documented key.
    Choice(&'static [&'static str]),
    /// A documented number from 1 up to this one, whose meaning only responses tell.
    Code(u8),
}

impl Kind {
    /// Whether values are numbers on the wire.
    #[must_use]
    pub const fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::Number | Self::Code(_))
    }
}

macro_rules! columns {
    ($($(#[$doc:meta])* $variant:ident $name:literal $kind:expr;)*) => {
        /// A column of `GET /vehicle`, for filters and for the order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Column {
            $(#[doc = concat!("`", $name, "`")] $(#[$doc])* $variant,)*
        }

        impl Column {
            /// Every documented column, in the reference's order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in the reference.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The kind of its values.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $(Self::$variant => $kind,)* }
            }
        }
    };
}

columns! {
    Created "created" Kind::DateTime;
    Updated "updated" Kind::DateTime;
    MakeId "makeId" Kind::Integer;
    MakeName "makeName" Kind::Text;
    ModelId "modelId" Kind::Integer;
    ModelName "modelName" Kind::Text;
    ModelVersion "modelVersion" Kind::Text;
    VehicleState "vehicleState" Kind::Choice(choice::VehicleState::NAMES);
    FirstRegistration "firstRegistration" Kind::Date;
    ConstructionDate "constructionDate" Kind::Date;
    Kilometers "kilometers" Kind::Integer;
    VehicleTypeId "vehicleTypeId" Kind::Code(10);
    TrimLine "trimLine" Kind::Text;
    ModelRange "modelRange" Kind::Text;
    ClimatisationType "climatisationType" Kind::Choice(choice::ClimatisationType::NAMES);
    ConditionType "conditionType" Kind::Choice(choice::ConditionType::NAMES);
    PowerKw "powerKw" Kind::Integer;
    CubicCapacity "cubicCapacity" Kind::Integer;
    DoorCount "doorCount" Kind::Integer;
    SeatCount "seatCount" Kind::Integer;
    PollutionBadge "pollutionBadge" Kind::Code(5);
    ColorId "colorId" Kind::Code(14);
    IsMetallicColor "isMetallicColor" Kind::Bool;
    AirbagType "airbagType" Kind::Choice(choice::AirbagType::NAMES);
    InteriorType "interiorType" Kind::Choice(choice::InteriorType::NAMES);
    InteriorColorId "interiorColorId" Kind::Code(14);
    FuelType "fuelType" Kind::Choice(choice::FuelType::NAMES);
    FuelDetailType "fuelDetailType" Kind::Choice(choice::FuelDetailType::NAMES);
    TransmissionType "transmissionType" Kind::Choice(choice::TransmissionType::NAMES);
    IsDamaged "isDamaged" Kind::Bool;
    HadAccidentDamage "hadAccidentDamage" Kind::Bool;
    IsDrivable "isDrivable" Kind::Bool;
    HasFullServiceHistory "hasFullServiceHistory" Kind::Bool;
    Cylinders "cylinders" Kind::Integer;
    Price "price" Kind::Number;
    IsPluginHybrid "isPluginHybrid" Kind::Bool;
    IsE10Enabled "isE10Enabled" Kind::Bool;
    DriveType "driveType" Kind::Choice(choice::DriveType::NAMES);
    PreviousOwnerCount "previousOwnerCount" Kind::Integer;
}

impl FromStr for Column {
    type Err = UnknownWord;

    fn from_str(name: &str) -> Result<Self, UnknownWord> {
        word::read(name, "column", Self::ALL, Self::name)
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Column {
    /// Whether `GET /vehicle/filter/values` answers for it.
    #[must_use]
    pub const fn has_values(self) -> bool {
        matches!(
            self,
            Self::MakeId
                | Self::ModelId
                | Self::VehicleTypeId
                | Self::ClimatisationType
                | Self::ConditionType
                | Self::FuelType
                | Self::TransmissionType
                | Self::IsPluginHybrid
                | Self::DriveType
        )
    }

    /// The field in which responses tell buyers its values. `None` for columns that only the server
    /// knows: those without a field, and `price`, which may be any of a vehicle's prices.
    #[must_use]
    pub fn field(self) -> Option<Field> {
        let field: Field = self.name().parse().ok()?;
        (field.is_public() && field != Field::Price).then_some(field)
    }

    /// Whether `value`, without an operator, can stand in a filter on this column.
    #[must_use]
    pub fn accepts(self, value: &str) -> bool {
        match self.kind() {
            Kind::Integer => value.parse::<i64>().is_ok(),
            Kind::Number => decimal(value).is_some(),
            Kind::Text | Kind::Choice(_) => !value.is_empty(),
            Kind::Bool => matches!(value, "true" | "false"),
            Kind::Date => is_date(value),
            Kind::DateTime => match value.split_once(' ') {
                None => is_date(value),
                Some((date, time)) => is_date(date) && is_time(time),
            },
            Kind::Code(_) => value.parse::<u32>().is_ok(),
        }
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    digits(year, 4).is_some()
        && digits(month, 2).is_some_and(|month| (1..=12).contains(&month))
        && digits(day, 2).is_some_and(|day| (1..=31).contains(&day))
}

fn is_time(text: &str) -> bool {
    let parts: Vec<_> = text.split(':').collect();
    let [hour, minute, second] = parts[..] else {
        return false;
    };
    digits(hour, 2).is_some_and(|hour| hour < 24)
        && digits(minute, 2).is_some_and(|minute| minute < 60)
        && digits(second, 2).is_some_and(|second| second < 60)
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_found_by_its_name() {
        assert_eq!(Column::ALL.len(), 39);
        for column in Column::ALL {
            assert_eq!(column.name().parse(), Ok(*column));
        }
        assert!("vin".parse::<Column>().is_err());
    }

    #[test]
    fn some_columns_are_the_servers_alone() {
        let hidden = Column::ALL.iter().filter(|column| column.field().is_none());
        let names: Vec<_> = hidden.map(|column| column.name()).collect();
        assert_eq!(
            names,
            [
                "created",
                "updated",
                "makeId",
                "modelId",
                "constructionDate",
                "trimLine",
                "modelRange",
                "price"
            ]
        );
    }

    #[test]
    fn values_are_checked_by_kind() {
        let good = [
            (Column::Kilometers, "25000"),
            (Column::Price, "19999.99"),
            (Column::MakeName, "Škoda"),
            (Column::IsDamaged, "false"),
            (Column::FirstRegistration, "2017-01-01"),
            (Column::Created, "2018-08-07 15:47:17"),
            (Column::FuelType, "somethingNew"),
            (Column::ColorId, "14"),
        ];
        let bad = [
            (Column::Kilometers, "many"),
            (Column::Price, "NaN"),
            (Column::MakeName, ""),
            (Column::IsDamaged, "ja"),
            (Column::FirstRegistration, "2017-13-01"),
            (Column::Created, "2018-08-07 25:00:00"),
            (Column::ColorId, "-1"),
        ];
        for (column, value) in good {
            assert!(column.accepts(value), "{} {value}", column.name());
        }
        for (column, value) in bad {
            assert!(!column.accepts(value), "{} {value}", column.name());
        }
    }
}
