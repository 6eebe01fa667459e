//! The public fields of a vehicle, grouped and named.

use autengo_api::vehicle::{Field, PublicVehicle};

use super::value::value;
use crate::i18n::{Key, Locale, key};

/// A title, and the fields below it.
type Group = (Key, &'static [Field]);

/// Every field of a group that is not shown elsewhere on the page.
const GROUPS: [Group; 6] = [
    (
        key::GROUP_TECHNICAL,
        &[
            Field::VehicleTypeId,
            Field::PowerKw,
            Field::CubicCapacity,
            Field::Cylinders,
            Field::Gears,
            Field::TransmissionType,
            Field::DriveType,
            Field::FuelType,
            Field::FuelDetailType,
            Field::IsPluginHybrid,
            Field::DoorCount,
            Field::SlidingDoor,
            Field::SeatCount,
            Field::Weight,
            Field::CountryId,
            Field::Hsn,
        ],
    ),
    (
        key::GROUP_CONDITION,
        &[
            Field::ConditionType,
            Field::VehicleState,
            Field::FirstRegistration,
            Field::Kilometers,
            Field::PreviousOwnerCount,
            Field::NextInspection,
            Field::IsInspectionNew,
            Field::LastService,
            Field::HasFullServiceHistory,
            Field::IsNonSmoker,
            Field::IsDamaged,
            Field::HadAccidentDamage,
            Field::IsDrivable,
            Field::InternalId,
        ],
    ),
    (
        key::GROUP_INTERIOR,
        &[
            Field::ColorId,
            Field::ManufacturerColorName,
            Field::IsMetallicColor,
            Field::InteriorType,
            Field::InteriorColorId,
            Field::ClimatisationType,
            Field::AirbagType,
            Field::HasSparewheel,
        ],
    ),
    (
        key::GROUP_TYRES,
        &[
            Field::TyreType,
            Field::TyreBrand,
            Field::TyreTreadL,
            Field::TyreTreadR,
            Field::TyreTreadBL,
            Field::TyreTreadBR,
        ],
    ),
    (
        key::GROUP_DELIVERY,
        &[
            Field::IsWarrantyGranted,
            Field::WarrantyExpiry,
            Field::DeliveryDate,
            Field::DeliveryPeriod,
            Field::RecommendedRetailPrice,
        ],
    ),
    (
        key::GROUP_ENERGY,
        &[
            Field::EmissionClass,
            Field::PollutionBadge,
            Field::ParticulateFilter,
            Field::Co2EmissionsDischarged,
            Field::IsE10Enabled,
            Field::IsBioDieselSuitable,
            Field::IsVegetableOilSuitable,
        ],
    ),
];

/// The groups that the label of a new car says; of other cars they are groups like the others.
const LABELLED: [Group; 2] = [
    (
        key::GROUP_CONSUMPTION,
        &[
            Field::EmissionsCombinedCo2Class,
            Field::EmissionsDischargedCo2Class,
            Field::Co2EmissionCombined,
            Field::Co2EmissionCombinedWeighted,
            Field::ConsumptionFuelCombined,
            Field::ConsumptionFuelCity,
            Field::ConsumptionFuelSuburban,
            Field::ConsumptionFuelRural,
            Field::ConsumptionFuelHighway,
            Field::ConsumptionFuelCombinedWeighted,
            Field::ConsumptionPowerCombined,
            Field::ConsumptionPowerCity,
            Field::ConsumptionPowerSuburban,
            Field::ConsumptionPowerRural,
            Field::ConsumptionPowerHighway,
            Field::ConsumptionPowerCombinedWeighted,
            Field::ElectricRangePluginHybrid,
        ],
    ),
    (
        key::GROUP_COSTS,
        &[
            Field::EnergieCostConsumptionCosts,
            Field::EnergieCostFuelPrice,
            Field::EnergieCostPowerPrice,
            Field::EnergieCostConsumptionPriceYear,
            Field::EnergieCostTax,
            Field::EnergieCostCo2CostsLow,
            Field::EnergieCostCo2CostsMiddle,
            Field::EnergieCostCo2CostsHigh,
        ],
    ),
];

/// The groups that the vehicle has anything for, as label and value, tracked by language.
pub(super) fn groups(
    vehicle: &PublicVehicle,
    has_label: bool,
    locale: Locale,
) -> Vec<(Key, Vec<(&'static str, String)>)> {
    let labelled = LABELLED.iter().filter(|_| !has_label);
    let groups = GROUPS.iter().chain(labelled).map(|(title, fields)| {
        let rows = fields.iter().filter_map(|field| {
            let label = locale.label(&format!("field.{}", field.name()))?;
            Some((label, value(vehicle, *field, locale)?))
        });
        (*title, rows.collect::<Vec<_>>())
    });
    groups.filter(|(_, rows)| !rows.is_empty()).collect()
}

/// The facts that buyers look for first, tracked by language.
pub(super) fn key_facts(vehicle: &PublicVehicle, locale: Locale) -> Vec<String> {
    const FIRST: [Field; 6] = [
        Field::FirstRegistration,
        Field::Kilometers,
        Field::PowerKw,
        Field::FuelType,
        Field::TransmissionType,
        Field::ConditionType,
    ];
    let facts = FIRST.into_iter().filter_map(|field| {
        let value = value(vehicle, field, locale)?;
        let is_registration = field == Field::FirstRegistration;
        Some(if is_registration {
            locale.fill(key::CARD_REGISTRATION, &[("date", &value)])
        } else {
            value
        })
    });
    facts.collect()
}

/// The entries of a list.
pub(super) fn items(vehicle: &PublicVehicle, field: Field) -> Vec<String> {
    vehicle.items(field).into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A public field that is forgotten here would be lost to buyers.
    #[test]
    fn every_public_field_is_shown_once() {
        let elsewhere = [
            Field::SellingId,
            Field::MakeName,
            Field::ModelName,
            Field::ModelVersion,
            Field::Price,
            Field::PriceYard,
            Field::IsPriceNegotiable,
            Field::Description,
            Field::Equipment,
            Field::Damages,
            Field::Tsn,
        ];
        let grouped: Vec<_> =
            GROUPS.iter().chain(&LABELLED).flat_map(|(_, fields)| fields.iter().copied()).collect();
        for field in Field::ALL.iter().filter(|field| field.is_public()) {
            let places = grouped.iter().chain(&elsewhere).filter(|shown| *shown == field).count();
            assert_eq!(places, 1, "{}", field.name());
        }
        for field in grouped {
            assert!(field.is_public(), "{}", field.name());
            assert!(key::named(&format!("field.{}", field.name())).is_some(), "{}", field.name());
        }
    }
}
