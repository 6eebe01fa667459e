//! The public fields of a vehicle, grouped, named and with their units.

use autengo_api::energy::{Amount, Carrier, Unit};
use autengo_api::vehicle::{Field, PublicVehicle, Shape};

use crate::i18n::{Key, Locale, key};
use crate::pages::coded;
use crate::ui::energy;

/// Every field of a group that is not shown elsewhere on the page.
const GROUPS: [(Key, &[Field]); 7] = [
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
        key::GROUP_ENERGY,
        &[
            Field::EmissionClass,
            Field::PollutionBadge,
            Field::ParticulateFilter,
            Field::EmissionsCombinedCo2Class,
            Field::EmissionsDischargedCo2Class,
            Field::Co2EmissionCombined,
            Field::Co2EmissionCombinedWeighted,
            Field::Co2EmissionsDischarged,
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
            Field::IsE10Enabled,
            Field::IsBioDieselSuitable,
            Field::IsVegetableOilSuitable,
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
];

/// The groups that the vehicle has anything for, as label and value, tracked by language.
pub(super) fn groups(
    vehicle: &PublicVehicle,
    locale: Locale,
) -> Vec<(Key, Vec<(&'static str, String)>)> {
    let groups = GROUPS.iter().map(|(title, fields)| {
        let rows = fields.iter().filter_map(|field| {
            let label = locale.label(&format!("field.{}", field.name()))?;
            Some((label, value(vehicle, *field, locale)?))
        });
        (*title, rows.collect::<Vec<_>>())
    });
    groups.filter(|(_, rows)| !rows.is_empty()).collect()
}

/// What buyers look for first, tracked by language.
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

/// A value in words, tracked by language; `None` if there is nothing to say.
fn value(vehicle: &PublicVehicle, field: Field, locale: Locale) -> Option<String> {
    let unit = |key: Key, digits: u8| {
        let number = locale.number(vehicle.number(field)?, digits);
        Some(locale.fill(key, &[("value", &number)]))
    };
    let amount = |unit| Some(energy(locale, Amount::new(vehicle.number(field)?, unit)));
    match field {
        Field::PowerKw => vehicle.number(field).map(|kw| locale.power(kw)),
        Field::Kilometers | Field::ElectricRangePluginHybrid => unit(key::UNIT_KM, 0),
        Field::CubicCapacity => unit(key::UNIT_CCM, 0),
        Field::Weight => unit(key::UNIT_KG, 0),
        Field::TyreTreadL | Field::TyreTreadR | Field::TyreTreadBL | Field::TyreTreadBR => {
            unit(key::UNIT_MM, 1)
        }
        Field::Co2EmissionCombined
        | Field::Co2EmissionCombinedWeighted
        | Field::Co2EmissionsDischarged => unit(key::UNIT_CO2, 0),
        Field::ConsumptionPowerCombined
        | Field::ConsumptionPowerCity
        | Field::ConsumptionPowerSuburban
        | Field::ConsumptionPowerRural
        | Field::ConsumptionPowerHighway
        | Field::ConsumptionPowerCombinedWeighted => amount(Unit::KilowattHour),
        Field::ConsumptionFuelCombined
        | Field::ConsumptionFuelCity
        | Field::ConsumptionFuelSuburban
        | Field::ConsumptionFuelRural
        | Field::ConsumptionFuelHighway
        | Field::ConsumptionFuelCombinedWeighted => {
            // Without its fuel, a figure has no unit.
            match Unit::of(Carrier::of(vehicle)?) {
                Unit::KilowattHour => amount(Unit::Litre),
                unit => amount(unit),
            }
        }
        Field::EnergieCostConsumptionCosts
        | Field::EnergieCostFuelPrice
        | Field::EnergieCostPowerPrice
        | Field::EnergieCostTax
        | Field::EnergieCostCo2CostsLow
        | Field::EnergieCostCo2CostsMiddle
        | Field::EnergieCostCo2CostsHigh
        | Field::RecommendedRetailPrice => vehicle.number(field).map(|amount| locale.euro(amount)),
        // The reference's example says 1500, which is no year.
        Field::EnergieCostConsumptionPriceYear => {
            vehicle.text(field).filter(|year| is_year(year)).map(std::borrow::Cow::into_owned)
        }
        Field::FirstRegistration => vehicle.date(field).map(|date| locale.month(date)),
        Field::Hsn => {
            let hsn = vehicle.text(field).map(|hsn| format!("{hsn:0>4}"));
            let tsn = vehicle.text(Field::Tsn).map(std::borrow::Cow::into_owned);
            Some([hsn, tsn].into_iter().flatten().collect::<Vec<_>>().join("/"))
                .filter(|codes| !codes.is_empty())
        }
        // The one "no" that a buyer must know.
        Field::IsDrivable => {
            let flag = vehicle.flag(field)?;
            Some(locale.message(if flag { key::YES } else { key::NO }).to_owned())
        }
        Field::CountryId => vehicle.text(field).map(|code| locale.country(&code)),
        _ => plain(vehicle, field, locale),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year| (1990..2100).contains(&year))
}

fn plain(vehicle: &PublicVehicle, field: Field, locale: Locale) -> Option<String> {
    match field.shape() {
        // "No" is no selling point, and of damage no promise that there was none.
        Shape::Bool => {
            vehicle.flag(field).filter(|flag| *flag).map(|_| locale.message(key::YES).to_owned())
        }
        Shape::Number => vehicle.number(field).map(|number| locale.number(number, 0)),
        Shape::Date => {
            let date = vehicle.date(field).map(|date| locale.date(date));
            date.or_else(|| vehicle.text(field).map(std::borrow::Cow::into_owned))
        }
        Shape::Coded => coded(vehicle, field, locale),
        Shape::Text => vehicle.text(field).map(std::borrow::Cow::into_owned),
        Shape::List => None,
    }
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
            GROUPS.iter().flat_map(|(_, fields)| fields.iter().copied()).collect();
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
